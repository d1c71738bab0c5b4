import type { Outcome } from '../../../simulate/outcome.ts';
import { whatIfDifferences } from '../../../simulate/what-if-difference.ts';
import type { WhatIfDifference } from '../../../simulate/what-if-difference.ts';
import type { ReadyState } from '../../state/state.ts';

/** A promise, over all tickets or those of a severity, before and after under each plan. */
export interface DifferenceLine {
  readonly metric: string;
  readonly severity: string | null;
  /** By place of the plan; null where it promises nothing of the kind. */
  readonly plans: readonly (WhatIfDifference | null)[];
}

const known = new WeakMap<Outcome, { readonly before: Outcome; readonly lines: readonly DifferenceLine[] }>();

/** What the changes come to, as far as they have been run; null where nothing has. */
export function differenceLines({ model, rerun }: ReadyState): readonly DifferenceLine[] | null {
  if (rerun?.model.kind !== 'ready') return null;
  const after = rerun.model.outcome;
  const found = known.get(after);
  if (found?.before === model.outcome) return found.lines;
  const order = model.outcome.plan.severities.map(({ name }) => name);
  const lines = linesOf(whatIfDifferences(model.outcome, after), model.outcome.plans.length, order);
  known.set(after, { before: model.outcome, lines });
  return lines;
}

function linesOf(
  differences: readonly WhatIfDifference[],
  plans: number,
  severities: readonly string[],
): readonly DifferenceLine[] {
  // All tickets first, then by severity in the contract's order.
  const rank = (severity: string | null): number => (severity === null ? -1 : severities.indexOf(severity));
  const metrics = [...new Set(differences.map(({ metric }) => metric))];
  return metrics.flatMap((metric) => {
    const own = differences.filter((each) => each.metric === metric);
    return [...new Set(own.map(({ severity }) => severity))]
      .sort((a, b) => rank(a) - rank(b))
      .map((severity): DifferenceLine => ({
        metric,
        severity,
        plans: Array.from(
          { length: plans },
          (_, place) => own.find((each) => each.place === place && each.severity === severity) ?? null,
        ),
      }));
  });
}
