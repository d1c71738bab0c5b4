import type { Stretch } from '../check/conduct-model.ts';
import type { CheckedLimit } from '../check/model.ts';
import type { InstantMs } from '../time/types.ts';
import { backFrom, dueAt } from './deadline.ts';
import type { TicketLife } from './ticket-life.ts';
import { wallClock } from './wall-clock.ts';
import { openTime } from './open-time.ts';

/** When a length of time outside a table of targets is over. */
export function endOfStretch(life: TicketLife, stretch: Stretch<string>, from: InstantMs): InstantMs {
  return dueAt(calendarOfStretch(life, stretch), limitOf(stretch), from);
}

/** The instant from which a length of time ends at another. */
export function startOfStretch(life: TicketLife, stretch: Stretch<string>, end: InstantMs): InstantMs {
  return backFrom(calendarOfStretch(life, stretch), limitOf(stretch), end);
}

/** The hours that a length of time goes by: those of its calendar, or all of its zone. */
export function calendarOfStretch(life: TicketLife, stretch: Stretch<string>) {
  return (name: string) => {
    if (stretch.kind !== 'days' || stretch.calendar !== null) return life.calendar(name, null);
    return openTime(() => true, wallClock(stretch.zone ?? ''));
  };
}

/** The same length as a bound of a target. */
export function limitOf(stretch: Stretch<string>): CheckedLimit {
  if (stretch.kind !== 'days') return stretch;
  const { unit, count, calendar, end } = stretch;
  return {
    kind: 'days',
    unit,
    count,
    calendar: calendar ?? '',
    end: { kind: end },
    receipt: 'as received',
    dayOne: 'day after',
    cutOff: null,
    endOutside: 'stays',
  };
}
