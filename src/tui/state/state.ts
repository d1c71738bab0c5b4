import type { ReadyModel, TuiModel } from '../model.ts';
import type { Size } from '../painter/frame-diff.ts';
import type { OverviewState } from '../screens/overview/overview-state.ts';
import type { StreamState } from '../screens/stream/stream-state.ts';
import type { TicketState } from '../screens/ticket/ticket-state.ts';
import type { TicketsState } from '../screens/tickets/tickets-state.ts';
import type { PromptState } from '../widgets/prompt/prompt.ts';

/** Everything that the screen is made from, in one value. Screens that have not been opened have no state yet. */
export interface TuiState {
  readonly size: Size;
  readonly model: TuiModel;
  /** The way to the screen shown, which is the last; never empty. Escape goes one back. */
  readonly path: readonly ScreenName[];
  readonly overview: OverviewState;
  readonly stream: StreamState | null;
  readonly tickets: TicketsState | null;
  readonly ticket: TicketState | null;
  readonly overlay: OverlayState | null;
  readonly prompt: PromptState | null;
  /** A sentence for the last key, shown until the next one. */
  readonly notice: string | null;
  /** Set once the user has asked to leave. */
  readonly leaving: boolean;
}

export type ScreenName = 'overview' | 'stream' | 'tickets' | 'ticket';

export interface OverlayState {
  readonly kind: 'keys' | 'notes';
  readonly top: number;
}

/** A state whose outcome is there; only then do the screens exist. */
export type ReadyState = TuiState & { readonly model: ReadyModel };

export function isReady(state: TuiState): state is ReadyState {
  return state.model.kind === 'ready';
}

export function currentScreen(state: TuiState): ScreenName {
  return state.path.at(-1) ?? 'overview';
}
