import type { PlanAttainment, PlanPeriod, PlanPlan } from '../plan/model.ts';

/** `90 % per month of tickets closed`: the attainment that a plan promises for a metric; `''` where it promises none. */
export function promisedShareWords(plan: PlanPlan | undefined, metric: string): string {
  const promises = plan?.attainment.filter((each) => each.metric === metric) ?? [];
  return promises.flatMap((line) => attainmentLineWords(line) ?? []).join('; ');
}

/** The same of one line; null where it promises something else than a share. */
export function attainmentLineWords({
  aim,
  otherwise,
  period,
  population,
  each,
}: PlanAttainment): string | null {
  if ((aim.kind !== 'share' && aim.kind !== 'share or late') || aim.within !== null || otherwise !== null)
    return null;
  const { share } = aim;
  const percent = String(Number(((100 * share.numerator) / share.denominator).toFixed(4)));
  const orLate = aim.kind === 'share' ? '' : ` or at most ${aim.count} late`;
  const by = typeof each === 'object' ? each.fact : each;
  const apart = by === 'all tickets' || by === 'severity' ? '' : `, per ${by}`;
  return `${percent} %${orLate} per ${periodWords(period)} of tickets ${population}${apart}`;
}

function periodWords({ unit, anchor }: PlanPeriod): string {
  if (anchor === 'calendar') return unit;
  return anchor === 'contract' ? `contract ${unit}` : `fiscal ${unit}`;
}
