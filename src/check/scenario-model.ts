/** A ticket's story and what must be true of it, checked. */
import type { Instant, LocalInstant, Origin } from './model.ts';

export interface CheckedScenario {
  readonly name: string;
  /** Whether a person stands behind it; otherwise it counts for no coverage. */
  readonly reviewed: boolean;
  readonly ticket: CheckedTicket;
  /** What happens, in the order of time. */
  readonly rows: readonly StoryRow[];
  /** Up to when time passes; null for the last row. */
  readonly until: Moment | null;
  readonly expectations: readonly CheckedExpectation[];
  readonly origin: Origin;
}

export type Moment = LocalInstant | Instant;

export interface CheckedTicket {
  readonly plan: string;
  /** Null where its facts tell it. */
  readonly severity: string | null;
  readonly region: string | null;
  readonly channel: string | null;
  readonly type: string | null;
  /** What else the ticket says of itself. */
  readonly facts: readonly TicketFact[];
  /** The customer's zone, and names of the holiday sets that the customer has; null where the story does not say. */
  readonly zone: string | null;
  readonly holidays: readonly string[] | null;
  readonly opened: Moment;
}

export interface TicketFact {
  readonly fact: string;
  readonly value: string | number | boolean;
}

export interface StoryRow {
  readonly at: Moment;
  readonly what: StoryWhat;
  /** What the ticket is from then on; null where the row says nothing of it. */
  readonly says: Readonly<Record<'plan' | 'severity' | 'region' | 'channel' | 'type', string | null>>;
  readonly facts: readonly TicketFact[];
  /** The row as written behind its time. */
  readonly words: string;
  readonly origin: Origin;
}

export type StoryWhat =
  /** `ends` is the state that `resumed` ends; null for all of them. */
  | { readonly kind: 'event'; readonly event: string; readonly ends: string | null }
  | { readonly kind: 'state'; readonly state: string }
  /** Work that begins then; of an activity, or of what a charge is for. */
  | { readonly kind: 'work'; readonly of: string; readonly seconds: number }
  /** Digits as written. */
  | { readonly kind: 'bought' | 'used'; readonly thing: string; readonly amount: string }
  | { readonly kind: 'pack'; readonly text: string }
  /** Nothing happens but that the ticket is another. */
  | { readonly kind: 'says' };

export type CheckedExpectation = { readonly origin: Origin } & (
  | ClockExpectation
  /** That it changes to a severity, or that it has it. */
  | {
      readonly kind: 'severity';
      readonly becomes: boolean;
      readonly severity: string;
      readonly at: Moment | null;
    }
  | { readonly kind: 'state'; readonly state: string; readonly at: Moment | null }
  | { readonly kind: 'notice'; readonly no: boolean; readonly to: string; readonly at: Moment | null }
  | { readonly kind: 'charge'; readonly charge: ExpectedCharge }
  /** Null for whatever reason. */
  | { readonly kind: 'refused'; readonly because: string | null }
  | { readonly kind: 'closed'; readonly at: Moment | null }
);

/** `occurrence` counts the runs of a clock that repeats from 1; null for the last. */
export type ClockExpectation = { readonly metric: string; readonly occurrence: number | null } & (
  | { readonly kind: 'due' | 'aimed'; readonly by: Moment }
  | { readonly kind: 'word'; readonly word: string }
  | {
      readonly kind: 'status';
      readonly status: 'met' | 'missed' | 'running' | 'paused' | 'cancelled' | 'not started';
      readonly at: Moment | null;
    }
);

/** Digits as written. */
export type ExpectedCharge =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'money'; readonly currency: string; readonly amount: string }
  /** Drawn from a quota or billed beyond it; or all that is beyond it. */
  | { readonly kind: 'units' | 'over'; readonly thing: string; readonly amount: string };
