import type { Place } from '../diagnostics/diagnostic.ts';
import type { Engine } from '../engine/index.ts';
import type { PlanLimit, PlanPlan, PlanPromise, PlanTarget } from '../plan/model.ts';
import { positionAt } from '../text/source.ts';

/** The contract, loaded, and the place of a finding in it. */
export interface Subject {
  readonly engine: Engine;
  readonly targets: TimedTargets;
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

/** The promises with a deadline of a contract, found once for all its findings, in the order of its plans. */
export interface TimedTargets {
  readonly all: readonly TimedTarget[];
  readonly byPlan: ReadonlyMap<string, readonly TimedTarget[]>;
  readonly byLine: ReadonlyMap<string, readonly TimedTarget[]>;
}

export function findTimedTargets({ plan: { plans } }: Engine): TimedTargets {
  const all = plans.flatMap((plan) =>
    plan.targets.flatMap((target): readonly TimedTarget[] => {
      const limit = limitOf(target.promise);
      return limit === null ? [] : [{ plan, target, limit }];
    }),
  );
  return {
    all,
    byPlan: grouped(all, ({ plan }) => plan.name),
    byLine: grouped(all, ({ target: { origin } }) => lineKey(origin.file, origin.line)),
  };
}

function grouped(
  targets: readonly TimedTarget[],
  keyOf: (target: TimedTarget) => string,
): ReadonlyMap<string, readonly TimedTarget[]> {
  const groups = new Map<string, TimedTarget[]>();
  for (const target of targets) {
    const key = keyOf(target);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [target]);
    else group.push(target);
  }
  return groups;
}

const lineKey = (file: string, line: number): string => `${line} ${file}`;

/** Every promise with a deadline, or those of one plan, the finding's line first. */
export function* timedTargets(
  { targets, place }: Subject,
  plan: string | null = null,
): Iterable<TimedTarget> {
  const { line } = positionAt(place.source, place.span.start);
  const here = targets.byLine.get(lineKey(place.source.name, line)) ?? [];
  for (const target of here) if (plan === null || target.plan.name === plan) yield target;
  const isHere = new Set(here);
  for (const target of plan === null ? targets.all : (targets.byPlan.get(plan) ?? []))
    if (!isHere.has(target)) yield target;
}

/** The first promise with a deadline, of the finding's line if it has one, that is as asked; null where none is. */
export function firstTimedTarget(
  subject: Subject,
  isAsked: (target: TimedTarget) => boolean,
  plan: string | null = null,
): TimedTarget | null {
  for (const target of timedTargets(subject, plan)) if (isAsked(target)) return target;
  return null;
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
