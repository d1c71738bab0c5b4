import { isReady } from '../../state/state.ts';
import type { TuiState } from '../../state/state.ts';
import { hasDesk } from '../../tickets/has-desk.ts';
import { bodyHeight } from '../layout.ts';

/**
 * Rows above the tickets: clock, axis with its arrivals, a line of misses and one of counters a plan, two of heads, and the
 * desk where there is one.
 */
function streamHead(state: TuiState): number {
  return (isReady(state) && !hasDesk(state.model) ? 5 : 6) + 2 * plansOf(state);
}

/** Tickets drawn on the date of the moment; 0 where the screen is too small for that. */
export function dayLanes(state: TuiState): number {
  const { columns } = state.size;
  const room = roomOf(state) - dayHead(plansOf(state));
  return columns < 100 || room < 14 ? 0 : Math.min(16, Math.floor(room / 2));
}

export function streamRows(state: TuiState): number {
  const lanes = dayLanes(state);
  const day = lanes === 0 ? 0 : dayHead(plansOf(state)) + lanes;
  return Math.max(1, roomOf(state) - day);
}

/** The ruler, when each plan counts, and what the marks mean. */
function dayHead(plans: number): number {
  return 2 + plans;
}

function roomOf(state: TuiState): number {
  return bodyHeight(state.size) - streamHead(state);
}

function plansOf(state: TuiState): number {
  return isReady(state) ? state.model.outcome.plans.length : 0;
}
