/** How the tickets of a week lie in it where nobody has counted them: weights of hours, Monday first. */

/** Those of Monday to Friday, and of the weekend, of an office that works by day. */
const OFFICE = [
  [4, 3, 2, 2, 2, 3, 5, 10, 44, 53, 48, 43, 26, 31, 39, 38, 33, 20, 7, 4, 4, 5, 3, 2],
  [3, 2, 1, 1, 1, 2, 3, 2, 5, 3, 5, 3, 2, 2, 3, 2, 3, 2, 2, 2, 1, 1, 2, 2],
] as const;

/**
 * `office` is taken from twelve weeks of the incident log of a real service desk (UCI Machine Learning Repository, data set
 * 498, CC BY 4.0): tickets an hour, its Mondays to Fridays together and its weekends together. `even` is any hour as any other.
 */
export const ARRIVAL_PATTERNS: Readonly<Record<'office' | 'even', readonly (readonly number[])[]>> = {
  office: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? OFFICE[0] : OFFICE[1])),
  even: Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 1)),
};
