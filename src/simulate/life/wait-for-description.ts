import type { InstantMs } from '../../time/types.ts';
import type { PreparedTimes } from '../desk/durations.ts';
import type { DrawnTurns } from './draw-turns.ts';

/** Takes the waits for a description out of the columns of durations of tickets that have had one from the start. */
export function skipDescribed(
  times: readonly PreparedTimes[],
  { described, truth, tickets }: DrawnTurns,
  durations: Float64Array,
): void {
  for (const [step, { untilDescribed }] of times.entries()) {
    if (untilDescribed === null) continue;
    for (let ticket = 0; ticket < tickets.count; ticket += 1) {
      if (described[ticket] === 0 || untilDescribed[truth[ticket] as number] !== 1) continue;
      durations[ticket * times.length + step] = NaN;
    }
  }
}

/**
 * When a wait for the description ends that begins at an instant: at once where it has come by then, NaN where it never
 * comes; null for a wait of another kind.
 */
export function describedBy(
  { untilDescribed }: PreparedTimes,
  turns: DrawnTurns | null,
  ticket: number,
  now: InstantMs,
): InstantMs | null {
  if (turns === null || untilDescribed?.[turns.truth[ticket] as number] !== 1) return null;
  const at = turns.describedAt(ticket);
  return at < now ? now : at;
}
