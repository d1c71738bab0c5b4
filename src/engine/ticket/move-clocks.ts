import type { PlanClockPause } from '../../plan/clock-model.ts';
import { holdsFor } from '../grade-ticket.ts';
import type { InstantMs } from '../../time/types.ts';
import { advance, readyToStart, type ClockRun } from './clock-run.ts';
import { findCell } from './find-cell.ts';
import { calendarFor, endOfTerm, termOfStretch } from './find-stretch.ts';
import { isMet, judgeClock, settle } from './judge-clock.ts';
import type { LiveTicket } from './live-ticket.ts';
import type { PauseCap } from './pause-cap.ts';
import { bringPauses, endLines, forgetLines } from './pause-lines.ts';
import { PausingHours } from './pausing-hours.ts';
import type { Clock } from './program.ts';

const NOTHING: readonly never[] = [];
const NEVER = { does: 'never', within: null } as const;

/** Takes in what may start a clock, and starts it where the line that holds for the ticket is complete. */
export function startClock(
  ticket: LiveTicket,
  metric: number,
  happened: readonly number[],
  at: InstantMs,
): void {
  const clock = ticket.clocks[metric] as Clock;
  const run = ticket.runs[metric] as ClockRun;
  if (!Number.isNaN(run.started)) return;
  // Every line goes on, and the first that holds for the ticket is the one that starts its clock.
  let holding = -1;
  let isComplete = false;
  for (let line = 0; line < clock.starts.length; line += 1) {
    const start = clock.starts[line] as Clock['starts'][number];
    const isThrough = advance(run, line, start, happened);
    if (holding !== -1 || (start.when !== null && !holdsFor(start.when, ticket.factOf))) continue;
    holding = line;
    isComplete = isThrough;
  }
  if (isComplete) begin(ticket, clock, run, at);
}

/**
 * Puts a clock in the place of the one by which a metric was measured. It starts with the change where what has happened so
 * far starts it; one that runs goes on, and pauses by its own lines from then on.
 */
export function takeClock(ticket: LiveTicket, clock: Clock, log: readonly number[], at: InstantMs): void {
  const run = ticket.runs[clock.metric] as ClockRun;
  if (!Number.isNaN(run.started)) {
    forgetLines(run);
    return;
  }
  readyToStart(run, clock);
  for (let from = 0; from < log.length;) {
    const end = log.indexOf(-1, from);
    const happened = log.slice(from, end);
    clock.starts.forEach((line, i) => advance(run, i, line, happened));
    from = end + 1;
  }
  startClock(ticket, clock.metric, NOTHING, at);
}

function begin(ticket: LiveTicket, clock: Clock, run: ClockRun, at: InstantMs): void {
  const cell = findCell(ticket.program, ticket.version, ticket.row, ticket.plan, clock.metric, ticket, at);
  run.begin(at, cell, ticket.severity);
  run.groupFrom = at;
  ticket.witness?.began(clock.metric, run, ticket);
  if (clock.pausesNever) return;
  if (ticket.statesOn > 0 || clock.countsOnlyWhile.length > 0 || clock.pausesDuring) {
    pauseClock(ticket, clock.metric, at);
  }
}

/** A message: it starts a clock that is not running, and one that counts from the newest begins anew. */
export function takeMessage(ticket: LiveTicket, metric: number, at: InstantMs): void {
  const clock = ticket.clocks[metric] as Clock;
  const run = ticket.runs[metric] as ClockRun;
  const { repeats } = clock.terms;
  if (repeats === null) return;
  if (!run.isActive) {
    if (!Number.isNaN(run.started)) nextOccurrence(ticket, metric, run);
    begin(ticket, clock, run, at);
    return;
  }
  if (at === run.started) return;
  const isOfGroup =
    repeats.group !== null &&
    !Number.isNaN(run.groupFrom) &&
    at <= endOfTerm(termOfStretch(ticket.version.engine, repeats.group, ticket), run.groupFrom);
  if (!isOfGroup && repeats.from === 'oldest') return;
  const group = isOfGroup ? run.groupFrom : at;
  const wasLate = run.due(ticket) < at ? Math.max(run.due(ticket), run.lateFloor) : NaN;
  const sticky = Number.isNaN(run.sticky) ? wasLate : run.sticky;
  begin(ticket, clock, run, at);
  run.groupFrom = group;
  run.sticky = sticky;
}

function nextOccurrence(ticket: LiveTicket, metric: number, run: ClockRun): void {
  const verdict = judgeClock(run, run.stopped, ticket);
  if (verdict !== null) {
    run.done.push(verdict);
    ticket.witness?.judged(metric, run, verdict, ticket);
  }
  run.occurrence += 1;
}

/** The stop of a clock that runs; of one that counts to the last such event, once more. */
export function stopClock(ticket: LiveTicket, metric: number, at: InstantMs): void {
  const run = ticket.runs[metric] as ClockRun;
  if (!run.isActive) return;
  run.stopped = at;
  const clock = ticket.clocks[metric] as Clock;
  if (clock.terms.stopsAt === 'last') return;
  run.isActive = false;
  run.isPaused = false;
  settle(run, at);
  endLines(run, at);
  // What messages of a group begin with is answered with it.
  run.groupFrom = NaN;
}

