import type { InstantMs } from '../../time/types.ts';
import type { FactOf } from '../grade-ticket.ts';
import type { TicketKey } from '../select-target.ts';
import type { Verdict } from '../ticket/verdict.ts';
import type { TicketStory } from './statement-model.ts';

/**
 * What a statement takes of a ticket that was judged: its promises, and those that were not kept.
 * @param of what the ticket was in the end
 * @param is what leaves it out of a count, in the contract's words
 * @param claimedAt when the customer asked for the credit of a promise that was broken then
 */
export function ticketStory(
  ticket: string,
  { opened, closed, clocks }: Verdict,
  { key, factOf }: { readonly key: TicketKey; readonly factOf: FactOf },
  is: readonly string[],
  claimedAt: (broken: InstantMs) => InstantMs | null,
): TicketStory {
  // A ticket that came back is resolved when it is so for good.
  const resolved = clocks.reduce<InstantMs | null>(
    (last, { target: { metric }, stopped }) => (metric === 'resolve' && stopped !== null ? stopped : last),
    null,
  );
  return {
    ticket,
    key,
    opened,
    factOf,
    promises: clocks.flatMap(({ target: { metric }, started, due, stopped }) =>
      started === null ? [] : [{ metric, key, factOf, opened, closed, resolved, due, started, stopped, is }],
    ),
    misses: clocks.flatMap(({ target: { metric, promise }, severity, breached, stopped }) =>
      breached === null
        ? []
        : [
            {
              ticket,
              metric,
              key: { ...key, severity },
              promise,
              at: breached,
              keptAt: stopped,
              factOf,
              claimed: claimedAt(breached),
            },
          ],
    ),
  };
}
