/** The calendar that figures speak of: Monday to Friday 09:00-17:00 in New York with ten holidays a year. */

export const HOUR = 3_600_000;
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2059;
export const FROM = Date.UTC(FIRST_YEAR, 0, 2);
export const TO = Date.UTC(LAST_YEAR, 9, 1);

/** Months and days. */
export const HOLIDAYS = [
  '01-01',
  '01-15',
  '02-15',
  '05-25',
  '06-19',
  '07-04',
  '09-07',
  '10-12',
  '11-11',
  '12-25',
];

export function officeContract(fromYear = FIRST_YEAR, toYear = LAST_YEAR) {
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, i) => fromYear + i);
  return `contract "Office" version "1" { effective 2026-01-01 in America/New_York }
holidays Ten {
  source "ten dates a year"
  covers ${fromYear}..${toYear}
${years.flatMap((year) => HOLIDAYS.map((date) => `  ${year}-${date} "holiday"`)).join('\n')}
}
calendar Office {
  zone      America/New_York
  open      Mon..Fri 09:00-17:00
  holidays  Ten
}
`;
}

/** A fixed sequence (Mulberry32), so that every run asks the same. */
export function randomInstants(seed, count, from, to) {
  let state = seed;
  return Float64Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return from + Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * (to - from));
  });
}
