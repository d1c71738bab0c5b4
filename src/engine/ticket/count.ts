import { assertNever } from '../../text/assert-never.ts';
import type { InstantMs } from '../../time/types.ts';
import { addOutside, countInside, countOutside, NO_PAUSES, PauseWalk, type Pauses } from './pauses.ts';
import { datesEnding, ELAPSED, endOfDays, type DaysTerm, type Measure, type Term } from './term.ts';

/** A stretch of the past that was counted by another calendar than now. */
export interface Piece {
  readonly measure: Measure;
  readonly from: InstantMs;
  readonly to: InstantMs;
}

/** A bound that is being counted. */
export interface Count {
  readonly term: Term;
  /** Since when the term's own calendar counts. */
  readonly from: InstantMs;
  /** What was counted before that, in order; of hours alone. */
  readonly earlier: readonly Piece[];
  /** What was used up when counting began, of the term's budget; of hours alone. */
  readonly credit: number;
}

export function countFrom(term: Term, from: InstantMs): Count {
  return { term, from, earlier: [], credit: 0 };
}

/** The earliest instant at which the bound is used up; NaN while a pause goes on that comes before it. */
export function dueOfCount(count: Count, pauses: Pauses): InstantMs {
  const { term } = count;
  switch (term.kind) {
    case 'hours': {
      let left = term.budget - count.credit;
      for (const { measure, from, to } of count.earlier) {
        const counted = countOutside(measure, from, to, pauses);
        if (counted >= left) return addOutside(measure, from, Math.max(left, 0), pauses);
        left -= counted;
      }
      return addOutside(term.measure, count.from, Math.max(left, 0), pauses);
    }
    case 'days':
      return dueOfDays(term, count.from, pauses);
    case 'pick': {
      const ends = term.of.map((each) => dueOfCount({ ...count, term: each }, pauses));
      if (term.pick === 'later') return Math.max(...ends);
      // What a pause keeps from ending ends after all that has ended.
      const known = ends.filter((end) => !Number.isNaN(end));
      return known.length === 0 ? NaN : Math.min(...known);
    }
    default:
      return assertNever(term);
  }
}

/** Pauses that begin after the end so far change nothing. */
function dueOfDays(term: DaysTerm, start: InstantMs, pauses: Pauses): InstantMs {
  let due = endOfDays(term, start, 0);
  if (term.paused === 'run on' || (pauses.spans.length === 0 && pauses.during.length === 0)) return due;
  const walk = new PauseWalk(pauses, start);
  let skipped = 0;
  for (let at = start; walk.next(at) && walk.from < due; at = walk.to) {
    const from = Math.max(walk.from, at);
    if (walk.to === Infinity) return NaN;
    if (term.paused === 'add time') due = term.measure.add(due, term.measure.between(from, walk.to));
    else {
      skipped += datesEnding(term, from, walk.to);
      due = endOfDays(term, start, skipped);
    }
  }
  return due;
}

/** The calendar by which time spent on a bound is told: of several, that of the first. */
export function measureOf(term: Term): Measure {
  const first = term.kind === 'pick' ? term.of[0] : term;
  return first === undefined || first.kind === 'pick' ? ELAPSED : first.measure;
}

/** Whether a pause does anything to the bound: a count of days may run on, and the earlier of two with it. */
export function standsStill(term: Term): boolean {
  if (term.kind === 'pick')
    return term.pick === 'later' ? term.of.some(standsStill) : term.of.every(standsStill);
  return term.kind === 'hours' || term.paused !== 'run on';
}

/** The open time of a bound from where it is counted to an end, without pauses that it stands still in. */
export function lengthTo({ term, from }: Count, end: InstantMs, pauses: Pauses): number {
  return countOutside(measureOf(term), from, end, standsStill(term) ? pauses : NO_PAUSES);
}

/** What has been counted up to an instant, in the bound's own calendars. */
export function usedOf({ term, from, earlier, credit }: Count, until: InstantMs, pauses: Pauses): number {
  const told = standsStill(term) ? pauses : NO_PAUSES;
  const before = earlier.map((piece) =>
    countOutside(piece.measure, piece.from, Math.min(piece.to, until), pauses),
  );
  return before.reduce((sum, each) => sum + each, credit) + countOutside(measureOf(term), from, until, told);
}

/** Open time of the bound's calendars that pauses took out, up to an instant. */
export function pausedOf({ term, from, earlier }: Count, until: InstantMs, pauses: Pauses): number {
  if (!standsStill(term)) return 0;
  const before = earlier.map((piece) =>
    countInside(piece.measure, piece.from, Math.min(piece.to, until), pauses),
  );
  return before.reduce((sum, each) => sum + each, countInside(measureOf(term), from, until, pauses));
}
