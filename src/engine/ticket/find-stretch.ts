import type { KeyedCalendars, PlanStretch } from '../../plan/conduct-model.ts';
import type { PlanLimit } from '../../plan/model.ts';
import { MS_PER_SECOND } from '../../time/units.ts';
import type { InstantMs } from '../../time/types.ts';
import { AlwaysOpenCalendar } from '../always-open-calendar.ts';
import { BusinessDates } from '../business-dates.ts';
import { dueBefore } from '../deadline.ts';
import type { Engine } from '../engine.ts';
import { selects, type TicketKey } from '../select-target.ts';
import { ELAPSED, type DaysTerm, type PausedDays, type Term } from './term.ts';
import { countFrom, dueOfCount } from './count.ts';
import { NO_PAUSES } from './pauses.ts';

/** A limit of a cell with its calendars found. */
export function termOfLimit(engine: Engine, limit: PlanLimit, paused: PausedDays): Term {
  switch (limit.kind) {
    case 'elapsed':
      return { kind: 'hours', measure: ELAPSED, budget: limit.seconds * MS_PER_SECOND };
    case 'hours':
      return {
        kind: 'hours',
        measure: engine.calendar(limit.calendar),
        budget: limit.seconds * MS_PER_SECOND,
      };
    case 'days':
      return {
        kind: 'days',
        limit,
        measure: engine.calendar(limit.calendar),
        dates: engine.businessDates(limit.calendar, limit.zone),
        paused,
      };
    case 'pick':
      return {
        kind: 'pick',
        pick: limit.pick,
        of: limit.of.map((each) => termOfLimit(engine, each, paused)),
      };
  }
}

/** The calendar that a clause names, as it is for a ticket. */
export function calendarFor(calendars: KeyedCalendars, ticket: TicketKey): number {
  const found = calendars.find(({ when }) => selects(when, ticket));
  if (found === undefined) throw new Error('no calendar of the clause is for this ticket');
  return found.calendar;
}

/** A length of time for a ticket. Dates are counted from the day after, and an end stays where it falls. */
export function termOfStretch(engine: Engine, stretch: PlanStretch, ticket: TicketKey): Term {
  switch (stretch.kind) {
    case 'elapsed':
      return termOfLimit(engine, stretch, 'run on');
    case 'hours': {
      const calendar = calendarFor(stretch.calendar, ticket);
      return termOfLimit(engine, { ...stretch, calendar }, 'run on');
    }
    case 'days': {
      const { unit, count, end } = stretch;
      const index = stretch.calendar === null ? null : calendarFor(stretch.calendar, ticket);
      const calendar =
        index === null
          ? new AlwaysOpenCalendar('dates', engine.zone(stretch.zone ?? ''))
          : engine.calendar(index);
      const zone = calendar.zone ?? '';
      return {
        kind: 'days',
        limit: {
          kind: 'days',
          unit,
          count,
          calendar: index ?? -1,
          zone,
          end: { kind: end },
          receipt: 'as received',
          dayOne: 'day after',
          cutOff: null,
          endOutside: 'stays',
        },
        measure: calendar,
        dates:
          index === null ? new BusinessDates(calendar, engine.zone(zone)) : engine.businessDates(index, zone),
        paused: 'run on',
      };
    }
  }
}

/** When a length of time from an instant is over. */
export function endOfTerm(term: Term, from: InstantMs): InstantMs {
  return dueOfCount(countFrom(term, from), NO_PAUSES);
}

/** The instant from which a length of time ends at another. */
export function startOfTerm(term: Term, end: InstantMs): InstantMs {
  switch (term.kind) {
    case 'hours':
      return term.measure.subtract(end, term.budget);
    case 'days':
      return dateBefore(term, end);
    case 'pick': {
      const starts = term.of.map((each) => startOfTerm(each, end));
      return term.pick === 'later' ? Math.max(...starts) : Math.min(...starts);
    }
  }
}

function dateBefore(term: DaysTerm, end: InstantMs): InstantMs {
  const counters = { calendar: () => term.measure, businessDates: () => term.dates };
  return dueBefore(counters, term.limit, end);
}
