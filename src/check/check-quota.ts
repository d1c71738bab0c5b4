import type { QuotaNode } from '../syntax/tree.ts';
import { checkPeriod, checkPeriodZone, type ContractTerms } from './check-period.ts';
import { type CheckContext, originOf, report } from './context.ts';
import type { CheckedQuota } from './model.ts';

/** `incidents 4 per month, over refused`; null, with findings, where it leaves something open. */
export function checkQuota(
  context: CheckContext,
  clause: QuotaNode,
  contract: ContractTerms,
): CheckedQuota | null {
  const thing = clause.thing.text;
  if (clause.period === null) {
    report(context, 'plan/quota-without-period', clause.span, { thing });
    return null;
  }
  if (clause.over === null) {
    report(context, 'plan/quota-without-over', clause.span, { thing });
    return null;
  }
  const period = checkPeriod(context, clause.period, contract);
  const zone = checkPeriodZone(context, clause.zone, contract, clause.span, `the ${clause.period.unit.text}`);
  if (period === null || zone === null) return null;
  return {
    thing,
    amount: Number(clause.amount.text),
    period,
    zone,
    over: clause.over,
    origin: originOf(context, clause.span),
  };
}
