import type { PlanPlan } from '../plan/model.ts';

/** `90 % per month of tickets closed`: the attainment that a plan promises for a metric; `''` where it promises none. */
export function promisedShareWords(plan: PlanPlan | undefined, metric: string): string {
  const promises = plan?.attainment.filter((each) => each.metric === metric) ?? [];
  return promises
    .flatMap(({ aim, otherwise, period, population }) => {
      if (aim.kind !== 'share' || aim.within !== null || otherwise !== null) return [];
      const { share } = aim;
      const percent = String(Number(((100 * share.numerator) / share.denominator).toFixed(4)));
      return `${percent} % per ${period.anchor === 'contract' ? 'contract ' : ''}${period.unit} of tickets ${population}`;
    })
    .join('; ');
}
