import type { LaterPromise, ShutPromise } from '../analyze/doubtful-promises.ts';
import { calendarsOfPromise } from '../check/promise-calendars.ts';
import type { CheckedContract, CheckedPlan, CheckedTarget, Origin } from '../check/model.ts';
import type { Engine } from '../engine/index.ts';
import { finding, type LintFinding } from '../lint/finding.ts';
import { isNoMore } from '../lint/promised.ts';
import type { PromiseInDoubt, PromiseToCompare } from '../lint/promises-to-compare.ts';
import type { PromiseToCover } from '../lint/promises-to-cover.ts';
import type { PlanTarget } from '../plan/model.ts';
import { laterTicket, shutTicket } from './late-ticket.ts';
import { promisesOutOfOrder } from './promises-out-of-order.ts';

/** A warning, and what makes others the same mistake; null where that is its place alone. */
interface Warning {
  readonly finding: LintFinding;
  readonly cause: string | null;
}

/**
 * Warnings of promises that are not in order for every ticket, each mistake once, where the plan that makes it says it.
 * What goes wrong with the hours of a calendar goes wrong in each cell that is counted in them, and is one mistake.
 */
export function checkPromises(contract: CheckedContract): readonly LintFinding[] {
  const outOfOrder = promisesOutOfOrder(contract);
  if (outOfOrder === null) return [];
  const { engine, leftOut } = outOfOrder;
  const warnings = outOfOrder.all.map((each) =>
    each.is === 'later'
      ? laterWarning(contract, engine, each.doubt, each.found)
      : shutWarning(contract, engine, each.doubt, each.found),
  );
  const byPlace = new Set<string>();
  const byCause = new Map<string, LintFinding>();
  for (const { finding: own, cause } of warnings) {
    const place = `${own.code} ${placeOf(own.origin)}`;
    if (byPlace.has(place)) continue;
    byPlace.add(place);
    const key = cause ?? place;
    const first = byCause.get(key);
    const more = { message: 'and so is this', origin: own.origin };
    byCause.set(key, first === undefined ? own : { ...first, related: [...first.related, more] });
  }
  return [...byCause.values(), ...notCompared(contract, leftOut)];
}

/** One warning a plan, at the plan: what is left out is a matter of all lines that tell tickets apart. */
function notCompared(contract: CheckedContract, leftOut: readonly PromiseInDoubt[]): readonly LintFinding[] {
  return contract.plans.flatMap(({ name, origin }) => {
    const own = leftOut.filter(({ promise }) => promise.plan === name);
    const metrics = [...new Set(own.map(({ promise }) => promise.metric))];
    return own.length === 0 ? [] : [finding('lint/too-many-kinds', origin, { plan: name, metrics })];
  });
}

function laterWarning(
  contract: CheckedContract,
  engine: Engine,
  { kind, promise, other }: PromiseToCompare,
  found: LaterPromise,
): Warning {
  const { plan, metric } = promise;
  const [origin, otherOrigin] = [found.cell.origin, found.otherCell.origin];
  const [cell, otherCell] = [targetAt(contract, plan, origin), targetAt(contract, other.plan, otherOrigin)];
  const [words, otherWords] = [wordsOf(found.cell, cell), wordsOf(found.otherCell, otherCell)];
  const shared = { metric, words, always: found.share === 1 };
  const own = ownOrigin(contract, plan, plan === other.plan ? [origin, otherOrigin] : [origin]);
  const ticketOf = (name: string, otherName: string) => laterTicket(engine, found, [name, otherName]);
  const has = (name: string) => [{ message: `${name} has this`, origin: otherOrigin }];
  switch (kind) {
    case 'severity': {
      const [severity, less] = [promise.severity ?? '', other.severity ?? ''];
      const ticket = ticketOf(quoted(severity), quoted(less));
      const params = { ...shared, severity, less, lessWords: otherWords, ticket };
      return {
        finding: finding('lint/slower-when-more-severe', own, params, has(quoted(less))),
        cause: null,
      };
    }
    case 'inherited': {
      const ticket = ticketOf(quoted(plan), quoted(other.plan));
      const params = { ...shared, plan, parent: other.plan, parentWords: otherWords, ticket };
      return {
        finding: finding('lint/worse-than-inherited', own, params, has(quoted(other.plan))),
        cause: causeOf(plan, other.plan, cell, otherCell),
      };
    }
    case 'plan': {
      const ticket = ticketOf(quoted(plan), quoted(other.plan));
      const params = { ...shared, plan, lower: other.plan, lowerWords: otherWords, ticket };
      return {
        finding: finding('lint/worse-than-lower-plan', own, params, has(quoted(other.plan))),
        cause: causeOf(plan, other.plan, cell, otherCell),
      };
    }
    case 'step': {
      const next = other.metric;
      const ticket = ticketOf(`to ${quoted(metric)} it`, `to ${quoted(next)}`);
      const params = { ...shared, plan, next, nextWords: otherWords, ticket };
      return {
        finding: finding('lint/respond-after-resolve', own, params, has(`to ${quoted(next)} it`)),
        cause: null,
      };
    }
  }
}

