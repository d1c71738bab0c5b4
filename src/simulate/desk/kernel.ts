import type { InstantMs } from '../../time/types.ts';
import type { EventQueue } from './event-queue.ts';

/** What a discrete-event simulation does with its events; it puts new ones into the queue itself. */
export interface EventModel {
  /** Something that was known beforehand happens: number `subject` of the instants given. */
  open(subject: number, now: InstantMs): void;
  /** Changes the state by one event. */
  handle(kind: number, subject: number, now: InstantMs): void;
  /** Decides once all events of an instant are handled. It may put in further events, also of the same instant. */
  settle(now: InstantMs): void;
}

/**
 * Runs events in order until none is left: at each instant first what was known beforehand, then the queue. Decisions
 * wait until every event of their instant has happened, so an agent who becomes free at the instant at which a more
 * urgent ticket arrives sees that ticket.
 * @param known rising instants; they are as many as the tickets, and need no place in the queue
 */
export function runEvents(known: Float64Array, queue: EventQueue, model: EventModel): void {
  let next = 0;
  for (;;) {
    const opening = next < known.length ? (known[next] as number) : Infinity;
    const event = queue.next[0] as number;
    const now = opening < event ? opening : event;
    if (now === Infinity) return;
    for (; known[next] === now; next += 1) model.open(next, now);
    while (queue.next[0] === now && queue.take()) model.handle(queue.kind, queue.subject, now);
    model.settle(now);
  }
}
