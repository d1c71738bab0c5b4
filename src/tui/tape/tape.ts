import type { MetricOutcome, Outcome } from '../../simulate/outcome.ts';
import { STATUSES } from '../../simulate/outcome.ts';
import type { InstantMs } from '../../time/types.ts';
import { countUpTo } from './count-up-to.ts';

/**
 * One run of an outcome laid out in time, for one metric, so that any moment of it can be asked for at once: how
 * many tickets had arrived, and how many promises were known to be met or missed under each plan. Playing,
 * stepping back and jumping are then the same thing: another moment.
 */
export interface Tape {
  readonly run: number;
  readonly metric: string;
  /** Rows of the outcome's tickets, in the order of opening. */
  readonly order: Int32Array;
  /** Their openings, rising. */
  readonly opened: Float64Array;
  /** One entry a plan of the outcome. */
  readonly plans: readonly TapePlan[];
  /** First and last moment: from the first opening to the last opening or verdict. */
  readonly from: InstantMs;
  readonly to: InstantMs;
}

export interface TapePlan {
  /** Instants at which promises became known to be kept, rising. */
  readonly met: Float64Array;
  /** Instants at which promises were broken, rising, and the tickets' rows beside them. */
  readonly missed: Float64Array;
  readonly missedTickets: Int32Array;
}

const met = STATUSES.indexOf('met');
const missed = STATUSES.indexOf('missed');

/**
 * The instant at which a verdict shows: a kept promise when its clock stopped, a broken one when its deadline
 * passed. NaN where the outcome has no verdict.
 */
export function verdictInstant(outcome: MetricOutcome, ticket: number): InstantMs {
  const status = outcome.status[ticket];
  if (status === met) return outcome.stopped[ticket] ?? NaN;
  if (status === missed) return outcome.due[ticket] ?? NaN;
  return NaN;
}

export function makeTape(outcome: Outcome, run: number, metric: string): Tape {
  const order = openingOrder(outcome, run);
  const opened = Float64Array.from(order, (ticket) => outcome.tickets.opened[ticket] ?? NaN);
  const plans = outcome.plans.map((plan) => {
    const figures = plan.metrics.find((one) => one.metric === metric);
    return figures === undefined ? emptyPlan : tapePlan(figures, order);
  });
  const ends = plans.flatMap((plan) => [plan.met.at(-1) ?? -Infinity, plan.missed.at(-1) ?? -Infinity]);
  const from = opened[0] ?? 0;
  return { run, metric, order, opened, plans, from, to: Math.max(from, opened.at(-1) ?? from, ...ends) };
}

const emptyPlan: TapePlan = {
  met: new Float64Array(0),
  missed: new Float64Array(0),
  missedTickets: new Int32Array(0),
};

function openingOrder(outcome: Outcome, run: number): Int32Array {
  const { count, run: runs, opened } = outcome.tickets;
  const rows: number[] = [];
  for (let i = 0; i < count; i++) if (runs[i] === run && Number.isFinite(opened[i])) rows.push(i);
  return Int32Array.from(rows.sort((a, b) => (opened[a] ?? 0) - (opened[b] ?? 0) || a - b));
}

function tapePlan(figures: MetricOutcome, order: Int32Array): TapePlan {
  const kept: number[] = [];
  const broken: { at: number; ticket: number }[] = [];
  for (const ticket of order) {
    const at = verdictInstant(figures, ticket);
    if (!Number.isFinite(at)) continue;
    if (figures.status[ticket] === met) kept.push(at);
    else broken.push({ at, ticket });
  }
  broken.sort((a, b) => a.at - b.at || a.ticket - b.ticket);
  return {
    met: Float64Array.from(kept).sort(),
    missed: Float64Array.from(broken, (one) => one.at),
    missedTickets: Int32Array.from(broken, (one) => one.ticket),
  };
}

/** How many verdicts had fallen at a moment. */
export interface Tally {
  readonly met: number;
  readonly missed: number;
}

export function tallyAt(plan: TapePlan, at: InstantMs): Tally {
  return { met: countUpTo(plan.met, at), missed: countUpTo(plan.missed, at) };
}

/** The first instant after `at` at which a ticket arrives or a verdict falls; null at the end. */
export function nextEvent(tape: Tape, at: InstantMs): InstantMs | null {
  return least([tape.opened, ...tape.plans.flatMap((plan) => [plan.met, plan.missed])], at);
}

/** The last such instant before `at`; null at the beginning. */
export function previousEvent(tape: Tape, at: InstantMs): InstantMs | null {
  let latest = -Infinity;
  for (const instants of [tape.opened, ...tape.plans.flatMap((plan) => [plan.met, plan.missed])]) {
    let before = countUpTo(instants, at);
    while (before > 0 && instants[before - 1] === at) before--;
    latest = Math.max(latest, instants[before - 1] ?? -Infinity);
  }
  return Number.isFinite(latest) ? latest : null;
}

export interface Miss {
  readonly at: InstantMs;
  /** Place in the outcome's plans. */
  readonly plan: number;
  readonly ticket: number;
}

/** The first promise broken after `at` under a plan, or under any for null; null when none is. */
export function nextMiss(tape: Tape, at: InstantMs, of: number | null = null): Miss | null {
  let found: Miss | null = null;
  tape.plans.forEach((plan, index) => {
    if (of !== null && index !== of) return;
    const place = countUpTo(plan.missed, at);
    const instant = plan.missed[place];
    const ticket = plan.missedTickets[place];
    if (instant === undefined || ticket === undefined) return;
    if (found === null || instant < found.at) found = { at: instant, plan: index, ticket };
  });
  return found;
}

function least(series: readonly Float64Array[], at: InstantMs): InstantMs | null {
  const next = Math.min(...series.map((instants) => instants[countUpTo(instants, at)] ?? Infinity));
  return Number.isFinite(next) ? next : null;
}
