import type { ChangeTerms, Stretch } from '../check/conduct-model.ts';
import type {
  CheckedClock,
  CheckedContract,
  CheckedLimit,
  CheckedPromise,
  CheckedTarget,
} from '../check/model.ts';
import type { InstantMs } from '../time/types.ts';
import { dueAt } from './deadline.ts';
import type { TicketFacts } from './facts.ts';
import type { OpenTime } from './open-time.ts';
import { readCalendar } from './read-calendar.ts';
import {
  countDates,
  countHours,
  countSeveral,
  type Counting,
  type Pause,
  type Standstill,
} from './ticket-count.ts';
import type { ReferenceClock } from './ticket-model.ts';

/** One clock of a ticket, by what happened to it. */
export interface TicketClock {
  readonly clock: CheckedClock;
  started: InstantMs | null;
  stopped: InstantMs | null;
  ended: InstantMs | null;
  isActive: boolean;
  occurrence: number;
  severity: string;
  target: CheckedTarget | null;
  counting: Counting | null;
  others: Counting[];
  floor: Counting | null;
  pauses: Pause[];
  /** Whether the pause that goes on counts; null where none does. */
  pausing: 'counts' | 'changes nothing' | null;
  sticky: InstantMs | null;
  lateFloor: InstantMs;
  groupFrom: InstantMs | null;
  done: ReferenceClock[];
}

const WALK_MS = 120 * 86_400_000;

/**
 * Calendars of a contract for tickets, remembered, since they remember what they have walked; as they are, or as they are
 * for a clock that `began` some time and keeps the hours it had.
 */
export function calendarsOf(
  contract: CheckedContract,
): (name: string, facts: TicketFacts, began: InstantMs | null) => OpenTime {
  const known = new Map<string, OpenTime>();
  const keepsHours = contract.calendars.some(
    ({ body }) => body.kind === 'civil' && body.closures.some(({ inFlight }) => inFlight === 'keep old'),
  );
  return (name, facts, asked) => {
    const began = keepsHours ? asked : null;
    const key = JSON.stringify([name, { ...facts, facts: [...facts.facts] }, began]);
    const found = known.get(key) ?? readCalendar(contract, name, facts, WALK_MS, began);
    known.set(key, found);
    return found;
  };
}

export type CalendarOf = (name: string) => OpenTime;

export function startCounting(
  limit: CheckedLimit,
  from: InstantMs,
  calendarOf: CalendarOf,
  paused: 'run on' | 'skip dates' | 'add time',
): Counting {
  switch (limit.kind) {
    case 'elapsed':
      return countHours([{ from, measure: null }], limit.seconds * 1000, 0);
    case 'hours':
      return countHours([{ from, measure: calendarOf(limit.calendar) }], limit.seconds * 1000, 0);
    case 'days':
      return countDates(limit, calendarOf(limit.calendar), from, paused);
    case 'pick':
      return countSeveral(
        limit.pick,
        limit.of.map((each) => startCounting(each, from, calendarOf, paused)),
      );
  }
}

/** When a length of time outside a table of targets is over. */
export function endOfStretch(stretch: Stretch<string>, from: InstantMs, calendarOf: CalendarOf): InstantMs {
  return dueAt(calendarOf, limitOf(stretch), from);
}

export function limitOf(stretch: Stretch<string>): CheckedLimit {
  if (stretch.kind !== 'days') return stretch;
  const { unit, count, calendar, end } = stretch;
  if (calendar === null) throw new Error('the reference counts dates of calendars alone');
  return {
    kind: 'days',
    unit,
    count,
    calendar,
    end: { kind: end },
    receipt: 'as received',
    dayOne: 'day after',
    cutOff: null,
    endOutside: 'stays',
  };
}

/** The bound that is counted; null for a word. The reference knows no promise that hangs on another clock. */
export function boundOf(promise: CheckedPromise): CheckedLimit | null {
  switch (promise.kind) {
    case 'word':
      return null;
    case 'range':
    case 'cadence':
      return promise.hard;
    case 'relative':
      throw new Error('the reference counts no promise from the end of another');
    default:
      return promise;
  }
}

export function standstill({ pauses }: TicketClock): Standstill {
  return { pauses, during: [] };
}

export function dueOf(run: TicketClock): InstantMs | null {
  if (run.counting === null) return null;
  const still = standstill(run);
  const ends = [run.counting, ...run.others].map((each) => each.due(still));
  if (ends.includes(null)) return null;
  const earliest = (ends as InstantMs[]).reduce((a, b) => Math.min(a, b));
  const floor = run.floor?.due(still) ?? null;
  return floor === null ? earliest : Math.max(earliest, floor);
}

