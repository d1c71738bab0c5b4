import { HorizonError, type Calendar, type Engine } from '../../engine/index.ts';
import type { MetricOutcome, Outcome, PlanOutcome } from '../outcome.ts';
import { statusCode } from '../promises.ts';
import { percentilesOf } from '../statistics/percentiles.ts';
import type { BreachTime, ElapsedAndWorking, InBreach, TimeFigures, Times } from './answers.ts';
import { ELAPSED, NOTHING_COUNTED, type PromiseCalendars } from './promise-calendar.ts';

const MET = statusCode('met');
const MISSED = statusCode('missed');

/** How long it took from the opening to the first work and to the stop of a clock. */
export function timesOf(
  engine: Engine,
  { tickets }: Outcome,
  { firstWork }: PlanOutcome,
  { stopped }: MetricOutcome,
  calendars: PromiseCalendars,
): Times {
  const until = (ends: Float64Array): ElapsedAndWorking => ({
    elapsed: figuresOf(elapsedBetween(tickets.opened, ends)),
    working: figuresOf(openBetween(engine, tickets.opened, ends, (row) => calendars(tickets, row))),
  });
  return { firstWork: firstWork === undefined ? null : until(firstWork), stop: until(stopped) };
}

/** How long the misses stayed behind their deadlines. */
export function inBreachOf(
  engine: Engine,
  { tickets }: Outcome,
  { due, stopped, status }: MetricOutcome,
  calendars: PromiseCalendars,
): InBreach {
  let judged = 0;
  let missed = 0;
  const from = due.slice();
  for (let row = 0; row < status.length; row += 1) {
    if (status[row] === MET || status[row] === MISSED) judged += 1;
    if (status[row] === MISSED) missed += 1;
    else from[row] = NaN;
  }
  const elapsed = elapsedBetween(from, stopped);
  const working = openBetween(engine, from, stopped, (row) => calendars(tickets, row));
  const misses = elapsed.length;
  const timeOf = (times: Float64Array): BreachTime => {
    const totalMs = times.reduce((sum, ms) => sum + ms, 0);
    return {
      totalMs,
      perTicketMs: judged === 0 ? null : totalMs / judged,
      perMissMs: misses === 0 ? null : totalMs / misses,
    };
  };
  return { misses, neverStopped: missed - misses, elapsed: timeOf(elapsed), working: timeOf(working) };
}

/** Of the rows that have both. */
function elapsedBetween(from: Float64Array, to: Float64Array): Float64Array {
  const times = new Float64Array(from.length);
  let count = 0;
  for (let row = 0; row < from.length; row += 1) {
    const ms = (to[row] as number) - (from[row] as number);
    if (!Number.isNaN(ms)) times[count++] = ms;
  }
  return times.subarray(0, count);
}

/** The same in the open time of each row's calendar; rows that have none are left out. */
function openBetween(
  engine: Engine,
  from: Float64Array,
  to: Float64Array,
  calendarOf: (row: number) => number,
): Float64Array {
  const times = new Float64Array(from.length);
  let count = 0;
  const open = new Map<number, (start: number, end: number) => number>();
  for (let row = 0; row < from.length; row += 1) {
    const start = from[row] as number;
    const end = to[row] as number;
    if (Number.isNaN(end - start)) continue;
    const calendar = calendarOf(row);
    if (calendar === NOTHING_COUNTED) continue;
    if (calendar === ELAPSED) {
      times[count++] = end - start;
      continue;
    }
    let between = open.get(calendar);
    if (between === undefined) open.set(calendar, (between = openTimeWithin(engine.calendar(calendar))));
    times[count++] = between(start, end);
  }
  return times.subarray(0, count);
}

/** Behind what a calendar covers nothing is known to be open. */
function openTimeWithin(calendar: Calendar): (from: number, to: number) => number {
  const { from: first, to: last } = calendar.horizon;
  return (from, to) => {
    const [start, end] = [Math.max(from, first), Math.min(to, last)];
    try {
      return start < end ? calendar.between(start, end) : 0;
    } catch (error) {
      // A calendar for customers says nothing without one.
      if (error instanceof HorizonError) return 0;
      throw error;
    }
  };
}

function figuresOf(times: Float64Array): TimeFigures | null {
  const count = times.length;
  if (count === 0) return null;
  let sum = 0;
  let max = 0;
  for (const ms of times) {
    sum += ms;
    if (ms > max) max = ms;
  }
  const [p50, p90, p95, p99] = percentilesOf(times, [0.5, 0.9, 0.95, 0.99]) as [
    number,
    number,
    number,
    number,
  ];
  return { count, mean: sum / count, p50, p90, p95, p99, max };
}
