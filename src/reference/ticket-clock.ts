import type { ClockPause } from '../check/clock-model.ts';
import type { Stretch } from '../check/conduct-model.ts';
import type { CheckedLimit, CheckedPromise, CheckedRelative, CheckedTarget } from '../check/model.ts';
import type { InstantMs } from '../time/types.ts';
import { backFrom, deadlineBy, dueAt } from './deadline.ts';
import {
  countDates,
  countHours,
  countSeveral,
  datesEnded,
  type Counting,
  type PausedDays,
} from './ticket-count.ts';
import type { Change, TicketLife } from './ticket-life.ts';
import type { ReferenceClock } from './ticket-model.ts';
import { cutAt, holds, type ShutHours, type Span, Stillness, together } from './ticket-pauses.ts';
import { wallClock } from './wall-clock.ts';
import { openTime } from './open-time.ts';

/** One clock of a ticket, by what happened to it. */
export interface TicketClock {
  readonly metric: string;
  started: InstantMs | null;
  stopped: InstantMs | null;
  ended: InstantMs | null;
  isActive: boolean;
  occurrence: number;
  severity: string | null;
  target: CheckedTarget | null;
  /** What was promised when it began to be counted: equal words for equal promises. */
  words: string;
  /** What a pause does to the dates that it counts, by the clock that held when it was promised. */
  days: PausedDays;
  /** What else the ticket was promised then, by metric. */
  beside: (metric: string) => CheckedPromise | null;
  counting: Counting | null;
  others: Counting[];
  floor: Counting | null;
  /** Lines of its pauses that have held. */
  held: Held[];
  /** By where a pause begins whether it counts. */
  counts: Map<InstantMs, boolean>;
  /** While the ticket was over, and is not counted. */
  over: Span[];
  sticky: InstantMs | null;
  lateFloor: InstantMs;
  groupFrom: InstantMs | null;
  done: ReferenceClock[];
  /** How far each line that may start it has come, and what of its step. */
  progress: { step: number; came: string[] }[];
}

interface Held {
  /** Null where nothing counts in the state that the ticket is in. */
  readonly line: ClockPause<string> | null;
  readonly from: InstantMs;
  to: InstantMs | null;
  /** When its cap is used up; null for never. */
  readonly cap: InstantMs | null;
}

export function newClock(metric: string): TicketClock {
  return {
    metric,
    ...FRESH,
    held: [],
    counts: new Map(),
    over: [],
    others: [],
    done: [],
    progress: [],
    occurrence: 1,
  };
}

const FRESH = {
  started: null,
  stopped: null,
  ended: null,
  isActive: false,
  severity: null,
  target: null,
  words: '',
  days: 'run on',
  beside: () => null,
  counting: null,
  floor: null,
  sticky: null,
  lateFloor: -Infinity,
  groupFrom: null,
} as const;

/** Starts it at an instant, with the promise that the ticket then has. */
export function begin(life: TicketLife, run: TicketClock, now: InstantMs): void {
  Object.assign(run, FRESH, { started: now, isActive: true, severity: life.severity, groupFrom: now });
  run.held = [];
  run.counts = new Map();
  run.over = [];
  run.others = [];
  run.target = life.targetOf(run.metric, now);
  run.words = wordsOf(life, run.metric, now);
  run.beside = life.promisesNow(now);
  run.days = daysOf(life, run);
  run.counting = countingOf(life, run, now);
  // Hours of a calendar are known beforehand, for a clock that stops at once too.
  const { pauses } = life.clockOf(run.metric)?.terms ?? { pauses: [] };
  const lines = pauses.filter(({ during, when }) => during !== null && life.holds(when));
  run.held = lines.map((line) => ({ line, from: now, to: null, cap: null }));
}

function daysOf(life: TicketLife, { metric }: TicketClock): PausedDays {
  return life.clockOf(metric)?.terms.pausedDays ?? 'run on';
}

/** Counts what the target of a clock promises; null where it is a word, or hangs on something else. */
function countingOf(life: TicketLife, run: TicketClock, from: InstantMs): Counting | null {
  const limit = boundOf(run.target?.promise ?? null);
  return limit === null ? null : countOf(life, run, limit, from);
}

function countOf(life: TicketLife, run: TicketClock, limit: CheckedLimit, from: InstantMs): Counting {
  return startCounting(life, limit, from, run.started, run.days);
}