/** A clock that runs anew each time it is stopped begins again where it stopped, unless what it goes along with is over. */
export function repeatClock(ticket: LiveTicket, metric: number, until: number, at: InstantMs): void {
  const run = ticket.runs[metric] as ClockRun;
  if (isOver(ticket.runs[until])) return;
  nextOccurrence(ticket, metric, run);
  begin(ticket, ticket.clocks[metric] as Clock, run, at);
}

function isOver(run: ClockRun | undefined): boolean {
  return run !== undefined && !Number.isNaN(run.started) && !run.isActive;
}

/** The end of what a repeated clock goes along with ends it too, and so does its having ended before. */
export function endRepeated(ticket: LiveTicket, until: number, at: InstantMs): void {
  if (!isOver(ticket.runs[until])) return;
  for (const run of ticket.runs) {
    if (run.isActive && run.cell?.repeatsUntil === until) endClock(run, at);
  }
}

/** The ticket ends, and a clock that still runs with it. */
export function endClock(run: ClockRun, at: InstantMs): void {
  if (!run.isActive) return;
  run.isActive = false;
  run.isPaused = false;
  if (Number.isNaN(run.stopped)) run.ended = at;
  const end = Number.isNaN(run.stopped) ? at : run.stopped;
  settle(run, end);
  endLines(run, end);
}

/** What reopening does to a clock that has stopped, or that ended with the ticket; true where it takes it up. */
export function reopenClock(ticket: LiveTicket, metric: number, at: InstantMs): boolean {
  const run = ticket.runs[metric] as ClockRun;
  const clock = ticket.clocks[metric] as Clock;
  const { does, within, met } = clock.terms.reopen;
  const end = Number.isNaN(run.stopped) ? run.ended : run.stopped;
  if (run.isActive || Number.isNaN(end) || does === 'never') return false;
  if (within !== null && at > endOfTerm(termOfStretch(ticket.version.engine, within, ticket), end))
    return false;
  settle(run, end);
  const wasMet = !Number.isNaN(run.stopped) && isMet(run, ticket);
  if (does === 'starts afresh') {
    if (wasMet && met === 'is withdrawn') begin(ticket, clock, run, at);
    else {
      nextOccurrence(ticket, metric, run);
      begin(ticket, clock, run, at);
    }
    return true;
  }
  if (wasMet && met === 'stands') nextOccurrence(ticket, metric, run);
  run.stopped = NaN;
  run.ended = NaN;
  run.isActive = true;
  run.isPaused = false;
  ticket.witness?.reopened(metric, end, ticket);
  if (does === 'continues' && end < at) run.spans.push(end, at);
  return true;
}

/** The last instant at which reopening a closed ticket does anything to a clock; null where it always does. */
export function reopensUntil(ticket: LiveTicket): InstantMs | null {
  let latest = -Infinity;
  const { clocks } = ticket;
  const { engine } = ticket.version;
  for (let metric = 0; metric < clocks.length; metric += 1) {
    const { does, within } = clocks[metric]?.terms.reopen ?? NEVER;
    const run = ticket.runs[metric] as ClockRun;
    const end = Number.isNaN(run.stopped) ? run.ended : run.stopped;
    if (does === 'never' || Number.isNaN(end)) continue;
    if (within === null) return null;
    latest = Math.max(latest, endOfTerm(termOfStretch(engine, within, ticket), end));
  }
  return latest;
}

/** Brings the pauses of a clock up to an instant, after the states or the facts of the ticket have changed. */
export function pauseClock(ticket: LiveTicket, metric: number, at: InstantMs): void {
  const clock = ticket.clocks[metric] as Clock;
  const run = ticket.runs[metric] as ClockRun;
  // A clock of before may have left a pause behind.
  if (!run.isActive || (clock.pausesNever && !run.isPaused && run.during.length === 0)) return;
  const isOn = (state: number) => !Number.isNaN(ticket.states[state] ?? NaN);
  const lines = clock.pauses.map(({ states, line }) => ({
    holds: states.some(isOn) && (line.when === null || holdsFor(line.when, ticket.factOf)),
    cap: capOf(ticket, line),
  }));
  const isHeld = clock.countsOnlyWhile.length > 0 && !clock.countsOnlyWhile.some(isOn);
  bringPauses(run, lines, isHeld, at, ticket);
  ticket.witness?.paused(metric, lines, isHeld, ticket);
  if (clock.pausesDuring || run.during.length > 0) bringHours(ticket, clock, run, at);
}

/** The same for the lines that pause during the hours of a calendar. */
function bringHours(ticket: LiveTicket, clock: Clock, run: ClockRun, at: InstantMs): void {
  const holding = clock.pauses.flatMap(({ line }) => {
    const { during, when } = line;
    if (during === null || (when !== null && !holdsFor(when, ticket.factOf))) return [];
    return [{ line, calendar: ticket.version.engine.calendar(calendarFor(during, ticket)) }];
  });
  for (const hours of run.during) {
    const holds = holding.some(({ line, calendar }) => line === hours.line && calendar === hours.calendar);
    if (hours.holds && !holds) hours.end(at);
  }
  for (const { line, calendar } of holding) {
    let hours = run.during.find((each) => each.line === line && each.calendar === calendar);
    if (hours === undefined) {
      hours = new PausingHours(line, calendar, capOf(ticket, line));
      run.during = [...run.during, hours];
    }
    if (!hours.holds) hours.begin(at);
  }
}

function capOf(ticket: LiveTicket, { cap }: PlanClockPause): PauseCap | null {
  if (cap === null) return null;
  return { term: termOfStretch(ticket.version.engine, cap.by, ticket), of: cap.of };
}
