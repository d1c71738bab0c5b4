import type { CheckedDays } from '../check/model.ts';
import type { InstantMs } from '../time/types.ts';
import { dueAt } from './deadline.ts';
import type { OpenTime } from './open-time.ts';
import type { Stillness } from './ticket-pauses.ts';
import { MINUTE_MS, plusDays } from './wall-clock.ts';

/** What is being counted towards a promise. */
export interface Counting {
  readonly from: InstantMs;
  /** Whether a pause does anything to it. */
  readonly stands: boolean;
  /** Null where a pause that goes on comes first. */
  due(still: Stillness): InstantMs | null;
  /** When so much of it is used up as the share says. */
  dueOfShare(numerator: number, denominator: number, still: Stillness): InstantMs | null;
  used(until: InstantMs, still: Stillness): number;
  paused(until: InstantMs, still: Stillness): number;
  /** Null for a count of dates. */
  readonly hours: {
    readonly budget: number;
    readonly credit: number;
    readonly pieces: readonly Piece[];
  } | null;
  /** By which calendar time spent on it is told; null for elapsed time. */
  readonly measure: OpenTime | null;
}

/** From an instant on another calendar counts; null counts all time. */
export interface Piece {
  readonly from: InstantMs;
  readonly measure: OpenTime | null;
}

const WALK_MS = 120 * 86_400_000;

/** Goes forward in steps in which nothing changes, none longer than a minute, until `visit` says to end. */
function walk(
  from: InstantMs,
  pieces: readonly Piece[],
  still: Stillness,
  visit: (from: InstantMs, to: InstantMs, isOpen: boolean, isPaused: boolean) => boolean,
): void {
  for (let at = from; ;) {
    if (at - from > WALK_MS) throw new Error('the reference walked too far');
    let end = Math.min(Math.floor(at / MINUTE_MS) * MINUTE_MS + MINUTE_MS, still.edgeAfter(at));
    for (const piece of pieces) if (piece.from > at && piece.from < end) end = piece.from;
    const measure = pieces.findLast((piece) => piece.from <= at)?.measure ?? null;
    const isOpen = measure === null || measure.isOpen(at);
    if (visit(at, end, isOpen, still.isStill(at))) return;
    at = end;
  }
}

export function countHours(pieces: readonly Piece[], budget: number, credit: number): Counting {
  const from = pieces[0]?.from ?? 0;
  const dueAfter = (ms: number, still: Stillness): InstantMs | null => {
    let left = ms - credit;
    if (left <= 0) return from;
    let due: InstantMs | null = null;
    walk(from, pieces, still, (at, end, isOpen, isPaused) => {
      if (at >= still.endlessFrom) return true;
      if (!isOpen || isPaused) return false;
      if (left <= end - at) {
        due = at + left;
        return true;
      }
      left -= end - at;
      return false;
    });
    return due;
  };
  const sum = (until: InstantMs, still: Stillness, which: (isPaused: boolean) => boolean): number => {
    let total = 0;
    if (until <= from) return 0;
    walk(from, pieces, still, (at, end, isOpen, isPaused) => {
      if (isOpen && which(isPaused)) total += Math.min(end, until) - at;
      return end >= until;
    });
    return total;
  };
  return {
    from,
    stands: true,
    hours: { budget, credit, pieces },
    measure: pieces.at(-1)?.measure ?? null,
    due: (still) => dueAfter(budget, still),
    dueOfShare: (n, d, still) => dueAfter(Math.ceil((budget * n) / d), still),
    used: (until, still) => credit + sum(until, still, (isPaused) => !isPaused),
    paused: (until, still) => sum(until, still, (isPaused) => isPaused),
  };
}

export type PausedDays = 'run on' | 'skip dates' | 'add time';

export function countDates(
  limit: CheckedDays,
  calendar: OpenTime,
  from: InstantMs,
  does: PausedDays,
): Counting {
  const end = (skipped: number): InstantMs => {
    if (limit.unit === 'business day' || limit.unit === 'calendar day') {
      return dueAt(() => calendar, { ...limit, count: limit.count + skipped }, from);
    }
    const due = dueAt(() => calendar, limit, from);
    if (skipped === 0) return due;
    const { date, time } = calendar.clock.read(due);
    return calendar.clock.find(plusDays(date, skipped), time * 1000 + (due % MINUTE_MS));
  };
  const due = (still: Stillness): InstantMs | null => {
    let found = end(0);
    let skipped = 0;
    if (does === 'run on') return found;
    for (let at = from; ;) {
      const pause = still.nextFrom(at, found);
      if (pause === null) return found;
      if (pause.to === null) return null;
      if (does === 'add time') found = calendar.add(found, calendar.between(pause.from, pause.to));
      else {
        skipped += datesEnded(limit.unit, calendar, pause.from, pause.to);
        found = end(skipped);
      }
      at = pause.to;
    }
  };
  return {
    from,
    stands: does !== 'run on',
    hours: null,
    measure: calendar,
    due,
    ...told(from, calendar, due, does !== 'run on'),
  };
}

/** Time spent on what is no count of hours is told by a calendar. */
function told(
  from: InstantMs,
  measure: OpenTime | null,
  due: Counting['due'],
  stands: boolean,
): Pick<Counting, 'dueOfShare' | 'used' | 'paused'> {
  const hours = countHours([{ from, measure }], 0, 0);
  const pauses = (still: Stillness) => (stands ? still : still.without());
  return {
    used: (until, still) => hours.used(until, pauses(still)),
    paused: (until, still) => hours.paused(until, pauses(still)),
    dueOfShare: (n, d, still) => {
      const whole = due(still);
      if (whole === null) return null;
      const length = hours.used(whole, pauses(still));
      return countHours([{ from, measure }], Math.ceil((length * n) / d), 0).due(pauses(still));
    },
  };
}

/** How many dates of the kind counted end between two instants. */
export function datesEnded(unit: string, calendar: OpenTime, start: InstantMs, stop: InstantMs): number {
  const last = calendar.clock.read(stop).date;
  let count = 0;
  for (let { date } = calendar.clock.read(start); date < last; date = plusDays(date, 1)) {
    if (unit !== 'business day' || calendar.opensOn(date)) count += 1;
  }
  return count;
}

/** Time spent on several is told by the first, and stands still where any of them does. */
export function countSeveral(pick: 'later' | 'earlier', of: readonly Counting[]): Counting {
  const [first] = of;
  if (first === undefined) throw new Error('a choice of nothing');
  const due = (still: Stillness): InstantMs | null => {
    const ends = of.map((each) => each.due(still));
    const known = ends.filter((each) => each !== null);
    // Whatever a pause keeps from ending ends after all that has ended.
    if (known.length === 0 || (pick === 'later' && known.length < ends.length)) return null;
    return known.reduce((a, b) => (pick === 'later' ? Math.max(a, b) : Math.min(a, b)));
  };
  const stands = pick === 'later' ? of.some((each) => each.stands) : of.every((each) => each.stands);
  const { from, measure } = first;
  return { from, stands, hours: null, measure, due, ...told(from, measure, due, stands) };
}
