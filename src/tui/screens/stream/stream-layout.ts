import { isReady } from '../../state/state.ts';
import type { TuiState } from '../../state/state.ts';
import { bodyHeight } from '../layout.ts';

/** Rows above the tickets: clock, axis with its arrivals, a line of misses and one of counters a plan, two of heads, the desk. */
export function streamHead(plans: number): number {
  return 6 + 2 * plans;
}

export function streamRows(state: TuiState): number {
  const plans = isReady(state) ? state.model.outcome.plans.length : 0;
  return Math.max(1, bodyHeight(state.size) - streamHead(plans));
}
