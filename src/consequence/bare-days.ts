import { addBusinessDays, dayWords, firstThursday } from './plain-dates.ts';

/** Where a bare number of days ends by the two ways to count them, in a week of five working days. */
export function calendarAndWeekDays(amount: string, year: number): string | null {
  const most = /(\d+)$/.exec(amount)?.[1];
  if (most === undefined || Number(most) === 0 || Number(most) > 366) return null;
  const days = Number(most);
  const from = firstThursday(year);
  return (
    `counted from ${dayWords(from)}, ${days === 1 ? '1 calendar day ends' : `${days} calendar days end`} ${dayWords(from + days)}, ` +
    `and ${days} of a week from Monday to Friday ${dayWords(addBusinessDays(from, days))}`
  );
}
