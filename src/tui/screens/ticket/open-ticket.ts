import type { ReadyState, TuiState } from '../../state/state.ts';

/** Goes to one ticket, on top of the screen it was opened from. */
export function openTicket(state: ReadyState, ticket: number, metric: string): TuiState {
  const plan = Math.min(state.ticket?.plan ?? 0, Math.max(0, state.model.outcome.plans.length - 1));
  const path = state.path.at(-1) === 'ticket' ? state.path : [...state.path, 'ticket' as const];
  return { ...state, path, ticket: { ticket, metric, plan, top: 0 } };
}
