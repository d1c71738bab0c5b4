/**
 * Queues whose figures are known exactly: the table that the simulator is held against.
 *
 * Sources: Erlang B and C (1917); Erlang A by the birth and death process of Palm (1957), its figures those of Mandelbaum
 * and Zeltyn (2007); Pollaczek and Khinchine; Cobham (1954) for priorities, with and without interruption; Kleinrock (1964)
 * for weighted ages; the tutorials of simmer (M/M/2/3), of Ciw (M/M/3, processor sharing) and of pyworkforce (calls in half an hour).
 */
import { FATES } from '../../../src/simulate/desk/desk-model.ts';
import { samplerOf, type Sampler } from '../../../src/simulate/random/sampler.ts';
import { normalQuantile } from '../../../src/simulate/statistics/normal.ts';
import { percentile } from '../../../src/simulate/statistics/percentile.ts';
import type { Queue, QueueClass, QueueRun } from './queue-model.ts';

/** A figure of a run, and what it is exactly. */
export interface Figure {
  readonly name: string;
  readonly exact: number;
  readonly of: (run: QueueRun) => number;
}

export interface Row {
  readonly name: string;
  readonly queue: Queue;
  readonly figures: readonly Figure[];
}

const GIVEN_UP = FATES.indexOf('given up');
const TURNED_AWAY = FATES.indexOf('turned away');

function meanOver(run: QueueRun, of: (i: number) => number | null): number {
  let [sum, count] = [0, 0];
  for (let i = run.first; i < run.count; i += 1) {
    const value = of(i);
    if (value === null) continue;
    sum += value;
    count += 1;
  }
  return sum / count;
}

const share = (holds: (run: QueueRun, i: number) => boolean) => (run: QueueRun) =>
  meanOver(run, (i) => (holds(run, i) ? 1 : 0));

const wait = (exact: number, name = 'mean wait', scale = 1): Figure => ({
  name,
  exact,
  of: (run) => scale * meanOver(run, run.wait),
});
const waitOf = (index: number, exact: number): Figure => ({
  name: `mean wait of class ${index + 1}`,
  exact,
  of: (run) => meanOver(run, (i) => (run.classOf[i] === index ? run.wait(i) : null)),
});
const sojournOf = (index: number, exact: number): Figure => ({
  name: `mean time in the system of class ${index + 1}`,
  exact,
  of: (run) => meanOver(run, (i) => (run.classOf[i] === index ? run.sojourn(i) : null)),
});
const waits = (exact: number): Figure => ({
  name: 'share that waits',
  exact,
  of: share((run, i) => run.wait(i) > 0),
});
/** By the lengths of all waits over the time in which they began. */
const inLine = (exact: number): Figure => ({
  name: 'mean number in line',
  exact,
  of: (run) => (meanOver(run, run.wait) * (run.count - run.first)) / run.span,
});
const served = (run: QueueRun, i: number): number => (run.fate[i] === 1 ? run.service(i) : 0);
const occupancy = (servers: number, exact: number): Figure => ({
  name: 'occupancy',
  exact,
  of: (run) => (meanOver(run, (i) => served(run, i)) * (run.count - run.first)) / run.span / servers,
});
const lost = (code: number, exact: number, name: string): Figure => ({
  name,
  exact,
  of: share((run, i) => run.fate[i] === code),
});
const quantile = (of: 'wait' | 'sojourn', at: number, exact: number, scale = 1): Figure => ({
  name: `${at * 100} % of the ${of === 'wait' ? 'waits' : 'times in the system'} are below`,
  exact,
  of: (run) => scale * percentile(run.sorted(of), at),
});
const withinWait = (limit: number, exact: number, name: string): Figure => ({
  name,
  exact,
  of: share((run, i) => run.wait(i) <= limit),
});

export const exponential = (mean: number): Sampler => samplerOf({ kind: 'exponential', mean });

const classOf = (rate: number, mean: number, service = exponential(mean)): QueueClass => ({
  rate,
  mean,
  service,
});

/** 100 calls in half an hour of three minutes each, in minutes; waits in seconds. */
function callCentre(servers: number, customers: number, c: number, level: number, answer: number): Row {
  return {
    name: `Erlang C: 100 calls in half an hour, three minutes each, ${servers} agents`,
    queue: { classes: [classOf(100 / 30, 3)], servers, customers, warmUp: 10_000 },
    figures: [
      waits(c),
      withinWait(1 / 3, level, 'share answered within 20 seconds'),
      wait(answer, 'mean seconds to the answer', 60),
    ],
  };
}

