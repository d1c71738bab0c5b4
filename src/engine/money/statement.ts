import type { PlanPeriod, PlanPlan } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { localToInstant, wallClockAt } from '../../time/zone-arithmetic.ts';
import type { Engine } from '../engine.ts';
import { attained } from '../entitlement/attainment.ts';
import { ledgerPeriods } from '../entitlement/ledger-periods.ts';
import { periodDays, type PeriodGround } from '../entitlement/period.ts';
import { availabilityOf } from './availability.ts';
import type { PeriodPrice } from './fee.ts';
import type { MoneyAmount } from './price.ts';
import { quoteOf } from './quote.ts';
import type { Quote, QuoteAnswer } from './quote-model.ts';
import { creditLine, creditsIn, periodsOf, promisesOf } from './statement-credits.ts';
import { groundIn, groundOf } from './statement-ground.ts';
import { statementInvoices } from './statement-invoices.ts';
import type { CustomerHistory, Statement, StatementLine } from './statement-model.ts';
import { usedBy } from './usage-lines.ts';

/**
 * What a customer's plan came to: what was used, attained and credited in each period, and an invoice for each billing
 * period with what falls into it. Periods begin by the contract's zone, in UTC where it names none.
 */
export function statementOf(engine: Engine, plan: number, history: CustomerHistory): Statement {
  const of = engine.plan.plans[plan];
  if (of === undefined) throw new Error(`the contract has no plan ${plan}`);
  const ground = groundOf(engine);
  const sums = history.size?.sums ?? new Map<string, MoneyAmount>();
  const { entries, quotas, lines } = usedBy(engine, plan, history, ground, sums);
  const answer = priceOver(engine, plan, of, history, ground);
  const quote = answer?.kind === 'quote' ? answer : null;
  const { rights, points, ...credits } = creditsIn(engine, of, history, ground, perPeriod(quote), sums);
  const all = [...linesOfQuote(quote, ground), ...lines, ...credits.credits.flatMap(creditLine)];
  const end = Math.min(history.end ?? history.now, history.now);
  return {
    plan: of,
    booked: history.size?.options ?? [],
    entries,
    quotas: quotas.map(({ quota, turns }, account) => ({
      quota,
      periods: ledgerPeriods(account, entries, turns),
    })),
    attainment: of.attainment.map((line) => ({
      line,
      periods: attained(
        engine,
        line,
        promisesOf(history.tickets, line.metric),
        periodsOf(engine, line, ground),
        history.now,
      ),
    })),
    neverClosed: neverClosed(history),
    availability: of.availability.map((line) => ({
      line,
      periods: availabilityOf(
        engine,
        line,
        history.outages,
        history.stated,
        groundIn(engine, line.over, ground),
        history.start,
        end,
      ),
    })),
    credits,
    points,
    rights,
    invoices: statementInvoices(all, billingPeriod(of), ground),
    noPrice: answer === null || answer.kind === 'quote' ? null : answer,
  };
}

function neverClosed({ tickets }: CustomerHistory): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { promises } of tickets)
    for (const { metric, closed, due, stopped } of promises)
      if (closed === null && due !== null && stopped !== null)
        counts.set(metric, (counts.get(metric) ?? 0) + 1);
  return counts;
}

/** By which periods a plan is billed: those of its price, or months. */
function billingPeriod({ price }: PlanPlan): PlanPeriod {
  if (price?.kind !== 'amount' && price?.kind !== 'share') return { unit: 'month', anchor: 'calendar' };
  return { unit: price.billed, anchor: price.anchor };
}

/** What the plan itself costs, up to the end of the billing period that has begun. */
function priceOver(
  { plan: compiled }: Engine,
  plan: number,
  of: PlanPlan,
  { size, start, end, now }: CustomerHistory,
  ground: PeriodGround,
): QuoteAnswer | null {
  if (size === null) return null;
  const dayAt = (instant: InstantMs) => wallClockAt(ground.zone, instant).epochDay;
  const [, next] = periodDays(billingPeriod(of), ground.start, dayAt(Math.max(start, now)));
  const last = end === null ? next : Math.min(next, dayAt(end - 1) + 1);
  return quoteOf(compiled, plan, {
    ...size,
    term: { kind: 'dates', start: ground.start, first: dayAt(start), next: last },
  });
}

function perPeriod(quote: Quote | null): PeriodPrice | null {
  const base = quote?.items.find(({ kind }) => kind === 'price');
  return base?.pays === 'each period' ? { ...base.price, per: base.charged.per } : null;
}

function linesOfQuote(quote: Quote | null, { zone }: PeriodGround): readonly StatementLine[] {
  if (quote === null) return [];
  const start = quote.invoices.reduce(
    (first, { bill }) => Math.min(first, bill.there?.first ?? first),
    Infinity,
  );
  return quote.invoices.flatMap(({ bill, lines, sum: { currency } }) =>
    lines.flatMap(({ item: index, periods, amount }): readonly StatementLine[] => {
      const item = quote.items[index];
      const day = bill.there?.first ?? start;
      if (item === undefined || !Number.isFinite(day)) return [];
      const of = item.pays === 'each period' ? item.charged.per : item.text === '' ? item.kind : item.text;
      const { clause, origin, kind } = item;
      return [
        {
          kind,
          at: localToInstant(zone, day, 0),
          ticket: null,
          count: { amount: periods, of },
          currency,
          amount,
          clause,
          origin,
          words: '',
        },
      ];
    }),
  );
}