function shutWarning(
  contract: CheckedContract,
  engine: Engine,
  { promise: { plan, metric }, activity }: PromiseToCover,
  found: ShutPromise,
): Warning {
  const { origin } = found.cell;
  const cell = targetAt(contract, plan, origin);
  const line = planNamed(contract, plan).coverage.find((each) => isAt(each.origin, found.covering));
  const counted = cell === undefined ? [] : calendarsOfPromise(cell.promise);
  const calendar = line?.hours.kind === 'calendar' ? line.hours.calendar : (counted[0] ?? '');
  const ticket = shutTicket(engine, found, calendar);
  const words = wordsOf(found.cell, cell);
  const params = { plan, metric, words, calendar, activity, always: found.share === 1, ticket };
  const places = [origin, ...(found.covering === null ? [] : [found.covering])];
  const related =
    line === undefined ? [] : [{ message: `\`${calendar}\` is said here`, origin: line.origin }];
  return {
    finding: finding('lint/due-while-shut', ownOrigin(contract, plan, places), params, related),
    cause: JSON.stringify(['shut', plan, metric, calendar]),
  };
}

/** Cells that promise no more than before, and are later by the hours in which they count. */
function causeOf(
  plan: string,
  other: string,
  cell: CheckedTarget | undefined,
  otherCell: CheckedTarget | undefined,
): string | null {
  if (cell === undefined || otherCell === undefined || !isNoMore(cell.promise, otherCell.promise))
    return null;
  const calendars = [cell, otherCell].map(({ promise }) => calendarsOfPromise(promise));
  return JSON.stringify(['hours', plan, other, calendars]);
}

/** The cell in the contract's words, and the calendars in which it counts that these do not name. */
function wordsOf({ words }: PlanTarget, cell: CheckedTarget | undefined) {
  const calendars = [...new Set(cell === undefined ? [] : calendarsOfPromise(cell.promise))];
  return { words, hours: calendars.filter((calendar) => !words.includes(calendar)) };
}

function quoted(name: string): string {
  return `\`${name}\``;
}

/** The first of some places that is the plan's own; the plan where all of them are taken over from another. */
function ownOrigin(contract: CheckedContract, name: string, origins: readonly Origin[]): Origin {
  const plan = planNamed(contract, name);
  const parent = plan.extends === null ? null : planNamed(contract, plan.extends);
  const inherited = [...(parent?.targets ?? []), ...(parent?.coverage ?? [])].map(({ origin }) => origin);
  return origins.find((origin) => !inherited.some((other) => isAt(other, origin))) ?? plan.origin;
}

function targetAt(contract: CheckedContract, plan: string, origin: Origin): CheckedTarget | undefined {
  return planNamed(contract, plan).targets.find((target) => isAt(target.origin, origin));
}

function planNamed({ plans }: CheckedContract, name: string): CheckedPlan {
  const plan = plans.find((each) => each.name === name);
  if (plan === undefined) throw new Error(`the contract has no plan ${name}`);
  return plan;
}

function isAt(a: Origin, b: Origin | null): boolean {
  return b !== null && placeOf(a) === placeOf(b);
}

function placeOf({ file, line, column }: Origin): string {
  return `${line}:${column} ${file}`;
}
