import type { InstantMs } from '../time/types.ts';

/** Something that happened to a ticket, by names. */
export interface ReferenceEvent {
  readonly at: InstantMs;
  readonly event: string;
  readonly plan?: string;
  readonly severity?: string;
  readonly region?: string;
  readonly channel?: string;
  readonly type?: string;
  readonly state?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

export interface ReferenceClock {
  readonly metric: string;
  readonly occurrence: number;
  readonly severity: string | null;
  readonly started: InstantMs | null;
  readonly due: InstantMs | null;
  readonly soft: InstantMs | null;
  readonly stopped: InstantMs | null;
  readonly status: string;
  readonly breached: InstantMs | null;
  readonly used: number | null;
  readonly remaining: number | null;
  readonly paused: number | null;
}

export interface ReferenceVerdict {
  /** The version of the contract that holds, by its place. */
  readonly version: number;
  readonly plan: string;
  readonly severity: string | null;
  readonly isClosed: boolean;
  readonly closed: InstantMs | null;
  readonly states: readonly string[];
  readonly clocks: readonly ReferenceClock[];
  readonly changes: readonly ReferenceChange[];
  readonly notices: readonly ReferenceNotice[];
  readonly consents: readonly ReferenceConsent[];
  readonly refused: string | null;
}

export interface ReferenceChange {
  readonly at: InstantMs;
  readonly from: string;
  readonly to: string;
  /** Null where it was recorded. */
  readonly rule: string | null;
}

export interface ReferenceNotice {
  readonly at: InstantMs;
  readonly to: string;
  readonly by: string;
  readonly kind: 'rule' | 'escalation' | 'consent' | 'reminder';
}

export interface ReferenceConsent {
  readonly rule: string;
  readonly asked: InstantMs;
  answer: 'open' | 'agreed' | 'refused';
  at: InstantMs | null;
}
