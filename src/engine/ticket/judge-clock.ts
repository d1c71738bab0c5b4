import type { InstantMs } from '../../time/types.ts';
import type { ClockRun, Surroundings } from './clock-run.ts';
import { pausedOf, usedOf } from './count.ts';
import { pausesUpTo } from './pauses.ts';
import type { ClockStatus, ClockVerdict } from './verdict.ts';

/**
 * How a clock stands at an instant, or stood when it stopped, with what it used where `measures` asks for that. A promise is
 * met when it stopped at the deadline or before.
 */
export function judgeClock(
  run: ClockRun,
  at: InstantMs,
  around: Surroundings,
  measures = true,
): ClockVerdict | null {
  const cell = run.cell ?? (Number.isNaN(run.sticky) ? null : run.lost);
  if (cell === null) return null;
  const end = endOf(run, at);
  settle(run, end);
  const isOver = !Number.isNaN(run.stopped) || !Number.isNaN(run.ended);
  const isPaused = !isOver && run.isPausedAt(end, around);
  const due = isPaused ? NaN : run.due(around);
  const breached = breachOf(run, due, end);
  const count = measures ? run.count() : null;
  const kept = pausesUpTo(run, end);
  const used = count === null ? null : usedOf(count, end, kept);
  const budget = count?.term.kind === 'hours' ? count.term.budget : null;
  const isLate = !Number.isNaN(breached);
  return {
    target: cell.target,
    severity: run.severity,
    occurrence: run.occurrence,
    started: known(run.started),
    due: known(due),
    softDue: isPaused ? null : known(run.softDue(around)),
    stopped: known(run.stopped),
    status: statusOf(run, isLate, isPaused, due),
    breached: known(breached),
    used,
    remaining: used === null || budget === null ? null : Math.max(budget - used, 0),
    paused: count === null ? null : pausedOf(count, end, kept),
  };
}

/** Whether a clock that stopped had kept its promise. */
export function isMet(run: ClockRun, around: Surroundings): boolean {
  const end = endOf(run, run.stopped);
  settle(run, end);
  return Number.isNaN(breachOf(run, run.due(around), end));
}

function endOf(run: ClockRun, at: InstantMs): InstantMs {
  if (!Number.isNaN(run.stopped)) return run.stopped;
  return Number.isNaN(run.ended) ? at : run.ended;
}

/** A pause that went on when the clock ended is over with it. */
export function settle(run: ClockRun, end: InstantMs): void {
  if (Number.isNaN(run.stopped) && Number.isNaN(run.ended)) return;
  const { spans } = run;
  while (spans.length > 0 && (spans[spans.length - 2] as number) >= end) spans.length -= 2;
  const last = spans.length - 1;
  if (last > 0 && (spans[last] as number) > end) spans[last] = end;
}

function breachOf(run: ClockRun, due: InstantMs, end: InstantMs): InstantMs {
  if (!Number.isNaN(run.sticky)) return run.sticky;
  return end > due ? Math.max(due, run.lateFloor) : NaN;
}

function statusOf(run: ClockRun, isLate: boolean, isPaused: boolean, due: InstantMs): ClockStatus {
  if (isLate) return 'missed';
  if (run.cell?.counts.kind === 'word') return 'word';
  if (!Number.isNaN(run.stopped)) return 'met';
  if (!Number.isNaN(run.ended)) return 'cancelled';
  if (isPaused) return 'paused';
  return Number.isNaN(due) ? 'not started' : 'running';
}

function known(at: InstantMs): InstantMs | null {
  return Number.isNaN(at) ? null : at;
}
