import { pathTo } from '../../state/state.ts';
import type { ReadyState } from '../../state/state.ts';

/** Goes to one ticket, on top of the screen it was opened from. */
export function openTicket(state: ReadyState, ticket: number, metric: string): ReadyState {
  const plan = Math.min(state.ticket?.plan ?? 0, Math.max(0, state.model.outcome.plans.length - 1));
  return { ...state, path: pathTo(state.path, 'ticket'), ticket: { ticket, metric, plan, top: 0 } };
}
