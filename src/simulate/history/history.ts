/**
 * The tickets of a log as its mapping reads them, before any contract is asked: when each was opened, when its
 * clocks stopped, and the contract's names for what it is.
 */
import type { InstantMs } from '../../time/types.ts';
import type { Unusable } from '../outcome.ts';
import type { LogDates } from './log-dates.ts';
import type { TicketMapping } from './mapping.ts';

export interface History {
  readonly mapping: TicketMapping;
  readonly rows: { readonly read: number; readonly unusable: readonly Unusable[] };
  /** Tickets in the log, or of its dates that are asked for: `tickets` and the `unusable` ones. */
  readonly read: number;
  /** By opening, then in the log's order. */
  readonly tickets: readonly HistoryTicket[];
  readonly unusable: readonly Unusable[];
  /** The dates of opening that are asked for, and how many tickets were opened on others; null where all are. */
  readonly dates: (LogDates & { readonly others: number }) | null;
  /** The last instant that the log tells of: what had not stopped by then was still running. */
  readonly observedUntil: InstantMs;
  /** How many of `tickets` each entry of `mapping.unapplied` touches, in its order. */
  readonly touched: readonly number[];
  /** How many of `tickets` have more than one value of the field that a name is read from. */
  readonly changed: { readonly [what in ValueName]: number };
}

/** The facts of a ticket that are names of the contract. */
export const VALUE_NAMES = ['severity', 'region', 'channel', 'type'] as const;
export type ValueName = (typeof VALUE_NAMES)[number];

export interface HistoryTicket {
  readonly id: string;
  /** Rounded down to the millisecond. */
  readonly opened: InstantMs;
  /** For each of `mapping.stops` the instant, rounded up to the millisecond; NaN for none. */
  readonly stops: readonly InstantMs[];
  /** What else happened to it, in order; empty where the mapping asks for nothing of the kind. */
  readonly changes: readonly HistoryChange[];
  readonly severity: string;
  readonly region: string | null;
  readonly channel: string | null;
  readonly type: string | null;
  /** The facts of the mapping, and what its customer has, in the order of `ticketFieldsOf`; `''` where the log says nothing. */
  readonly said: readonly string[];
}

/** Something that happened to a ticket after its opening, rounded down to the millisecond. */
export type HistoryChange =
  /** The contract's name of the state in which it is from then on; null for none. */
  | { readonly at: InstantMs; readonly kind: 'state'; readonly state: string | null }
  | { readonly at: InstantMs; readonly kind: 'severity'; readonly severity: string }
  | { readonly at: InstantMs; readonly kind: 'event'; readonly event: string };
