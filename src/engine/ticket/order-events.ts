import { AGREED, CANCELLED, CLOSED, OPENED, REFUSED, RESUMED, STATE, type TicketEvent } from './event.ts';
import type { TicketProgram } from './program.ts';

/**
 * Events by when they happened. Of one instant the opening comes first, then facts and severity, and answers of the
 * customer after what they answer; events of one kind keep their order, and different kinds have one of their own, so
 * that the order of the lines does not matter. Changes of state are one kind.
 */
export function inOrder(program: TicketProgram, events: readonly TicketEvent[]): readonly TicketEvent[] {
  for (let i = 1; i < events.length; i += 1) {
    if ((events[i] as TicketEvent).at <= (events[i - 1] as TicketEvent).at) return sorted(program, events);
  }
  return events;
}

function sorted(program: TicketProgram, events: readonly TicketEvent[]): readonly TicketEvent[] {
  const nameOf = ({ kind }: TicketEvent) => (kind === -1 ? '' : (program.eventNames[kind] as string));
  return [...events].sort((a, b) => {
    if (a.at !== b.at) return a.at - b.at;
    const [rankA, rankB] = [rankOf(program, a), rankOf(program, b)];
    if (rankA !== rankB || rankA === STATES) return rankA - rankB;
    const [nameA, nameB] = [nameOf(a), nameOf(b)];
    return nameA < nameB ? -1 : nameA > nameB ? 1 : 0;
  });
}

const STATES = 3;

function rankOf(program: TicketProgram, { kind }: TicketEvent): number {
  switch (kind) {
    case OPENED:
      return 0;
    case AGREED:
    case REFUSED:
      return 2;
    case STATE:
    case RESUMED:
      return STATES;
    case CLOSED:
    case CANCELLED:
      return 4;
    default:
      return isStateAlone(program, kind) ? STATES : 1;
  }
}

/** Whether an event does nothing but begin a state, in every version. */
function isStateAlone({ versions, states, eventNames }: TicketProgram, kind: number): boolean {
  if (kind === -1 || !states.has(eventNames[kind] as string)) return false;
  return versions
    .flatMap(({ clockSets }) => clockSets)
    .every(({ effects }) => {
      const effect = effects[kind];
      if (effect === undefined) return true;
      const { starts, stops, repeats, rules } = effect;
      return starts.length + stops.length + repeats.length + rules.length === 0;
    });
}
