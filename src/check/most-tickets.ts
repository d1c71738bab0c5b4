import { epochDayOfDate } from '../time/civil-date.ts';
import type { CivilDate } from '../time/types.ts';
import type { ArrivalStream } from './simulation-model.ts';

/** Tickets that one run has room for. Their columns, a plan at a time, take some hundred bytes each. */
export const MOST_TICKETS = 4_000_000;

/** How many tickets a stream brings in a run, about: growth, bursts and quiet days aside. */
export function expectedTickets(
  { perWeek, events, log }: Pick<ArrivalStream, 'perWeek' | 'events' | 'log'>,
  span: { readonly from: CivilDate; readonly to: CivilDate },
): number {
  const days = epochDayOfDate(span.to) - epochDayOfDate(span.from) + 1;
  const usual = (perWeek * days) / 7;
  if (log !== null) return usual;
  return events.reduce((sum, { brings }) => sum + (brings.kind === 'tickets' ? brings.count : 0), usual);
}
