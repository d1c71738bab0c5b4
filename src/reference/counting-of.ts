import type { CheckedLimit, CheckedPromise } from '../check/model.ts';
import type { InstantMs } from '../time/types.ts';
import { countDates, countHours, countSeveral, type Counting, type PausedDays } from './ticket-count.ts';
import type { TicketLife } from './ticket-life.ts';
import type { TicketClock } from './ticket-clock.ts';

/** What a pause does to the dates that a clock counts, as its terms say now. */
export function daysOf(life: TicketLife, { metric }: TicketClock): PausedDays {
  return life.clockOf(metric)?.terms.pausedDays ?? 'run on';
}

/** Counts what the target of a clock promises; null where it is a word, or hangs on something else. */
export function countingOf(life: TicketLife, run: TicketClock, from: InstantMs): Counting | null {
  const limit = boundOf(run.target?.promise ?? null);
  return limit === null ? null : countOf(life, run, limit, from);
}

/** Counts a bound for a clock, from an instant, in the calendar as it was when the clock began. */
export function countOf(life: TicketLife, run: TicketClock, limit: CheckedLimit, from: InstantMs): Counting {
  return startCounting(life, limit, from, run.started, run.days);
}

function startCounting(
  life: TicketLife,
  limit: CheckedLimit,
  from: InstantMs,
  began: InstantMs | null,
  paused: PausedDays,
): Counting {
  switch (limit.kind) {
    case 'elapsed':
      return countHours([{ from, measure: null }], limit.seconds * 1000, 0);
    case 'hours':
      return countHours([{ from, measure: life.calendar(limit.calendar, began) }], limit.seconds * 1000, 0);
    case 'days':
      return countDates(limit, life.calendar(limit.calendar, began), from, paused);
    case 'pick':
      return countSeveral(
        limit.pick,
        limit.of.map((each) => startCounting(life, each, from, began, paused)),
      );
  }
}

/** The bound that is counted from a start; null for a word, and for a promise that hangs on another clock or an event. */
export function boundOf(promise: CheckedPromise | null): CheckedLimit | null {
  switch (promise?.kind) {
    case undefined:
    case 'word':
    case 'relative':
      return null;
    case 'range':
    case 'cadence':
      return promise.hard;
    default:
      return promise;
  }
}

/** What is aimed at before the bound, where the promise is a range or comes again and again; else null. */
export function softOf(promise: CheckedPromise): CheckedLimit | null {
  return promise.kind === 'range' || promise.kind === 'cadence' ? promise.soft : null;
}
