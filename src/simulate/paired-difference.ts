import type { MetricOutcome, Outcome, PlanOutcome, TicketColumns } from './outcome.ts';
import { statusCode } from './promises.ts';
import { intervalOverRuns, pairedInterval } from './statistics/share-interval.ts';
import type { PairedDifference, PairedVariance, ShareInterval } from './summary.ts';

const MET = statusCode('met');
const MISSED = statusCode('missed');

/** Every pair of plans, the earlier one first, for each metric that both have. */
export function pairedDifferences(outcome: Outcome): readonly PairedDifference[] {
  return outcome.plans.flatMap((first, i) =>
    outcome.plans.slice(i + 1).flatMap((second) =>
      first.metrics.flatMap((metric) => {
        const other = second.metrics.find((entry) => entry.metric === metric.metric);
        return other === undefined ? [] : [compare(outcome, first, metric, second, other)];
      }),
    ),
  );
}

/** The fourfold table of one run: met under both, under one alone, under neither. */
interface Cells {
  bothMet: number;
  onlyFirstMet: number;
  onlySecondMet: number;
  neitherMet: number;
}

function compare(
  outcome: Outcome,
  first: PlanOutcome,
  firstMetric: MetricOutcome,
  second: PlanOutcome,
  secondMetric: MetricOutcome,
): PairedDifference {
  const runs = cellsByRun(outcome.tickets, firstMetric.status, secondMetric.status);
  const total: Cells = { bothMet: 0, onlyFirstMet: 0, onlySecondMet: 0, neitherMet: 0 };
  for (const cells of runs) {
    total.bothMet += cells.bothMet;
    total.onlyFirstMet += cells.onlyFirstMet;
    total.onlySecondMet += cells.onlySecondMet;
    total.neitherMet += cells.neitherMet;
  }
  return {
    metric: firstMetric.metric,
    first: first.plan,
    second: second.plan,
    firstName: outcome.plan.plans[first.plan]?.name ?? '',
    secondName: outcome.plan.plans[second.plan]?.name ?? '',
    judged: judgedIn(total),
    ...total,
    interval: intervalOf(runs, total),
    variance: varianceOf(runs),
  };
}

function intervalOf(runs: readonly Cells[], total: Cells): ShareInterval | null {
  const judged = judgedIn(total);
  if (judged === 0) return null;
  if (runs.length < 2) return pairedInterval(total.onlyFirstMet, total.onlySecondMet, judged);
  const differences = runs.map((cells) => (cells.onlySecondMet - cells.onlyFirstMet) / judgedIn(cells));
  return intervalOverRuns(differences, -1, 1);
}

/** The covariance of the runs says what independent runs would have given. */
function varianceOf(runs: readonly Cells[]): PairedVariance | null {
  if (runs.length < 2) return null;
  const first = runs.map((cells) => (cells.bothMet + cells.onlyFirstMet) / judgedIn(cells));
  const second = runs.map((cells) => (cells.bothMet + cells.onlySecondMet) / judgedIn(cells));
  const independent = variance(first) + variance(second);
  if (independent === 0) return null;
  const paired = variance(second.map((share, run) => share - (first[run] as number)));
  return { paired, independent, ratio: paired / independent };
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** Runs in which some ticket was judged under both plans. */
function cellsByRun(tickets: TicketColumns, first: Uint8Array, second: Uint8Array): readonly Cells[] {
  const byRun = new Map<number, Cells>();
  for (let row = 0; row < tickets.count; row += 1) {
    const a = first[row];
    const b = second[row];
    if ((a !== MET && a !== MISSED) || (b !== MET && b !== MISSED)) continue;
    const run = tickets.run[row] as number;
    let cells = byRun.get(run);
    if (cells === undefined) {
      cells = { bothMet: 0, onlyFirstMet: 0, onlySecondMet: 0, neitherMet: 0 };
      byRun.set(run, cells);
    }
    if (a === MET) {
      if (b === MET) cells.bothMet += 1;
      else cells.onlyFirstMet += 1;
    } else if (b === MET) cells.onlySecondMet += 1;
    else cells.neitherMet += 1;
  }
  return [...byRun.values()];
}

function judgedIn(cells: Cells): number {
  return cells.bothMet + cells.onlyFirstMet + cells.onlySecondMet + cells.neitherMet;
}
