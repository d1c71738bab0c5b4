import { civilFieldsOf, parseCivilDate } from '../time/civil-date.ts';
import type { EpochDay } from '../time/types.ts';
import { FIRST_YEAR, LAST_YEAR } from '../time/units.ts';
import { UsageError } from './usage-error.ts';

/** Reads the value of a flag that takes a date of the years for which time is worked out. */
export function parseDate(flag: string, firstYear = FIRST_YEAR): (text: string) => EpochDay {
  return (text) => {
    const epochDay = parseCivilDate(text);
    if (epochDay === null) throw new UsageError(`${flag} \`${text}\` is no date`, 'write it as 2026-03-08');
    checkYear(flag, text, epochDay, firstYear);
    return epochDay;
  };
}

/** @throws {UsageError} for a date of a year for which no time is worked out */
export function checkYear(flag: string, text: string, epochDay: EpochDay, firstYear = FIRST_YEAR): void {
  const { year } = civilFieldsOf(epochDay);
  if (year < firstYear || year > LAST_YEAR) {
    throw new UsageError(`${flag} ${text}: dates are known from ${firstYear} to ${LAST_YEAR}`);
  }
}
