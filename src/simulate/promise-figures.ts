/** The figures of one promise over a set of tickets. */
import { STATUSES, type MetricOutcome, type Status, type TicketColumns } from './outcome.ts';
import { statusCode } from './promises.ts';
import { percentilesOf } from './statistics/percentiles.ts';
import { intervalOverRuns, wilsonInterval } from './statistics/share-interval.ts';
import type { Attainment, LateFigures, PromiseFigures, WaitFigures } from './summary.ts';

const MET = statusCode('met');
const MISSED = statusCode('missed');
const RUNNING = statusCode('running');
const UNMEASURED = statusCode('unmeasured');
const WORDS: readonly Status[] = [
  'best effort',
  'not offered',
  'optional',
  'unknown',
  'as agreed',
  'not started',
];

/** @param rows the tickets that count, by row */
export function promiseFigures(
  outcome: MetricOutcome,
  tickets: TicketColumns,
  rows: Uint32Array,
): PromiseFigures {
  const counts = new Array<number>(STATUSES.length).fill(0);
  for (let i = 0; i < rows.length; i += 1) counts[outcome.status[rows[i] as number] as number]! += 1;
  const countOf = (code: number): number => counts[code] as number;
  return {
    tickets: rows.length,
    met: countOf(MET),
    missed: countOf(MISSED),
    running: countOf(RUNNING),
    unmeasured: countOf(UNMEASURED),
    words: WORDS.map((word) => ({ word, count: countOf(statusCode(word)) })).filter(({ count }) => count > 0),
    attainment: attainmentOf(outcome, tickets, rows),
    wait: waitFigures(outcome, tickets, rows),
    late: lateFigures(outcome, rows, countOf(MISSED)),
  };
}

/**
 * An interval over runs needs two runs that differ. Below two, and where all of them came out alike (nothing was ever
 * missed, say), their spread tells nothing, and the tickets are taken as independent.
 */
export function attainmentOf(
  outcome: MetricOutcome,
  tickets: TicketColumns,
  rows: Uint32Array,
): Attainment | null {
  const perRun = new Map<number, { met: number; judged: number }>();
  let met = 0;
  let judged = 0;
  let tally = { met: 0, judged: 0 };
  let of = -1;
  const { status: codes } = outcome;
  const { run: runs } = tickets;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number;
    const status = codes[row] as number;
    if (status !== MET && status !== MISSED) continue;
    const run = runs[row] as number;
    // Tickets of a run lie together.
    if (run !== of) {
      tally = perRun.get(run) ?? { met: 0, judged: 0 };
      perRun.set(run, tally);
      of = run;
    }
    tally.judged += 1;
    judged += 1;
    if (status === MET) {
      tally.met += 1;
      met += 1;
    }
  }
  if (judged === 0) return null;
  const shares = [...perRun.values()].map((tally) => tally.met / tally.judged);
  return {
    met,
    judged,
    interval: differ(shares) ? intervalOverRuns(shares, 0, 1) : wilsonInterval(met, judged),
  };
}

function differ(shares: readonly number[]): boolean {
  return shares.some((share) => share !== shares[0]);
}

function waitFigures(outcome: MetricOutcome, tickets: TicketColumns, rows: Uint32Array): WaitFigures | null {
  const waits = new Float64Array(rows.length);
  let count = 0;
  let sum = 0;
  let max = 0;
  const { stopped: stops } = outcome;
  const { opened } = tickets;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number;
    const stopped = stops[row] as number;
    if (Number.isNaN(stopped)) continue;
    const wait = stopped - (opened[row] as number);
    waits[count] = wait;
    count += 1;
    sum += wait;
    if (wait > max) max = wait;
  }
  if (count === 0) return null;
  const [median, p90, p95, p99] = percentilesOf(waits.subarray(0, count), [0.5, 0.9, 0.95, 0.99]) as [
    number,
    number,
    number,
    number,
  ];
  return { count, mean: sum / count, median, p90, p95, p99, max };
}

function lateFigures(
  { status, stopped, due }: MetricOutcome,
  rows: Uint32Array,
  missed: number,
): LateFigures | null {
  if (missed === 0) return null;
  const late = new Float64Array(missed);
  let count = 0;
  let max = NaN;
  let total = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number;
    if (status[row] !== MISSED) continue;
    const by = (stopped[row] as number) - (due[row] as number);
    if (Number.isNaN(by)) continue;
    late[count++] = by;
    total += by;
    if (!(by <= max)) max = by;
  }
  const [median = NaN] = count === 0 ? [] : percentilesOf(late.subarray(0, count), [0.5]);
  return { count, neverStopped: missed - count, median, max, total };
}
