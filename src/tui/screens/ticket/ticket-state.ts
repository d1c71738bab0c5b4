import type { Accounting, ReadyModel } from '../../model.ts';
import type { Command } from '../../state/command.ts';
import type { ReadyState, TuiState } from '../../state/state.ts';
import { metricNames } from '../../tickets/verdict.ts';
import { moveList } from '../../widgets/list/list.ts';
import { bodyHeight } from '../layout.ts';
import { openTicket } from './open-ticket.ts';

export interface TicketState {
  /** Row of the outcome's tickets. */
  readonly ticket: number;
  readonly metric: string;
  /** Place in the outcome's plans of the one whose accounting is shown. */
  readonly plan: number;
  /** First line of the accounting shown. */
  readonly top: number;
}

export function updateTicket(state: ReadyState, command: Command): TuiState {
  const { ticket, model } = state;
  if (ticket === null) return state;
  switch (command.kind) {
    case 'move': {
      const count = accountingLines(model, ticket, state);
      const height = accountingHeight(state);
      // The list's cursor is the window itself here: every move scrolls.
      const steps = Math.max(1, count - height + 1);
      const moved = moveList({ at: ticket.top, top: ticket.top }, command.move, steps, height);
      return { ...state, ticket: { ...ticket, top: moved.at } };
    }
    case 'plan': {
      const plans = Math.max(1, model.outcome.plans.length);
      return { ...state, ticket: { ...ticket, plan: (ticket.plan + command.by + plans) % plans, top: 0 } };
    }
    case 'metric': {
      const metrics = metricNames(model.outcome);
      const metric =
        metrics[(metrics.indexOf(ticket.metric) + 1) % Math.max(1, metrics.length)] ?? ticket.metric;
      return { ...state, ticket: { ...ticket, metric, top: 0 } };
    }
    case 'neighbour':
      return openNeighbour(state, ticket, command.by);
    default:
      return state;
  }
}

/** The ticket before or after in the list it was opened from, or in the order of opening of the stream. */
function openNeighbour(state: ReadyState, ticket: TicketState, by: 1 | -1): TuiState {
  const fromStream = state.path.includes('stream');
  const rows = (fromStream ? state.stream?.tape.order : state.tickets?.rows) ?? new Int32Array(0);
  const at = rows.indexOf(ticket.ticket) + by;
  const next = rows[at];
  if (next === undefined)
    return { ...state, notice: by === 1 ? 'this is the last ticket' : 'this is the first ticket' };
  const list =
    state.tickets === null || fromStream
      ? state.tickets
      : { ...state.tickets, list: { ...state.tickets.list, at } };
  return openTicket({ ...state, tickets: list }, next, ticket.metric);
}

/** Rows of the head of the screen: the ticket, the axis, a timeline a plan, the promise. */
export function ticketHead(plans: number): number {
  return 6 + plans;
}

export function accountingHeight(state: Pick<ReadyState, 'size' | 'model'>): number {
  return Math.max(1, bodyHeight(state.size) - ticketHead(state.model.outcome.plans.length));
}

/** A stretch takes one row where its reason and its clause have room beside its times, else two. */
export function rowsPerStretch(state: Pick<TuiState, 'size'>): 1 | 2 {
  return state.size.columns >= 140 ? 1 : 2;
}

/** Rows of the whole accounting, of which a window is shown. */
export function accountingLines(model: ReadyModel, ticket: TicketState, state: TuiState): number {
  const accounting = accountingOf(model, ticket.plan, ticket.metric, ticket.ticket);
  return accounting.kind === 'accounted' ? accounting.stretches.length * rowsPerStretch(state) : 1;
}

const accountings = new WeakMap<ReadyModel, Map<string, Accounting>>();
const remembered = 64;

/** Asks for an accounting and remembers the latest of them: a screen is drawn many times a second. */
export function accountingOf(model: ReadyModel, plan: number, metric: string, ticket: number): Accounting {
  const known = accountings.get(model) ?? new Map<string, Accounting>();
  accountings.set(model, known);
  const key = `${String(plan)} ${String(ticket)} ${metric}`;
  const found = known.get(key) ?? model.explain(plan, metric, ticket);
  known.delete(key);
  known.set(key, found);
  for (const oldest of known.keys()) {
    if (known.size <= remembered) break;
    known.delete(oldest);
  }
  return found;
}
