import type { ReadyState } from '../../state/state.ts';
import { hasDesk } from '../../tickets/has-desk.ts';
import { planWindow } from '../../widgets/plan-window/plan-window.ts';
import { bodyHeight } from '../layout.ts';
import { hourLanes } from './hour-lanes.ts';

/** Rows of the stream's parts below the desk; all of them and the head of the list fill the body. */
export interface StreamLayout {
  /** Places of the plans in sight. */
  readonly plans: readonly number[];
  /** Lanes of hours below the ruler of the date; 0 where there is no room for the date at all. */
  readonly hours: number;
  /** Tickets drawn on the date of the moment, with a legend below them; 0 where the screen is too small for that. */
  readonly tickets: number;
  /** Tickets in the list. */
  readonly list: number;
}

/** Tickets that are listed at the least. */
const leastList = 4;

/** Each takes two rows, and of many there is a part in sight, with the chosen one in it. */
export function plansInSight({ stream, model, size }: ReadyState): readonly number[] {
  const room = Math.max(1, Math.floor((bodyHeight(size) - 9) / 2));
  return planWindow(model.outcome.plans.length, stream?.plan ?? 0, room, 1).plans;
}

export function streamLayout(state: ReadyState): StreamLayout {
  const { stream, model, size } = state;
  const plans = plansInSight(state);
  // Above: clock, axis with its arrivals, a line of misses and one of counters a plan, two of heads, the desk where there is one.
  const room = bodyHeight(size) - ((hasDesk(model) ? 6 : 5) + 2 * plans.length);
  const lanes = stream === null ? 0 : hourLanes(state, stream).length;
  const hours = Math.max(0, Math.min(lanes, room - 1 - leastList));
  if (hours === 0) return { plans, hours, tickets: 0, list: Math.max(1, room) };
  const rest = room - 1 - hours;
  const isLarge = size.columns >= 100 && rest >= 12;
  const tickets = isLarge ? Math.min(16, Math.floor((rest - 1) / 2)) : 0;
  return { plans, hours, tickets, list: Math.max(1, isLarge ? rest - 1 - tickets : rest) };
}
