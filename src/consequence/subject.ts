import type { Place } from '../diagnostics/diagnostic.ts';
import type { Engine } from '../engine/index.ts';
import type { PlanLimit, PlanPlan, PlanPromise, PlanTarget } from '../plan/model.ts';
import { positionAt } from '../text/source.ts';

/** The contract, loaded, and the place of a finding in it. */
export interface Subject {
  readonly engine: Engine;
  readonly place: Place;
  /** Where in the document the finding is, outermost first. */
  readonly path: readonly string[];
}

/** A count that is one of its kind: of several of which the later holds an example would have to show each. */
export type OneLimit = Exclude<PlanLimit, { kind: 'pick' }>;

/** A promise with a deadline, and the cell that makes it. */
export interface TimedTarget {
  readonly plan: PlanPlan;
  readonly target: PlanTarget;
  /** What the deadline hangs on: the outer bound of a range. */
  readonly limit: OneLimit;
}

/** Every promise with a deadline, those of the finding's line first. */
export function timedTargets({ engine, place }: Subject): readonly TimedTarget[] {
  const { line } = positionAt(place.source, place.span.start);
  const all = engine.plan.plans.flatMap((plan) =>
    plan.targets.flatMap((target): readonly TimedTarget[] => {
      const limit = limitOf(target.promise);
      return limit === null ? [] : [{ plan, target, limit }];
    }),
  );
  const isHere = ({ target: { origin } }: TimedTarget): boolean =>
    origin.file === place.source.name && origin.line === line;
  return [...all.filter(isHere), ...all.filter((each) => !isHere(each))];
}

/** What a promise counts from the start of its clock; null where it has no deadline of its own. */
function limitOf(promise: PlanPromise): OneLimit | null {
  switch (promise.kind) {
    case 'range':
      return promise.hard.kind === 'pick' ? null : promise.hard;
    case 'elapsed':
    case 'hours':
    case 'days':
      return promise;
    default:
      return null;
  }
}

/** When a promise falls due; null for none. */
export function dueAt({ engine }: Subject, limit: PlanLimit, start: number): number | null {
  const deadline = engine.deadline(limit, start);
  return deadline.kind === 'due' ? deadline.due : null;
}

/** The severities of a target by name, or every one. */
export function severityOf({ engine }: Subject, { target }: TimedTarget): string | null {
  const index = target.when.severities?.[0];
  return index === undefined ? null : (engine.plan.severities[index]?.name ?? null);
}