const oneServer = (name: string, service: Sampler, rate: number, exact: number, customers: number): Row => ({
  name: `M/G/1 with ${name} services`,
  queue: { classes: [classOf(rate, 1, service)], servers: 1, customers, warmUp: 5_000 },
  figures: [wait(exact)],
});

// With a squared coefficient of variation of 4: sigma^2 = ln 5, and the median is e^(-sigma^2 / 2).
const median = 1 / Math.sqrt(5);
const lognormal = samplerOf({
  kind: 'lognormal',
  median,
  p90: median * Math.exp(1.2815515655446004 * Math.sqrt(Math.log(5))),
});

// Two exponential parts with balanced means: the shares are (1 ± sqrt(3/5)) / 2, each part half of the mean.
const often = (1 + Math.sqrt(3 / 5)) / 2;
const hyperexponential = samplerOf({
  kind: 'mixture',
  parts: [often, 1 - often].map((weight) => ({ weight, of: { kind: 'exponential', mean: 0.5 / weight } })),
});

/** One server that all customers share: the mean time in the system is 1 / (mu - lambda), whatever the services are like. */
const shared = (name: string, rate: number, mean: number, customers: number, service?: Sampler): Row => ({
  name: `processor sharing: ${name}`,
  queue: { classes: [classOf(rate, mean, service)], servers: 1, allAtOnce: true, customers, warmUp: 3_000 },
  figures: [sojournOf(0, 1 / (1 / mean - rate))],
});

/** Ten servers and no room to wait. */
const loss = (
  name: string,
  queue: Pick<Queue, 'classes' | 'servers'>,
  exact: number,
  customers: number,
): Row => ({
  name: `Erlang B: ${name}`,
  queue: { ...queue, room: 0, customers, warmUp: 1_000 },
  figures: [lost(TURNED_AWAY, exact, 'share turned away')],
});

const erlangA = { customers: 122_000, warmUp: 5_000 };

