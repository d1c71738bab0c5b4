import Fraction from 'fraction.js';
import type { InstantMs } from '../../time/types.ts';
import type { Engine } from '../engine.ts';
import type { FactOf } from '../grade-ticket.ts';
import type { TicketKey } from '../select-target.ts';
import type { LedgerEntry, LedgerEvent, Use } from './ledger-model.ts';
import { Ledger } from './ledger.ts';
import { usesOf } from './uses-of.ts';
import type { WorkSpan } from './worked-time.ts';

/** Something in the life of a ticket, or of its customer, that an account may hang on. */
export type ChargedHappening = {
  readonly at: InstantMs;
} & (
  | { readonly kind: 'event'; readonly event: string; readonly key: TicketKey; readonly factOf: FactOf }
  /** Work that ends at `at`; of an activity, or of what a charge is for. */
  | {
      readonly kind: 'work';
      readonly of: string;
      readonly span: WorkSpan;
      readonly key: TicketKey;
      readonly factOf: FactOf;
    }
  /** What the customer buys, and what other tickets of the customer use. */
  | { readonly kind: 'account'; readonly event: LedgerEvent }
);

/**
 * What one ticket is charged, from what happened in the order of its instants. A charge by time is made on its event for
 * all work of its name since the last time; a quota that is used when work ends is drawn on as each piece of work does, one
 * of hours that is used at another event for all work since that event was last.
 *
 * @param start when the customer's account begins
 * @returns the entries of the ticket alone, which is called `ticket`
 */
export function chargeTicket(
  engine: Engine,
  plan: number,
  start: InstantMs,
  ticket: string,
  happenings: readonly ChargedHappening[],
): readonly LedgerEntry[] {
  const ledger = new Ledger(engine, plan, start);
  const { charges } = ledger.plan;
  const named = (isWhole: boolean) =>
    new Set(charges.filter(({ rate }) => (rate.of.kind === 'work') === isWhole).map(({ name }) => name));
  const [byTime, wholes] = [named(false), named(true)];
  /** Work that no charge has been made for yet, by what it is of. */
  const open = new Map<string, WorkSpan[]>();
  const all: WorkSpan[] = [];
  /** How much of all work has been drawn from a quota already, by its thing. */
  const drawn = new Map<string, number>();
  const entries: LedgerEntry[] = [];
  const take = (event: LedgerEvent) => entries.push(...ledger.step(event));
  const chargeByTime = (use: Use) => {
    const work = open.get(use.name) ?? [];
    open.delete(use.name);
    if (work.length > 0) take({ ...use, work });
  };

  for (const happening of happenings) {
    const { at } = happening;
    if (happening.kind === 'account') {
      take(happening.event);
      continue;
    }
    const { key, factOf } = happening;
    const common = { at, ticket, cause: null, key, factOf };
    if (happening.kind === 'work') {
      const { of, span } = happening;
      all.push(span);
      open.set(of, [...(open.get(of) ?? []), span]);
      const uses = usesOf(ledger.plan, { ...common, event: 'work ended', activity: of, work: [span] });
      for (const use of uses) {
        if (byTime.has(use.name)) chargeByTime(use);
        else take(use);
        drawn.set(use.name, all.length);
      }
      continue;
    }
    const { event } = happening;
    take({ kind: 'event', at, name: event });
    for (const use of usesOf(ledger.plan, { ...common, event, activity: null, work: all })) {
      if (byTime.has(use.name)) chargeByTime(use);
      // A charge for work as a whole is made once, however many pieces the work had.
      else if (wholes.has(use.name)) take({ ...use, work: [] });
      else {
        take({ ...use, work: all.slice(drawn.get(use.name) ?? 0) });
        drawn.set(use.name, all.length);
      }
    }
  }
  return entries.filter((entry) => entry.ticket === ticket);
}

/** What entries come to, of one thing: drawn from the quota, beyond it, and in money. */
export interface ChargedTotal {
  readonly thing: string;
  readonly used: Fraction;
  readonly over: Fraction;
  /** Of what is over, what is billed. */
  readonly billedOver: Fraction;
  readonly billed: Fraction;
}

export function chargedTotals(entries: readonly LedgerEntry[]): readonly ChargedTotal[] {
  const totals = new Map<string, ChargedTotal>();
  for (const { thing, kind, amount, effect } of entries) {
    const { used, over, billedOver, billed } = totals.get(thing) ?? NOTHING;
    totals.set(thing, {
      thing,
      used: kind === 'used' ? used.add(amount) : kind === 'given back' ? used.sub(amount) : used,
      over: kind === 'over' ? over.add(amount) : over,
      billedOver: kind === 'over' && effect === 'bill' ? billedOver.add(amount) : billedOver,
      billed: kind === 'billed' ? billed.add(amount) : billed,
    });
  }
  return [...totals.values()];
}

const ZERO = new Fraction(0);
const NOTHING: Omit<ChargedTotal, 'thing'> = { used: ZERO, over: ZERO, billedOver: ZERO, billed: ZERO };
