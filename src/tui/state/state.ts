import type { ReadyModel, SavedView, TuiModel } from '../model.ts';
import type { Size } from '../painter/frame-diff.ts';
import type { PaletteState } from '../screens/palette/palette-state.ts';
import type { PromptState } from '../widgets/prompt/prompt.ts';
import type { Effect } from './effect.ts';
import type { Rerun } from './rerun.ts';
import type { ScreenStates } from './screen-states.ts';

/** Everything that the screen is made from, in one value. */
export interface TuiState extends ScreenStates {
  readonly size: Size;
  readonly model: TuiModel;
  /** The way to the screen shown, which is the last; never empty. Escape goes one back. */
  readonly path: readonly ScreenName[];
  readonly overlay: OverlayState | null;
  readonly palette: PaletteState | null;
  readonly prompt: PromptState | null;
  /** What was entered into prompts and the palette, the latest last, by the prompt's name. */
  readonly typed: { readonly [prompt: string]: readonly string[] };
  /** What `n` looks for; null while nothing was looked for. */
  readonly sought: string | null;
  /** A sentence for the last key, shown until the next one. */
  readonly notice: string | null;
  /** What went wrong and was not the last key's fault, the latest last; shown in a panel until it is closed. */
  readonly problems: readonly Problem[];
  /** What is to be done to the world, in order; the session takes it from here. */
  readonly effects: readonly Effect[];
  /** The simulation that runs again under changes; null where none does or did. */
  readonly rerun: Rerun | null;
  /** A view of tickets that is to be shown once there are any. */
  readonly view: SavedView | null;
  /** Set once the user has asked to leave. */
  readonly leaving: boolean;
}

export type ScreenName = keyof ScreenStates;

export interface OverlayState {
  readonly kind: 'keys' | 'notes' | 'problems' | 'command';
  readonly top: number;
  /** The command line shown. */
  readonly text?: string;
}

export interface Problem {
  /** What was being done, such as `write tickets.csv`. */
  readonly doing: string;
  /** What is wrong, in a sentence; and what to do about it, where that can be said. */
  readonly message: string;
  readonly help: string | null;
}

/** A state whose outcome is there; only then do the screens exist. */
export type ReadyState = TuiState & { readonly model: ReadyModel };

export function isReady(state: TuiState): state is ReadyState {
  return state.model.kind === 'ready';
}

export function currentScreen(state: TuiState): ScreenName {
  return state.path.at(-1) ?? 'overview';
}

/** One screen further: Escape comes back to the one shown now. A screen that is on the way already is gone back to. */
export function pathTo(path: readonly ScreenName[], screen: ScreenName): readonly ScreenName[] {
  const before = path.indexOf(screen);
  return before === -1 ? [...path, screen] : path.slice(0, before + 1);
}