function startCounting(
  life: TicketLife,
  limit: CheckedLimit,
  from: InstantMs,
  began: InstantMs | null,
  paused: PausedDays,
): Counting {
  switch (limit.kind) {
    case 'elapsed':
      return countHours([{ from, measure: null }], limit.seconds * 1000, 0);
    case 'hours':
      return countHours([{ from, measure: life.calendar(limit.calendar, began) }], limit.seconds * 1000, 0);
    case 'days':
      return countDates(limit, life.calendar(limit.calendar, began), from, paused);
    case 'pick':
      return countSeveral(
        limit.pick,
        limit.of.map((each) => startCounting(life, each, from, began, paused)),
      );
  }
}

/** The bound that is counted from a start; null for a word, and for a promise that hangs on another clock or an event. */
export function boundOf(promise: CheckedPromise | null): CheckedLimit | null {
  switch (promise?.kind) {
    case undefined:
    case 'word':
    case 'relative':
      return null;
    case 'range':
    case 'cadence':
      return promise.hard;
    default:
      return promise;
  }
}

function softOf(promise: CheckedPromise): CheckedLimit | null {
  return promise.kind === 'range' || promise.kind === 'cadence' ? promise.soft : null;
}

/** When a length of time outside a table of targets is over. */
export function endOfStretch(life: TicketLife, stretch: Stretch<string>, from: InstantMs): InstantMs {
  return dueAt(calendarOfStretch(life, stretch), limitOf(stretch), from);
}

/** The instant from which a length of time ends at another. */
export function startOfStretch(life: TicketLife, stretch: Stretch<string>, end: InstantMs): InstantMs {
  return backFrom(calendarOfStretch(life, stretch), limitOf(stretch), end);
}

function calendarOfStretch(life: TicketLife, stretch: Stretch<string>) {
  return (name: string) => {
    if (stretch.kind !== 'days' || stretch.calendar !== null) return life.calendar(name, null);
    return openTime(() => true, wallClock(stretch.zone ?? ''));
  };
}

function limitOf(stretch: Stretch<string>): CheckedLimit {
  if (stretch.kind !== 'days') return stretch;
  const { unit, count, calendar, end } = stretch;
  return {
    kind: 'days',
    unit,
    count,
    calendar: calendar ?? '',
    end: { kind: end },
    receipt: 'as received',
    dayOne: 'day after',
    cutOff: null,
    endOutside: 'stays',
  };
}

/** When a clock stands still. A pause counts where it began before the deadline then in force. */
export function stillness(life: TicketLife, run: TicketClock): Stillness {
  const spans = pausesOf(run).filter(({ from }) => run.counts.get(from) === true);
  return new Stillness(together([...spans, ...run.over]), shutHours(life, run));
}

/** The pauses by states, whether they count or not. */
function pausesOf({ held }: TicketClock): readonly Span[] {
  const byStates = held.filter(({ line }) => line === null || line.during === null);
  return together(
    byStates.map(({ from, to, cap }) => ({ from, to: to === null ? cap : Math.min(to, cap ?? to) })),
  );
}

function shutHours(life: TicketLife, { held }: TicketClock): readonly ShutHours[] {
  const lines = new Set(held.map(({ line }) => line));
  return [...lines].flatMap((line) => {
    if (line === null || line.during === null) return [];
    const { cap, during } = line;
    const capOf =
      cap === null ? null : (start: InstantMs, before: readonly Span[]) => endOfCap(life, cap, start, before);
    const windows = held.filter((each) => each.line === line).map(({ from, to }) => ({ from, to }));
    return [{ calendar: life.calendar(during, null), while: windows, capOf }];
  });
}

/** When a pause that begins is over for its cap, which other pauses of the line may have used in part. */
function endOfCap(
  life: TicketLife,
  { by, of }: { readonly by: Stretch<string>; readonly of: 'each' | 'together' },
  from: InstantMs,
  before: readonly Span[],
): InstantMs {
  if (of === 'each') return endOfStretch(life, by, from);
  if (by.kind !== 'days') {
    const measure = by.kind === 'hours' ? life.calendar(by.calendar, null) : null;
    const used = before.reduce((sum, { from: a, to }) => {
      const b = to ?? from;
      return sum + (measure === null ? b - a : measure.between(a, b));
    }, 0);
    const left = Math.max(by.seconds * 1000 - used, 0);
    return measure === null ? from + left : measure.add(from, left);
  }
  const calendar = calendarOfStretch(life, by)(by.calendar ?? '');
  const used = before.reduce(
    (sum, each) => sum + datesEnded(by.unit, calendar, each.from, each.to ?? from),
    0,
  );
  const left = by.count - used;
  return left <= 0 ? from : endOfStretch(life, { ...by, count: left }, from);
}

