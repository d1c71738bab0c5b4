import type { Engine } from '../../engine/index.ts';
import type { Cell, Change, ClockVerdict } from '../../engine/ticket/index.ts';
import type { Count } from '../../engine/ticket/count.ts';
import type { Pauses } from '../../engine/ticket/pauses.ts';
import type { PlanClockTerms } from '../../plan/clock-model.ts';
import type { PlanOrigin } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';

/** One run of a clock as it was when it was judged, with what led to it. */
export interface ClockStory {
  readonly metric: string;
  readonly verdict: ClockVerdict;
  /** Since when it runs; null where nothing has started it. */
  readonly started: InstantMs | null;
  /** When it stopped, or ended with its ticket; the instant of judgement where it runs. */
  readonly end: InstantMs;
  /** The cell by which it counts, and the engine that has its calendars; null where nothing has started it. */
  readonly by: Counting | null;
  readonly count: Count | null;
  /** Counts that hold where they end earlier, and those before whose end it is never due. */
  readonly others: readonly Count[];
  readonly floors: readonly Count[];
  readonly pauses: Pauses;
  /** The instant that it is counted from or back from, where its promise hangs on something else; null where not known. */
  readonly anchor: InstantMs | null;
  readonly terms: PlanClockTerms;
  readonly origin: PlanOrigin | null;
  /** Cells that it has counted by, with the change that ended each, in order. */
  readonly changes: readonly ClockChange[];
  /** What paused it from each instant on; nothing where no line holds. */
  readonly pausedBy: readonly PausedBy[];
}

export interface Counting {
  readonly cell: Cell;
  readonly engine: Engine;
}

export interface ClockChange {
  readonly at: InstantMs;
  readonly of: string;
  readonly before: Counting | null;
  readonly after: Counting | null;
  readonly line: Change;
  /** Whether another promise holds from then on; one in the same words, or kept as it was, does not. */
  readonly isOther: boolean;
  readonly severity: string;
}

export interface PausedBy {
  readonly at: InstantMs;
  readonly reasons: readonly { readonly words: string; readonly origin: PlanOrigin | null }[];
}
