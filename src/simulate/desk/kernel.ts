import type { InstantMs } from '../../time/types.ts';
import type { EventQueue } from './event-queue.ts';

/** What a discrete-event simulation does with its events; it puts new ones into the queue itself. */
export interface EventModel {
  /** Changes the state by one event. */
  handle(kind: number, subject: number, now: InstantMs): void;
  /** Decides once all events of an instant are handled. It may put in further events, also of the same instant. */
  settle(now: InstantMs): void;
}

/**
 * Runs events in order until none is left. Decisions wait until every event of their instant has happened, so an
 * agent who becomes free at the instant at which a more urgent ticket arrives sees that ticket.
 */
export function runEvents(queue: EventQueue, model: EventModel): void {
  while (queue.take()) {
    const now = queue.time;
    model.handle(queue.kind, queue.subject, now);
    if (queue.nextTime !== now) model.settle(now);
  }
}
