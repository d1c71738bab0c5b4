import { decimalsOf, digitsOf, type MoneyAmount } from '../engine/money/index.ts';

/** `EUR 17,988.00`: in whole coins of its currency. */
export function moneyWords({ currency, amount }: MoneyAmount): string {
  return `${currency} ${grouped(digitsOf(amount, currency))}`;
}

/**
 * The same with all its digits where it is no number of whole coins, such as `EUR 0.0125`; up to six decimals, and
 * `about` before what has more.
 */
export function exactMoneyWords({ currency, amount }: MoneyAmount): string {
  const fewest = decimalsOf(currency);
  for (let decimals = fewest; decimals <= Math.max(fewest, MOST_DECIMALS); decimals += 1) {
    const rounded = amount.round(decimals);
    if (!rounded.equals(amount)) continue;
    const [whole = '0', part = ''] = rounded.toString(decimals).split('.');
    const digits = decimals === 0 ? whole : `${whole}.${part.padEnd(decimals, '0')}`;
    return `${currency} ${grouped(digits)}`;
  }
  return `about ${moneyWords({ currency, amount })}`;
}

const MOST_DECIMALS = 6;

/** Decimal digits in groups of three before the point. */
export function grouped(digits: string): string {
  const [whole = '', part] = digits.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? groups : `${groups}.${part}`;
}
