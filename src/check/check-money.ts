import type { MoneyAmountNode } from '../syntax/entitlement-tree.ts';
import type { NameNode } from '../syntax/tree.ts';
import { type CheckContext, report } from './context.ts';
import type { Fraction } from './entitlement-model.ts';

/** A currency code that is the contract's own where the contract names one; null, and a finding, where it is not. */
export function checkCurrency(
  context: CheckContext,
  currency: NameNode,
  contractCurrency: string | null,
): string | null {
  if (!/^[A-Z]{3}$/.test(currency.text)) {
    report(context, 'plan/not-a-currency', currency.span, { currency: currency.text });
    return null;
  }
  if (contractCurrency !== null && contractCurrency !== currency.text) {
    report(context, 'plan/other-currency', currency.span, {
      currency: currency.text,
      contract: contractCurrency,
    });
    return null;
  }
  return currency.text;
}

/** Currencies of which a thousandth is paid. */
const THOUSANDTHS: ReadonlySet<string> = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

/**
 * The currency of an amount, as `checkCurrency` finds it. An amount with three digits behind its point is a thousand times
 * too small where the point was to part the thousands; who means thousandths of what is paid in cents writes a fourth digit.
 */
export function checkMoney(
  context: CheckContext,
  money: MoneyAmountNode,
  contractCurrency: string | null,
): string | null {
  const currency = checkCurrency(context, money.currency, contractCurrency);
  const amount = money.amount.text;
  if (currency === null || THOUSANDTHS.has(currency) || !/^[1-9]\d{0,2}\.\d{3}$/.test(amount))
    return currency;
  report(context, 'money/point-of-thousands', money.amount.span, { amount, currency });
  return null;
}

/** Decimal digits as an exact fraction. */
export function fractionOf(digits: string): Fraction {
  const decimals = digits.split('.')[1]?.length ?? 0;
  return { numerator: Number(digits.replace('.', '')), denominator: 10 ** decimals };
}
