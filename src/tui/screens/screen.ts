import type { Binding } from '../input/binding.ts';
import type { Key } from '../input/decode-keys.ts';
import type { Command } from '../state/command.ts';
import type { ViewTable } from '../export/view-table.ts';
import type { Soon } from '../model.ts';
import type { ReadyState, ScreenName, TuiState } from '../state/state.ts';
import type { Glyphs } from '../text/glyphs.ts';
import type { Row } from '../text/row.ts';

/**
 * A screen. To add one:
 *
 * 1. its state in `screens/<name>/<name>-state.ts`, as a field of `ScreenStates` (state/screen-states.ts), with what
 *    it is in the beginning (null until it is opened);
 * 2. commands that no other screen has, as one line of the union in state/command.ts;
 * 3. a value of this interface in `screens/<name>/<name>-screen.ts`, and that in the list of screens/registry.ts.
 *
 * Foot, help, palette, docs/keys.md (`npm run generate`), breadcrumbs, Escape, and the tests of any sequence of keys
 * come from there. Nothing a screen imports may import the registry or the keymap.
 */
export interface Screen {
  readonly name: ScreenName;
  /** What it shows, in a few words. */
  readonly about: string;
  /** The key that leads to it from every screen; null where there is none. */
  readonly key: Key | null;
  /** Its own keys; those of every screen come after them (input/common-keys.ts), and a key has one meaning. */
  readonly keys: readonly Binding[];
  /**
   * Its state made ready to be shown, from wherever one is; the way to it is set by who asks. Null where it cannot
   * be opened without something chosen before, such as a ticket.
   */
  readonly open: ((state: ReadyState) => ReadyState) | null;
  /** The state after a command. It leaves alone what it does not know. */
  readonly update: (state: ReadyState, command: Command) => TuiState;
  /** What Escape does before it leads back, such as taking off a filter; null where there is nothing of the kind. */
  readonly back?: (state: ReadyState) => TuiState | null;
  /** At most `bodyHeight` rows, none wider than the screen. */
  readonly rows: (state: ReadyState, glyphs: Glyphs) => readonly Row[];
  /** The same state on a screen of another size: cursors in range, what is pointed at in sight. */
  readonly place: (state: ReadyState) => ReadyState;
  /**
   * The same state when more replications have come (see `ReadyModel.arriving`): rows that were there keep their
   * places in the columns, others follow. `place` comes after it.
   */
  readonly grow?: (state: ReadyState) => ReadyState;
  /** Its name in the breadcrumbs, where that is not `name`. */
  readonly crumb?: (state: ReadyState) => string;
  /** Lines that are typed at the foot on this screen, by the name in `{ kind: 'prompt', prompt }`. */
  readonly prompts?: { readonly [name: string]: Prompt };
  /** What it shows as a table, for an export; null while there is none. */
  readonly table?: (state: ReadyState) => ViewTable | null;
  /** The command line that prints the same figures or tickets; null where none does. */
  readonly command?: (state: ReadyState) => string | null;
  /** Where the clause behind the line at the cursor stands: `contracts/mst.plan:41`. */
  readonly clause?: (state: ReadyState) => Soon<string | null>;
  /** Where it is there, `/` finds rows by their text, and `n` and `N` go on from the cursor. */
  readonly find?: Find;
}

/** A line typed at the foot of the screen. Up and Down bring back what was typed before. */
export interface Prompt {
  /** What stands before it: `go to: `. */
  readonly label: string;
  /** What stands at the right: what the keys do, or what has been found so far. */
  readonly hint: (state: ReadyState, text: string) => string;
  /** What it begins with. */
  readonly start?: (state: ReadyState) => string;
  /** After every letter. */
  readonly typed?: (state: ReadyState, text: string) => TuiState;
  /** After Enter. */
  readonly entered: (state: ReadyState, text: string) => TuiState;
  /** After Escape. */
  readonly givenUp?: (state: ReadyState) => TuiState;
  /** What Tab makes of it, one after another: whole lines. */
  readonly complete?: (state: ReadyState, text: string) => readonly string[];
}

export interface Find {
  /** The text of every row, those out of sight too. */
  readonly texts: (state: ReadyState) => readonly string[];
  readonly at: (state: ReadyState) => number;
  readonly goTo: (state: ReadyState, row: number) => TuiState;
}
