import { percentile } from '../../simulate/statistics/percentile.ts';
import { STATUSES } from '../../simulate/outcome.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import { ticketIndex } from '../tickets/ticket-index.ts';
import { metricOf } from '../tickets/verdict.ts';

/**
 * What is measured of a ticket: from opening to the clock's stop, from the deadline to it, from opening to the first work, or
 * how long it waited for the customer and whoever else its work waits for.
 */
export const MEASURES = ['wait', 'late', 'line', 'held'] as const;
export type Measure = (typeof MEASURES)[number];

/** Which tickets under which plan; `plan` is a place in the outcome's plans, `severity` an index or null for all. */
export interface Population {
  readonly metric: string;
  readonly measure: Measure;
  readonly plan: number;
  readonly severity: number | null;
}

/** How often which times occur. */
export interface Distribution {
  /** One more than there are bins. */
  readonly edges: readonly number[];
  readonly met: readonly number[];
  readonly missed: readonly number[];
  /** Of tickets without a verdict, such as best effort. */
  readonly others: readonly number[];
  /** Tickets that have such a time, and those that have none: their clocks have not stopped, or there is no deadline. */
  readonly counted: number;
  readonly without: number;
  /** In ms; null where nothing is counted. */
  readonly percentiles: Percentiles | null;
  /** The least and the longest time from an opening to its deadline; null where there is no deadline. */
  readonly promised: { readonly least: number; readonly most: number } | null;
}

export interface Percentiles {
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

const [met, missed] = [STATUSES.indexOf('met'), STATUSES.indexOf('missed')];

export function distributionOf(
  outcome: Outcome,
  population: Population,
  edges: readonly number[],
): Distribution {
  const { metric, plan, severity } = population;
  const values = valuesOf(outcome, population);
  const status = metricOf(outcome, plan, metric)?.status ?? new Uint8Array(0);
  const bins = Math.max(0, edges.length - 1);
  const counts = { met: zeros(bins), missed: zeros(bins), others: zeros(bins) };
  const known = new Float64Array(values.length);
  let counted = 0;
  let without = 0;
  for (let i = 0; i < values.length; i++) {
    if (severity !== null && outcome.tickets.severity[i] !== severity) continue;
    const value = values[i] ?? NaN;
    if (Number.isNaN(value)) {
      without++;
      continue;
    }
    known[counted++] = value;
    const bin = binOf(edges, value);
    const kind = status[i] === met ? counts.met : status[i] === missed ? counts.missed : counts.others;
    kind[bin] = (kind[bin] ?? 0) + 1;
  }
  const sorted = known.subarray(0, counted).sort();
  return {
    edges,
    ...counts,
    counted,
    without,
    percentiles: counted === 0 ? null : percentilesOf(sorted),
    promised: promisedOf(outcome, population),
  };
}

/** The least and the largest value of several populations together; null where none has any. */
export function rangeOf(
  outcome: Outcome,
  populations: readonly Population[],
): { readonly least: number; readonly largest: number } | null {
  let least = Infinity;
  let largest = -Infinity;
  for (const population of populations) {
    const values = valuesOf(outcome, population);
    for (let i = 0; i < values.length; i++) {
      if (population.severity !== null && outcome.tickets.severity[i] !== population.severity) continue;
      const value = values[i] ?? NaN;
      if (value < least) least = value;
      if (value > largest) largest = value;
    }
  }
  return least > largest ? null : { least, largest };
}

function valuesOf(outcome: Outcome, { metric, measure, plan }: Population): Float64Array {
  const index = ticketIndex(outcome);
  switch (measure) {
    case 'wait':
      return index.waits(metric, plan);
    case 'late':
      return index.delays(metric, plan);
    case 'line':
      return index.lines(metric, plan);
    case 'held':
      return index.held(metric, plan);
  }
}

function promisedOf(outcome: Outcome, population: Population): Distribution['promised'] {
  const allowed = ticketIndex(outcome).allowed(population.metric, population.plan);
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < allowed.length; i++) {
    if (population.severity !== null && outcome.tickets.severity[i] !== population.severity) continue;
    const time = allowed[i] ?? NaN;
    if (time < least) least = time;
    if (time > most) most = time;
  }
  return least > most ? null : { least, most };
}

function percentilesOf(sorted: Float64Array): Percentiles {
  return {
    p50: percentile(sorted, 0.5),
    p90: percentile(sorted, 0.9),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    max: sorted.at(-1) ?? NaN,
  };
}

/** The bin that a value falls into; what lies outside falls into the first or the last. */
export function binOf(edges: readonly number[], value: number): number {
  let [low, high] = [0, Math.max(1, edges.length - 1)];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? Infinity) <= value) low = middle;
    else high = middle;
  }
  return low;
}

function zeros(count: number): number[] {
  return new Array<number>(count).fill(0);
}
