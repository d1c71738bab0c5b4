import { distinctionsOf, ticketNames } from '../check/calendar-keys.ts';
import type { CheckedContract, CheckedPlan, CheckedTarget } from '../check/model.ts';
import {
  areAllTimed,
  areTakenOver,
  cellsFor,
  mayMeet,
  type PromiseOfPlan,
  severitiesIn,
} from './cells-for.ts';
import { type ClockStarts, clockStartsOf } from './clock-starts.ts';
import { plainlyNoLater, type PlainlyNoLater } from './plainly-no-later.ts';
import { metricsOf } from './promised.ts';
import { promisesToCover, type PromiseToCover } from './promises-to-cover.ts';

/**
 * A promise that should never be due later than another, of which only the hours can tell whether it is: than that of a
 * lesser severity, of the plan that is extended, of a lower plan, of the next step of one ticket.
 */
export interface PromiseToCompare {
  readonly kind: 'severity' | 'inherited' | 'plan' | 'step';
  readonly promise: PromiseOfPlan;
  readonly other: PromiseOfPlan;
}

export type PromiseInDoubt = PromiseToCompare | PromiseToCover;

/** What is done for a ticket, in order. */
const STEPS = ['acknowledge', 'respond', 'workaround', 'resolve'];

/**
 * The promises of a contract that have to be held against each other by the engine: all that their words do not show to
 * be in order. Of neighbours alone, since what is in order step by step is so throughout; their number grows with the
 * contract and not with its square.
 */
export function promisesToCompare(contract: CheckedContract): readonly PromiseInDoubt[] {
  const ground: Ground = {
    contract,
    byName: new Map(contract.plans.map((plan) => [plan.name, plan])),
    lower: lowerPlans(contract),
    clockStarts: clockStartsOf(contract),
    sameTicket: plainlyNoLater(contract, () => true),
    otherSeverity: plainlyNoLater(contract, sameForAllSeverities(contract)),
  };
  return contract.plans.flatMap((plan) => [
    ...bySeverity(ground, plan),
    ...byParent(ground, plan),
    ...byLowerPlan(ground, plan),
    ...byStep(ground, plan),
    ...promisesToCover(contract, plan, parentOf(ground, plan)),
  ]);
}

interface Ground {
  readonly contract: CheckedContract;
  readonly byName: ReadonlyMap<string, CheckedPlan>;
  /** The next lower plan of the same family. */
  readonly lower: ReadonlyMap<CheckedPlan, CheckedPlan>;
  readonly clockStarts: ClockStarts;
  /** Held against each other for one ticket, and for tickets of two severities. */
  readonly sameTicket: PlainlyNoLater;
  readonly otherSeverity: PlainlyNoLater;
}

function parentOf({ byName }: Ground, plan: CheckedPlan): CheckedPlan | null {
  return plan.extends === null ? null : (byName.get(plan.extends) ?? null);
}

function bySeverity(ground: Ground, plan: CheckedPlan): readonly PromiseInDoubt[] {
  const { contract } = ground;
  const severities = severitiesIn(contract);
  const parent = parentOf(ground, plan);
  return metricsOf(plan).flatMap((metric) =>
    severities.flatMap((severity, rank) => {
      const found: PromiseInDoubt[] = [];
      const cells = cellsFor(contract, plan, metric, severity);
      for (const less of severities.slice(rank + 1)) {
        const others = cellsFor(contract, plan, metric, less);
        const isAsked =
          parent === null ||
          !areTakenOver(cells, cellsFor(contract, parent, metric, severity)) ||
          !areTakenOver(others, cellsFor(contract, parent, metric, less));
        if (isAsked && isInDoubt(ground.otherSeverity, cells, others)) {
          const promise = { plan: plan.name, metric, severity };
          found.push({ kind: 'severity', promise, other: { ...promise, severity: less } });
        }
        if (areAllTimed(others, less)) break;
      }
      return found;
    }),
  );
}

function byParent(ground: Ground, plan: CheckedPlan): readonly PromiseInDoubt[] {
  const parent = parentOf(ground, plan);
  return parent === null ? [] : againstPlan(ground, 'inherited', plan, parent);
}

function byLowerPlan(ground: Ground, plan: CheckedPlan): readonly PromiseInDoubt[] {
  const lower = ground.lower.get(plan);
  return lower === undefined || lower.name === plan.extends ? [] : againstPlan(ground, 'plan', plan, lower);
}

/** Plans of one family are in order of level; a contract of plans none of which extends another is a family. */
function lowerPlans({ plans }: CheckedContract): ReadonlyMap<CheckedPlan, CheckedPlan> {
  const isFlat = plans.every((plan) => plan.extends === null);
  const byName = new Map(plans.map((plan) => [plan.name, plan]));
  const families = new Map<string, string>();
  const familyOf = ({ name, extends: parent }: CheckedPlan): string => {
    const known = families.get(name);
    if (known !== undefined) return known;
    const above = parent === null ? undefined : byName.get(parent);
    const family = isFlat ? '' : above === undefined ? name : familyOf(above);
    families.set(name, family);
    return family;
  };
  const last = new Map<string, CheckedPlan>();
  const lower = new Map<CheckedPlan, CheckedPlan>();
  for (const plan of [...plans].sort((a, b) => a.level - b.level)) {
    const before = last.get(familyOf(plan));
    if (before !== undefined) lower.set(plan, before);
    last.set(familyOf(plan), plan);
  }
  return lower;
}

