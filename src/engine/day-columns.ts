import type { PlanDays } from '../plan/model.ts';
import { MS_PER_DAY, MS_PER_SECOND } from '../time/units.ts';
import type { EpochDay, InstantMs } from '../time/types.ts';
import { offsetAt } from '../time/zone-arithmetic.ts';
import type { BusinessDates } from './business-dates.ts';
import { dueOf, endByDate } from './deadline.ts';
import type { Engine } from './engine.ts';
import { answerEach } from './row-by-row.ts';

/** A shorter column is counted row by row: what dates come to is worth keeping for those who share them. */
const LEAST_ROWS = 256;

/**
 * `out[i]` is when a count of dates that starts at `starts[i]` ends; NaN stays NaN. Where an end does not hang on the time of
 * receipt, all that are received on one date end together, so each date is counted once.
 * @throws {HorizonError} as `Engine.deadline` does, with the row.
 */
export function daysEach(engine: Engine, limit: PlanDays, starts: Float64Array, out: Float64Array): void {
  const isShort = starts.length < LEAST_ROWS || starts.every(Number.isNaN);
  const received = isShort ? null : receivedEach(engine, limit, starts);
  const count = received === null ? null : knownCount(engine, limit);
  answerEach(starts, out, (t, row) =>
    received === null || count === null ? dueOf(engine, limit, t) : count(t, received[row] as number),
  );
}

/** When each is received, but for a cut-off; null where that is not known of all, so that each is asked by itself. */
function receivedEach(
  engine: Engine,
  { receipt, calendar }: PlanDays,
  starts: Float64Array,
): Float64Array | null {
  const received = starts.slice();
  if (receipt === 'as received') return received;
  try {
    engine.calendar(calendar).nextOpenEach(received, received);
  } catch {
    return null;
  }
  return received;
}

type Count = (start: InstantMs, received: InstantMs) => InstantMs;

const counts = new WeakMap<Engine, Map<PlanDays, Count | null>>();

/** What dates come to is kept for all columns of an engine. */
function knownCount(engine: Engine, limit: PlanDays): Count | null {
  const known = counts.get(engine) ?? new Map<PlanDays, Count | null>();
  counts.set(engine, known);
  let count = known.get(limit);
  if (count === undefined) known.set(limit, (count = countOf(engine, limit)));
  return count;
}

/** The end of a count by its start and its receipt; null where it hangs on the time of day. */
function countOf(engine: Engine, limit: PlanDays): Count | null {
  const calendar = engine.calendar(limit.calendar);
  const dates = engine.businessDates(limit.calendar, limit.zone);
  if (limit.end.kind === 'same time') {
    // A count from the day after, which keeps the time, is what a calendar's own days are.
    const isPlain =
      limit.unit === 'business day' &&
      limit.count > 0 &&
      limit.dayOne === 'day after' &&
      limit.cutOff === null &&
      limit.endOutside === 'stays';
    return isPlain ? (start, received) => Math.max(dates.addDays(received, limit.count), start) : null;
  }

  const zone = engine.zone(limit.zone);
  const localMs = (t: InstantMs) => t + offsetAt(zone, t) * MS_PER_SECOND;
  const ends = byDate((date) => endByDate(limit, calendar, dates, date));
  // A ticket that comes too late for a business date is one of the next one's opening.
  const late = byDate((date) => {
    const opening = calendar.nextOpen(dates.instantAt(dates.after(date, 1), 0));
    return endByDate(limit, calendar, dates, dates.wallClockAt(opening).epochDay);
  });
  const { cutOff } = limit;
  return (start, received) => {
    if (!isCovered(dates, start) || !isCovered(dates, received)) return dueOf(engine, limit, start);
    if (cutOff !== null) {
      const local = localMs(start);
      const date = Math.floor(local / MS_PER_DAY);
      const isLate = local - date * MS_PER_DAY >= cutOff * MS_PER_SECOND;
      if (isLate && dates.includes(date)) return Math.max(late(date), start);
    }
    return Math.max(ends(Math.floor(localMs(received) / MS_PER_DAY)), start);
  };
}

/** Whether an instant is well within the dates that are known, whatever its offset. */
function isCovered({ limit }: BusinessDates, t: InstantMs): boolean {
  return t >= (limit.from + 2) * MS_PER_DAY && t < (limit.to - 2) * MS_PER_DAY;
}

/** Dates whose ends are kept together. */
const PAGE = 512;

/** What is found of a date, once. */
function byDate(find: (date: EpochDay) => InstantMs): (date: EpochDay) => InstantMs {
  const pages: (Float64Array | undefined)[] = [];
  return (date) => {
    const page = (pages[Math.floor(date / PAGE)] ??= new Float64Array(PAGE).fill(NaN));
    const known = page[date % PAGE] as number;
    return Number.isNaN(known) ? (page[date % PAGE] = find(date)) : known;
  };
}
