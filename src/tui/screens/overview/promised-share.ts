import type { PlanAttainment, PlanPlan } from '../../../plan/model.ts';
import type { PromiseFigures } from '../../../simulate/summary.ts';
import type { PromiseLine } from './promise-lines.ts';

/** The share promised for all that a line counts; null where none is, or where it is promised for a part alone. */
export function promisedShare(
  plan: PlanPlan | null,
  line: PromiseLine,
  grouping: 'severity' | 'region',
): PlanAttainment | null {
  const found = plan?.attainment.find((one) => {
    const { severities, regions, channels, types } = one.when;
    if (one.metric !== line.metric || channels !== null || types !== null) return false;
    const [own, other] = grouping === 'severity' ? [severities, regions] : [regions, severities];
    return other === null && (own === null || (line.group !== null && own.includes(line.group.index)));
  });
  return found ?? null;
}

/** Whether a share promised was not reached, compared exactly over the whole stream. */
export function isBelow(figures: PromiseFigures | null, promised: PlanAttainment | null): boolean {
  const reached = figures?.attainment ?? null;
  if (reached === null || promised === null) return false;
  return reached.met * promised.share.denominator < promised.share.numerator * reached.judged;
}
