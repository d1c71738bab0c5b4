import type { Engine } from '../../engine/index.ts';
import type { Measure } from '../../engine/ticket/term.ts';
import type { PlanLimit, PlanPromise } from '../../plan/model.ts';
import type { ClockStory } from './clock-story.ts';

/** Where the hours of a count are said: the engine that has the calendar, and its index there. */
export interface CalendarOf {
  readonly engine: Engine;
  readonly calendar: number;
}

/** The calendar by which a clock counted, among those of all its promises; null for elapsed time. */
export function calendarOf({ by, changes }: ClockStory, measure: Measure): CalendarOf | null {
  const countings = [by, ...changes.flatMap(({ before, after }) => [before, after])].filter(
    (counting) => counting !== null,
  );
  for (const { engine, cell } of countings) {
    const named = calendarsIn(cell.target.promise).find((index) => engine.calendar(index) === measure);
    if (named !== undefined) return { engine, calendar: named };
  }
  return null;
}

function calendarsIn(promise: PlanPromise): readonly number[] {
  switch (promise.kind) {
    case 'word':
      return [];
    case 'range':
    case 'cadence':
    case 'awaited':
      return calendarsOf(promise.hard);
    case 'relative':
      return [...calendarsOf(promise.hard), ...calendarsIn(promise.base)];
    default:
      return calendarsOf(promise);
  }
}

function calendarsOf(limit: PlanLimit): readonly number[] {
  if (limit.kind === 'pick') return limit.of.flatMap(calendarsOf);
  return limit.kind === 'elapsed' ? [] : [limit.calendar];
}
