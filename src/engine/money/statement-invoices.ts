import Fraction from 'fraction.js';
import type { PlanPeriod } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { periodAt, type PeriodGround } from '../entitlement/period.ts';
import type { StatementInvoice, StatementLine } from './statement-model.ts';

/** Lines by the billing period in which they fall, and by currency; those without a figure go with the first currency. */
export function statementInvoices(
  lines: readonly StatementLine[],
  period: PlanPeriod,
  ground: PeriodGround,
): readonly StatementInvoice[] {
  const periods = new Map<InstantMs, { readonly to: InstantMs; readonly own: StatementLine[] }>();
  for (const line of lines) {
    const { from, to } = periodAt(period, ground, line.at);
    const known = periods.get(from) ?? { to, own: [] };
    known.own.push(line);
    periods.set(from, known);
  }
  return [...periods]
    .sort(([a], [b]) => a - b)
    .flatMap(([from, { to, own }]) => {
      const currencies = [
        ...new Set(own.flatMap(({ amount, currency }) => (amount === null ? [] : [currency]))),
      ];
      const [first = ''] = currencies;
      return (currencies.length === 0 ? [''] : currencies).map((currency) => {
        const mine = own
          .filter((line) => line.currency === currency || (line.amount === null && currency === first))
          .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.at - b.at);
        const amount = mine.reduce((sum, line) => sum.add(line.amount ?? 0), new Fraction(0));
        return { from, to, lines: mine, sum: { currency, amount } };
      });
    });
}

const ORDER: readonly StatementLine['kind'][] = [
  'price',
  'option',
  'pack',
  'charge',
  'over quota',
  'work',
  'surcharge',
  'credit',
  'earned back',
];
