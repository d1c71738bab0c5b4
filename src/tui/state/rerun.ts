import type { TuiModel } from '../model.ts';
import type { WhatIf } from '../../simulate/what-if.ts';

/**
 * A simulation run again under changes, beside the one shown, which stays as it is. A screen asks for it by
 * `ask(state, { kind: 'rerun', changes })`; from then on it is in `TuiState.rerun`, and every progress is a new state of
 * it. Another one takes its place; `{ kind: 'stop rerun' }` gives up one that runs and takes away one that is done.
 * Where the changes cannot be made, a problem says why.
 */
export interface Rerun {
  readonly changes: readonly WhatIf[];
  /** `loading` with its progress, then `ready`, at first perhaps with the first replications alone (`arriving`). */
  readonly model: TuiModel;
  readonly status: 'running' | 'done' | 'failed';
}
