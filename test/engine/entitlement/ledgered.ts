/** What the ledger of a plan given as clauses writes, in few words. Instants are of Berlin, in 2026: `06-15 10:00`. */
import type { FactOf } from '../../../src/engine/grade-ticket.ts';
import type { LedgerEntry, LedgerEvent, Use } from '../../../src/engine/entitlement/ledger-model.ts';
import { Ledger } from '../../../src/engine/entitlement/ledger.ts';
import { loadPlan } from '../../../src/engine/index.ts';
import type { TicketKey } from '../../../src/engine/select-target.ts';
import { lower } from '../../../src/plan/lower.ts';
import { localToInstant } from '../../../src/time/zone-arithmetic.ts';
import { epochDayOfDate } from '../../../src/time/civil-date.ts';
import { checkText } from '../../check/findings.ts';
import { loaded } from '../money/credited.ts';
import { contractOf } from '../money/quoted.ts';

export const KEY: TicketKey = { severity: 1, region: -1, channel: -1, type: -1, facts: [] };
/** A ticket whose severity is P1. */
export const SEVERE: TicketKey = { ...KEY, severity: 0 };

/** The terms of quotas that most tests of a ledger have in common. */
export const INCIDENTS = 'over billed, used when opened, one incident per ticket';
export const OF_CAUSE = 'over billed, used when opened, one incident per cause';
export const HOURS = 'over billed, used when work ends, not rounded';

const { zone } = loaded('').ground;

/** `06-15 10:00`, of another year `2027-06-15 10:00`. */
export function berlin(text: string): number {
  const [date = '', time = '00:00'] = text.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return localToInstant(
    zone,
    epochDayOfDate(date.length === 5 ? `2026-${date}` : date),
    hours * 3600 + minutes * 60,
  );
}

/** A piece of work of a day, such as `06-15 10:00-11:30`. */
export function work(text: string) {
  const [date = '', times = ''] = text.split(' ');
  const [from = '', to = ''] = times.split('-');
  return { from: berlin(`${date} ${from}`), to: berlin(`${date} ${to}`) };
}

export function ledgerOf(clauses: string, start = '06-01'): Ledger {
  return new Ledger(loaded(clauses).engine, 0, berlin(start));
}

export function facts(said: Readonly<Record<string, string | number | boolean>>): FactOf {
  return (name) => said[name];
}

/** A use by a ticket at an instant, or at the end of the pieces of work that it is for. */
export function use(ticket: string, at: string, name: string, more: Partial<Use> = {}): Use {
  return {
    kind: 'use',
    at: berlin(at),
    ticket,
    cause: null,
    name,
    work: [],
    key: KEY,
    factOf: () => undefined,
    ...more,
  };
}

export function worked(
  ticket: string,
  name: string,
  pieces: readonly string[],
  more: Partial<Use> = {},
): Use {
  const all = pieces.map(work);
  const at = all[all.length - 1]?.to ?? Number.NaN;
  return { ...use(ticket, '06-01', name), at, work: all, ...more };
}

export function bought(at: string, thing: string, amount: string, pack: string | null = null): LedgerEvent {
  return { kind: 'bought', at: berlin(at), thing, amount, pack };
}

/** `06-15 10:00 used 1 of #1, 9 left; A incidents`: of which lot, what is left, by whom, what becomes of it and why. */
export function brief({
  at,
  kind,
  amount,
  thing,
  lot,
  balance,
  ticket,
  name,
  effect,
  why,
}: LedgerEntry): string {
  const when = new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' });
  const date = when.startsWith('2026-') ? when.slice(5, 16) : when.slice(0, 16);
  const of = lot === null ? '' : ` of #${lot}`;
  const by = ticket === null ? '' : `; ${ticket} ${name}`;
  const then = effect === null ? '' : `, ${effect}`;
  const because = why === '' ? '' : `, ${why}`;
  return `${date} ${kind} ${amount.toFraction()} ${thing}${of}, ${balance.toFraction()} left${by}${then}${because}`;
}

/** The entries that events cause, one after the other, and those of the time after them up to an instant. */
export function entriesOf(
  ledger: Ledger,
  events: readonly LedgerEvent[],
  until?: string,
): readonly LedgerEntry[] {
  const caused = events.flatMap((event) => ledger.step(event));
  return until === undefined ? caused : [...caused, ...ledger.advance(berlin(until))];
}

export function told(clauses: string, events: readonly LedgerEvent[], until?: string, start?: string) {
  return entriesOf(ledgerOf(clauses, start), events, until).map(brief);
}

/** What comes after the units that are granted with the start. */
export function after(clauses: string, events: readonly LedgerEvent[]) {
  return told(clauses, events).filter((line) => !line.includes('granted'));
}

/** The ledger of a contract whose header says other things. */
export function ledgerIn(header: string, clauses: string): Ledger {
  return new Ledger(loadPlan(lower(checkText(contractOf(clauses, header)).contract)), 0, berlin('06-01'));
}