export const TABLE: readonly Row[] = [
  {
    name: 'M/M/1, arrivals 0.8, services 1',
    queue: { classes: [classOf(0.8, 1)], servers: 1, customers: 90_000, warmUp: 3_000 },
    figures: [
      wait(4),
      inLine(3.2),
      waits(0.8),
      quantile('wait', 0.9, 10.397208),
      quantile('wait', 0.95, 13.862944),
      quantile('wait', 0.99, 21.910133),
      quantile('sojourn', 0.95, 14.978661),
    ],
  },
  {
    name: 'M/M/3, arrivals 0.2, services 0.1',
    queue: { classes: [classOf(0.2, 10)], servers: 3, customers: 10_000, warmUp: 2_000 },
    figures: [waits(0.444444), wait(4.444444)],
  },
  {
    name: 'M/M/5, arrivals 4, services 1',
    queue: { classes: [classOf(4, 1)], servers: 5, customers: 15_000, warmUp: 3_000 },
    figures: [waits(0.554113), wait(0.554113), inLine(2.21645)],
  },
  callCentre(11, 26_000, 0.682118, 0.389614, 122.781277),
  callCentre(12, 48_000, 0.449388, 0.640158, 40.44494),
  callCentre(13, 72_000, 0.28527, 0.795595, 17.116227),
  callCentre(14, 140_000, 0.174132, 0.88835, 7.835937),
  callCentre(15, 260_000, 0.102042, 0.941453, 3.673525),
  {
    name: 'Erlang C: 48 calls a minute of one minute each, 50 agents, in minutes',
    queue: { classes: [classOf(48, 1)], servers: 50, customers: 220_000, warmUp: 30_000 },
    figures: [
      waits(0.694456),
      wait(20.833668, 'mean seconds to the answer', 60),
      quantile('wait', 0.9, 58.138742, 60),
      inLine(16.666935),
      occupancy(50, 0.96),
    ],
  },
  {
    name: 'Erlang A: 48 calls a minute of one minute each, 50 agents, patience of two minutes',
    queue: { classes: [classOf(48, 1)], servers: 50, patience: exponential(2), ...erlangA },
    figures: [
      waits(0.467774),
      lost(GIVEN_UP, 0.030912, 'share given up'),
      wait(3.70947, 'mean seconds of waiting', 60),
      quantile('wait', 0.9, 12.444647, 60),
      withinWait(1 / 3, 0.972864, 'share that waits no longer than 20 seconds'),
      occupancy(50, 0.930324),
    ],
  },
  {
    name: 'Erlang A: 100 calls in half an hour, three minutes each, patience of five, 14 agents',
    queue: { classes: [classOf(100 / 30, 3)], servers: 14, patience: exponential(5), ...erlangA },
    figures: [
      waits(0.14526),
      lost(GIVEN_UP, 0.013984, 'share given up'),
      wait(0.069919),
      occupancy(14, 0.704297),
    ],
  },
  oneServer('fixed', samplerOf({ kind: 'fixed', seconds: 1 }), 0.8, 2, 60_000),
  oneServer('Erlang', samplerOf({ kind: 'erlang', phases: 2, mean: 1 }), 0.8, 3, 25_000),
  oneServer('uniform', samplerOf({ kind: 'uniform', from: 0, to: 2 }), 0.8, 2.666667, 50_000),
  oneServer('hyperexponential', hyperexponential, 0.8, 10, 225_000),
  {
    name: 'M/G/1 with lognormal services',
    queue: {
      classes: [classOf(0.5, 1, lognormal)],
      servers: 1,
      customers: 85_000,
      warmUp: 5_000,
      square: { of: (u) => Math.exp(2 * Math.sqrt(Math.log(5)) * normalQuantile(u)) / 5, mean: 5 },
    },
    figures: [wait(2.5)],
  },
  loss('ten erlangs, ten lines', { classes: [classOf(10, 1)], servers: 10 }, 0.214582, 25_000),
  loss('twenty erlangs, fifteen lines', { classes: [classOf(15, 1)], servers: 20 }, 0.045593, 40_000),
  loss('two lines, one erlang', { classes: [classOf(1, 1)], servers: 2 }, 0.2, 10_000),
  loss(
    'ten erlangs of lognormal services',
    { classes: [classOf(10, 1, lognormal)], servers: 10 },
    0.214582,
    18_000,
  ),
  shared('M/M/1, arrivals 3, services 5, as Ciw has it', 3, 1 / 5, 5_000),
  shared('M/M/1, arrivals 4, services 5, as Ciw has it', 4, 1 / 5, 10_000),
  shared('M/G/1, fixed services', 0.8, 1, 20_000, samplerOf({ kind: 'fixed', seconds: 1 })),
  {
    name: 'M/M/2/3, arrivals 3, services 4',
    queue: { classes: [classOf(3, 1 / 4)], servers: 2, room: 1, customers: 22_000, warmUp: 1_000 },
    figures: [
      lost(TURNED_AWAY, 0.04936, 'share turned away'),
      {
        name: 'mean number present',
        exact: 0.76234,
        of: (run) =>
          (meanOver(run, (i) => (run.fate[i] === 1 ? run.sojourn(i) : 0)) * (run.count - run.first)) /
          run.span,
      },
    ],
  },
  {
    name: 'three priorities at one server, services finished first',
    queue: {
      classes: [0.2, 0.3, 0.3].map((rate) => classOf(rate, 1)),
      servers: 1,
      customers: 40_000,
      warmUp: 3_000,
    },
    figures: [waitOf(0, 1), waitOf(1, 2), waitOf(2, 8)],
  },
  {
    name: 'three priorities at one server, services interrupted and resumed',
    queue: {
      classes: [0.2, 0.3, 0.3].map((rate) => classOf(rate, 1)),
      servers: 1,
      interrupts: 'resume',
      customers: 20_000,
      warmUp: 3_000,
    },
    figures: [sojournOf(0, 1.25), sojournOf(1, 2.5), sojournOf(2, 10)],
  },
  {
    name: 'two priorities of different services at one server',
    queue: {
      classes: [classOf(0.5, 0.5, samplerOf({ kind: 'fixed', seconds: 0.5 })), classOf(0.4, 1)],
      servers: 1,
      customers: 60_000,
      warmUp: 2_000,
    },
    figures: [waitOf(0, 0.616667), waitOf(1, 1.761905)],
  },
  {
    name: 'conservation: priorities at five servers share out the waiting and leave its sum as it was',
    queue: { classes: [1, 3].map((rate) => classOf(rate, 1)), servers: 5, customers: 15_000, warmUp: 3_000 },
    figures: [inLine(2.21645)],
  },
  {
    name: 'ages weighted one and three at one server',
    queue: {
      classes: [0.4, 0.4].map((rate) => classOf(rate, 1)),
      servers: 1,
      weights: [1, 3],
      customers: 20_000,
      warmUp: 3_000,
    },
    figures: [waitOf(0, 60 / 11), waitOf(1, 28 / 11)],
  },
];
