import {
  laterPromises,
  type LaterPromise,
  type PromiseOf,
  shutPromises,
  type ShutPromise,
} from '../analyze/doubtful-promises.ts';
import { type PromiseLines, promiseLines } from '../analyze/promise-lines.ts';
import type { CheckedContract } from '../check/model.ts';
import type { Engine } from '../engine/index.ts';
import type { PromiseOfPlan } from '../lint/cells-for.ts';
import {
  type PromiseInDoubt,
  promisesToCompare,
  type PromiseToCompare,
} from '../lint/promises-to-compare.ts';
import type { PromiseToCover } from '../lint/promises-to-cover.ts';
import { lowerPromises } from '../plan/lower-promises.ts';
import { loadStandIn } from './stand-in.ts';

/** A promise that is not in order, with the ticket that shows it. */
export type PromiseOutOfOrder =
  | { readonly is: 'later'; readonly doubt: PromiseToCompare; readonly found: LaterPromise }
  | { readonly is: 'due while shut'; readonly doubt: PromiseToCover; readonly found: ShutPromise };

export interface PromisesOutOfOrder {
  /** Knows the promises in doubt alone. */
  readonly engine: Engine;
  readonly all: readonly PromiseOutOfOrder[];
  /** Those of which too many kinds of tickets are told apart for all to be looked at. */
  readonly leftOut: readonly PromiseInDoubt[];
}

/**
 * How many years of openings are looked at: all promises in doubt together have so many, each as many as `prove` looks at
 * of itself and at least one. A check takes no longer for a longer contract than reading it does.
 */
const YEARS_OF_ALL = 100;
const MOST_YEARS = 10;

/** What no words show to be in order, decided by the engine over all openings of some years; null where all is. */
export function promisesOutOfOrder(contract: CheckedContract): PromisesOutOfOrder | null {
  const doubts = promisesToCompare(contract);
  if (doubts.length === 0) return null;
  const plans = doubts.flatMap((doubt) =>
    doubt.kind === 'hours' ? [doubt.promise.plan] : [doubt.promise.plan, doubt.other.plan],
  );
  const engine = loadStandIn(lowerPromises(contract, new Set(plans)));
  const lines = promiseLines(engine);
  const years = Math.max(1, Math.min(MOST_YEARS, Math.floor(YEARS_OF_ALL / doubts.length)));
  const decided = doubts.map((doubt) => ({ doubt, found: decide(lines, doubt, years) }));
  return {
    engine,
    all: decided.flatMap(({ found }) => found ?? []),
    leftOut: decided.flatMap(({ doubt, found }) => (found === null ? [doubt] : [])),
  };
}

function decide(
  lines: PromiseLines,
  doubt: PromiseInDoubt,
  years: number,
): readonly PromiseOutOfOrder[] | null {
  const promise = indexesOf(lines.engine, doubt.promise);
  if (doubt.kind === 'hours') {
    const { ownFirst, narrowestFirst } = doubt.coverage;
    const coverage = doubt.activity === null ? null : [ownFirst, narrowestFirst];
    const all = shutPromises(lines, promise, coverage, years);
    return all?.map((found) => ({ is: 'due while shut', doubt, found })) ?? null;
  }
  const other = indexesOf(lines.engine, doubt.other);
  const all = laterPromises(lines, promise, other, years, doubt.kind === 'inherited');
  return all?.map((found) => ({ is: 'later', doubt, found })) ?? null;
}

function indexesOf({ plan }: Engine, { plan: name, metric, severity }: PromiseOfPlan): PromiseOf {
  return {
    plan: plan.plans.findIndex((each) => each.name === name),
    metric,
    severity: plan.severities.findIndex((each) => each.name === severity),
  };
}
