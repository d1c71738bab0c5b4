import { AGREED, CANCELLED, CLOSED, OPENED, REFUSED, type TicketEvent } from './event.ts';
import type { TicketProgram } from './program.ts';

/** The events of a history by when they happened. */
export interface EventOrder {
  /**
   * Of one instant the opening comes first, then facts and severity, then answers of the customer, after what they answer,
   * and the end last; events of one kind keep their order, and different kinds have one of their own, so that the order of
   * the lines does not matter.
   */
  readonly byKind: readonly TicketEvent[];
  /** Those of one instant in the order of their lines, since changes of state are one kind. */
  readonly byLine: readonly TicketEvent[];
}

export function inOrder(program: TicketProgram, events: readonly TicketEvent[]): EventOrder {
  for (let i = 1; i < events.length; i += 1) {
    if ((events[i] as TicketEvent).at <= (events[i - 1] as TicketEvent).at) return sorted(program, events);
  }
  return { byKind: events, byLine: events };
}

function sorted(program: TicketProgram, events: readonly TicketEvent[]): EventOrder {
  const nameOf = ({ kind }: TicketEvent) => (kind === -1 ? '' : (program.eventNames[kind] as string));
  const byLine = [...events].sort((a, b) => a.at - b.at);
  const byKind = [...byLine].sort((a, b) => {
    if (a.at !== b.at) return a.at - b.at;
    const ranks = rankOf(a) - rankOf(b);
    if (ranks !== 0) return ranks;
    const [nameA, nameB] = [nameOf(a), nameOf(b)];
    return nameA < nameB ? -1 : nameA > nameB ? 1 : 0;
  });
  return { byKind, byLine };
}

function rankOf({ kind }: TicketEvent): number {
  switch (kind) {
    case OPENED:
      return 0;
    case AGREED:
    case REFUSED:
      return 2;
    case CLOSED:
    case CANCELLED:
      return 3;
    default:
      return 1;
  }
}
