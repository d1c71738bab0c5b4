import { type Engine, HorizonError } from '../engine/index.ts';
import { epochDayOfDate } from '../time/civil-date.ts';
import type { EpochDay, InstantMs } from '../time/types.ts';
import { MS_PER_DAY } from '../time/units.ts';
import { localToInstant } from '../time/zone-arithmetic.ts';
import type { PlanLimit, PlanPromise, PlanTarget } from '../plan/model.ts';
import type { Span } from './piece.ts';
import type { PromiseLines } from './promise-lines.ts';

/** Whole weeks, so that no weekday counts more often than another. */
const WEEKS_OF_A_YEAR = 53;

/** Where a contract names no day, arrivals are looked at from here on. */
const FROM = '2026-01-01';

/** Where the day on which the contract takes effect begins; by its own zone, or in UTC where it names none. */
export function firstDay(engine: Engine): InstantMs {
  return midnight(engine, epochDayOfDate(engine.plan.effective?.from ?? FROM));
}

/** The instant at which a date begins by the contract's clock. */
export function midnight(engine: Engine, date: EpochDay): InstantMs {
  const { plan } = engine;
  const name = plan.effective?.zone ?? plan.zone;
  const isKnown = name !== null && Object.hasOwn(plan.zones, name);
  return isKnown ? localToInstant(engine.zone(name), date, 0) : date * MS_PER_DAY;
}

/**
 * The longest span of whole days from a start, up to an end, at whose last instant all deadlines are known: calendars
 * end with the years of their holidays, and the last tickets would be due after that. Null where there is none.
 */
export function answerable(
  { from, to }: Span,
  deadlines: readonly ((opened: InstantMs) => unknown)[],
): Span | null {
  const isKnown = (opened: InstantMs) => deadlines.every((deadline) => isAnswered(() => deadline(opened)));
  if (from >= to || !isKnown(from)) return null;
  if (isKnown(to - 1)) return { from, to };
  let [known, unknown] = [0, Math.ceil((to - from) / MS_PER_DAY)];
  while (unknown - known > 1) {
    const middle = (known + unknown) >> 1;
    if (isKnown(from + middle * MS_PER_DAY - 1)) known = middle;
    else unknown = middle;
  }
  return known === 0 ? null : { from, to: from + known * MS_PER_DAY };
}

/**
 * The span over which cells are looked at without being asked for one: so many years from the day the contract takes
 * effect, or from the day from which their calendars are known, as long as every deadline (and `further`) is. Null where
 * there is none.
 */
export function spanLookedAt(
  lines: PromiseLines,
  cells: readonly PlanTarget[],
  years: number,
  further: (opened: InstantMs) => unknown = () => null,
): Span | null {
  const { engine } = lines;
  const calendars = cells.flatMap(({ promise, when }) => [
    ...calendarsOf(promise),
    ...when.opened.map(({ calendar }) => calendar),
  ]);
  const known = Math.max(...calendars.map((calendar) => engine.calendar(calendar).horizon.from));
  const from = Math.max(firstDay(engine), known);
  return answerable({ from, to: from + years * WEEKS_OF_A_YEAR * 7 * MS_PER_DAY }, [
    ...cells.map(
      ({ promise }) =>
        (opened: InstantMs) =>
          lines.at(promise, opened),
    ),
    ...calendars.map((calendar) => (opened: InstantMs) => engine.calendar(calendar).isOpen(opened)),
    further,
  ]);
}

function calendarsOf(promise: PlanPromise): readonly number[] {
  switch (promise.kind) {
    case 'word':
    case 'awaited':
      return [];
    case 'range':
    case 'cadence':
      return calendarsOfLimit(promise.hard);
    case 'relative':
      return [...calendarsOf(promise.base), ...calendarsOfLimit(promise.hard)];
    default:
      return calendarsOfLimit(promise);
  }
}

function calendarsOfLimit(limit: PlanLimit): readonly number[] {
  switch (limit.kind) {
    case 'elapsed':
      return [];
    case 'pick':
      return limit.of.flatMap(calendarsOfLimit);
    default:
      return [limit.calendar];
  }
}

function isAnswered(ask: () => unknown): boolean {
  try {
    ask();
    return true;
  } catch (error) {
    if (error instanceof HorizonError) return false;
    throw error;
  }
}
