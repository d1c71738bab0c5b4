import type { Engine } from '../../engine/index.ts';
import type { ReadyModel } from '../../tui/index.ts';
import { answersOf } from './answers.ts';
import { modelOf, type ClockOf, type Figures } from './model-of.ts';

/** An outcome with its figures, and the engine that made it. */
export interface Shown extends Figures {
  readonly engine: Engine;
}

/** What the terminal UI shows of an outcome that was made on this thread. */
export function readyModel(shown: Shown, clockOf: ClockOf): ReadyModel {
  return modelOf(shown, answersOf(shown), clockOf, null);
}
