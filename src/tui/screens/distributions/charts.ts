import type { Outcome } from '../../../simulate/outcome.ts';
import { binEdges } from '../../distribution/bin-edges.ts';
import { distributionOf, rangeOf } from '../../distribution/distribution.ts';
import type { Distribution, Population } from '../../distribution/distribution.ts';
import type { ReadyState } from '../../state/state.ts';
import { distributionsHeight } from './distributions-height.ts';
import type { DistributionsState } from './distributions-state.ts';

/** The histograms that stand side by side, with the same bins. */
export interface Charts {
  readonly edges: readonly number[];
  readonly charts: readonly Chart[];
  /** Place of the chart pointed at. */
  readonly at: number;
  /** Rows: the bins, and one more where tickets have no such time. */
  readonly rows: number;
}

export interface Chart {
  readonly name: string;
  readonly population: Population;
  readonly distribution: Distribution;
  /** What the longest bar of its scale counts. Plans share one; a rare severity would be lost on that of a frequent one. */
  readonly largest: number;
}

export function chartsOf(state: ReadyState, shown: DistributionsState): Charts {
  const { outcome, summary } = state.model;
  const { metric, measure, beside, severity } = shown;
  const population = (plan: number, of: number | null): Population => ({
    metric,
    measure,
    plan,
    severity: of,
  });
  const populations =
    beside === 'plans'
      ? outcome.plans.map((_, plan) => population(plan, severity))
      : outcome.plan.severities.map((_, index) => population(shown.plan, index));
  const names =
    beside === 'plans'
      ? summary.plans.map(({ name }) => name)
      : outcome.plan.severities.map(({ name }) => name);
  // Under every plan and for every severity the same bins, so that a walk through them compares.
  const all = outcome.plans.map((_, plan) => population(plan, null));
  const wanted = distributionsHeight(state);
  const edges = remembered(outcome, `edges ${metric} ${measure} ${String(wanted)}`, () => {
    const range = rangeOf(outcome, all);
    return range === null ? [] : binEdges(range.least, range.largest, wanted);
  });
  const distributions = populations.map((one) => {
    const key = `${metric} ${measure} ${String(one.plan)} ${String(one.severity)} ${String(edges.length)}`;
    return remembered(outcome, key, () => distributionOf(outcome, one, edges));
  });
  const most = Math.max(1, ...distributions.map(longestBar));
  const charts = distributions.map((distribution, place): Chart => ({
    name: names[place] ?? '',
    population: populations[place] ?? population(0, null),
    distribution,
    largest: beside === 'plans' ? most : Math.max(1, longestBar(distribution)),
  }));
  const bins = Math.max(0, edges.length - 1);
  const without = charts.some((chart) => chart.distribution.without > 0);
  const at = beside === 'plans' ? shown.plan : (severity ?? 0);
  return { edges, charts, at, rows: Math.max(1, bins + (without ? 1 : 0)) };
}

function longestBar({ met, missed, others }: Distribution): number {
  return Math.max(0, ...met.map((count, bin) => count + (missed[bin] ?? 0) + (others[bin] ?? 0)));
}

const memory = new WeakMap<Outcome, Map<string, unknown>>();

/** What takes a pass over all tickets is done once: a screen is drawn many times a second. */
function remembered<T>(outcome: Outcome, key: string, make: () => T): T {
  const known = memory.get(outcome) ?? new Map<string, unknown>();
  memory.set(outcome, known);
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as T;
}
