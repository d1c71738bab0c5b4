import type { WhatIf } from '../../simulate/what-if.ts';

/**
 * What a reducer asks of the world. It is put at the end of `TuiState.effects`; the session does it, and says what
 * came of it as an event: a notice where it went well, a problem where it did not.
 */
export type Effect =
  /** Writes a file, over one that is there. */
  | { readonly kind: 'write'; readonly path: string; readonly content: string }
  /** Reads a file with a view of tickets; its text comes as `view read`. */
  | { readonly kind: 'read view'; readonly path: string }
  /** Puts a text into the clipboard, where the terminal lets it (OSC 52). */
  | { readonly kind: 'copy'; readonly text: string; readonly what: string }
  /** Opens a file at a line in `$VISUAL`, else `$EDITOR`; the screen comes back when that ends. */
  | { readonly kind: 'edit'; readonly file: string; readonly line: number }
  /** Runs the simulation again; what comes of it is in `TuiState.rerun`. One that runs is given up. */
  | { readonly kind: 'rerun'; readonly changes: readonly WhatIf[] }
  /** Ends the one that runs again, and takes away what it came to. */
  | { readonly kind: 'stop rerun' };

/** The state with one thing more to be done. */
export function ask<State extends { readonly effects: readonly Effect[] }>(
  state: State,
  effect: Effect,
): State {
  return { ...state, effects: [...state.effects, effect] };
}
