import { createDraws, purposeOf } from '../../../src/simulate/random/draws.ts';
import type { Sampler } from '../../../src/simulate/random/sampler.ts';
import type { ShiftCalendar } from '../../../src/simulate/desk/shift.ts';
import {
  PLAIN_RULES,
  type DeskObserver,
  type DeskResult,
  type DeskWork,
} from '../../../src/simulate/desk/desk-model.ts';
import { runDesk } from '../../../src/simulate/desk/run-desk.ts';
import { studentQuantile } from '../../../src/simulate/statistics/student.ts';

const [GAP, CLASS, SERVICE] = [purposeOf('gap'), purposeOf('class'), purposeOf('service')];

/** Ms in the unit of time of the formulas: rounding to whole ms then changes nothing that a test could see. */
export const UNIT = 1_000_000;

export const ALWAYS_OPEN: ShiftCalendar = {
  add: (start, openMs) => start + openMs,
  between: (from, to) => to - from,
  isOpen: () => true,
  nextOpen: (at) => at,
  closeAfter: () => Infinity,
};

export interface QueueClass {
  /** Arrivals a unit of time. */
  readonly rate: number;
  readonly service: Sampler;
}

export interface QueueRun {
  readonly work: DeskWork;
  readonly result: DeskResult;
  readonly opened: Float64Array;
  /** Class of each customer. */
  readonly classOf: Uint8Array;
  /** From arrival to the begin of service, and to its end, in units of time. */
  readonly wait: (customer: number) => number;
  readonly sojourn: (customer: number) => number;
}

/**
 * One run of a queue: Poisson arrivals of each class, `servers` servers, classes in their order of priority (not
 * preemptive), first come first served within a class.
 */
export function runQueue(
  classes: readonly QueueClass[],
  servers: number,
  customers: number,
  replication: number,
  observer: DeskObserver | null = null,
): QueueRun {
  const draws = createDraws(20_160_307, replication);
  const total = classes.reduce((sum, { rate }) => sum + rate, 0);
  const opened = new Float64Array(customers);
  const classOf = new Uint8Array(customers);
  const durations = new Float64Array(customers);
  let clock = 0;
  for (let i = 0; i < customers; i += 1) {
    clock -= (Math.log1p(-draws.uniform(1, i, GAP, 0)) / total) * UNIT;
    opened[i] = Math.floor(clock);
    let left = classes.length === 1 ? 0 : draws.uniform(1, i, CLASS, 0) * total;
    const chosen = classes.findIndex(({ rate }) => (left -= rate) < 0);
    const index = chosen === -1 ? classes.length - 1 : chosen;
    classOf[i] = index;
    durations[i] = Math.round((classes[index]?.service(draws.uniform(1, i, SERVICE, 0)) ?? NaN) * UNIT);
  }
  const work: DeskWork = {
    teams: [{ agents: servers, calendar: ALWAYS_OPEN, atClose: 'resume', presence: null }],
    steps: [{ kind: 'work', clock: 0, at: 'end' }],
    opened,
    durations,
    groups: [[0]],
    groupOf: () => 0,
    successorsOf: () => -1,
    urgency: [{ first: Float64Array.from(classOf), second: new Float64Array(customers) }],
    clocks: 1,
    rules: PLAIN_RULES,
  };
  const result = runDesk(work, observer);
  const stopped = result.stopped[0] as Float64Array;
  const sojourn = (i: number): number => ((stopped[i] as number) - (opened[i] as number)) / UNIT;
  return {
    work,
    result,
    opened,
    classOf,
    sojourn,
    wait: (i) => sojourn(i) - (durations[i] as number) / UNIT,
  };
}

export const exponential =
  (mean: number): Sampler =>
  (u) =>
    -mean * Math.log1p(-u);

/** The 99 % t-interval of a mean over runs. */
export function intervalOf(values: readonly number[]): { readonly mean: number; readonly halfWidth: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { mean, halfWidth: studentQuantile(0.99, n - 1) * Math.sqrt(variance / n) };
}
