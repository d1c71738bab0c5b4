import type { Place } from '../diagnostics/diagnostic.ts';
import type { Engine } from '../engine/index.ts';
import type { PlanLimit, PlanPlan, PlanTarget } from '../plan/model.ts';
import { positionAt } from '../text/source.ts';

/** The contract, loaded, and the place of a finding in it. */
export interface Subject {
  readonly engine: Engine;
  readonly place: Place;
  /** Where in the document the finding is, outermost first. */
  readonly path: readonly string[];
}

/** A promise with a deadline, and the cell that makes it. */
export interface TimedTarget {
  readonly plan: PlanPlan;
  readonly target: PlanTarget;
  /** What the deadline hangs on: the outer bound of a range. */
  readonly limit: PlanLimit;
}

/** Every promise with a deadline, those of the finding's line first. */
export function timedTargets({ engine, place }: Subject): readonly TimedTarget[] {
  const { line } = positionAt(place.source, place.span.start);
  const all = engine.plan.plans.flatMap((plan) =>
    plan.targets.flatMap((target): readonly TimedTarget[] => {
      const { promise } = target;
      if (promise.kind === 'word') return [];
      return [{ plan, target, limit: promise.kind === 'range' ? promise.hard : promise }];
    }),
  );
  const isHere = ({ target: { origin } }: TimedTarget): boolean =>
    origin.file === place.source.name && origin.line === line;
  return [...all.filter(isHere), ...all.filter((each) => !isHere(each))];
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
