import type { InstantMs } from '../../time/types.ts';
import { UNFINISHED } from '../desk/desk-model.ts';
import { WAITS } from './desk-log.ts';
import type { TicketPaths } from './ticket-paths.ts';

/** What tickets came to at the desk, by ticket. */
export interface TurningPoints {
  /** When it was first worked on, in ms; NaN for never. */
  readonly firstWork: Float64Array;
  /** When it was done, given up or turned away, in ms; Infinity for never. */
  readonly closed: Float64Array;
  /**
   * How long it waited for the customer, or for whoever else its work says, all its waits together in elapsed ms; NaN for one
   * that never did. Null where no ticket waited.
   */
  readonly waited: Float64Array | null;
}

/** @param until the end of the run: a wait of which it does not see the end counts as far as that */
export function turningPoints(
  path: TicketPaths,
  opened: Float64Array,
  fate: Uint8Array,
  until: InstantMs,
): TurningPoints {
  const firstWork = new Float64Array(opened.length).fill(NaN);
  const closed = new Float64Array(opened.length).fill(Infinity);
  let waited: Float64Array | null = null;
  for (let ticket = 0; ticket < opened.length; ticket += 1) {
    path.read(ticket);
    const { first, end, at, does } = path;
    for (let i = end - 1; i >= first; i -= 1) {
      const now = does[i] as number;
      if (now >= 0) firstWork[ticket] = at[i] as number;
      else if (now === WAITS) {
        const ended = i + 1 < end ? (at[i + 1] as number) : until;
        waited ??= new Float64Array(opened.length).fill(NaN);
        waited[ticket] =
          (Number.isNaN(waited[ticket]) ? 0 : (waited[ticket] as number)) +
          Math.max(0, ended - (at[i] as number));
      }
    }
    if (fate[ticket] !== UNFINISHED)
      closed[ticket] = (first === end ? opened[ticket] : at[end - 1]) as number;
  }
  return { firstWork, closed, waited };
}
