import type { AttainNode } from '../syntax/tree.ts';
import { checkPeriod, checkPeriodZone, type ContractTerms } from './check-period.ts';
import { checkSelector } from './check-selector.ts';
import { type CheckContext, originOf, report } from './context.ts';
import type { CheckedAttainment } from './model.ts';
import type { Scope } from './scope.ts';

/** `attain 90% of resolve per month of tickets closed`; null, with findings, where it leaves something open. */
export function checkAttain(
  context: CheckContext,
  scope: Scope,
  clause: AttainNode,
  contract: ContractTerms,
): CheckedAttainment | null {
  const metric = scope.resolve(context, 'metric', clause.metric);
  const when = checkSelector(context, scope, clause.for);
  const percent = Number(clause.share.text);
  if (percent <= 0 || percent > 100) {
    report(context, 'plan/impossible-share', clause.share.span, { share: clause.share.text });
    return null;
  }
  if (clause.period === null) {
    report(context, 'plan/attain-without-period', clause.span, { metric: clause.metric.text });
    return null;
  }
  if (clause.population === null) {
    report(context, 'plan/attain-without-population', clause.span, { metric: clause.metric.text });
    return null;
  }
  const period = checkPeriod(context, clause.period, contract);
  const zone = checkPeriodZone(context, clause.zone, contract, clause.span, 'the period');
  if (metric === null || when === null || period === null || zone === null) return null;
  const decimals = clause.share.text.split('.')[1]?.length ?? 0;
  return {
    share: { numerator: Number(clause.share.text.replace('.', '')), denominator: 100 * 10 ** decimals },
    metric,
    period,
    population: clause.population,
    zone,
    when,
    origin: originOf(context, clause.span),
  };
}
