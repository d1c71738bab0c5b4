import type { TuiModel } from '../model.ts';

/** What is to be otherwise than in the simulation shown; only the one who asks and the one who runs read it. */
export type WhatIf = unknown;

/**
 * A simulation under changes, beside the one shown, which stays as it is. Ask for it by
 * `ask(state, { kind: 'rerun', changes })`.
 */
export interface Rerun {
  readonly changes: WhatIf;
  /** `loading` with its progress, then `ready`, while more replications may still come. */
  readonly model: TuiModel;
  /** Why there will be no more of it: it is done, or was stopped, or failed (a problem says why). */
  readonly ended: 'done' | 'stopped' | 'failed' | null;
}
