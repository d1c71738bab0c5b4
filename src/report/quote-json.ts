import { ROUNDING } from './rounding-words.ts';
import {
  digitsOf,
  type Invoice,
  type MoneyAmount,
  type PriceLine,
  type Quote,
} from '../engine/money/index.ts';
import { formatCivilDate } from '../time/civil-date.ts';
import { exactDigits } from './exact-digits.ts';

/** A quote as JSON: money as decimal digits, so that nobody rounds it; dates are the first and the last day. */
export function quoteToJson({ items, invoices, totals, idle, beside }: Quote) {
  return {
    items: items.map(({ kind, text, clause, origin, ...rest }) => ({
      kind,
      text,
      clause,
      origin,
      ...paid(rest as Quote['items'][number]),
    })),
    invoices: invoices.map(invoiceToJson),
    totals: totals.map(moneyToJson),
    idle,
    beside,
    rounding: ROUNDING,
  };
}

function paid(item: Quote['items'][number]) {
  switch (item.pays) {
    case 'nothing':
      return { pays: item.pays, with: item.with };
    case 'once': {
      const { price, unit, count, each } = item;
      return {
        pays: item.pays,
        unit,
        count: count.toString(),
        each: each.toString(),
        price: moneyToJson(price),
      };
    }
    case 'each period': {
      const { charged, price, lines } = item;
      return {
        pays: item.pays,
        ...charged,
        price: { ...moneyToJson(price), exact: price.amount.toFraction() },
        steps: lines.map(lineToJson),
      };
    }
  }
}

function lineToJson(line: PriceLine) {
  const fields: readonly (readonly [string, string | PriceLine['adds'] | null])[] = Object.entries(line);
  return Object.fromEntries(
    fields.map(([name, value]) => [
      name,
      typeof value === 'string' || value === null ? value : exactDigits(value),
    ]),
  );
}

function invoiceToJson({ billed, number, bill, lines, sum }: Invoice) {
  const { currency } = sum;
  return {
    billed: billed ?? 'once',
    number,
    period: spanToJson(bill.for),
    covers: spanToJson(bill.there),
    lines: lines.map(({ item, periods, amount }) => ({
      item,
      periods: periods.toFraction(),
      amount: digitsOf(amount, currency),
    })),
    sum: moneyToJson(sum),
  };
}

function spanToJson(span: Invoice['bill']['for']) {
  if (span === null) return null;
  return { from: formatCivilDate(span.first), to: formatCivilDate(span.next - 1) };
}

function moneyToJson({ currency, amount }: MoneyAmount) {
  return { currency, amount: digitsOf(amount, currency) };
}
