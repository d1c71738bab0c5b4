import type { ClockPause } from '../check/clock-model.ts';
import type { CheckedPromise, CheckedTarget } from '../check/model.ts';
import type { InstantMs } from '../time/types.ts';
import type { Counting, PausedDays } from './ticket-count.ts';
import type { TicketLife } from './ticket-life.ts';
import type { ReferenceClock } from './ticket-model.ts';
import type { Span } from './ticket-pauses.ts';
import { daysOf, countingOf } from './counting-of.ts';
import { dueOf } from './due-of.ts';
import { pausesOf, endOfCap } from './stillness.ts';
import { wordsOf } from './promise-words.ts';

/** One clock of a ticket, by what happened to it. */
export interface TicketClock {
  readonly metric: string;
  started: InstantMs | null;
  stopped: InstantMs | null;
  ended: InstantMs | null;
  isActive: boolean;
  occurrence: number;
  severity: string | null;
  target: CheckedTarget | null;
  /** What was promised when it began to be counted: equal words for equal promises. */
  words: string;
  /** What a pause does to the dates that it counts, by the clock that held when it was promised. */
  days: PausedDays;
  /** What else the ticket was promised then, by metric. */
  beside: (metric: string) => CheckedPromise | null;
  counting: Counting | null;
  others: Counting[];
  floor: Counting | null;
  /** Lines of its pauses that have held. */
  held: Held[];
  /** By where a pause begins whether it counts. */
  counts: Map<InstantMs, boolean>;
  /** While the ticket was over, and is not counted. */
  over: Span[];
  sticky: InstantMs | null;
  lateFloor: InstantMs;
  groupFrom: InstantMs | null;
  done: ReferenceClock[];
  /** How far each line that may start it has come, and what of its step. */
  progress: { step: number; came: string[] }[];
}

interface Held {
  /** Null where nothing counts in the state that the ticket is in. */
  readonly line: ClockPause<string> | null;
  readonly from: InstantMs;
  to: InstantMs | null;
  /** When its cap is used up; null for never. */
  readonly cap: InstantMs | null;
}

export function newClock(metric: string): TicketClock {
  return {
    metric,
    ...FRESH,
    held: [],
    counts: new Map(),
    over: [],
    others: [],
    done: [],
    progress: [],
    occurrence: 1,
  };
}

const FRESH = {
  started: null,
  stopped: null,
  ended: null,
  isActive: false,
  severity: null,
  target: null,
  words: '',
  days: 'run on',
  beside: () => null,
  counting: null,
  floor: null,
  sticky: null,
  lateFloor: -Infinity,
  groupFrom: null,
} as const;

/** Starts it at an instant, with the promise that the ticket then has. */
export function begin(life: TicketLife, run: TicketClock, now: InstantMs): void {
  Object.assign(run, FRESH, { started: now, isActive: true, severity: life.severity, groupFrom: now });
  run.held = [];
  run.counts = new Map();
  run.over = [];
  run.others = [];
  run.target = life.targetOf(run.metric, now);
  run.words = wordsOf(life, run.metric, now);
  run.beside = life.promisesNow(now);
  run.days = daysOf(life, run);
  run.counting = countingOf(life, run, now);
  // Hours of a calendar are known beforehand, for a clock that stops at once too.
  const { pauses } = life.clockOf(run.metric)?.terms ?? { pauses: [] };
  const lines = pauses.filter(({ during, when }) => during !== null && life.holds(when));
  run.held = lines.map((line) => ({ line, from: now, to: null, cap: null }));
}

/** Brings the pauses of a running clock up to an instant. */
export function pause(life: TicketLife, run: TicketClock, now: InstantMs): void {
  if (!run.isActive) return;
  const { pauses, countsOnlyWhile } = life.clockOf(run.metric)?.terms ?? { pauses: [], countsOnlyWhile: [] };
  const isOn = (state: string) => life.states.has(state);
  const holding = pauses.filter(
    ({ states, during, when }) => life.holds(when) && (during !== null || states.some(isOn)),
  );
  const isIdle = countsOnlyWhile.length > 0 && !countsOnlyWhile.some(isOn);
  const lines = [...holding, ...(isIdle ? [null] : [])];
  for (const each of run.held) if (each.to === null && !lines.includes(each.line)) each.to = now;
  for (const line of lines) {
    if (run.held.some((each) => each.line === line && each.to === null)) continue;
    const cap = line?.during === null ? line.cap : null;
    const before = run.held
      .filter((each) => each.line === line)
      .map(({ from, to, cap: end }) => ({ from, to: Math.min(to ?? now, end ?? Infinity) }));
    run.held.push({ line, from: now, to: null, cap: cap === null ? null : endOfCap(life, cap, now, before) });
  }
  const begun = pausesOf(run).find(({ from }) => from === now);
  if (begun === undefined || run.counts.has(now)) return;
  run.counts.set(now, false);
  const due = dueOf(life, run);
  run.counts.set(now, due === null || due > now);
}
