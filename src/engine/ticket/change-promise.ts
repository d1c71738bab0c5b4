import type { PlanChangeBasis } from '../../plan/conduct-model.ts';
import type { InstantMs } from '../../time/types.ts';
import { countFrom, dueOfCount, lengthTo, measureOf, usedOf, type Count } from './count.ts';
import type { ClockRun, Surroundings } from './clock-run.ts';
import { NO_PAUSES, pausesUpTo, type Pauses } from './pauses.ts';
import { ELAPSED, type Term } from './term.ts';

/** What a change does to a clock, its lengths found for the ticket. */
export interface FoundChange {
  readonly basis: PlanChangeBasis;
  /** The instant of the event counted from; NaN where there is none. */
  readonly counted: InstantMs;
  readonly earlierOfBoth: boolean;
  readonly floor: Count | null;
  readonly lateFrom: 'deadline' | 'change';
  readonly breachStays: boolean;
}

/**
 * Takes note of the deadline of a running clock before promises change, on which those of others may hang; of none where a
 * pause keeps it from being known.
 */
export function rememberDue(run: ClockRun, at: InstantMs, around: Surroundings): void {
  run.dueBefore = run.isPausedAt(at, around) ? NaN : run.due(around);
}

/**
 * Puts the cell that comes next in the place of the one by which a running clock counts, at an instant; not asked for where
 * the old one is kept. A breach is told by the
 * deadline of before: it stays, or what happens is judged by the new deadline alone.
 */
export function changePromise(run: ClockRun, change: FoundChange, at: InstantMs, around: Surroundings): void {
  const due = run.dueBefore;
  if (!change.breachStays) run.sticky = NaN;
  else if (due < at && Number.isNaN(run.sticky)) run.sticky = Math.max(due, run.lateFloor);
  const { next: cell } = run;
  const old = run.count();
  if (run.cell !== null) run.lost = run.cell;
  const others = change.earlierOfBoth ? [...run.others, ...heldAs(old, due)] : [];
  run.promise(cell, run.started);
  run.lateFloor = -Infinity;
  if (run.term !== null) {
    const { term, from, earlier, credit } = recount(run.term, old, change, at, run);
    run.term = term;
    run.from = from;
    run.earlier = earlier;
    run.credit = credit;
  }
  if (cell !== null && cell.counts.kind !== 'word') {
    run.others = others;
    if (change.floor !== null) run.floors = [change.floor];
  }
  if (change.lateFrom === 'change' && run.due(around) < at) run.lateFloor = at;
}

/** The old promise, to be held beside the new one; one that hangs on another clock or an event as it is known now. */
function heldAs(old: Count | null, due: InstantMs): readonly Count[] {
  if (old !== null) return [old];
  return Number.isNaN(due) ? [] : [countFrom({ kind: 'hours', measure: ELAPSED, budget: 0 }, due)];
}

function recount(
  term: Term,
  old: Count | null,
  { basis, counted }: FoundChange,
  at: InstantMs,
  run: ClockRun,
): Count {
  switch (basis.kind) {
    case 'from open':
      return countFrom(term, run.started);
    case 'from event':
      return countFrom(term, Number.isNaN(counted) ? at : Math.max(counted, run.started));
    case 'keep elapsed':
      return old === null ? countFrom(term, at) : keepElapsed(term, old, at);
    case 'proportional':
      return old === null ? countFrom(term, at) : keepShare(term, old, at, run);
    case 'from change':
    case 'keep old':
      return countFrom(term, at);
  }
}

/** Hours that have gone by stay counted by the calendars then in force; where either counts dates, the dates do. */
function keepElapsed(term: Term, old: Count, at: InstantMs): Count {
  if (term.kind !== 'hours' || old.term.kind !== 'hours') {
    return countFrom(term, old.earlier[0]?.from ?? old.from);
  }
  // A count that was itself begun by the change of another may not have begun yet.
  const piece = { measure: old.term.measure, from: old.from, to: at };
  return { term, from: Math.max(at, old.from), earlier: [...old.earlier, piece], credit: old.credit };
}

/**
 * The share that was left stays left. Of a count of dates it is the share of open time up to its end. What remains is
 * rounded down to a whole ms.
 */
function keepShare(term: Term, old: Count, at: InstantMs, pauses: Pauses): Count {
  const [used, whole] = shareUsed(old, at, pauses);
  const left = Math.max(whole - used, 0);
  const measure = measureOf(term);
  const budget =
    term.kind === 'hours' ? term.budget : measure.between(at, dueOfCount(countFrom(term, at), NO_PAUSES));
  // Products of two lengths in ms are past what a number holds exactly.
  const remains = whole === 0 ? 0 : Number((BigInt(budget) * BigInt(left)) / BigInt(whole));
  return {
    term: { kind: 'hours', measure, budget },
    from: at,
    earlier: [],
    credit: budget - remains,
  };
}

function shareUsed(old: Count, at: InstantMs, pauses: Pauses): readonly [used: number, whole: number] {
  const used = usedOf(old, at, pauses);
  // A pause that goes on is over now, for what was left when it began.
  const told = pausesUpTo(pauses, at);
  if (old.term.kind === 'hours') return [Math.min(used, old.term.budget), old.term.budget];
  const whole = lengthTo(old, dueOfCount(old, told), told);
  return [Math.min(used, whole), whole];
}
