import { narrowness } from '../check/check-selector.ts';
import type {
  CheckedContract,
  CheckedCoverage,
  CheckedPlan,
  CheckedPromise,
  CheckedTarget,
  Origin,
} from '../check/model.ts';
import { areTakenOver, cellsFor, mayMeet, type PromiseOfPlan, severitiesIn } from './cells-for.ts';
import { activityFor } from './coverage.ts';
import { plainlyOpenBefore } from './plainly-open-before.ts';
import { limitOf, metricsOf, speaksOf } from './promised.ts';

/** A promise of which only the hours can tell whether somebody works on the ticket before it is due. */
export interface PromiseToCover {
  readonly kind: 'hours';
  readonly promise: PromiseOfPlan;
  /** Who has to work; null where no line covers it, and the promise is held against the hours that it counts in. */
  readonly activity: string | null;
  /**
   * The lines that cover it, in two orders: a plan's own first, as cells hold, and the narrowest first, as lines of a
   * calendar do. A contract does not say which is meant, so tickets are left alone for which they differ.
   */
  readonly coverage: CoverageOrders;
}

export interface CoverageOrders {
  readonly ownFirst: readonly Origin[];
  readonly narrowestFirst: readonly Origin[];
}

/** The promises of a plan, but for those that it takes over with their hours, that have to be held against hours. */
export function promisesToCover(
  contract: CheckedContract,
  plan: CheckedPlan,
  parent: CheckedPlan | null,
): readonly PromiseToCover[] {
  return metricsOf(plan).flatMap((metric) => {
    const activity = activityFor(metric);
    const lines = linesOf(plan, activity);
    const inherited = parent === null ? [] : linesOf(parent, activity);
    // What is covered by the hour of opening is said with an eye to it.
    if (lines.some(({ when }) => when.opened.length > 0)) return [];
    const all = plan.targets.filter((target) => target.metric === metric);
    if (lines.length > 0 && areCovered(contract, all, lines)) return [];
    const isSameCover = parent !== null && lines.every((line, i) => line === inherited[i]);
    const narrowestFirst = [...lines].sort((a, b) => narrowness(b.when) - narrowness(a.when));
    const ownFirst = [
      ...narrowestFirst.filter((line) => !inherited.includes(line)),
      ...narrowestFirst.filter((line) => inherited.includes(line)),
    ];
    return severitiesIn(contract).flatMap((severity): readonly PromiseToCover[] => {
      const cells = cellsFor(contract, plan, metric, severity);
      if (isSameCover && areTakenOver(cells, cellsFor(contract, parent, metric, severity))) return [];
      const orders = [ownFirst, narrowestFirst].map((order) => upToAll(order, severity));
      const [first = [], second = []] = orders;
      const covering = first.filter((line) => second.includes(line));
      const isInOrder =
        lines.length === 0
          ? cells.every(({ promise }) => opensFirst(contract, promise, calendarsOfDays(promise)))
          : areCovered(contract, cells, covering);
      if (isInOrder) return [];
      const origins = (of: readonly CheckedCoverage[]) => of.map(({ origin }) => origin);
      return [
        {
          kind: 'hours',
          promise: { plan: plan.name, metric, severity },
          activity: lines.length === 0 ? null : activity,
          coverage: { ownFirst: origins(first), narrowestFirst: origins(second) },
        },
      ];
    });
  });
}

/** Whether the words of each promise show that each line that may cover it opens before it is due. */
function areCovered(
  contract: CheckedContract,
  cells: readonly CheckedTarget[],
  lines: readonly CheckedCoverage[],
): boolean {
  return cells.every(({ promise, when }) =>
    lines.every((line) => !mayMeet(when, line.when) || opensFirst(contract, promise, calendarOf(line))),
  );
}

function opensFirst(
  contract: CheckedContract,
  promise: CheckedPromise,
  calendars: readonly string[],
): boolean {
  return calendars.every((calendar) => plainlyOpenBefore(contract, promise, calendar));
}

function linesOf({ coverage }: CheckedPlan, activity: string | null): readonly CheckedCoverage[] {
  return coverage.filter((line) => line.activity === activity);
}

/** The lines that may hold for the tickets of a severity: none after the first that speaks of all of them. */
function upToAll(lines: readonly CheckedCoverage[], severity: string | null): readonly CheckedCoverage[] {
  const speaking = lines.filter(
    ({ when }) => severity === null || (when.severities?.includes(severity) ?? true),
  );
  const last = speaking.findIndex(({ when }) => speaksOf(when, severity ?? ''));
  return last === -1 ? speaking : speaking.slice(0, last + 1);
}

function calendarOf({ hours }: CheckedCoverage): readonly string[] {
  return hours.kind === 'calendar' ? [hours.calendar] : [];
}

/**
 * The calendars in which a promise itself counts business days, and may leave somebody none. Calendar days are counted
 * without regard to hours, and an end that waits for the next opening is said with an eye to them.
 */
function calendarsOfDays(promise: CheckedPromise): readonly string[] {
  const limit = limitOf(promise);
  const mayEndShut =
    limit?.kind === 'days' && limit.unit === 'business day' && limit.endOutside !== 'next opening';
  return mayEndShut ? [limit.calendar] : [];
}
