import type { Subject } from './subject.ts';

/** How many of a period make a year. */
const A_YEAR: Readonly<Record<string, bigint>> = { month: 12n, quarter: 4n };

/** The first invoice, billed as quoted and billed by the year; null for a price that is no plain amount. */
export function billedByTheYear({ engine, path }: Subject, per: string): string | null {
  const plan = engine.plan.plans.find(({ name }) => path.includes(`plan ${name}`));
  const price = plan?.price;
  const times = A_YEAR[per];
  if (price?.kind !== 'amount' || times === undefined) return null;
  const each = price.unit === null ? '' : ` for each ${price.unit}`;
  const year = timesAmount(price.amount, times);
  return `the first invoice of \`${plan?.name ?? ''}\` is ${price.currency} ${price.amount}${each}; billed yearly it would be ${price.currency} ${year}${each}`;
}

/** A decimal amount times a whole number, exactly, with the digits that it was written with. */
function timesAmount(amount: string, times: bigint): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  const product = String(BigInt(whole + fraction) * times).padStart(fraction.length + 1, '0');
  const point = product.length - fraction.length;
  return fraction === '' ? product : `${product.slice(0, point)}.${product.slice(point)}`;
}
