import type { PriceNode } from '../syntax/tree.ts';
import { checkPeriodUnit, type ContractTerms } from './check-period.ts';
import { type CheckContext, originOf, report } from './context.ts';
import type { CheckedPrice } from './model.ts';

export function checkPrice(
  context: CheckContext,
  clause: PriceNode,
  contract: ContractTerms,
): CheckedPrice | null {
  const origin = originOf(context, clause.span);
  const { price } = clause;
  if (price.kind === 'included') return { kind: 'included', with: price.with, origin };
  if (price.kind === 'on request') return { kind: 'on request', origin };
  if (!/^[A-Z]{3}$/.test(price.currency.text)) {
    report(context, 'plan/not-a-currency', price.currency.span, { currency: price.currency.text });
    return null;
  }
  if (contract.currency !== null && contract.currency !== price.currency.text) {
    report(context, 'plan/other-currency', price.currency.span, {
      currency: price.currency.text,
      contract: contract.currency,
    });
    return null;
  }
  const per = checkPeriodUnit(context, price.per.unit);
  const billed = price.billed === null ? per : checkPeriodUnit(context, price.billed);
  if (per === null || billed === null) return null;
  if (price.billed === null) report(context, 'assume/billed', clause.span, { per });
  return { kind: 'amount', amount: price.amount.text, currency: price.currency.text, per, billed, origin };
}
