import { pathTo } from '../../state/state.ts';
import type { ReadyState } from '../../state/state.ts';

/**
 * Goes to one ticket, on top of the screen it was opened from.
 * @param of place of the plan that is asked about; null for the one looked at last
 */
export function openTicket(
  state: ReadyState,
  ticket: number,
  metric: string,
  of: number | null = null,
): ReadyState {
  const last = Math.max(0, state.model.outcome.plans.length - 1);
  const plan = Math.min(of ?? state.ticket?.plan ?? 0, last);
  return {
    ...state,
    path: pathTo(state.path, 'ticket'),
    ticket: { ticket, metric, plan, top: 0, section: null },
  };
}