/** Brings the pauses of a running clock up to an instant. */
export function pause(life: TicketLife, run: TicketClock, now: InstantMs): void {
  if (!run.isActive) return;
  const { pauses, countsOnlyWhile } = life.clockOf(run.metric)?.terms ?? { pauses: [], countsOnlyWhile: [] };
  const isOn = (state: string) => life.states.has(state);
  const holding = pauses.filter(
    ({ states, during, when }) => life.holds(when) && (during !== null || states.some(isOn)),
  );
  const isIdle = countsOnlyWhile.length > 0 && !countsOnlyWhile.some(isOn);
  const lines = [...holding, ...(isIdle ? [null] : [])];
  for (const each of run.held) if (each.to === null && !lines.includes(each.line)) each.to = now;
  for (const line of lines) {
    if (run.held.some((each) => each.line === line && each.to === null)) continue;
    const cap = line?.during === null ? line.cap : null;
    const before = run.held
      .filter((each) => each.line === line)
      .map(({ from, to, cap: end }) => ({ from, to: Math.min(to ?? now, end ?? Infinity) }));
    run.held.push({ line, from: now, to: null, cap: cap === null ? null : endOfCap(life, cap, now, before) });
  }
  const begun = pausesOf(run).find(({ from }) => from === now);
  if (begun === undefined || run.counts.has(now)) return;
  run.counts.set(now, false);
  const due = dueOf(life, run);
  run.counts.set(now, due === null || due > now);
}

/** The clock stops or ends, and the pauses that states make with it. Hours of a calendar are known beforehand. */
export function endPauses(run: TicketClock, at: InstantMs): void {
  for (const each of run.held) {
    if (each.line === null || each.line.during === null)
      each.to = Math.min(each.to ?? at, Math.max(at, each.from));
  }
}

/** The deadline in force; null for none. */
export function dueOf(life: TicketLife, run: TicketClock, still = stillness(life, run)): InstantMs | null {
  const own =
    run.target?.promise.kind === 'relative'
      ? dueByAnchor(life, run, run.target.promise, run.target.promise.hard, still)
      : (run.counting?.due(still) ?? null);
  if (own === null && (run.counting === null || run.target?.promise.kind === 'relative')) return null;
  // What a pause keeps from ending ends after what has ended, as among the limits of one cell.
  const ends = run.others.map((each) => each.due(still));
  const earliest = ends.reduce<InstantMs>((a, b) => Math.min(a, b ?? Infinity), own ?? Infinity);
  if (earliest === Infinity) return null;
  if (run.floor === null) return earliest;
  // What a pause keeps from ending is not over, and the deadline comes after it.
  const floor = run.floor.due(still);
  return floor === null ? null : Math.max(earliest, floor);
}

/** A bound counted from, or back from, another clock's deadline or an event; never before the clock's own start. */
function dueByAnchor(
  life: TicketLife,
  run: TicketClock,
  { side, of }: CheckedRelative,
  limit: CheckedLimit,
  still: Stillness,
): InstantMs | null {
  const { started } = run;
  const anchor = anchorOf(life, run, of);
  if (anchor === null || started === null) return null;
  const end =
    side === 'after'
      ? countOf(life, run, limit, anchor).due(still)
      : backFrom((name) => life.calendar(name, started), limit, anchor);
  return end === null ? null : Math.max(end, started);
}

function anchorOf(life: TicketLife, run: TicketClock, of: CheckedRelative['of']): InstantMs | null {
  if (of.kind === 'event') return life.lastOf(of.event);
  const other = life.runs.find(({ metric }) => metric === of.metric);
  if (of.kind === 'stop') return other?.stopped ?? null;
  if (other !== undefined && other.started !== null && other.target !== null) return dueOf(life, other);
  const start = run.started;
  const promise = run.beside(of.metric);
  if (promise === null || start === null) return null;
  const answer = deadlineBy((name) => life.calendar(name, start), promise, start, run.beside);
  return answer.kind === 'due' ? answer.due : null;
}

