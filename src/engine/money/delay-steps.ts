import type { PlanStretch } from '../../plan/conduct-model.ts';
import type { PlanCreditCause } from '../../plan/money-model.ts';
import type { PlanLimit, PlanPromise } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { MS_PER_SECOND } from '../../time/units.ts';
import type { Engine } from '../engine.ts';
import type { TicketKey } from '../select-target.ts';
import { ELAPSED, type Measure, type Term } from '../ticket/term.ts';
import { endOfTerm, termOfStretch } from '../ticket/find-stretch.ts';
import type { Miss } from './credit-model.ts';

type Steps = Extract<PlanCreditCause, { kind: 'outage' | 'delay' }>;

/** An outage is of no ticket. */
export const NO_TICKET: TicketKey = { severity: -1, region: -1, channel: -1, type: -1, facts: [] };

/**
 * How often an outage or a delay gives something: for each step, begun or full, beyond what is free. Hours are added up in
 * their calendar, or in that of the promise; the n-th step of days ends where n times as many days would.
 *
 *     free  |  step 1  |  step 2  |  step 3
 *     from                            to        begun: 3, full: 2
 */
export function stepsOf(
  engine: Engine,
  cause: Steps,
  from: InstantMs,
  to: InstantMs,
  miss: Pick<Miss, 'key' | 'promise'> | null,
): number {
  const termOf = (stretch: PlanStretch): Term => {
    const term = termOfStretch(engine, stretch, miss?.key ?? NO_TICKET);
    const isAsPromised = cause.kind === 'delay' && cause.asPromised;
    return isAsPromised && term.kind === 'hours'
      ? { ...term, measure: measureOf(engine, miss?.promise ?? null) }
      : term;
  };
  const start = cause.beyond === null ? from : endOfTerm(termOf(cause.beyond), from);
  if (to <= start) return 0;
  const { each, started } = cause;
  if (each === null) return 1;
  if (each.kind === 'days') {
    const endOf = (steps: number) => endOfTerm(termOf({ ...each, count: each.count * steps }), start);
    return countSteps(endOf, started, to);
  }
  const term = termOf(each);
  const measure = term.kind === 'hours' ? term.measure : ELAPSED;
  const steps = measure.between(start, to) / (each.seconds * MS_PER_SECOND);
  return started ? Math.ceil(steps) : Math.floor(steps);
}

/** Steps of days, of which no two need be of one length. */
function countSteps(endOf: (steps: number) => InstantMs, started: boolean, to: InstantMs): number {
  for (let steps = 1; ; steps += 1) {
    const end = endOf(steps);
    if (end >= to) return started || end === to ? steps : steps - 1;
  }
}

/** The hours in which a promise was counted; of several limits those of the first. */
function measureOf(engine: Engine, promise: PlanPromise | null): Measure {
  const limit = promise === null ? null : limitOf(promise);
  return limit === null || limit.kind === 'elapsed' || limit.kind === 'pick'
    ? ELAPSED
    : engine.calendar(limit.calendar);
}

function limitOf(promise: PlanPromise): PlanLimit | null {
  switch (promise.kind) {
    case 'word':
      return null;
    case 'range':
    case 'cadence':
    case 'relative':
    case 'awaited':
      return firstOf(promise.hard);
    default:
      return firstOf(promise);
  }
}

function firstOf(limit: PlanLimit): PlanLimit | null {
  return limit.kind === 'pick' ? (limit.of[0] ?? null) : limit;
}
