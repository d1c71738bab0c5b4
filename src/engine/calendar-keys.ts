import type { PlanHoliday } from '../plan/calendar-model.ts';
import type { PlanCalendarBody } from '../plan/model.ts';

const SAYS_NOTHING_OF_HOURS: ReadonlySet<string> = new Set([
  'origin',
  'weekOrigin',
  'label',
  'name',
  'reason',
  'announced',
  'admits',
  'others',
]);

/** All that decides when a calendar is open, whatever its labels and places in the text, but for the offsets of its zones. */
export function hoursText(body: PlanCalendarBody): string {
  return textWith(body, datesText);
}

/**
 * Writes keys that are equal for calendars that hold the same hours in the same zones. Lists of holidays are the most of
 * what calendars hold, and many hold the same: in the keys of one writer, each stands for itself by a number.
 */
export function calendarKeys(): (body: PlanCalendarBody) => string {
  const numbers = new Map<readonly PlanHoliday[], number>();
  const byText = new Map<string, number>();

  const numberOf = (days: readonly PlanHoliday[]): number => {
    const known = numbers.get(days);
    if (known !== undefined) return known;
    const text = datesText(days);
    const number = byText.get(text) ?? byText.size;
    byText.set(text, number);
    numbers.set(days, number);
    return number;
  };

  return (body) => textWith(body, numberOf);
}

function textWith(
  body: PlanCalendarBody,
  datesOf: (days: readonly PlanHoliday[]) => string | number,
): string {
  return JSON.stringify(body, (field, value: unknown) => {
    if (SAYS_NOTHING_OF_HOURS.has(field)) return undefined;
    return field === 'days' ? datesOf(value as readonly PlanHoliday[]) : value;
  });
}

function datesText(days: readonly PlanHoliday[]): string {
  return days.map(({ date, closed }) => `${date} ${closed.from} ${closed.to}`).join();
}
