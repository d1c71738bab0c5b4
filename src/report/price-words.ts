import type { PlanPrice } from '../plan/model.ts';
import { assertNever } from '../text/assert-never.ts';

/** What a plan costs, in words. */
export function priceWords(price: PlanPrice | null): string {
  if (price === null) return 'not stated';
  switch (price.kind) {
    case 'amount': {
      const amount = `${price.currency} ${price.amount} per ${price.per}`;
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
