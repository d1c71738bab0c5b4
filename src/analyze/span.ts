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

/** Something that hangs on the opening, and is not known for every one: calendars end with the years of their holidays. */
export interface Asked {
  readonly at: (opened: InstantMs) => unknown;
  readonly over: (span: Span) => unknown;
}

/**
 * The longest span of whole days from a start, up to an end, over which all is known that is asked. Null where there is
 * none.
 */
export function answerable({ from, to }: Span, asked: readonly Asked[]): Span | null {
  const isKnown = (opened: InstantMs) => asked.every(({ at }) => isAnswered(() => at(opened)));
  if (from >= to || !isKnown(from)) return null;
  let known = Math.ceil((to - from) / MS_PER_DAY);
  if (!isKnown(to - 1)) {
    let [low, high] = [0, known];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (isKnown(from + middle * MS_PER_DAY - 1)) low = middle;
      else high = middle;
    }
    known = low;
  }
  // A ticket may be due later than one that is opened after it, so the last one does not speak for all.
  for (; known > 0; known -= 1) {
    const span = { from, to: Math.min(to, from + known * MS_PER_DAY) };
    if (asked.every(({ over }) => isAnswered(() => over(span)))) return span;
  }
  return null;
}

/** What has to be known of a cell: its deadline, and the hours in which it holds. */
export function askedOf(lines: PromiseLines, { promise, when }: PlanTarget): readonly Asked[] {
  const { engine } = lines;
  return [
    { at: (opened) => lines.at(promise, opened), over: (span) => lines.line(promise, span) },
    ...when.opened.map(({ calendar: index }): Asked => {
      const calendar = engine.calendar(index);
      return {
        at: (opened) => calendar.isOpen(opened),
        over: ({ from, to }) => calendar.edgesBetween(from, to),
      };
    }),
  ];
}

/**
 * The span over which cells are looked at without being asked for one: so many years from the day the contract takes
 * effect, or from the day from which their calendars are known, as long as all (and `further`) is. Null where there is
 * none.
 */
export function spanLookedAt(
  lines: PromiseLines,
  cells: readonly PlanTarget[],
  years: number,
  further: readonly Asked[] = [],
): Span | null {
  const { engine } = lines;
  const calendars = cells.flatMap(({ promise, when }) => [
    ...calendarsOf(promise),
    ...when.opened.map(({ calendar }) => calendar),
  ]);
  const known = Math.max(...calendars.map((calendar) => engine.calendar(calendar).horizon.from));
  const from = Math.max(firstDay(engine), known);
  const asked = [...cells.flatMap((cell) => askedOf(lines, cell)), ...further];
  return answerable({ from, to: from + years * WEEKS_OF_A_YEAR * 7 * MS_PER_DAY }, asked);
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