/** Gives a running clock another promise, counted in the calendars as they are for it. */
export function recount(
  run: TicketClock,
  target: CheckedTarget | null,
  line: Pick<ChangeTerms<string>, 'basis' | 'earlierOfBoth' | 'floor' | 'lateFrom' | 'breachStays'>,
  at: InstantMs,
  lastOf: (event: string) => InstantMs | null,
  calendarOf: CalendarOf,
  calendarOfClock: CalendarOf,
): void {
  const due = dueOf(run);
  const wasBroken = run.pausing !== 'counts' && due !== null && due < at;
  if (!line.breachStays) run.sticky = null;
  else if (wasBroken) run.sticky ??= Math.max(due, run.lateFloor);
  const old = run.counting;
  const others = run.others;
  const limit = target === null ? null : boundOf(target.promise);
  run.target = target;
  run.lateFloor = -Infinity;
  run.others = [];
  run.floor = null;
  run.counting = null;
  if (limit === null || run.started === null) return;
  const started = run.started;
  const begin = (from: InstantMs) => startCounting(limit, from, calendarOfClock, run.clock.terms.pausedDays);
  run.counting = recounted(run, line.basis, old, begin, started, at, lastOf);
  if (line.earlierOfBoth && old !== null) run.others = [...others, old];
  if (line.floor !== null) {
    const from = line.floor.after === null ? at : (lastOf(line.floor.after) ?? at);
    run.floor = startCounting(limitOf(line.floor.by), from, calendarOf, 'run on');
  }
  const now = dueOf(run);
  if (line.lateFrom === 'change' && now !== null && now < at) run.lateFloor = at;
}

function recounted(
  run: TicketClock,
  basis: ChangeTerms<string>['basis'],
  old: Counting | null,
  begin: (from: InstantMs) => Counting,
  started: InstantMs,
  at: InstantMs,
  lastOf: (event: string) => InstantMs | null,
): Counting {
  switch (basis.kind) {
    case 'from open':
      return begin(started);
    case 'from event':
      return begin(Math.max(lastOf(basis.event) ?? at, started));
    case 'keep elapsed': {
      if (old === null) return begin(at);
      const next = begin(at);
      if (old.hours === null || next.hours === null) return begin(old.from);
      return countHours([...old.hours.pieces, ...next.hours.pieces], next.hours.budget, old.hours.credit);
    }
    case 'proportional':
      return old === null ? begin(at) : sameShare(run, old, begin(at), at);
    case 'from change':
    case 'keep old':
      return begin(at);
  }
}

/** What remains of the new promise is to the whole of it as what remained of the old one was. */
function sameShare(run: TicketClock, old: Counting, next: Counting, at: InstantMs): Counting {
  const closed: Standstill = {
    pauses: run.pauses.map((pause) => ({ from: pause.from, to: pause.to ?? at })),
    during: [],
  };
  const end = old.hours === null ? old.due(closed) : null;
  const whole = old.hours?.budget ?? (end === null ? 0 : lengthTo(old, end, closed));
  const used = Math.min(old.used(at, closed), whole);
  const free: Standstill = { pauses: [], during: [] };
  const nextEnd = next.due(free) ?? at;
  const budget = next.hours?.budget ?? next.used(nextEnd, free);
  const left = whole === 0 ? 0 : Number((BigInt(budget) * BigInt(Math.max(whole - used, 0))) / BigInt(whole));
  return countHours([{ from: at, measure: next.measure }], budget, budget - left);
}

function lengthTo(count: Counting, end: InstantMs, still: Standstill): number {
  return countHours([{ from: count.from, measure: count.measure }], 0, 0).used(end, still);
}

/** How a clock stands, or stood when it stopped. */
export function judged(run: TicketClock, at: InstantMs): ReferenceClock {
  const end = run.stopped ?? run.ended ?? at;
  const isOver = run.stopped !== null || run.ended !== null;
  const closed = run.pauses.map((pause) => ({
    from: pause.from,
    to: isOver || pause.to !== null ? Math.min(pause.to ?? end, end) : null,
  }));
  const kept: TicketClock = { ...run, pauses: closed.filter(({ from, to }) => to === null || from < to) };
  const isPaused = !isOver && run.pausing === 'counts';
  const due = isPaused ? null : dueOf(kept);
  const breached = run.sticky ?? (due !== null && end > due ? Math.max(due, run.lateFloor) : null);
  const ended: Standstill = {
    pauses: run.pauses.map((pause) => ({ from: pause.from, to: Math.min(pause.to ?? end, end) })),
    during: [],
  };
  return {
    metric: run.clock.metric,
    occurrence: run.occurrence,
    severity: run.severity,
    started: run.started,
    due,
    stopped: run.stopped,
    status: statusOf(run, breached !== null, isPaused, due),
    breached,
    used: run.counting?.used(end, ended) ?? null,
    paused: run.counting?.paused(end, ended) ?? null,
  };
}

function statusOf(run: TicketClock, isLate: boolean, isPaused: boolean, due: InstantMs | null): string {
  if (isLate) return 'missed';
  if (run.target?.promise.kind === 'word') return 'word';
  if (run.stopped !== null) return 'met';
  if (run.ended !== null) return 'cancelled';
  if (isPaused) return 'paused';
  return due === null ? 'not started' : 'running';
}
