import Fraction from 'fraction.js';
import type { PlanCharged, PlanSurcharge } from '../../plan/money-model.ts';
import type { CompiledPlan, PlanPlan, PlanSaid } from '../../plan/model.ts';
import { answerOf, type FactOf } from '../grade-ticket.ts';
import { selects } from '../select-target.ts';
import { type Bill, billsOf, cutsPeriod } from './billing.ts';
import { toCoins } from './currency.ts';
import { invoicesOf } from './invoices.ts';
import { type MoneyAmount, priceOf } from './price.ts';
import { isOfTickets } from './surcharge-scope.ts';
import type {
  BesideLine,
  QuoteAnswer,
  QuotedPeriods,
  QuotedThing,
  QuoteItem,
  QuoteRequest,
} from './quote-model.ts';

type Refusal = Exclude<QuoteAnswer, { kind: 'quote' }>;

/** What a plan costs a customer, or the first thing for which that cannot be said. */
export function quoteOf(compiled: CompiledPlan, plan: number, request: QuoteRequest): QuoteAnswer {
  const of = compiled.plans[plan];
  if (of === undefined) throw new Error(`the contract has no plan ${plan}`);
  const items: QuoteItem[] = [];
  for (const item of itemsOf(of, request)) {
    if (!('pays' in item)) return item;
    items.push(item);
  }
  const invoices = invoicesOf(items);
  const totals = totalsOf(invoices.map(({ sum }) => sum));
  const idle = idleIn(items, request);
  return { kind: 'quote', items, invoices, totals, idle, beside: besideOf(of, request) };
}

function itemsOf(plan: PlanPlan, request: QuoteRequest): readonly (QuoteItem | Refusal)[] {
  const { price } = plan;
  if (price === null) return [{ kind: 'no price' }];
  const thing: QuotedThing = { kind: 'price', text: '' };
  const beside = [
    ...request.options.map((text) => optionOf(plan, text, request)),
    ...[...request.packs].map(([text, count]) => packOf(plan, text, count)),
    ...perUnit(plan, request),
  ];
  switch (price.kind) {
    case 'on request':
      return [{ kind: 'on request', of: thing, said: saidOf(price) }];
    case 'included':
      return [{ ...thing, ...saidOf(price), pays: 'nothing', with: price.with }, ...beside];
    case 'amount':
    case 'share': {
      const base = charged(thing, price, request);
      return 'pays' in base ? [base, ...sharesOn(base, plan, request), ...beside] : [base];
    }
  }
}

function charged(
  thing: QuotedThing,
  price: PlanCharged,
  request: QuoteRequest,
  said: PlanSaid = price,
): (QuoteItem & QuotedPeriods) | Refusal {
  const missing = (needs: Extract<Refusal, { kind: 'missing' }>['needs']): Refusal => {
    return { kind: 'missing', needs, of: thing, said: saidOf(said) };
  };
  const priced = priceOf(price, request);
  switch (priced.kind) {
    case 'size missing':
      return missing({ kind: 'size', unit: priced.unit });
    case 'sum missing':
      return missing({ kind: 'sum', of: priced.of });
    case 'fact missing':
      return missing({ kind: 'fact', fact: priced.fact, factor: priced.factor });
    case 'money':
  }
  const bills = billsOf(price, priced, request.term);
  if (bills === 'needs dates') return missing({ kind: 'dates' });
  const { unit, per, billed, anchor, prorated, tax } = price;
  return {
    ...thing,
    ...saidOf(said),
    pays: 'each period',
    charged: { unit, per, billed, anchor, prorated, tax },
    price: { currency: priced.currency, amount: priced.amount },
    lines: priced.lines,
    bills,
    cutsPeriod: cutsPeriod(price, request.term),
  };
}

/** Surcharges that are a share of the price, where they hold for the customer. */
function sharesOn(
  base: QuoteItem & QuotedPeriods,
  plan: PlanPlan,
  request: QuoteRequest,
): readonly QuoteItem[] {
  return plan.surcharges.flatMap((surcharge): readonly QuoteItem[] => {
    if (surcharge.amount.kind !== 'share' || !holds(surcharge, request)) return [];
    const { percent } = surcharge.amount;
    const { currency } = base.price;
    const share = (amount: Fraction) => amount.mul(percent).div(100);
    const amount = share(base.price.amount);
    const item = {
      ...base,
      kind: 'surcharge',
      text: surcharge.text,
      ...saidOf(surcharge),
      price: { currency, amount },
      lines: [{ kind: 'share', percent, of: base.price.amount, adds: amount }],
      bills: base.bills.map((bill): Bill => ({ ...bill, amount: toCoins(share(bill.amount), currency) })),
    } as const;
    return [item];
  });
}

