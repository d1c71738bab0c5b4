import { update } from './update.ts';
import type { TuiEvent } from './update.ts';
import type { TuiState } from './state.ts';

/** Holds the one state. Events that arrive together are worked off together and shown once. */
export interface Store {
  readonly state: () => TuiState;
  readonly dispatch: (events: readonly TuiEvent[]) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore(start: TuiState): Store {
  let state = start;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch: (events) => {
      const before = state;
      state = events.reduce(update, state);
      if (state !== before) for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
