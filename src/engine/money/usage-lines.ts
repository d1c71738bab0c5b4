import Fraction from 'fraction.js';
import type { PlanRate, PlanSurcharge } from '../../plan/money-model.ts';
import type { PlanPlan, PlanSaid } from '../../plan/model.ts';
import type { Engine } from '../engine.ts';
import type { LedgerEntry, LedgerEvent, Use } from '../entitlement/ledger-model.ts';
import { Ledger } from '../entitlement/ledger.ts';
import { periodAt, type PeriodGround } from '../entitlement/period.ts';
import { TicketUses } from '../entitlement/ticket-uses.ts';
import { type Happening, rankOf } from '../entitlement/uses-of.ts';
import { type Answer, answerOf } from '../grade-ticket.ts';
import { selects } from '../select-target.ts';
import { toCoins } from './currency.ts';
import type { CustomerHistory, StatementLine, TicketStory } from './statement-model.ts';
import { isOfTickets } from './surcharge-scope.ts';
import { overCost, rateFor, type Sums, type UsagePrice, workCost } from './usage-price.ts';

/** The ledger of a customer, and what of it is paid in money. */
export interface Used {
  readonly entries: readonly LedgerEntry[];
  readonly quotas: Ledger['quotas'];
  readonly lines: readonly StatementLine[];
}

/** What tickets used, by the order of time, and what it costs beyond what the plan includes. */
export function usedBy(
  engine: Engine,
  plan: number,
  history: CustomerHistory,
  ground: PeriodGround,
  sums: Sums,
): Used {
  const of = engine.plan.plans[plan];
  if (of === undefined) throw new Error(`the contract has no plan ${plan}`);
  const ledger = new Ledger(engine, plan, history.start);
  const entries: LedgerEntry[] = [];
  const lines: StatementLine[] = [];
  const byRate: { readonly rate: PlanRate; readonly happening: Happening }[] = [];
  const priceByRate = (happening: Happening) => {
    const rate = rateFor(of, happening.key);
    if (rate !== null) byRate.push({ rate, happening });
  };
  const tickets = new Map<string, TicketUses>();
  const closed = new Set<string>();
  const waiting: Happening[] = [];
  for (const { at, happening, event } of inOrder(history)) {
    if (happening === null) {
      if (event !== null) entries.push(...ledger.step(event));
      continue;
    }
    const { ticket } = happening;
    const counted = tickets.get(ticket) ?? new TicketUses();
    tickets.set(ticket, counted);
    if (happening.event === 'closed' || happening.event === 'cancelled') closed.add(ticket);
    const uses = counted.take(of, happening);
    for (const use of uses) {
      const own = ledger.step(use);
      entries.push(...own);
      lines.push(...linesOfUse(engine, of, use, own, sums));
    }
    if (uses.length > 0 || happening.work.length === 0) continue;
    entries.push(...ledger.advance(at));
    if (counted.awaits(of, happening)) waiting.push(happening);
    else priceByRate(happening);
  }
  // What nothing has counted up to the end of its ticket is work like any other.
  for (const happening of waiting) {
    const work = happening.work.filter((span) => tickets.get(happening.ticket)?.isCounted(span) === false);
    if (work.length > 0 && closed.has(happening.ticket)) priceByRate({ ...happening, work });
  }
  byRate.sort((a, b) => a.happening.at - b.happening.at);
  const { start, end, now } = history;
  // Once the plan is no longer held, time alone grants nothing.
  entries.push(...ledger.advance(Math.max(ledger.now, Math.min(end ?? now, now))));
  lines.push(...linesByRate(engine, byRate, ground, sums));
  const bought = history.bought.filter(({ at }) => at >= start && at <= now);
  lines.push(...bought.flatMap((each) => packLine(of, each)));
  lines.push(...surchargeLines(engine, of, history, lines));
  return { entries, quotas: ledger.quotas, lines };
}

interface Step {
  readonly at: number;
  readonly happening: Happening | null;
  readonly event: LedgerEvent | null;
}

