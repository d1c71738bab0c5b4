import type { Value, ViewTable } from '../../export/view-table.ts';
import type { ReadyState } from '../../state/state.ts';
import { costLines } from './cost-lines.ts';
import { differenceLines } from './difference-lines.ts';

const MEASURES = [
  'met before',
  'missed before',
  'met after',
  'missed after',
  'difference',
  'low',
  'high',
] as const;

/** A row a promise and severity with its figures before and after, and a row a figure of money; null before anything was run. */
export function whatIfTable(state: ReadyState): ViewTable | null {
  const lines = differenceLines(state);
  if (lines === null) return null;
  const { plans } = state.model.summary;
  return {
    name: 'what if',
    columns: [
      'promise',
      'severity',
      ...plans.flatMap(({ name }) => MEASURES.map((measure) => `${name} ${measure}`)),
      ...plans.flatMap(({ name }) => [`${name} cost before`, `${name} cost after`]),
    ],
    rows: [
      ...lines.map(({ metric, severity, plans: found }): readonly Value[] => [
        metric,
        severity ?? 'all',
        ...plans.flatMap((_, plan): readonly Value[] => {
          const one = found[plan] ?? null;
          if (one === null) return MEASURES.map(() => null);
          const { before, after, difference } = one;
          const { centre = null, low = null, high = null } = difference ?? {};
          return [before.met, before.missed, after.met, after.missed, centre, low, high];
        }),
        ...plans.flatMap(() => [null, null]),
      ]),
      ...costLines(state).map(({ label, before, after }): readonly Value[] => [
        label,
        null,
        ...plans.flatMap(() => MEASURES.map(() => null)),
        ...plans.flatMap((_, plan) => [before[plan] ?? null, after[plan] ?? null]),
      ]),
    ],
  };
}
