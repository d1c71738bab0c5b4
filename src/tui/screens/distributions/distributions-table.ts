import type { ViewTable } from '../../export/view-table.ts';
import type { ReadyState } from '../../state/state.ts';
import { chartsOf } from './charts.ts';

/** The bins, a row each: their edges in seconds, and how many tickets of each column were met, missed or not judged. */
export function distributionsTable(state: ReadyState): ViewTable | null {
  const { distributions: shown } = state;
  if (shown === null) return null;
  const { edges, charts } = chartsOf(state, shown);
  const edge = (at: number | undefined): number | null =>
    at === undefined || !Number.isFinite(at) ? null : at / 1000;
  return {
    name: `distribution of ${shown.measure}, ${shown.metric}`,
    columns: [
      'from seconds',
      'below seconds',
      ...charts.flatMap(({ name }) => [`${name} met`, `${name} missed`, `${name} not judged`]),
    ],
    rows: edges
      .slice(0, -1)
      .map((from, bin) => [
        edge(from),
        edge(edges[bin + 1]),
        ...charts.flatMap(({ distribution: { met, missed, others } }) => [
          met[bin] ?? 0,
          missed[bin] ?? 0,
          others[bin] ?? 0,
        ]),
      ]),
  };
}