function againstPlan(
  ground: Ground,
  kind: 'inherited' | 'plan',
  plan: CheckedPlan,
  lower: CheckedPlan,
): readonly PromiseInDoubt[] {
  const { contract, sameTicket, clockStarts } = ground;
  return metricsOf(plan)
    .filter((metric) => clockStarts(plan, metric) === clockStarts(lower, metric))
    .flatMap((metric) =>
      severitiesIn(contract).flatMap((severity): readonly PromiseInDoubt[] => {
        const [cells, others] = [
          cellsFor(contract, plan, metric, severity),
          cellsFor(contract, lower, metric, severity),
        ];
        if (areTakenOver(cells, others)) return [];
        if (!isInDoubt(sameTicket, cells, others, kind === 'inherited')) return [];
        const promise = { plan: plan.name, metric, severity };
        return [{ kind, promise, other: { ...promise, plan: lower.name } }];
      }),
    );
}

function byStep(ground: Ground, plan: CheckedPlan): readonly PromiseInDoubt[] {
  const { contract, clockStarts } = ground;
  const parent = parentOf(ground, plan);
  const own = metricsOf(plan);
  const steps = STEPS.filter((step) => own.includes(step));
  return severitiesIn(contract).flatMap((severity) =>
    steps.flatMap((metric, i) => {
      const found: PromiseInDoubt[] = [];
      const cells = cellsFor(contract, plan, metric, severity);
      const isTakenOver =
        parent !== null && areTakenOver(cells, cellsFor(contract, parent, metric, severity));
      for (const next of steps.slice(i + 1)) {
        const others = cellsFor(contract, plan, next, severity);
        const isAsked = !isTakenOver || !areTakenOver(others, cellsFor(contract, parent, next, severity));
        const isComparable = clockStarts(plan, metric) === clockStarts(plan, next);
        const isPlain = (one: CheckedTarget, other: CheckedTarget) => isCountedFrom(one, other);
        if (isAsked && isComparable && isInDoubt(ground.sameTicket, cells, others, false, isPlain)) {
          const promise = { plan: plan.name, metric, severity };
          found.push({ kind: 'step', promise, other: { ...promise, metric: next } });
        }
        if (areAllTimed(others, severity)) break;
      }
      return found;
    }),
  );
}

/** Whether one promise is counted back from the other's end, or the other on from its own. */
function isCountedFrom(one: CheckedTarget, other: CheckedTarget): boolean {
  const hangsOn = ({ promise }: CheckedTarget, side: 'before' | 'after', metric: string) =>
    promise.kind === 'relative' &&
    promise.side === side &&
    promise.of.kind === 'due' &&
    promise.of.metric === metric;
  return hangsOn(one, 'before', other.metric) || hangsOn(other, 'after', one.metric);
}

/** Whether some cell of one list may be due later than one of another that holds for the same tickets but for severity. */
function isInDoubt(
  plainly: PlainlyNoLater,
  cells: readonly CheckedTarget[],
  others: readonly CheckedTarget[],
  givesUp = false,
  isPlain: (one: CheckedTarget, other: CheckedTarget) => boolean = () => false,
): boolean {
  return cells.some((one) =>
    others.some((other) => {
      if (!mayMeet(one.when, other.when) || !isTimed(other)) return false;
      if (one.promise.kind === 'word') {
        return givesUp && (one.promise.word === 'best effort' || one.promise.word === 'not offered');
      }
      return isTimed(one) && !isPlain(one, other) && !plainly(one.promise, other.promise);
    }),
  );
}

/** Whether a promise has a deadline that is known when the ticket is opened, or may have. */
function isTimed({ promise }: CheckedTarget): boolean {
  return promise.kind !== 'word' && !(promise.kind === 'relative' && promise.of.kind !== 'due');
}

/** Whether a calendar has the same hours for tickets of every severity. */
function sameForAllSeverities(contract: CheckedContract): (calendar: string) => boolean {
  const { regions, severities, channels, types, facts } = contract;
  const namesOf = (named: readonly { readonly name: string }[]) => named.map(({ name }) => name);
  const names = ticketNames({
    regions: namesOf(regions),
    severities: namesOf(severities),
    channels: namesOf(channels),
    types: namesOf(types),
    facts,
  });
  const calendars = new Map(contract.calendars.map((calendar) => [calendar.name, calendar]));
  const known = new Map<string, boolean>();
  return (name) => {
    const isSame =
      known.get(name) ?? (distinctionsOf(calendars, name, names).get('severities')?.size ?? 0) === 0;
    known.set(name, isSame);
    return isSame;
  };
}
