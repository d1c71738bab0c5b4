import type { InstantMs } from '../../time/types.ts';
import type { ClockRun, Surroundings } from './clock-run.ts';
import { endOfCap, type PauseCap, takenOfCap } from './pause-cap.ts';

/** One line of a clock's pauses, as it stands at an instant. */
export interface PauseLine {
  readonly holds: boolean;
  /** Null where nothing limits it. */
  readonly cap: PauseCap | null;
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
    const isOn = !Number.isNaN(run.lineFrom[i] ?? NaN);
    if (holds && !isOn) {
      run.lineFrom[i] = at;
      run.lineCap[i] = cap;
      run.lineUntil[i] = cap === null ? Infinity : endOfCap(cap, run.lineUsed[i] ?? 0, at);
    } else if (!holds && isOn) endLine(run, i, at);
    if (holds) until = Math.max(until, run.lineUntil[i] as number);
  }
  move(run, until, at, around);
}

/** The clock stops or ends, and what pauses it no longer uses up a cap. */
export function endLines(run: ClockRun, at: InstantMs): void {
  for (let i = 0; i < run.lineFrom.length; i += 1) if (!Number.isNaN(run.lineFrom[i])) endLine(run, i, at);
}

function endLine(run: ClockRun, line: number, at: InstantMs): void {
  const from = run.lineFrom[line] as number;
  const cap = run.lineCap[line] ?? null;
  if (cap?.of === 'together') {
    const end = Math.min(at, run.lineUntil[line] as number);
    run.lineUsed[line] = (run.lineUsed[line] ?? 0) + takenOfCap(cap, from, end);
  }
  run.lineFrom[line] = NaN;
}

/** The lines are others from now on; a pause that goes on is brought up to them next. */
export function forgetLines(run: ClockRun): void {
  run.lineFrom.length = 0;
  run.lineUntil.length = 0;
  run.lineCap.length = 0;
  run.lineUsed.length = 0;
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
