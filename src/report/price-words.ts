import type { PlanPrice } from '../plan/money-model.ts';
import { assertNever } from '../text/assert-never.ts';

/** What a plan costs, in words. */
export function priceWords(price: PlanPrice | null): string {
  if (price === null) return 'not stated';
  switch (price.kind) {
    case 'amount':
    case 'share': {
      const base =
        price.kind === 'amount' ? `${price.currency} ${price.amount}` : `${price.percent}% of ${price.of}`;
      const amount = `${base}${price.unit === null ? '' : ` per ${price.unit}`} per ${price.per}`;
      return price.billed === price.per ? amount : `${amount}, billed per ${price.billed}`;
    }
    case 'included':
      return `included with ${price.with}`;
    case 'on request':
      return 'on request';
    default:
      return assertNever(price);
  }
}
