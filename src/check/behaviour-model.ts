/** What the customers of a stream do, and what becomes of its tickets beside the work on them. Names are the contract's. */
import type { Distribution } from './simulation-model.ts';

export type Behaviour =
  | Misjudged
  | {
      readonly kind: 'raised' | 'lowered';
      readonly share: number;
      /** Severities in force from which it is; null for all. */
      readonly of: readonly string[] | null;
      readonly to:
        | { readonly kind: 'by'; readonly steps: number }
        | { readonly kind: 'severity'; readonly name: string };
      readonly moment: Moment;
    }
  | {
      readonly kind: 'event';
      readonly event: string;
      readonly share: number;
      readonly of: readonly string[] | null;
      readonly moment: Moment;
    }
  | {
      readonly kind: 'undescribed';
      readonly share: number;
      /** A fact of yes or no. */
      readonly fact: string;
      /** Null for never. */
      readonly described: Moment | null;
    }
  | {
      readonly kind: 'agrees';
      readonly agree: number;
      readonly refuse: number;
      /** From when the customer is asked. */
      readonly after: Delay;
    }
  | Reopened;

/** Severities that are reported as others. */
export interface Misjudged {
  readonly kind: 'misjudged';
  readonly rows: readonly { readonly truly: string; readonly reported: string; readonly share: number }[];
  /** Null for never. */
  readonly corrected: Moment | null;
}

export interface Reopened {
  readonly kind: 'reopened';
  readonly share: number;
  readonly of: readonly string[] | null;
  /** From the end of the work. */
  readonly after: Delay;
  /** Steps that are done again, in a share of their usual time. */
  readonly steps: readonly { readonly name: string; readonly share: number }[];
}

/** When something happens to a ticket: so long after its opening, or as a step of its work begins or ends. */
export type Moment =
  | { readonly kind: 'after'; readonly delay: Delay }
  | { readonly kind: 'step'; readonly step: string; readonly side: 'start' | 'end' };

export interface Delay {
  readonly time: Distribution;
  /** The hours in which the time is counted; null for all of them. */
  readonly during: Hours | null;
}

/** The hours in which the customers of the stream work, or those of a calendar. */
export type Hours = { readonly kind: 'theirs' } | { readonly kind: 'calendar'; readonly name: string };