function optionOf(plan: PlanPlan, text: string, request: QuoteRequest): QuoteItem | Refusal {
  const option = plan.options.find((each) => each.text === text);
  if (option === undefined) return { kind: 'not offered', of: 'option', text };
  const thing: QuotedThing = { kind: 'option', text };
  if (option.price.kind === 'on request') return { kind: 'on request', of: thing, said: saidOf(option) };
  return charged(thing, option.price, request, option);
}

function packOf(plan: PlanPlan, text: string, count: number): QuoteItem | Refusal {
  const pack = plan.packs.find((each) => each.text === text);
  if (pack === undefined) return { kind: 'not offered', of: 'pack', text };
  const thing: QuotedThing = { kind: 'pack', text };
  if (pack.price === null) return { kind: 'on request', of: thing, said: saidOf(pack) };
  return once(thing, pack, { unit: null, count: new Fraction(count), ...pack.price });
}

/** Surcharges for each of something, of which the customer has said how many there are. */
function perUnit(plan: PlanPlan, request: QuoteRequest): readonly QuoteItem[] {
  return plan.surcharges.flatMap((surcharge) => {
    const { amount, text } = surcharge;
    if (amount.kind !== 'money' || !holds(surcharge, request)) return [];
    const count = request.sizes.get(amount.unit);
    return count === undefined ? [] : [once({ kind: 'surcharge', text }, surcharge, { ...amount, count })];
  });
}

function once(
  thing: QuotedThing,
  said: PlanSaid,
  {
    unit,
    count,
    amount,
    currency,
  }: {
    readonly unit: string | null;
    readonly count: Fraction;
    readonly amount: string;
    readonly currency: string;
  },
): QuoteItem {
  const each = new Fraction(amount);
  const price = { currency, amount: each.mul(count) };
  return { ...thing, ...saidOf(said), pays: 'once', unit, count, each, price };
}

/** Whether a surcharge is for the customer, whatever the ticket, and holds. One for some tickets only comes with them. */
function holds(surcharge: PlanSurcharge, { factOf, key }: QuoteRequest): boolean {
  const { when, condition } = surcharge;
  const isSo = condition === null || answerOf(condition, factOf) === true;
  return !isOfTickets(surcharge) && selects(when, key) && isSo;
}

/** What else the plan sells or charges for. */
function besideOf(plan: PlanPlan, request: QuoteRequest): readonly BesideLine[] {
  const { sizes, options, packs, factOf } = request;
  const isIn = (surcharge: PlanSurcharge) => {
    const { amount } = surcharge;
    const isCounted = amount.kind === 'share' || (amount.kind === 'money' && sizes.has(amount.unit));
    return isCounted && holds(surcharge, request);
  };
  const lines = (kind: BesideLine['kind'], said: readonly PlanSaid[]): readonly BesideLine[] =>
    said.map((each) => ({ kind, ...saidOf(each) }));
  const all = [
    ...lines(
      'option',
      plan.options.filter(({ text }) => !options.includes(text)),
    ),
    ...lines(
      'pack',
      plan.packs.filter(({ text }) => !packs.has(text)),
    ),
    ...lines(
      'surcharge',
      plan.surcharges.filter((each) => !isIn(each) && !isRefuted(each, factOf)),
    ),
    ...lines('rate', plan.rates),
    ...lines(
      'charge',
      plan.charges.filter(({ rate }) => rate.quantity.kind === 'money'),
    ),
  ];
  // A clause that was written out for several kinds of tickets is one clause.
  const seen = new Set<string>();
  return all.filter(({ origin: { file, line, column } }) => {
    const key = `${file}:${line}:${column}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Whether what is known of the customer rules a surcharge out. */
function isRefuted({ condition }: PlanSurcharge, factOf: FactOf): boolean {
  return condition !== null && answerOf(condition, factOf) === false;
}

function idleIn(items: readonly QuoteItem[], { sizes }: QuoteRequest): readonly string[] {
  const counted = new Set(
    items.flatMap((item) =>
      item.pays === 'nothing' ? [] : item.pays === 'once' ? item.unit : item.charged.unit,
    ),
  );
  return [...sizes.keys()].filter((unit) => !counted.has(unit));
}

function totalsOf(sums: readonly MoneyAmount[]): readonly MoneyAmount[] {
  const totals = new Map<string, Fraction>();
  for (const { currency, amount } of sums)
    totals.set(currency, (totals.get(currency) ?? new Fraction(0)).add(amount));
  return [...totals].map(([currency, amount]) => ({ currency, amount }));
}

function saidOf({ clause, origin }: PlanSaid): PlanSaid {
  return { clause, origin };
}
