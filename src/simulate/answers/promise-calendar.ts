import type { Engine } from '../../engine/index.ts';
import type { PlanLimit, PlanPromise } from '../../plan/model.ts';
import { factsOfTicket } from '../ticket-facts.ts';
import { kindOf, type TicketKinds } from '../ticket-kinds.ts';

/** In place of a calendar: the promise counts elapsed time. */
export const ELAPSED = -1;
/** In place of a calendar: a word stands in place of a promise, or nothing is said. */
export const NOTHING_COUNTED = -2;

/** The calendar by whose open time the promise of a ticket counts, by its place in `plan.calendars`. */
export type PromiseCalendars = (tickets: TicketKinds, row: number) => number;

/**
 * A promise of business days has the calendar whose days it counts, which is as close as open time comes to dates. Tickets
 * alike have one answer, which is kept, unless it hangs on the hour of their opening.
 */
export function calendarOfPromises(engine: Engine, plan: number, metric: string): PromiseCalendars {
  const hangsOnHours =
    engine.plan.plans[plan]?.targets.some(
      (target) => target.metric === metric && target.when.opened.length > 0,
    ) === true;
  const known = new Map<number | string, number>();
  const select = (tickets: TicketKinds, row: number): number => {
    const key = {
      severity: tickets.severity[row] as number,
      region: tickets.region[row] as number,
      channel: tickets.channel[row] as number,
      type: tickets.type[row] as number,
      facts: factsOfTicket(tickets.facts, row),
    };
    const target = engine.selectTarget(plan, metric, key, tickets.opened[row] as number);
    return target === null ? NOTHING_COUNTED : calendarOf(target.promise);
  };
  if (hangsOnHours) return select;
  // Most tickets are like the one before.
  let last: number | string | null = null;
  let its = NOTHING_COUNTED;
  return (tickets, row) => {
    const kind = kindOf(tickets, row);
    if (kind === last) return its;
    let calendar = known.get(kind);
    if (calendar === undefined) known.set(kind, (calendar = select(tickets, row)));
    last = kind;
    its = calendar;
    return calendar;
  };
}

function calendarOf(promise: PlanPromise): number {
  switch (promise.kind) {
    case 'word':
      return NOTHING_COUNTED;
    case 'range':
    case 'cadence':
    case 'relative':
    case 'awaited':
      return calendarOfLimit(promise.hard);
    default:
      return calendarOfLimit(promise);
  }
}

function calendarOfLimit(limit: PlanLimit): number {
  switch (limit.kind) {
    case 'elapsed':
      return ELAPSED;
    case 'hours':
      return limit.calendar;
    case 'days':
      return limit.unit === 'business day' ? limit.calendar : ELAPSED;
    case 'pick':
      return limit.of[0] === undefined ? ELAPSED : calendarOfLimit(limit.of[0]);
  }
}