/** What is aimed at, where the promise is a range. */
function softDueOf(life: TicketLife, run: TicketClock, still: Stillness): InstantMs | null {
  const promise = run.target?.promise;
  if (promise === undefined) return null;
  if (promise.kind === 'relative') {
    return promise.soft === null ? null : dueByAnchor(life, run, promise, promise.soft, still);
  }
  const soft = softOf(promise);
  if (soft === null || run.counting === null) return null;
  const { hours, from } = run.counting;
  const plain = countOf(life, run, soft, from);
  if (hours === null || plain.hours === null) return plain.due(still);
  return countHours(
    [
      ...hours.pieces.slice(0, -1),
      ...plain.hours.pieces.map((piece) => ({ ...piece, from: hours.pieces.at(-1)?.from ?? from })),
    ],
    plain.hours.budget,
    hours.credit,
  ).due(still);
}

/** Whether a pause that counts goes on, and keeps the deadline from being known. */
function isHeldAt(life: TicketLife, run: TicketClock, at: InstantMs): boolean {
  const { spans } = stillness(life, { ...run, over: [] });
  const going = spans.find((span) => holds(span, at));
  if (going === undefined) return false;
  const rest = spans.filter((span) => span.from < going.from);
  const endless = new Stillness(
    [...together([...rest, ...run.over]), { from: going.from, to: null }],
    shutHours(life, run),
  );
  return dueOf(life, run, endless) === null;
}

/** Equal words are equal promises: the same words in other hours are another, and so are those of another version. */
function wordsOf(life: TicketLife, metric: string, start: InstantMs): string {
  const promise = life.targetOf(metric, start)?.promise ?? null;
  const hours = [...new Set(calendarsOf(promise))].map((name) => hoursOf(life, name));
  // What is counted from another promise changes with it.
  const other =
    promise?.kind === 'relative' && promise.of.kind === 'due'
      ? wordsOf(life, promise.of.metric, start)
      : null;
  return JSON.stringify([promise, hours, life.version, other]);
}

function calendarsOf(promise: CheckedPromise | null): readonly string[] {
  if (promise === null || promise.kind === 'word' || promise.kind === 'elapsed') return [];
  if (promise.kind === 'hours' || promise.kind === 'days') return [promise.calendar];
  if (promise.kind === 'pick') return promise.of.flatMap(calendarsOf);
  return [promise.hard, promise.soft].flatMap(calendarsOf);
}

/** What a calendar's hours are for a ticket, where they hang on what it is. */
function hoursOf({ contract, facts }: TicketLife, name: string): unknown {
  const body = contract.calendars.find((each) => each.name === name)?.body;
  if (body?.kind !== 'chosen') return name;
  const { severity, region, channel, type } = facts;
  const said = new Set(body.of.flatMap(({ when }) => when.facts.map(({ fact }) => fact)));
  const hangsOn = (dimension: 'severities' | 'regions' | 'channels' | 'types') =>
    body.of.some(({ when }) => when[dimension] !== null);
  return [
    name,
    hangsOn('severities') ? severity : null,
    hangsOn('regions') ? region : null,
    hangsOn('channels') ? channel : null,
    hangsOn('types') ? type : null,
    ...[...said].map((fact) => facts.facts.get(fact) ?? null),
  ];
}

/** Gives each running clock what the ticket is now promised. What was met stays met. */
export function changeClocks(life: TicketLife, line: Change, now: InstantMs): void {
  const running = life.runs.filter(({ isActive }) => isActive);
  // Deadlines hang on each other, so all of them are told before any is changed.
  const before = new Map(
    running.map((run) => [run, isHeldAt(life, run, now) ? null : dueOf(life, run)] as const),
  );
  for (const run of running) {
    if (run.started === null) continue;
    const target = life.targetOf(run.metric, run.started);
    const words = wordsOf(life, run.metric, run.started);
    const isSame = words === run.words;
    if (!isSame && line.basis.kind === 'keep old') continue;
    run.severity = life.severity;
    run.days = daysOf(life, run);
    if (isSame) run.target = target;
    else recount(life, run, target, line, now, before.get(run) ?? null);
    run.words = words;
    run.beside = life.promisesNow(run.started);
  }
}

