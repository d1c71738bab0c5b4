import type { PackNode } from '../syntax/entitlement-tree.ts';
import { checkMoney } from './check-money.ts';
import type { ContractTerms } from './check-period.ts';
import { checkThing, type Counted } from './check-quota.ts';
import { checkUnit, wholeAmount } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedPack } from './entitlement-model.ts';
import { saidAt } from './said.ts';

/** Units that can be bought beside a quota, and how long they last. */
export function checkPack(
  context: CheckContext,
  { text, money, gives, valid, span }: PackNode,
  contract: ContractTerms,
  counted: Counted,
): CheckedPack | null {
  const currency = money === null ? '' : checkMoney(context, money, contract.currency);
  const thing = checkThing(context, { text: gives.unit, span: gives.unitSpan }, counted);
  const isLimited = valid !== null && valid !== 'without limit';
  const lasts = isLimited ? checkUnit(context, valid) : null;
  if (currency === null || thing === null || (isLimited && lasts === null)) return null;
  const pack = {
    text,
    price: money === null ? null : { currency, amount: money.amount.text },
    gives: { thing, amount: gives.amount },
    ...saidAt(context, span),
  };
  if (!isLimited || lasts === null) {
    if (valid === null) report(context, 'assume/pack-validity', span, { pack: text });
    return { ...pack, valid: null };
  }
  if (lasts.kind !== 'days' || lasts.unit === 'business day') {
    report(context, 'entitlement/expiry-unit', valid.span, { unit: valid.unit });
    return null;
  }
  const count = wholeAmount(context, valid.amount, lasts.times, valid);
  return count === null ? null : { ...pack, valid: { unit: lasts.unit, count } };
}
