import { type Deadline, type Engine, type FactOf, MissingFactError } from '../../engine/index.ts';
import { leftOut } from '../../explain/left-out/left-out.ts';
import type { CompiledPlan, PlanLimit, PlanTarget } from '../../plan/model.ts';
import type { ZoneTable } from '../../time/types.ts';
import { UsageError } from '../usage-error.ts';
import { factFlags } from './read-facts.ts';
import { factsOf } from './read-severity.ts';
import type { Ticket } from './read-ticket.ts';

/** What one plan promises one ticket. */
export interface DueAnswer {
  /** Index of `plan.plans`. */
  readonly plan: number;
  readonly ticket: Ticket;
  readonly clocks: readonly DueClock[];
  /** What else may move these deadlines, or take them away, a sentence each. */
  readonly leftOut: readonly string[];
}

export interface DueClock {
  /** The cell that holds. */
  readonly target: PlanTarget;
  readonly deadline: Deadline;
  /** The zone to show times in: the ticket's, else that of the target's calendar; null when there is none. */
  readonly zone: ZoneTable | null;
}

/**
 * The deadlines of a ticket under a plan, in the order of the contract's metrics, or of one metric alone. A metric
 * about which the plan says nothing has no clock.
 * @throws {UsageError} when a promise hangs on a fact that the ticket does not say.
 * @throws {HorizonError} when a deadline lies outside what its calendar covers.
 */
export function answerDue(engine: Engine, plan: number, ticket: Ticket, metric: string | null): DueAnswer {
  const metrics = metric === null ? engine.plan.metrics : [metric];
  const clocks = metrics.flatMap((name) => {
    const target = targetFor(engine, plan, name, ticket);
    if (target === null) return [];
    const deadline = engine.deadline(target.promise, ticket.opened);
    return [{ target, deadline, zone: ticket.zone ?? zoneOfLimit(engine, hardLimit(target)) }];
  });
  return { plan, ticket, clocks, leftOut: leftOutOf(engine.plan, plan, ticket, clocks) };
}

function leftOutOf(
  contract: CompiledPlan,
  plan: number,
  { key, facts, opened }: Ticket,
  clocks: readonly DueClock[],
): readonly string[] {
  const said = factsOf(contract, { ...key, facts });
  const severity = contract.severities[key.severity]?.name;
  const factOf: FactOf = (name) => (name === 'severity' ? severity : said(name));
  return leftOut(contract, { plan, key, factOf, opened, targets: clocks.map(({ target }) => target) });
}

function targetFor(engine: Engine, plan: number, metric: string, { key, opened }: Ticket): PlanTarget | null {
  try {
    return engine.selectTarget(plan, metric, key, opened);
  } catch (error) {
    if (error instanceof MissingFactError)
      throw new UsageError(error.message, factFlags(error.fact, error.values));
    throw error;
  }
}

/** The bound that is promised; null where the cell is a word. */
export function hardLimit({ promise }: PlanTarget): PlanLimit | null {
  switch (promise.kind) {
    case 'word':
      return null;
    case 'range':
    case 'cadence':
    case 'relative':
    case 'awaited':
      return promise.hard;
    default:
      return promise;
  }
}

/** What stands in place of an instant: the cell's word, or what has to happen first. */
export function wordsOfDeadline(deadline: Exclude<Deadline, { kind: 'due' }>): string {
  return deadline.kind === 'word' ? deadline.word : `waits for ${deadline.event}`;
}

/** The zone by whose clock a bound is counted; null where that is none. */
export function zoneOfLimit(engine: Engine, limit: PlanLimit | null): ZoneTable | null {
  if (limit === null || limit.kind === 'elapsed') return null;
  if (limit.kind === 'pick') {
    return limit.of.reduce<ZoneTable | null>((found, each) => found ?? zoneOfLimit(engine, each), null);
  }
  const name = limit.kind === 'days' ? limit.zone : engine.calendar(limit.calendar).zone;
  return name === null ? null : engine.zone(name);
}
