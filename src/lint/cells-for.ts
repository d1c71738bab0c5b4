import { admitted, areOpposite, narrowedIn } from '../check/dimensions.ts';
import type { CheckedContract, CheckedPlan, CheckedTarget, Selector } from '../check/model.ts';
import { isOfAll, limitOf, speaksOf } from './promised.ts';

/** What a plan promises of a metric to the tickets of a severity; null in a contract without severities. */
export interface PromiseOfPlan {
  readonly plan: string;
  readonly metric: string;
  readonly severity: string | null;
}

type CellsBySeverity = ReadonlyMap<string | null, readonly CheckedTarget[]>;

/** What plans say of a metric to the tickets of a severity, looked for once however many rules ask. */
const known = new WeakMap<CheckedPlan, ReadonlyMap<string, CellsBySeverity>>();

const NO_CELLS: readonly CheckedTarget[] = [];

/**
 * The cells that may hold for the tickets of a severity, whatever else they are, in the order in which they are asked;
 * the first that speaks of all of them ends the list. Null stands for a contract without severities.
 */
export function cellsFor(
  contract: CheckedContract,
  plan: CheckedPlan,
  metric: string,
  severity: string | null,
): readonly CheckedTarget[] {
  const found = known.get(plan) ?? sortCells(contract, plan);
  known.set(plan, found);
  return found.get(metric)?.get(severity) ?? NO_CELLS;
}

function sortCells(
  contract: CheckedContract,
  { targets }: CheckedPlan,
): ReadonlyMap<string, CellsBySeverity> {
  const all = severitiesIn(contract);
  const byMetric = new Map<string, Map<string | null, CheckedTarget[]>>();
  for (const target of targets) {
    const bySeverity = byMetric.get(target.metric) ?? new Map<string | null, CheckedTarget[]>();
    byMetric.set(target.metric, bySeverity);
    for (const severity of all[0] === null ? all : (target.when.severities ?? all)) {
      const cells = bySeverity.get(severity);
      if (cells === undefined) bySeverity.set(severity, [target]);
      else if (!speaksOf((cells.at(-1) as CheckedTarget).when, severity ?? '')) cells.push(target);
    }
  }
  return byMetric;
}

/** Whether some cell holds whatever the ticket is, and each promises a time. */
export function areAllTimed(cells: readonly CheckedTarget[], severity: string | null): boolean {
  const last = cells.at(-1);
  return (
    last !== undefined &&
    speaksOf(last.when, severity ?? '') &&
    cells.every(({ promise }) => limitOf(promise) !== null)
  );
}

/** Whether a plan has all of some cells as they are from the one that it extends, where they are looked at for themselves. */
export function areTakenOver(cells: readonly CheckedTarget[], inherited: readonly CheckedTarget[]): boolean {
  return cells.length === inherited.length && cells.every((cell, i) => cell === inherited[i]);
}

/** The severities of a contract by name, most severe first; one of null where it has none. */
export function severitiesIn({ severities }: CheckedContract): readonly (string | null)[] {
  return severities.length === 0 ? [null] : severities.map(({ name }) => name);
}

/** Whether two lines may speak of tickets that differ in their severity alone. */
export function mayMeet(a: Selector, b: Selector): boolean {
  return (
    isOfAll(a) ||
    isOfAll(b) ||
    (!areOpposite(a, b) &&
      narrowedIn(a).every((dimension) => {
        if (dimension === 'severities') return true;
        const [mine, theirs] = [admitted(a, dimension), admitted(b, dimension)];
        return mine === null || theirs === null || mine.some((name) => theirs.includes(name));
      }))
  );
}
