import { formatCivilDate } from '../time/civil-date.ts';
import { MS_PER_DAY } from '../time/units.ts';
import type { InstantMs } from '../time/types.ts';

/** The span of instants about which a calendar can say anything, half-open. */
export interface Horizon {
  readonly from: InstantMs;
  readonly to: InstantMs;
  /** What ends it, in words. */
  readonly reason: string;
}

/** The widest span any calendar covers: 1970 to 2099 in UTC. */
export const WIDEST_HORIZON: Horizon = {
  from: Date.UTC(1970, 0, 1),
  to: Date.UTC(2100, 0, 1),
  reason: 'the years that the engine covers',
};

/** The instants that both cover. The reason is that of the narrower end. */
export function intersectHorizons(a: Horizon, b: Horizon): Horizon {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  const reason = from === a.from && to === a.to ? a.reason : b.reason;
  return { from, to: Math.max(from, to), reason };
}

/**
 * A question, or its answer, lies outside what a calendar covers. Nothing is guessed there: holidays are not listed,
 * or offsets are not known.
 */
export class HorizonError extends Error {
  override readonly name = 'HorizonError';
  /** The calendar's name in the contract. */
  readonly calendar: string;
  /** First and last date covered (in UTC), as `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;

  constructor(calendar: string, horizon: Horizon) {
    const from = formatCivilDate(Math.floor(horizon.from / MS_PER_DAY));
    const to = formatCivilDate(Math.floor((horizon.to - 1) / MS_PER_DAY));
    super(
      `the answer lies outside what calendar \`${calendar}\` covers: ${from} to ${to} (${horizon.reason})`,
    );
    this.calendar = calendar;
    this.from = from;
    this.to = to;
  }
}
