import type { InstantMs } from '../../time/types.ts';
import type { ClockRun, Surroundings } from './clock-run.ts';
import { countFrom, dueOfCount } from './count.ts';
import { NO_PAUSES } from './pauses.ts';
import { datesEnding, type Term } from './term.ts';

/** One line of a clock's pauses, as it stands at an instant. */
export interface PauseLine {
  readonly holds: boolean;
  /** Null where nothing limits it. */
  readonly cap: { readonly term: Term; readonly of: 'each' | 'together' } | null;
}

/**
 * Brings the pauses of a running clock up to an instant. A pause that begins before the deadline then in force counts,
 * and one that begins at it or after changes nothing. Pauses that touch are one.
 */
export function bringPauses(
  run: ClockRun,
  lines: readonly PauseLine[],
  isHeld: boolean,
  at: InstantMs,
  around: Surroundings,
): void {
  let until = isHeld ? Infinity : -Infinity;
  for (const [i, { holds, cap }] of lines.entries()) {
    const from = run.lineFrom[i] ?? NaN;
    if (holds && Number.isNaN(from)) {
      run.lineFrom[i] = at;
      run.lineUntil[i] = cap === null ? Infinity : endOfCap(cap, run.lineUsed[i] ?? 0, at);
    } else if (!holds && !Number.isNaN(from)) {
      if (cap?.of === 'together') {
        const end = Math.min(at, run.lineUntil[i] ?? at);
        run.lineUsed[i] = (run.lineUsed[i] ?? 0) + lengthOf(cap.term, from, end);
      }
      run.lineFrom[i] = NaN;
    }
    if (holds) until = Math.max(until, run.lineUntil[i] as number);
  }
  move(run, until, at, around);
}

function move(run: ClockRun, until: InstantMs, at: InstantMs, around: Surroundings): void {
  const { spans } = run;
  const last = spans.length - 1;
  const goesOn = run.isPaused && run.pausedUntil >= at;
  if (until > at) {
    if (!goesOn) {
      const due = run.due(around);
      run.countsPause = !(due <= at);
      if (run.countsPause) spans.push(at, until);
    } else if (run.countsPause) spans[last] = until;
    run.isPaused = true;
    run.pausedUntil = until;
    return;
  }
  if (goesOn && run.countsPause) {
    spans[last] = at;
    if (spans[last - 1] === at) spans.length -= 2;
  }
  run.isPaused = false;
}

function endOfCap({ term, of }: NonNullable<PauseLine['cap']>, used: number, at: InstantMs): InstantMs {
  if (of === 'each' || used === 0) return dueOfCount(countFrom(term, at), NO_PAUSES);
  if (term.kind === 'hours') {
    return term.measure.add(at, Math.max(term.budget - used, 0));
  }
  if (term.kind === 'pick') return at;
  const count = Math.max(term.limit.count - used, 0);
  return count === 0
    ? at
    : dueOfCount(countFrom({ ...term, limit: { ...term.limit, count } }, at), NO_PAUSES);
}

/** What a pause took of its cap: time by the cap's calendar, or the dates that ended in it. */
function lengthOf(term: Term, from: InstantMs, to: InstantMs): number {
  if (term.kind === 'hours') return term.measure.between(from, to);
  return term.kind === 'days' ? datesEnding(term, from, to) : 0;
}
