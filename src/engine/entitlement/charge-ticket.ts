import Fraction from 'fraction.js';
import type { InstantMs } from '../../time/types.ts';
import type { Engine } from '../engine.ts';
import type { FactOf } from '../grade-ticket.ts';
import type { TicketKey } from '../select-target.ts';
import type { LedgerEntry, LedgerEvent } from './ledger-model.ts';
import { Ledger } from './ledger.ts';
import { TicketUses } from './ticket-uses.ts';
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
 * What one ticket is charged, from what happened in the order of its instants. Work counts as `TicketUses` has it.
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
  const uses = new TicketUses();
  const entries: LedgerEntry[] = [];
  const take = (event: LedgerEvent) => entries.push(...ledger.step(event));
  for (const happening of happenings) {
    const { at } = happening;
    if (happening.kind === 'account') {
      take(happening.event);
      continue;
    }
    const { key, factOf } = happening;
    const common = { at, ticket, cause: null, key, factOf };
    const isWork = happening.kind === 'work';
    if (!isWork) take({ kind: 'event', at, name: happening.event });
    const what = isWork
      ? { event: 'work ended', activity: happening.of, work: [happening.span] }
      : { event: happening.event, activity: null, work: [] };
    for (const use of uses.take(ledger.plan, { ...common, ...what })) take(use);
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
