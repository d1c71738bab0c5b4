import { expect } from 'vitest';
import { HorizonError, type Calendar, type Engine } from '../../src/engine/index.ts';
import { readCalendar, WalkLimitError, type OpenTime } from '../../src/reference/index.ts';
import { engineOf } from '../engine/lower-calendar.ts';
import { FACTOR } from './runs.ts';
import { DAY_MS, type CalendarCase, type Spot } from './calendar-arbitrary.ts';

export { runs } from './runs.ts';

/** Laws are slow because the reference is. */
export const LAW = { timeout: 60_000 * Math.max(1, FACTOR) };

/** Sparse calendars are walked no farther than this. */
const WALK_MS = 30 * DAY_MS;

/** Both readings of one calendar. */
export interface Pair {
  readonly engine: Engine;
  readonly calendar: Calendar;
  readonly reference: OpenTime;
}

export function pairOf({ contract, ticket }: CalendarCase): Pair {
  const engine = engineOf(contract, ticket);
  return {
    engine,
    calendar: engine.calendar(0),
    reference: readCalendar(contract, 'C', ticket, WALK_MS),
  };
}

export function instantOf({ focus }: CalendarCase, calendar: Calendar, at: Spot): number {
  if (at.kind === 'near') return focus + at.ms;
  const edges = calendar.edgesBetween(focus - 12 * DAY_MS, focus + 12 * DAY_MS);
  return (edges.length === 0 ? focus : (edges[at.index % edges.length] as number)) + at.ms;
}

/** What the reference answers is what the engine answers. Throws a `WalkLimitError` when the reference gives up. */
export function agree<T>(t: number, reference: () => T, engine: () => T): void {
  const expected = reference();
  const actual = engine();
  if (JSON.stringify(actual) === JSON.stringify(expected)) return;
  throw new Error(
    `at ${new Date(t).toISOString()} (${t}) the engine answers ${show(actual)}, the reference ${show(expected)}`,
  );
}

/**
 * The same for answers that end at an instant, as `endOf` reads it. Where the reference gives up, the engine's
 * answer ends as far away, or there is none.
 */
export function agreeUpTo<T>(
  t: number,
  reference: () => T,
  engine: () => T,
  endOf: (answer: T) => number,
): void {
  try {
    agree(t, reference, engine);
  } catch (error) {
    if (!(error instanceof WalkLimitError)) throw error;
    expect(Math.abs(endOr(Infinity, () => endOf(engine())) - t)).toBeGreaterThan(WALK_MS - 2 * DAY_MS);
  }
}

export function agreeOnInstant(t: number, reference: () => number, engine: () => number | null): void {
  agreeUpTo<number | null>(t, reference, engine, (answer) => answer ?? Infinity);
}

function endOr(none: number, end: () => number): number {
  try {
    return end();
  } catch (error) {
    if (error instanceof HorizonError) return none;
    throw error;
  }
}

function show(answer: unknown): string {
  const plain = JSON.stringify(answer);
  return typeof answer === 'number' && Math.abs(answer) > DAY_MS * 365
    ? `${plain} (${new Date(answer).toISOString()})`
    : plain;
}
