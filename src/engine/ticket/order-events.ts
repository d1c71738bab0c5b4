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
  const byLine = events.slice();
  sortStretch(byLine, 0, byLine.length, (a, b) => a.at - b.at);
  const byKind = byLine.slice();
  const nameOf = ({ kind }: TicketEvent) => (kind === -1 ? '' : (program.eventNames[kind] as string));
  const compare = (a: TicketEvent, b: TicketEvent): number => {
    const ranks = rankOf(a) - rankOf(b);
    if (ranks !== 0) return ranks;
    const [nameA, nameB] = [nameOf(a), nameOf(b)];
    return nameA < nameB ? -1 : nameA > nameB ? 1 : 0;
  };
  for (let from = 0; from < byKind.length;) {
    const { at } = byKind[from] as TicketEvent;
    let to = from + 1;
    while (to < byKind.length && (byKind[to] as TicketEvent).at === at) to += 1;
    if (to - from > 1) sortStretch(byKind, from, to, compare);
    from = to;
  }
  return { byKind, byLine };
}

/** Most histories are short and nearly in order, for which nothing is quicker. Longer ones go the usual way. */
const SHORT = 24;

/** Sorts the part of a list from one place up to another; what is alike keeps its order. */
function sortStretch(
  list: TicketEvent[],
  from: number,
  to: number,
  compare: (a: TicketEvent, b: TicketEvent) => number,
): void {
  if (to - from > SHORT) {
    const part = list.slice(from, to).sort(compare);
    for (let i = 0; i < part.length; i += 1) list[from + i] = part[i] as TicketEvent;
    return;
  }
  for (let i = from + 1; i < to; i += 1) {
    const event = list[i] as TicketEvent;
    let at = i;
    while (at > from && compare(list[at - 1] as TicketEvent, event) > 0) {
      list[at] = list[at - 1] as TicketEvent;
      at -= 1;
    }
    list[at] = event;
  }
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