function recount(
  life: TicketLife,
  run: TicketClock,
  target: CheckedTarget | null,
  line: Change,
  now: InstantMs,
  due: InstantMs | null,
): void {
  if (!line.breachStays) run.sticky = null;
  else if (due !== null && due < now) run.sticky ??= Math.max(due, run.lateFloor);
  const { counting: old, others, started } = run;
  run.target = target;
  run.lateFloor = -Infinity;
  run.others = [];
  run.floor = null;
  run.counting = null;
  if (started === null || target === null || target.promise.kind === 'word') return;
  const limit = boundOf(target.promise);
  if (limit !== null) {
    run.counting = recounted(life, run, line, old, (from) => countOf(life, run, limit, from), started, now);
  }
  if (line.earlierOfBoth) {
    const before = old ?? (due === null ? null : fixed(due, due));
    run.others = before === null ? others : [...others, before];
  }
  if (line.floor !== null) {
    const from = line.floor.after === null ? now : (life.lastOf(line.floor.after) ?? now);
    const by = limitOf(line.floor.by);
    run.floor =
      by.kind === 'elapsed'
        ? countHours([{ from, measure: null }], by.seconds * 1000, 0)
        : by.kind === 'hours'
          ? countHours([{ from, measure: life.calendar(by.calendar, null) }], by.seconds * 1000, 0)
          : fixed(endOfStretch(life, line.floor.by, from), from);
  }
  const next = dueOf(life, run);
  if (line.lateFrom === 'change' && next !== null && next < now) run.lateFloor = now;
}

/** A count of dates that nothing moves. */
function fixed(due: InstantMs, from: InstantMs): Counting {
  return { ...countHours([{ from, measure: null }], 0, 0), due: () => due };
}

function recounted(
  life: TicketLife,
  run: TicketClock,
  { basis }: Change,
  old: Counting | null,
  from: (start: InstantMs) => Counting,
  started: InstantMs,
  now: InstantMs,
): Counting {
  switch (basis.kind) {
    case 'from open':
      return from(started);
    case 'from event':
      return from(Math.max(life.lastOf(basis.event) ?? now, started));
    case 'keep elapsed': {
      const next = from(now);
      if (old === null) return next;
      if (old.hours === null || next.hours === null) return from(old.from);
      return countHours([...old.hours.pieces, ...next.hours.pieces], next.hours.budget, old.hours.credit);
    }
    case 'proportional':
      return old === null ? from(now) : sameShare(life, run, old, from(now), now);
    case 'from change':
    case 'keep old':
      return from(now);
  }
}

/** What remains of the new promise is to the whole of it as what remained of the old one was. */
function sameShare(
  life: TicketLife,
  run: TicketClock,
  old: Counting,
  next: Counting,
  now: InstantMs,
): Counting {
  const still = stillness(life, run);
  const told = new Stillness(cutAt(still.spans, now), shutHours(life, run));
  const end = old.hours === null ? old.due(told) : null;
  const whole = old.hours?.budget ?? (end === null ? 0 : old.used(end, told));
  const used = Math.min(old.used(now, told), whole);
  const free = new Stillness([], []);
  const nextEnd = next.due(free) ?? now;
  const budget = next.hours?.budget ?? next.used(nextEnd, free);
  const left = whole === 0 ? 0 : Number((BigInt(budget) * BigInt(Math.max(whole - used, 0))) / BigInt(whole));
  return countHours([{ from: now, measure: next.measure }], budget, budget - left);
}

/** Whether there is anything to judge: a promise, or the breach of one that has gone. */
export function isJudged({ target, sticky }: TicketClock): boolean {
  return target !== null || sticky !== null;
}

/** How a clock stands, or stood when it stopped. */
export function judged(life: TicketLife, run: TicketClock, at: InstantMs): ReferenceClock {
  const end = run.stopped ?? run.ended ?? at;
  const isOver = run.stopped !== null || run.ended !== null;
  const still = stillness(life, run);
  const cut = new Stillness(cutAt(still.spans, end), shutHours(life, run));
  const isPaused = !isOver && isHeldAt(life, run, at);
  const due = isPaused ? null : dueOf(life, run, isOver ? cut : still);
  const breached = run.sticky ?? (due !== null && end > due ? Math.max(due, run.lateFloor) : null);
  const used = run.counting?.used(end, cut) ?? null;
  const budget = run.counting?.hours?.budget ?? null;
  return {
    metric: run.metric,
    occurrence: run.occurrence,
    severity: run.severity,
    started: run.started,
    due,
    soft: isPaused ? null : softDueOf(life, run, isOver ? cut : still),
    stopped: run.stopped,
    status: statusOf(run, breached !== null, isPaused, due),
    breached,
    used,
    remaining: used === null || budget === null ? null : Math.max(budget - used, 0),
    paused: run.counting?.paused(end, cut) ?? null,
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
