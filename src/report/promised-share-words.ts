import type { PlanAttainment, PlanPlan } from '../plan/model.ts';

/** `90 % per month of tickets closed`: the attainment that a plan promises for a metric; `''` where it promises none. */
export function promisedShareWords(plan: PlanPlan | undefined, metric: string): string {
  const promises = plan?.attainment.filter((each) => each.metric === metric) ?? [];
  return promises.flatMap((line) => attainmentLineWords(line) ?? []).join('; ');
}

/** The same of one line; null where it promises something else than a share. */
export function attainmentLineWords({ aim, otherwise, period, population }: PlanAttainment): string | null {
  if (aim.kind !== 'share' || aim.within !== null || otherwise !== null) return null;
  const { share } = aim;
  const percent = String(Number(((100 * share.numerator) / share.denominator).toFixed(4)));
  return `${percent} % per ${period.anchor === 'contract' ? 'contract ' : ''}${period.unit} of tickets ${population}`;
}
