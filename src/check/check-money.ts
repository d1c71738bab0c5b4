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

/** Decimal digits as an exact fraction. */
export function fractionOf(digits: string): Fraction {
  const decimals = digits.split('.')[1]?.length ?? 0;
  return { numerator: Number(digits.replace('.', '')), denominator: 10 ** decimals };
}
