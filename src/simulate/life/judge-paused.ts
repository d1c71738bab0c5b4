import type { Engine } from '../../engine/index.ts';
import { FINISHED } from '../desk/desk-model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { MetricOutcome } from '../outcome.ts';
import { ELAPSED, judge, NOT_HOURS, type Promises, type Unstopped } from '../promises.ts';
import type { Worked } from './judge-lives.ts';
import type { PlanLives } from './prepare-lives.ts';

/** What the desk made of the clocks of a run, as columns. */
export interface DeskColumnsOfRun {
  /** By metric: the promises of the tickets as they are opened. */
  readonly promises: readonly Promises[];
  /** By metric: when each clock was stopped. */
  readonly stopped: readonly Float64Array[];
  readonly fate: Uint8Array;
}

const DONE: Unstopped = { kind: 'unmeasured' };

/**
 * Judges tickets to which nothing happens but work and waits, many at a time as quickly as may be: the deadline of the
 * opening is put off by the open time of each pause that begins before it. The answers are those of the machine. False for
 * a ticket that only the machine can judge; null where that is so of all.
 */
export function pausedJudge(
  engine: Engine,
  { pausing }: PlanLives,
  worked: Worked,
  { promises, stopped, fate }: DeskColumnsOfRun,
  outcomes: readonly MetricOutcome[],
): ((ticket: number) => boolean) | null {
  if (pausing === null) return null;
  const { times, steps, reopens, turns } = worked;
  const { opened: openings } = worked.tickets;
  const clocks = outcomes.map((outcome, clock) => {
    const states = pausing.get(outcome.metric);
    return {
      ...(promises[clock] as Promises),
      stops: stopped[clock] as Float64Array,
      outcome,
      pauses: [...steps.keys()].filter((step) => states?.has(steps[step]?.state ?? '') === true),
    };
  });
  const calendars = engine.plan.calendars.map((_, index) => index);
  const opened = calendars.map((index) => lazily(() => engine.calendar(index)));
  const width = steps.length;
  const openBetween = (of: number, from: InstantMs, to: InstantMs): number => {
    if (of === ELAPSED) return to - from;
    const hours = (opened[of] as () => ReturnType<Engine['calendar']>)();
    return hours.between(from, Math.min(to, hours.horizon.to));
  };
  return (ticket) => {
    if (fate[ticket] !== FINISHED) return false;
    if (turns !== null && turns.happened.eventsOf(ticket).length > 0) return false;
    if (reopens !== -1 && !Number.isNaN(times.began[ticket * width + reopens])) return false;
    const start = openings[ticket] as number;
    for (let clock = 0; clock < clocks.length; clock += 1) {
      const { due, word, calendar, stops, outcome, pauses } = clocks[clock] as (typeof clocks)[number];
      const stop = stops[ticket] as number;
      const of = calendar[ticket] as number;
      const isCounted = word[ticket] === -1 && !Number.isNaN(stop);
      // What dates come to in hours, the machine says.
      if (isCounted && of === NOT_HOURS) return false;
      let end = due[ticket] as number;
      let paused = 0;
      for (let i = 0; i < pauses.length; i += 1) {
        const step = pauses[i] as number;
        const from = times.began[ticket * width + step] as number;
        const to = times.ended[ticket * width + step] as number;
        // A stop beats a pause of its instant, and none comes within a pause: a ticket passes one step after the other.
        if (Number.isNaN(from) || from >= stop || !(from < end)) continue;
        if (of === NOT_HOURS) return false;
        if (of === ELAPSED) {
          end += to - from;
          paused += to - from;
        } else {
          const hours = (opened[of] as () => ReturnType<Engine['calendar']>)();
          const open = hours.between(from, to);
          end = hours.add(end, open);
          paused += open;
        }
      }
      outcome.due[ticket] = end;
      outcome.stopped[ticket] = stop;
      if (outcome.used !== undefined)
        outcome.used[ticket] = isCounted ? openBetween(of, start, stop) - paused : NaN;
      outcome.status[ticket] = judge(end, word[ticket] as number, stop, DONE);
    }
    return true;
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
