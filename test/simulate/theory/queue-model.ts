/** Queues of the textbooks, run by the desk. */
import { FINISHED, PLAIN_RULES, type Again, type DeskRules } from '../../../src/simulate/desk/desk-model.ts';
import { runDesk } from '../../../src/simulate/desk/run-desk.ts';
import type { ShiftCalendar } from '../../../src/simulate/desk/shift.ts';
import { createDraws, purposeOf } from '../../../src/simulate/random/draws.ts';
import type { Sampler } from '../../../src/simulate/random/sampler.ts';
import { ControlQueue } from './control-queue.ts';

const [GAP, CLASS, SERVICE, PATIENCE] = [
  purposeOf('gap'),
  purposeOf('class'),
  purposeOf('service'),
  purposeOf('patience'),
];
const SEED = 20_160_307;

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
  /** A service at the speed that the formulas mean, and how long it takes on average. */
  readonly service: Sampler;
  readonly mean: number;
}

export interface Queue {
  /** In their order of priority; first come first served within a class. */
  readonly classes: readonly QueueClass[];
  readonly servers: number;
  /** Customers whose figures count, and those before them, who fill the queue. */
  readonly customers: number;
  readonly warmUp: number;
  readonly patience?: Sampler;
  readonly room?: number;
  /** What becomes of a service that a class before it interrupts. */
  readonly interrupts?: Again;
  /** The servers have all customers at once. */
  readonly allAtOnce?: boolean;
  /** What a unit of waiting weighs, by class, instead of priorities. */
  readonly weights?: readonly number[];
  /** A further control, where services vary so much that it is their squares that make the waits. */
  readonly square?: { readonly of: (uniform: number) => number; readonly mean: number };
}

/** One run, in units of time, of the customers behind the warm-up. */
export interface QueueRun {
  readonly first: number;
  readonly count: number;
  readonly classOf: Uint8Array;
  /** From arrival to the begin of the first service, or to when the customer gave up; NaN when turned away. */
  readonly wait: (customer: number) => number;
  /** From arrival to the end of service; NaN for who was never served. */
  readonly sojourn: (customer: number) => number;
  readonly service: (customer: number) => number;
  /** Index into `FATES`. */
  readonly fate: Uint8Array;
  /** From the first arrival that counts to the last. */
  readonly span: number;
  /** See `controlsOf`. */
  readonly controls: readonly number[];
  /** All waits, or all times in the system, rising; made when first asked for. */
  readonly sorted: (of: 'wait' | 'sojourn') => Float64Array;
}

/** @param speed how fast services are, as a factor of what the formulas mean */
export function runQueue(queue: Queue, replication: number, speed: number): QueueRun {
  const { classes, servers, warmUp, patience } = queue;
  const count = warmUp + queue.customers;
  const draws = createDraws(SEED, replication);
  const total = classes.reduce((sum, { rate }) => sum + rate, 0);
  const opened = new Float64Array(count);
  const classOf = new Uint8Array(count);
  const durations = new Float64Array(count);
  const patient = patience === undefined ? null : new Float64Array(count);
  const control = new ControlQueue(queue);
  let clock = 0;
  for (let i = 0; i < count; i += 1) {
    const gap = -Math.log1p(-draws.uniform(1, i, GAP, 0)) / total;
    clock += gap * UNIT;
    opened[i] = Math.floor(clock);
    const chosen = classes.length === 1 ? 0 : classAt(classes, draws.uniform(1, i, CLASS, 0) * total);
    classOf[i] = chosen;
    const u = draws.uniform(1, i, SERVICE, 0);
    durations[i] = Math.round(((classes[chosen] as QueueClass).service(u) / speed) * UNIT);
    if (patient !== null && patience !== undefined) {
      patient[i] = Math.round(patience(draws.uniform(1, i, PATIENCE, 0)) * UNIT);
    }
    control.arrives(gap, i >= warmUp);
    control.brings(u, i >= warmUp);
  }
  const result = runDesk({
    teams: [{ agents: servers, calendar: ALWAYS_OPEN, atClose: 'resume', presence: null }],
    steps: [{ kind: 'work', clock: 0, at: 'end' }],
    opened,
    durations,
    groups: [[0]],
    groupOf: () => 0,
    successorsOf: () => -1,
    urgency: [{ first: Float64Array.from(classOf), second: new Float64Array(count) }],
    clocks: 1,
    rules: rulesOf(queue, classOf, patient),
  });
  const ended = result.stopped[0] as Float64Array;
  const sojourn = (i: number) => ((ended[i] as number) - (opened[i] as number)) / UNIT;
  const run = {
    first: warmUp,
    count,
    classOf,
    sojourn,
    service: (i: number) => (durations[i] as number) / UNIT,
    wait: (i: number) =>
      result.fate[i] === FINISHED
        ? sojourn(i) - (durations[i] as number) / UNIT
        : (result.leftAt(i) - (opened[i] as number)) / UNIT,
    fate: result.fate,
    span: ((opened[count - 1] as number) - (opened[warmUp] as number)) / UNIT,
    controls: control.figures(queue.customers),
  };
  return { ...run, sorted: sortedFigures(run) };
}

function sortedFigures(run: Pick<QueueRun, 'first' | 'count' | 'wait' | 'sojourn'>): QueueRun['sorted'] {
  const made = new Map<string, Float64Array>();
  return (of) => {
    const known = made.get(of);
    if (known !== undefined) return known;
    const values = new Float64Array(run.count - run.first);
    for (let i = run.first; i < run.count; i += 1) values[i - run.first] = run[of](i);
    made.set(of, values.sort());
    return values;
  };
}

function rulesOf(queue: Queue, classOf: Uint8Array, patience: Float64Array | null): DeskRules {
  const { room = Infinity, interrupts, weights } = queue;
  return {
    ...PLAIN_RULES,
    allAtOnce: queue.allAtOnce === true,
    room,
    patience,
    weights: weights === undefined ? null : { classOf, ofClass: weights },
    interrupts:
      interrupts === undefined
        ? null
        : { marked: new Uint8Array(classOf.length).fill(1), rank: classOf, then: interrupts },
  };
}

function classAt(classes: readonly QueueClass[], at: number): number {
  let left = at;
  const found = classes.findIndex(({ rate }) => (left -= rate) < 0);
  return found === -1 ? classes.length - 1 : found;
}
