import Fraction from 'fraction.js';
import type { Bill } from './billing.ts';
import { toCoins } from './currency.ts';
import type { Invoice, InvoiceLine, QuoteItem } from './quote-model.ts';

/** A line of an invoice that is not put together yet. */
interface Loose extends Omit<Invoice, 'lines' | 'sum' | 'number'> {
  readonly currency: string;
  readonly line: InvoiceLine;
  /** Place among the bills of its item. */
  readonly at: number;
}

/** The bills of all items, put together where they are for the same period and of one currency; the earliest first. */
export function invoicesOf(items: readonly QuoteItem[]): readonly Invoice[] {
  const together = new Map<string, { readonly first: Loose; readonly lines: InvoiceLine[] }>();
  for (const loose of items.flatMap(looseOf)) {
    const { billed, bill, at, currency, line } = loose;
    const key = JSON.stringify([billed, bill.for ?? at, currency]);
    const known = together.get(key);
    if (known === undefined) together.set(key, { first: loose, lines: [line] });
    else known.lines.push(line);
  }
  const numbers = new Map<string, number>();
  return [...together.values()]
    .sort((a, b) => beginOf(a.first) - beginOf(b.first))
    .map(({ first: { billed, bill, currency }, lines }) => {
      const kind = `${billed} ${currency}`;
      const number = (numbers.get(kind) ?? 0) + 1;
      numbers.set(kind, number);
      const amount = lines.reduce((sum, line) => sum.add(line.amount), new Fraction(0));
      return { billed, number, bill, lines, sum: { currency, amount } };
    });
}

/** What has no dates, such as what is paid once, comes before all that has. */
function beginOf({ bill }: Loose): number {
  return bill.for?.first ?? Number.MIN_SAFE_INTEGER;
}

function looseOf(item: QuoteItem, index: number): readonly Loose[] {
  switch (item.pays) {
    case 'nothing':
      return [];
    case 'once': {
      const { currency, amount } = item.price;
      const line = { item: index, periods: item.count, amount: toCoins(amount, currency) };
      return [{ billed: null, bill: NEVER, currency, line, at: 0 }];
    }
    case 'each period':
      return item.bills.map((bill, at) => {
        const line = { item: index, periods: bill.periods, amount: bill.amount };
        return { billed: item.charged.billed, bill, currency: item.price.currency, line, at };
      });
  }
}

const NEVER: Pick<Bill, 'for' | 'there'> = { for: null, there: null };
