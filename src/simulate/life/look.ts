import type { Verdict } from '../../engine/ticket/index.ts';
import type { InstantMs } from '../../time/types.ts';
import { hoursOf, NOT_HOURS } from '../promises.ts';
import { clockRow, speaking } from './clock-row.ts';

/** How the clocks of a ticket stood when something about it had just been changed. */
export interface Look {
  readonly at: InstantMs;
  /** By metric. */
  readonly clocks: readonly LookedClock[];
}

export interface LookedClock {
  /** When it was stopped; NaN for one that ran. */
  readonly stopped: InstantMs;
  readonly due: InstantMs;
  /** Index into `STATUSES`, of a clock that was stopped. */
  readonly status: number;
  /** What had counted by then, in ms of the promise's calendar. */
  readonly used: number;
  /** That calendar, as `Promises` has it. */
  readonly calendar: number;
}

const NOBODY = { kind: 'unmeasured' } as const;

/**
 * What a verdict says to whoever goes on from it; null where a clock does not just run or is not stopped, counts something
 * else than hours, or was broken already.
 * @param verdict of an instant, with what was used by then
 */
export function lookOf(verdict: Verdict, metrics: readonly string[]): Look | null {
  const clocks: LookedClock[] = [];
  for (const metric of metrics) {
    const clock = speaking(verdict.clocks.filter(({ target }) => target.metric === metric));
    if (clock === undefined) return null;
    const { due, stopped, status, used } = clockRow(verdict, metric, NOBODY);
    const calendar = hoursOf(clock.target.promise);
    const runsOn = clock.status === 'running' && clock.breached === null && calendar !== NOT_HOURS;
    if (!runsOn && Number.isNaN(stopped)) return null;
    clocks.push({ stopped, due, status, used: Number.isNaN(stopped) ? (clock.used ?? NaN) : used, calendar });
  }
  return { at: verdict.at, clocks };
}
