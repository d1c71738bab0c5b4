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
      const steps = price.steps.map((step) => {
        const each = price.kind === 'amount' ? `${price.currency} ${step.price}` : `${step.price}%`;
        return `, ${each}${step.forAll ? ' for all' : ''} beyond ${step.beyond.amount}`;
      });
      const all = amount + steps.join('');
      return price.billed === price.per ? all : `${all}, billed per ${price.billed}`;
    }
    case 'included':
      return `included with ${price.with}`;
    case 'on request':
      return 'on request';
    default:
      return assertNever(price);
  }
}
