/** Quotes of a plan given as clauses, and what they come to in few words. */
import Fraction from 'fraction.js';
import { loadPlan } from '../../../src/engine/index.ts';
import {
  digitsOf,
  type Quote,
  type QuoteAnswer,
  quoteOf,
  type QuoteRequest,
  type Term,
} from '../../../src/engine/money/index.ts';
import { lower } from '../../../src/plan/lower.ts';
import { addMonths, epochDayOfDate, formatCivilDate } from '../../../src/time/civil-date.ts';
import { checkText } from '../../check/findings.ts';

export function contractOf(clauses: string, header = 'currency EUR'): string {
  return `contract "Priced" { effective 2026-01-31 in Europe/Berlin; binds by opened; ${header} }
facts { lapsed yes or no; nodes number; tier one of small, large; site text }
severities { P1 "down"; P2 "slow" }
calendar Office { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none }
calendar Moscow { zone Europe/Moscow; open Mon..Fri 10:00-19:00; holidays none }
clock respond { starts on opened; stops on reply; reopen never }
on raise count from the change
on lower keep old
plan A {
  targets { respond; all 1 h }
  ${clauses}
}
`;
}

const YEAR: Term = { kind: 'length', unit: 'month', count: 12 };

/** What is asked, where it is not a year of a customer of whom nothing is known. */
export interface Asked {
  readonly sizes?: Readonly<Record<string, string>>;
  readonly sums?: Readonly<Record<string, string>>;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  readonly options?: readonly string[];
  readonly packs?: Readonly<Record<string, number>>;
  readonly term?: Term;
}

export function answerTo(clauses: string, asked: Asked = {}, header?: string): QuoteAnswer {
  const { contract, findings } = checkText(contractOf(clauses, header));
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  const { plan } = loadPlan(lower(contract));
  const { sizes = {}, sums = {}, facts = {}, options = [], packs = {}, term = YEAR } = asked;
  const request: QuoteRequest = {
    sizes: new Map(Object.entries(sizes).map(([unit, count]) => [unit, new Fraction(count)])),
    sums: new Map(
      Object.entries(sums).map(([of, amount]) => [
        of,
        { currency: plan.currency ?? 'EUR', amount: new Fraction(amount) },
      ]),
    ),
    factOf: (name) => facts[name],
    key: { severity: -1, region: -1, channel: -1, type: -1, facts: [] },
    options,
    packs: new Map(Object.entries(packs)),
    term,
  };
  return quoteOf(plan, 0, request);
}

export function quoteFor(clauses: string, asked: Asked = {}, header?: string): Quote {
  const answer = answerTo(clauses, asked, header);
  if (answer.kind !== 'quote') throw new Error(`no quote: ${JSON.stringify(answer)}`);
  return answer;
}

/** Dates from one to another, both included. */
export function dates(from: string, to: string, start = '2026-01-31'): Term {
  const [first, next] = [epochDayOfDate(from), epochDayOfDate(to) + 1];
  return { kind: 'dates', start: epochDayOfDate(start), first, next };
}

/** So many months from a date on. */
export function months(from: string, count: number, start = from): Term {
  const first = epochDayOfDate(from);
  return { kind: 'dates', start: epochDayOfDate(start), first, next: addMonths(first, count) };
}

/** The total, such as `EUR 1080.00`. */
export function totalOf({ totals }: Quote): string {
  return totals.map(({ currency, amount }) => `${currency} ${digitsOf(amount, currency)}`).join(' + ');
}

/** The sums of the invoices in their order. */
export function sumsOf({ invoices }: Quote): readonly string[] {
  return invoices.map(({ sum }) => digitsOf(sum.amount, sum.currency));
}

/** `2026-01-31 .. 2026-02-27 1/28 10.00`: what each invoice covers, for how many periods, and its sum. */
export function invoicesOf({ invoices }: Quote): readonly string[] {
  return invoices.map(({ bill: { there }, lines, sum }) => {
    const span =
      there === null ? '' : `${formatCivilDate(there.first)} .. ${formatCivilDate(there.next - 1)} `;
    const periods = lines.map((line) => line.periods.toFraction(true)).join(' + ');
    return `${span}${periods} ${digitsOf(sum.amount, sum.currency)}`;
  });
}
