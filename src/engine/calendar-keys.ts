import type { PlanHoliday } from '../plan/calendar-model.ts';
import type { PlanCalendarBody } from '../plan/model.ts';
import { assertNever } from '../text/assert-never.ts';
import { Digest } from './digest.ts';

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
  return textsOf((text) => new Digest().text(text).hex)(body);
}

/**
 * Writes keys that are equal for calendars that hold the same hours in the same zones. What many calendars share (parts,
 * and lists of holidays, which are the most of what they hold) stands for itself by a number in the keys of one writer.
 */
export function calendarKeys(): (body: PlanCalendarBody) => string {
  const numbers = new Map<string, number>();
  return textsOf((text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
}

/** Writes what decides when a calendar is open; what may be shared is written once, and then by what stands for it. */
function textsOf(standIn: (text: string) => string | number): (body: PlanCalendarBody) => string {
  const known = new Map<object, string | number>();
  const short = <T extends object>(of: T, textOf: (of: T) => string): string | number => {
    const found = known.get(of) ?? standIn(textOf(of));
    known.set(of, found);
    return found;
  };
  const textOf = (body: PlanCalendarBody): string => {
    switch (body.kind) {
      case 'union':
      case 'intersection':
        return JSON.stringify([body.kind, body.of.map((part) => short(part, textOf))]);
      case 'difference':
        return JSON.stringify([body.kind, short(body.from, textOf), short(body.minus, textOf)]);
      case 'always':
      case 'never':
      case 'between zones':
      case 'civil':
        return JSON.stringify(body, (field, value: unknown) => {
          if (SAYS_NOTHING_OF_HOURS.has(field)) return undefined;
          return field === 'days' ? short(value as readonly PlanHoliday[], datesText) : value;
        });
      default:
        return assertNever(body);
    }
  };
  return textOf;
}

function datesText(days: readonly PlanHoliday[]): string {
  return days.map(({ date, closed }) => `${date} ${closed.from} ${closed.to}`).join();
}
