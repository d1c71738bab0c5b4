/** The year of examples in a text that names none. */
const YEAR = 2026;

/** The first year of a date in a contract that cannot be run: its examples are set there. */
export function yearOf(text: string): number {
  const found = /\b(20\d\d)-\d\d-\d\d\b/.exec(text);
  return found?.[1] === undefined ? YEAR : Number(found[1]);
}
