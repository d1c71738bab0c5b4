import type { CalendarKey } from '../check/calendar-keys.ts';
import type { Selector } from '../check/model.ts';
import type { CalendarTable } from './lower-calendars.ts';
import type { PlanSelector } from './model.ts';

/** The calendars in whose hours, or outside them, tickets are opened of which a selector speaks. */
export function calendarsOfOpening({ opened }: Selector): readonly string[] {
  return opened.map(({ calendar }) => calendar);
}

/** A selector with its hours of opening, as they are for the tickets of a key. */
export function lowerWithOpening(
  when: Selector,
  key: CalendarKey,
  calendars: CalendarTable,
  selectorOf: (selector: Selector) => PlanSelector,
): PlanSelector {
  return {
    ...selectorOf(when),
    opened: when.opened.map(({ side, calendar }) => ({
      side,
      calendar: calendars.indexOf(calendar, key),
    })),
  };
}
