import type { GroupFigures, PromiseFigures, Summary } from '../../../simulate/summary.ts';

/** A line of the overview: one metric over all tickets, or over those of a severity or region. */
export interface PromiseLine {
  readonly metric: string;
  readonly group: { readonly name: string; readonly index: number } | null;
  /** The figures of each plan, in the order of the summary; null where a plan has none. */
  readonly figures: readonly (PromiseFigures | null)[];
}

/** Groups without a single ticket are left out: they say nothing about this stream. */
export function promiseLines(summary: Summary, grouping: 'severity' | 'region'): readonly PromiseLine[] {
  const metrics = [...new Set(summary.plans.flatMap((plan) => plan.metrics.map((one) => one.metric)))];
  return metrics.flatMap((metric) => {
    const ofPlans = summary.plans.map((plan) => plan.metrics.find((one) => one.metric === metric) ?? null);
    const groupsOf = ofPlans.map((one) => (grouping === 'severity' ? one?.bySeverity : one?.byRegion) ?? []);
    const overall: PromiseLine = { metric, group: null, figures: ofPlans.map((one) => one?.overall ?? null) };
    const names = new Map<number, string>();
    for (const group of groupsOf.flat()) if (group.figures.tickets > 0) names.set(group.index, group.name);
    const groups = [...names]
      .sort(([a], [b]) => order(a) - order(b))
      .map(([index, name]): PromiseLine => ({
        metric,
        group: { name, index },
        figures: groupsOf.map(
          (list: readonly GroupFigures[]) => list.find((one) => one.index === index)?.figures ?? null,
        ),
      }));
    return [overall, ...groups];
  });
}

function order(index: number): number {
  return index < 0 ? Infinity : index;
}
