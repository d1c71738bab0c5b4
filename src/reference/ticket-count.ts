import type { CheckedDays } from '../check/model.ts';
import type { InstantMs } from '../time/types.ts';
import { dueAt } from './deadline.ts';
import type { OpenTime } from './open-time.ts';
import { MINUTE_MS, plusDays } from './wall-clock.ts';

/** A pause that counts; it goes on while `to` is null. */
export interface Pause {
  readonly from: InstantMs;
  to: InstantMs | null;
}

export interface Standstill {
  readonly pauses: readonly Pause[];
  /** Calendars during whose open hours the clock stands still. */
  readonly during: readonly OpenTime[];
}

/** What is being counted towards a promise. */
export interface Counting {
  readonly from: InstantMs;
  /** Null where a pause that goes on comes first. */
  due(still: Standstill): InstantMs | null;
  /** When so much of it is used up as the share says. */
  dueOfShare(numerator: number, denominator: number, still: Standstill): InstantMs | null;
  used(until: InstantMs, still: Standstill): number;
  paused(until: InstantMs, still: Standstill): number;
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
  { pauses, during }: Standstill,
  visit: (from: InstantMs, to: InstantMs, isOpen: boolean, isPaused: boolean) => boolean,
): void {
  const edges = [...pieces.map((piece) => piece.from), ...pauses.flatMap(({ from: a, to }) => [a, to ?? a])];
  for (let at = from; ;) {
    if (at - from > WALK_MS) throw new Error('the reference walked too far');
    let end = Math.floor(at / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
    for (const edge of edges) if (edge > at && edge < end) end = edge;
    const measure = pieces.findLast((piece) => piece.from <= at)?.measure ?? null;
    const isOpen = measure === null || measure.isOpen(at);
    const isPaused =
      pauses.some((pause) => pause.from <= at && (pause.to === null || at < pause.to)) ||
      during.some((calendar) => calendar.isOpen(at));
    if (visit(at, end, isOpen, isPaused)) return;
    at = end;
  }
}

export function countHours(pieces: readonly Piece[], budget: number, credit: number): Counting {
  const from = pieces[0]?.from ?? 0;
  const dueAfter = (ms: number, still: Standstill): InstantMs | null => {
    let left = ms - credit;
    if (left <= 0) return from;
    const endless = still.pauses.find(({ to }) => to === null);
    let due: InstantMs | null = null;
    walk(from, pieces, still, (at, end, isOpen, isPaused) => {
      if (endless !== undefined && at >= endless.from) return true;
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
  const sum = (until: InstantMs, still: Standstill, which: (isPaused: boolean) => boolean): number => {
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
    hours: { budget, credit, pieces },
    measure: pieces.at(-1)?.measure ?? null,
    due: (still) => dueAfter(budget, still),
    dueOfShare: (n, d, still) => dueAfter(Math.ceil((budget * n) / d), still),
    used: (until, still) => credit + sum(until, still, (isPaused) => !isPaused),
    paused: (until, still) => sum(until, still, (isPaused) => isPaused),
  };
}

export function countDates(
  limit: CheckedDays,
  calendar: OpenTime,
  from: InstantMs,
  does: 'run on' | 'skip dates' | 'add time',
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
  const datesEnded = (start: InstantMs, stop: InstantMs): number => {
    const last = calendar.clock.read(stop).date;
    let count = 0;
    for (let { date } = calendar.clock.read(start); date < last; date = plusDays(date, 1)) {
      if (limit.unit !== 'business day' || calendar.opensOn(date)) count += 1;
    }
    return count;
  };
  const due = ({ pauses }: Standstill): InstantMs | null => {
    let found = end(0);
    let skipped = 0;
    if (does === 'run on') return found;
    for (const pause of pauses) {
      const start = Math.max(pause.from, from);
      if ((pause.to !== null && pause.to <= from) || start >= found) continue;
      if (pause.to === null) return null;
      if (does === 'add time') found = calendar.add(found, calendar.between(start, pause.to));
      else {
        skipped += datesEnded(start, pause.to);
        found = end(skipped);
      }
    }
    return found;
  };
  const told = countHours([{ from, measure: calendar }], 0, 0);
  const stands = (still: Standstill): Standstill => (does === 'run on' ? { pauses: [], during: [] } : still);
  return {
    from,
    hours: null,
    measure: calendar,
    due,
    dueOfShare: (n, d, still) => {
      const whole = due(still);
      if (whole === null) return null;
      const length = told.used(whole, still);
      return countHours([{ from, measure: calendar }], Math.ceil((length * n) / d), 0).due(still);
    },
    used: (until, still) => told.used(until, stands(still)),
    paused: (until, still) => told.paused(until, stands(still)),
  };
}

export function countSeveral(pick: 'later' | 'earlier', of: readonly Counting[]): Counting {
  const [first] = of;
  if (first === undefined) throw new Error('a choice of nothing');
  const due = (still: Standstill): InstantMs | null => {
    const ends = of.map((each) => each.due(still));
    if (ends.includes(null)) return null;
    return (ends as InstantMs[]).reduce((a, b) => (pick === 'later' ? Math.max(a, b) : Math.min(a, b)));
  };
  const told = countHours([{ from: first.from, measure: first.measure }], 0, 0);
  return {
    ...first,
    hours: null,
    due,
    used: (until, still) => told.used(until, still),
    paused: (until, still) => told.paused(until, still),
    dueOfShare: (n, d, still) => {
      const whole = due(still);
      if (whole === null) return null;
      const length = told.used(whole, still);
      return countHours([{ from: first.from, measure: first.measure }], Math.ceil((length * n) / d), 0).due(
        still,
      );
    },
  };
}