/** What happened up to now, purchases before uses of the same instant, tickets by their names, and work before what it is charged on. */
function inOrder({ start, now, happenings, bought, events, factOf }: CustomerHistory): readonly Step[] {
  const own = happenings
    .toSorted((a, b) => a.at - b.at || compare(a.ticket, b.ticket) || rankOf(a) - rankOf(b))
    .map((happening): Step => ({ at: happening.at, happening, event: null }));
  const others: readonly LedgerEvent[] = [
    { kind: 'customer', at: start, factOf },
    ...bought,
    ...events.map(({ at, name }): LedgerEvent => ({ kind: 'event', at, name })),
  ];
  const steps = [...others.map((event): Step => ({ at: event.at, happening: null, event })), ...own];
  return steps.filter(({ at }) => at >= start && at <= now).toSorted((a, b) => a.at - b.at);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a use costs in money: a charge in money, and what lies beyond a quota and is billed. */
function linesOfUse(
  engine: Engine,
  plan: PlanPlan,
  use: Use,
  entries: readonly LedgerEntry[],
  sums: Sums,
): readonly StatementLine[] {
  const used = entries.filter(
    ({ kind, amount: of }) => kind === 'used' || (kind === 'over' && of.compare(0) > 0),
  );
  const amount = used.reduce((sum, entry) => sum.add(entry.amount), new Fraction(0));
  return entries.flatMap((entry): readonly StatementLine[] => {
    const { at, thing } = entry;
    if (entry.kind === 'billed') {
      const charge = plan.charges.find(({ name }) => name === use.name);
      const said = { clause: charge?.clause ?? '', origin: entry.origin };
      const price = { kind: 'money', currency: thing, amount: entry.amount, said } as const;
      return [lineOf('charge', use, null, price, said)];
    }
    if (entry.kind !== 'over' || entry.effect !== 'bill') return [];
    const quota = plan.quotas.find(({ origin }) => sameOrigin(origin, entry.origin));
    const said = { clause: quota?.clause ?? '', origin: entry.origin };
    const price = overCost(engine, plan, { thing, amount, over: entry.amount }, use, sums);
    return [lineOf('over quota', { ...use, at }, { amount: entry.amount, of: thing }, price, said)];
  });
}

function sameOrigin(a: PlanSaid['origin'], b: PlanSaid['origin']): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}

/** A line, in whole coins, by the clause of its price where there is one. */
function lineOf(
  kind: StatementLine['kind'],
  { at, ticket }: { readonly at: number; readonly ticket: string | null },
  count: StatementLine['count'],
  price: UsagePrice,
  otherwise: PlanSaid,
): StatementLine {
  const { clause, origin } = price.said ?? otherwise;
  const said = { kind, at, ticket, count, clause, origin };
  return price.kind === 'money'
    ? { ...said, currency: price.currency, amount: toCoins(price.amount, price.currency), words: '' }
    : { ...said, currency: '', amount: null, words: price.words };
}

/** Work that no quota and no charge counts: piece by piece, or, where a rate adds up a period, together. */
function linesByRate(
  engine: Engine,
  worked: readonly { readonly rate: PlanRate; readonly happening: Happening }[],
  ground: PeriodGround,
  sums: Sums,
): readonly StatementLine[] {
  const groups = new Map<string, { readonly rate: PlanRate; readonly own: Happening[] }>();
  for (const [i, { rate, happening }] of worked.entries()) {
    const { rounding } = rate;
    const period = rounding?.period ?? null;
    const { line, column, file } = rate.origin;
    const key =
      period === null
        ? String(i)
        : JSON.stringify([
            file,
            line,
            column,
            periodAt(period, ground, happening.at).from,
            rounding?.perTicket === true ? happening.ticket : null,
          ]);
    const known = groups.get(key) ?? { rate, own: [] };
    known.own.push(happening);
    groups.set(key, known);
  }
  return [...groups.values()].flatMap(({ rate, own }) => {
    const last = own[own.length - 1];
    if (last === undefined) return [];
    const price = workCost(
      engine,
      rate,
      own.flatMap(({ work }) => work),
      sums,
    );
    const ticket = own.every((each) => each.ticket === last.ticket) ? last.ticket : null;
    const isNothing = price.kind === 'money' && price.amount.equals(0);
    return isNothing ? [] : [lineOf('work', { at: last.at, ticket }, null, price, rate)];
  });
}

