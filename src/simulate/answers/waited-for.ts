import type { InstantMs } from '../../time/types.ts';
import { WAITS, type DeskLog } from './desk-log.ts';

/**
 * How long each ticket waited for the customer, or for whoever else its work says, all its waits together in elapsed ms; NaN
 * for one that never did. A wait that the run does not see the end of counts as far as it goes.
 * @param until the end of the run
 * @returns null where no ticket waited
 */
export function waitedFor(log: DeskLog, tickets: number, until: InstantMs): Float64Array | null {
  if (!log.does.subarray(0, log.length).includes(WAITS)) return null;
  const waited = new Float64Array(tickets).fill(NaN);
  const since = new Float64Array(tickets).fill(NaN);
  const add = (ticket: number, end: InstantMs): void => {
    const began = since[ticket] as number;
    if (Number.isNaN(began)) return;
    const before = waited[ticket] as number;
    waited[ticket] = (Number.isNaN(before) ? 0 : before) + Math.max(0, end - began);
    since[ticket] = NaN;
  };
  for (let i = 0; i < log.length; i += 1) {
    const ticket = log.ticket[i] as number;
    const at = log.at[i] as number;
    add(ticket, at);
    if (log.does[i] === WAITS) since[ticket] = at;
  }
  for (let ticket = 0; ticket < tickets; ticket += 1) add(ticket, until);
  return waited;
}
