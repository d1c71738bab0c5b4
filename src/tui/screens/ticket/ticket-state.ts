import type { ReadyModel } from '../../model.ts';
import type { Command } from '../../state/command.ts';
import type { ReadyState, TuiState } from '../../state/state.ts';
import { unicodeGlyphs } from '../../text/glyphs.ts';
import { hasDesk } from '../../tickets/has-desk.ts';
import { metricNames } from '../../tickets/verdict.ts';
import { moveList } from '../../widgets/list/list.ts';
import { planWindow } from '../../widgets/plan-window/plan-window.ts';
import { bodyHeight } from '../layout.ts';
import { openTicket } from './open-ticket.ts';
import { ticketSections } from './ticket-sections.ts';
import type { TicketSection } from './ticket-sections.ts';

export interface TicketState {
  /** Row of the outcome's tickets. */
  readonly ticket: number;
  readonly metric: string;
  /** Place in the outcome's plans of the one whose accounting is shown. */
  readonly plan: number;
  /** First line shown of what is said of it below its timelines. */
  readonly top: number;
  /** The part that was gone to, whose beginning may still move while the parts before it are worked out; null after a move. */
  readonly section: TicketSection['name'] | null;
}

/** A page from its beginning. */
export const fromTop = { top: 0, section: null } as const;

export function updateTicket(state: ReadyState, command: Command): TuiState {
  const { ticket, model } = state;
  if (ticket === null) return state;
  switch (command.kind) {
    case 'move': {
      // The list's cursor is the window itself here: every move scrolls.
      const moved = moveList(
        { at: ticket.top, top: ticket.top },
        command.move,
        lastTop(state, ticket) + 1,
        pageHeight(state),
      );
      const section = command.move === 'stay' ? ticket.section : null;
      const start = section === null ? moved.at : sectionTop(state, ticket, section);
      return { ...state, ticket: { ...ticket, top: start, section } };
    }
    case 'section': {
      const { section } = command;
      return { ...state, ticket: { ...ticket, top: sectionTop(state, ticket, section), section } };
    }
    case 'plan': {
      const plans = Math.max(1, model.outcome.plans.length);
      return {
        ...state,
        ticket: { ...ticket, plan: (ticket.plan + command.by + plans) % plans, ...fromTop },
      };
    }
    case 'metric': {
      const metrics = metricNames(model.outcome);
      const metric =
        metrics[(metrics.indexOf(ticket.metric) + 1) % Math.max(1, metrics.length)] ?? ticket.metric;
      return { ...state, ticket: { ...ticket, metric, ...fromTop } };
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

/** Rows of the head of the screen beside its timelines: the ticket, the axis, the desk, the legend, a rule. */
function headWithoutPlans(model: Pick<ReadyModel, 'outcome'>): number {
  return hasDesk(model) ? 6 : 5;
}

/** Places of the plans whose timelines are in sight: the page below them keeps two thirds of the screen. */
export function plansInSight(
  { size, model }: Pick<ReadyState, 'size' | 'model'>,
  chosen: number,
): readonly number[] {
  const room = Math.max(1, Math.floor((bodyHeight(size) - headWithoutPlans(model)) / 3));
  return planWindow(model.outcome.plans.length, chosen, room, 1).plans;
}

/** Rows of the page below the head. */
export function pageHeight(state: Pick<ReadyState, 'size' | 'model'>): number {
  const timelines = plansInSight(state, 0).length;
  return Math.max(1, bodyHeight(state.size) - headWithoutPlans(state.model) - timelines);
}

/** The furthest that the page can be scrolled. */
export function lastTop(state: ReadyState, ticket: TicketState): number {
  const lines = sectionsOf(state, ticket).reduce((sum, { rows }) => sum + rows.length, 0);
  return Math.max(0, lines - pageHeight(state));
}

/** Glyphs are all of one width, so that any of them tell how many rows there are. */
function sectionsOf(state: ReadyState, ticket: TicketState): readonly TicketSection[] {
  return ticketSections(state, ticket, unicodeGlyphs);
}

function sectionTop(state: ReadyState, ticket: TicketState, section: TicketSection['name']): number {
  return Math.min(sectionStart(sectionsOf(state, ticket), section), lastTop(state, ticket));
}

function sectionStart(sections: readonly TicketSection[], name: TicketSection['name']): number {
  let start = 0;
  for (const section of sections) {
    // The empty line before a title is left above the window.
    if (section.name === name) return name === 'why' ? start : start + 1;
    start += section.rows.length;
  }
  return 0;
}