function packLine(
  plan: PlanPlan,
  { at, pack, amount, thing }: CustomerHistory['bought'][number],
): readonly StatementLine[] {
  const sold = plan.packs.find(({ text }) => text === pack);
  if (sold === undefined) return [];
  const packs = new Fraction(amount).div(sold.gives.amount);
  const price: UsagePrice =
    sold.price === null
      ? { kind: 'no figure', words: 'on request', said: sold }
      : { kind: 'money', currency: sold.price.currency, amount: packs.mul(sold.price.amount), said: sold };
  return [lineOf('pack', { at, ticket: null }, { amount: new Fraction(amount), of: thing }, price, sold)];
}

/** What people call a ticket when they charge for it. */
const TICKET_WORDS: ReadonlySet<string> = new Set(['ticket', 'incident', 'call', 'request', 'case']);

/**
 * Surcharges on tickets: for the ticket itself, for each visit or other work of a name, or a share of what it costs.
 * Those of what happened before the plan was held, or after now, are none yet.
 */
function surchargeLines(
  engine: Engine,
  { surcharges }: PlanPlan,
  { start, now, tickets, happenings }: CustomerHistory,
  costs: readonly StatementLine[],
): readonly StatementLine[] {
  const all = tickets.flatMap((story) =>
    surcharges.flatMap((surcharge): readonly StatementLine[] => {
      const { amount } = surcharge;
      // One on the price itself is with the price.
      if (amount.kind === 'share' && !isOfTickets(surcharge)) return [];
      const { ticket, opened } = story;
      const holds = isFor(engine, surcharge, story);
      if (holds === false) return [];
      if (holds !== true || amount.kind === 'on request') {
        const words = holds === true ? 'on request' : `depends on \`${holds.missing}\``;
        const price = { kind: 'no figure', words, said: surcharge } as const;
        return [lineOf('surcharge', { at: opened, ticket }, null, price, surcharge)];
      }
      if (amount.kind === 'share') {
        return costs.flatMap((cost) =>
          cost.ticket !== ticket || cost.amount === null
            ? []
            : [
                lineOf(
                  'surcharge',
                  cost,
                  null,
                  {
                    kind: 'money',
                    currency: cost.currency,
                    amount: cost.amount.mul(amount.percent).div(100),
                    said: surcharge,
                  },
                  surcharge,
                ),
              ],
        );
      }
      const times = TICKET_WORDS.has(amount.unit)
        ? [opened]
        : happenings
            .filter(
              (each) =>
                each.ticket === ticket && (each.activity === amount.unit || each.event === amount.unit),
            )
            .map(({ at }) => at);
      return times.map((at) =>
        lineOf(
          'surcharge',
          { at, ticket },
          null,
          { kind: 'money', currency: amount.currency, amount: new Fraction(amount.amount), said: surcharge },
          surcharge,
        ),
      );
    }),
  );
  return all.filter(({ at }) => at >= start && at <= now);
}

/** Whether a surcharge is for a ticket; the fact that decides it where that is not said. */
function isFor(
  engine: Engine,
  { when, condition }: PlanSurcharge,
  { key, opened, factOf }: TicketStory,
): Answer {
  const isOpenedIn = (calendar: number) => engine.calendar(calendar).isOpen(opened);
  if (!selects(when, key)) return false;
  if (!when.opened.every(({ side, calendar }) => isOpenedIn(calendar) === (side === 'in'))) return false;
  return condition === null || answerOf(condition, factOf);
}
