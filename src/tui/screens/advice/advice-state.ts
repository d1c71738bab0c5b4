import type { Wanted } from '../../../simulate/recommend/need-figures.ts';
import type { ReadyState } from '../../state/state.ts';

export interface AdviceState {
  /** What the customer needs, as it was typed; where nothing was, what the simulation says counts. */
  readonly needs: readonly Wanted[];
  /** First row in sight. */
  readonly top: number;
  /** First plan shown, where not all fit. */
  readonly plan: number;
}

export const adviceStart: AdviceState = { needs: [], top: 0, plan: 0 };

/** What was typed of the customer's needs, on whichever screen one is. */
export function typedNeeds({ advice }: ReadyState): readonly Wanted[] {
  return advice?.needs ?? adviceStart.needs;
}
