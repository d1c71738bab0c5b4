import type { Calendar, Engine } from '../../engine/index.ts';
import type { MetricOutcome, Outcome, PlanOutcome } from '../outcome.ts';
import { statusCode } from '../promises.ts';
import { percentilesOf } from '../statistics/percentiles.ts';
import type { BreachTime, ElapsedAndWorking, InBreach, TimeFigures, Times } from './answers.ts';
import { ALL_TIME, type OpenTime } from './open-time.ts';
import { ELAPSED, NOTHING_COUNTED } from './promise-calendar.ts';

const MET = statusCode('met');
const MISSED = statusCode('missed');

/** How the promises of one metric under one plan count time, ticket by ticket. */
export interface CountedBy {
  /** By ticket: which of `open` its promise counts by; -1 where a word stands in place of a promise. */
  readonly of: Int16Array;
  readonly open: readonly OpenTime[];
  /** Whether every promise counts elapsed time. */
  readonly isElapsed: boolean;
}

/** @param calendarOf place of the calendar of a ticket's promise, `ELAPSED`, or `NOTHING_COUNTED` */
export function countedBy(engine: Engine, tickets: number, calendarOf: (row: number) => number): CountedBy {
  const of = new Int16Array(tickets);
  const places = new Map([[NOTHING_COUNTED, -1]]);
  const open: OpenTime[] = [];
  let last = NaN;
  let place = -1;
  for (let row = 0; row < tickets; row += 1) {
    const calendar = calendarOf(row);
    if (calendar !== last) {
      let known = places.get(calendar);
      if (known === undefined) {
        known = open.push(calendar === ELAPSED ? ALL_TIME : within(engine.calendar(calendar))) - 1;
        places.set(calendar, known);
      }
      last = calendar;
      place = known;
    }
    of[row] = place;
  }
  return { of, open, isElapsed: open.every((each) => each === ALL_TIME) && !of.includes(-1) };
}

/** How long it took from the opening to the first work, which is the same for every promise of a plan. */
export function untilFirstWork({ tickets }: Outcome, { firstWork }: PlanOutcome): TimeFigures | null {
  if (firstWork === undefined) return null;
  const times = new Float64Array(tickets.count);
  return figuresOf(times, elapsedBetween(tickets.opened, firstWork, times));
}

/**
 * How long it took from the opening to the first work and to the stop of a clock.
 * @param untilFirst what `untilFirstWork` says of the plan
 */
export function timesOf(
  { tickets }: Outcome,
  { firstWork }: PlanOutcome,
  { stopped, used }: MetricOutcome,
  counted: CountedBy,
  untilFirst: TimeFigures | null,
): Times {
  const times = new Float64Array(tickets.count);
  const until = (ends: Float64Array, known?: TimeFigures | null): ElapsedAndWorking => {
    const elapsed =
      known === undefined ? figuresOf(times, elapsedBetween(tickets.opened, ends, times)) : known;
    const working = counted.isElapsed
      ? elapsed
      : figuresOf(times, openBetween(tickets.opened, ends, counted, times));
    return { elapsed, working };
  };
  const stop = until(stopped);
  // What was judged by its history knows what counted of it, without the pauses.
  const working = used === undefined ? stop.working : figuresOf(times, knownOf(used, times));
  return {
    firstWork: firstWork === undefined ? null : until(firstWork, untilFirst),
    stop: { elapsed: stop.elapsed, working },
  };
}

/** How long the misses stayed behind their deadlines. */
export function inBreachOf({ due, stopped, status }: MetricOutcome, { of, open }: CountedBy): InBreach {
  let judged = 0;
  let missed = 0;
  let misses = 0;
  let elapsed = 0;
  let working = 0;
  for (let row = 0; row < status.length; row += 1) {
    if (status[row] === MET) judged += 1;
    if (status[row] !== MISSED) continue;
    judged += 1;
    missed += 1;
    const from = due[row] as number;
    const to = stopped[row] as number;
    if (Number.isNaN(to - from)) continue;
    misses += 1;
    elapsed += to - from;
    working += (open[of[row] as number] ?? ALL_TIME).between(from, to);
  }
  const timeOf = (totalMs: number): BreachTime => ({
    totalMs,
    perTicketMs: judged === 0 ? null : totalMs / judged,
    perMissMs: misses === 0 ? null : totalMs / misses,
  });
  return { misses, neverStopped: missed - misses, elapsed: timeOf(elapsed), working: timeOf(working) };
}

/** Writes the times of the rows that have both into `times`; how many they are. */
function elapsedBetween(from: Float64Array, to: Float64Array, times: Float64Array): number {
  let count = 0;
  for (let row = 0; row < from.length; row += 1) {
    const ms = (to[row] as number) - (from[row] as number);
    if (ms >= 0) times[count++] = ms;
  }
  return count;
}

/** The same in the time that each row's promise counts; rows that have no promise are left out. */
function openBetween(
  from: Float64Array,
  to: Float64Array,
  { of, open }: CountedBy,
  times: Float64Array,
): number {
  let count = 0;
  for (let row = 0; row < from.length; row += 1) {
    const start = from[row] as number;
    const end = to[row] as number;
    const place = of[row] as number;
    if (end >= start && place !== -1) times[count++] = (open[place] as OpenTime).between(start, end);
  }
  return count;
}

function knownOf(column: Float64Array, times: Float64Array): number {
  let count = 0;
  for (const ms of column) if (ms >= 0) times[count++] = ms;
  return count;
}

/** Behind what a calendar covers nothing is known to be open. */
function within(calendar: Calendar): OpenTime {
  const { from: first, to: last } = calendar.horizon;
  return {
    between(from, to) {
      const start = from > first ? from : first;
      const end = to < last ? to : last;
      return start < end ? calendar.between(start, end) : 0;
    },
  };
}

/** Of the first so many of the times; their order is lost. */
function figuresOf(times: Float64Array, count: number): TimeFigures | null {
  if (count === 0) return null;
  let sum = 0;
  let max = 0;
  for (let i = 0; i < count; i += 1) {
    const ms = times[i] as number;
    sum += ms;
    if (ms > max) max = ms;
  }
  const [p50, p90, p95, p99] = percentilesOf(times.subarray(0, count), [0.5, 0.9, 0.95, 0.99]) as [
    number,
    number,
    number,
    number,
  ];
  return { count, mean: sum / count, p50, p90, p95, p99, max };
}
