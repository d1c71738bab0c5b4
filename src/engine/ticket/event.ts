import type { InstantMs } from '../../time/types.ts';

/** Something that happened to a ticket, its names found in the contract. */
export interface TicketEvent {
  /** When it happened, whenever it was recorded. */
  readonly at: InstantMs;
  /** Index of the program's events; -1 for one of which the contract does not speak. */
  readonly kind: number;
  /** What the ticket is from then on; null where the event says nothing of it. */
  readonly sets: TicketChange | null;
  /** The state that the event names: begun by itself with `state`, ended with `resumed`; -1 for none, -2 for one of which the contract does not speak. */
  readonly state: number;
}

/** What an event says of the ticket: indexes into the lists of the program's last version; -1 where nothing is said. */
export interface TicketChange {
  readonly plan: number;
  readonly severity: number;
  readonly region: number;
  readonly channel: number;
  readonly type: number;
  /** By index of the contract's facts. */
  readonly facts: readonly { readonly fact: number; readonly value: FactValue }[];
}

export type FactValue = string | number | boolean;

/** Events that mean something to every ticket, beside those that clocks and rules name. */
export const BUILT_IN = [
  'opened',
  'described',
  'raised',
  'lowered',
  'corrected',
  'agreed',
  'refused',
  'reopened',
  'state',
  'resumed',
  'closed',
  'cancelled',
] as const;

export const OPENED = 0;
export const DESCRIBED = 1;
export const RAISED = 2;
export const LOWERED = 3;
export const CORRECTED = 4;
export const AGREED = 5;
export const REFUSED = 6;
export const REOPENED = 7;
export const STATE = 8;
export const RESUMED = 9;
export const CLOSED = 10;
export const CANCELLED = 11;

export const UNKNOWN_STATE = -2;
