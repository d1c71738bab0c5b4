import type { Outcome } from '../../../simulate/outcome.ts';
import type { WallClock } from '../../model.ts';

/** `03-14 10:42`. The year is in the head of the screen. */
export function shortTime(wallClock: WallClock, at: number): string {
  const { date, time } = wallClock.read(at);
  return `${date.slice(5)} ${time.slice(0, 5)}`;
}

/** `Mon 2016-03-14 10:42`; with seconds where there are any. */
export function longTime(wallClock: WallClock, at: number): string {
  const { weekday, date, time } = wallClock.read(at);
  return `${weekday} ${date} ${time.endsWith(':00') ? time.slice(0, 5) : time}`;
}

export function ticketId(outcome: Outcome, ticket: number): string {
  return outcome.tickets.id(ticket);
}

export function severityName(outcome: Outcome, ticket: number): string {
  return outcome.plan.severities[outcome.tickets.severity[ticket] ?? -1]?.name ?? '';
}

export function regionName(outcome: Outcome, ticket: number): string {
  return outcome.plan.regions[outcome.tickets.region[ticket] ?? -1]?.name ?? '';
}
