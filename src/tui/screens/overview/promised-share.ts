import { attainmentVerdict } from '../../../simulate/attainment-verdict.ts';
import type { PlanFraction, PlanPeriod, PlanPlan } from '../../../plan/model.ts';
import type { PromiseFigures } from '../../../simulate/summary.ts';
import type { Against } from './figure-cell.ts';
import type { PromiseLine } from './promise-lines.ts';

export interface PromisedShare {
  readonly share: PlanFraction;
  readonly period: PlanPeriod;
}

/**
 * The share promised for all that a line counts; null where none is, or where it is promised for a part alone. What is
 * promised by count, by mean or within a time of its own is not what these figures show.
 */
export function promisedShare(
  plan: PlanPlan | null,
  line: PromiseLine,
  grouping: 'severity' | 'region',
): PromisedShare | null {
  for (const { metric, aim, otherwise, when, period } of plan?.attainment ?? []) {
    const { severities, regions, channels, types } = when;
    if (metric !== line.metric || channels !== null || types !== null) continue;
    if (aim.kind !== 'share' || aim.within !== null || otherwise !== null) continue;
    const [own, other] = grouping === 'severity' ? [severities, regions] : [regions, severities];
    if (other === null && (own === null || (line.group !== null && own.includes(line.group.index)))) {
      return { share: aim.share, period };
    }
  }
  return null;
}

/** `90%`, as the contract has it. */
export function promisedPercent({ share }: PromisedShare): string {
  return `${String(Number(((100 * share.numerator) / share.denominator).toFixed(4)))}%`;
}

/** What the figures of a line say about the share that a plan promises for it; null where either is missing. */
export function against(figures: PromiseFigures | null, promised: PromisedShare | null): Against | null {
  const attainment = figures?.attainment ?? null;
  if (attainment === null || promised === null) return null;
  return { promised: promisedPercent(promised), verdict: attainmentVerdict(attainment, promised.share) };
}
