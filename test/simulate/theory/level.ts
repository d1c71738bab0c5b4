import { TABLE } from './validation-table.ts';

/** Hours of the day, the law of the waits, the mean that Ciw prints: what the other files of this folder compare. */
const ELSEWHERE = 4 + 1 + 1;
const COMPARISONS = ELSEWHERE + TABLE.reduce((sum, { figures }) => sum + figures.length, 0);

/** How likely a right simulator is to fail one of the comparisons: all of them together, whatever they share, err with 1 %. */
export const ERROR = 0.01 / COMPARISONS;

/** The level of every interval (Bonferroni). */
export const LEVEL = 1 - ERROR;
