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
  readonly severity: string;
  readonly started: InstantMs | null;
  readonly due: InstantMs | null;
  readonly stopped: InstantMs | null;
  readonly status: string;
  readonly breached: InstantMs | null;
  readonly used: number | null;
  readonly paused: number | null;
}

export interface ReferenceVerdict {
  readonly plan: string;
  readonly severity: string | null;
  readonly isClosed: boolean;
  readonly clocks: readonly ReferenceClock[];
  readonly notices: readonly { readonly at: InstantMs; readonly to: string; readonly by: string }[];
  readonly refused: string | null;
}
