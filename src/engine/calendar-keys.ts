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

/**
 * Writes keys that are equal for calendars that hold the same hours in the same zones, whatever their labels and places in
 * the text. Lists of holidays are the most of what calendars hold, and many hold the same: in the keys of one writer, each
 * stands for itself by a number.
 */
export function calendarKeys(): (body: PlanCalendarBody) => string {
  const numbers = new Map<readonly PlanHoliday[], number>();
  const byText = new Map<string, number>();

  const numberOf = (days: readonly PlanHoliday[]): number => {
    const known = numbers.get(days);
    if (known !== undefined) return known;
    const text = hoursAlone(days);
    const number = byText.get(text) ?? byText.size;
    byText.set(text, number);
    numbers.set(days, number);
    return number;
  };

  return (body) =>
    hoursAlone(body, (field, value) =>
      field === 'days' ? numberOf(value as readonly PlanHoliday[]) : value,
    );
}

function hoursAlone(of: unknown, replace: (field: string, value: unknown) => unknown = (_, value) => value) {
  return JSON.stringify(of, (field, value: unknown) =>
    SAYS_NOTHING_OF_HOURS.has(field) ? undefined : replace(field, value),
  );
}
