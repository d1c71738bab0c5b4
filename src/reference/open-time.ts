/**
 * Open time by walking the UTC line minute by minute. A minute is open when the calendar is open at its start:
 * contracts and zones change on whole minutes (the hours that do not are refused). Only where a walk starts and
 * ends does it look inside a minute, to the millisecond.
 */
import type { CivilDate, InstantMs } from '../time/types.ts';
import { MINUTE_MS, plusDays, type WallClock } from './wall-clock.ts';

/** The farthest any walk goes: two years of minutes. */
const LIMIT_MS = 2 * 366 * 86_400_000;

export class WalkLimitError extends Error {
  override readonly name = 'WalkLimitError';

  constructor() {
    super('the reference walked two years without finding the answer');
  }
}

export interface OpenTime {
  /** The clock whose dates count when days are counted. */
  readonly clock: WallClock;
  isOpen(t: InstantMs): boolean;
  /** The earliest instant at or after `t` by which `ms` of open time have passed. */
  add(t: InstantMs, ms: number): InstantMs;
  /** The latest instant at or before `t` since which `ms` of open time have passed. */
  subtract(t: InstantMs, ms: number): InstantMs;
  /** Open time from one instant to another; negative when `to` comes first. */
  between(from: InstantMs, to: InstantMs): number;
  nextOpen(t: InstantMs): InstantMs;
  /** The latest instant at or before `t` inside open time or at its end. */
  prevOpen(t: InstantMs): InstantMs;
  /** The end of the stretch that holds `t`, or of the next. */
  nextClose(t: InstantMs): InstantMs;
  periods(t: InstantMs, count: number): readonly { readonly from: InstantMs; readonly to: InstantMs }[];
  /** Whether the calendar opens at any minute that the clock shows with this date. */
  opensOn(date: CivilDate): boolean;
  /** The same wall-clock time so many business dates later, or earlier when negative. */
  addDays(t: InstantMs, days: number): InstantMs;
}

/** `isOpenAt` answers for the start of a minute; `clock` dates the days. */
export function openTime(isOpenAt: (instant: InstantMs) => boolean, clock: WallClock): OpenTime {
  const minutes = new Map<number, boolean>();

  /** Whether the minute that begins at `start` is open, remembered. */
  function isMinuteOpen(start: InstantMs): boolean {
    let open = minutes.get(start);
    if (open === undefined) {
      open = isOpenAt(start);
      minutes.set(start, open);
    }
    return open;
  }

  const isOpen = (t: InstantMs): boolean => isMinuteOpen(minuteOf(t));

  function add(t: InstantMs, ms: number): InstantMs {
    let left = ms;
    let at = t;
    while (left > 0) {
      requireNear(t, at);
      const end = minuteOf(at) + MINUTE_MS;
      if (isOpen(at)) {
        if (left <= end - at) return at + left;
        left -= end - at;
      }
      at = end;
    }
    return at;
  }

  function subtract(t: InstantMs, ms: number): InstantMs {
    let left = ms;
    let at = t;
    while (left > 0) {
      requireNear(t, at);
      const start = minuteOf(at - 1);
      if (isMinuteOpen(start)) {
        if (left <= at - start) return at - left;
        left -= at - start;
      }
      at = start;
    }
    return at;
  }

  function between(from: InstantMs, to: InstantMs): number {
    if (to < from) return -between(to, from);
    requireNear(from, to);
    let open = 0;
    for (let at = from; at < to;) {
      const end = Math.min(minuteOf(at) + MINUTE_MS, to);
      if (isOpen(at)) open += end - at;
      at = end;
    }
    return open;
  }

  function nextOpen(t: InstantMs): InstantMs {
    let at = t;
    while (!isOpen(at)) {
      at = minuteOf(at) + MINUTE_MS;
      requireNear(t, at);
    }
    return at;
  }

  function prevOpen(t: InstantMs): InstantMs {
    if (isOpen(t)) return t;
    let at = t;
    while (!isMinuteOpen(minuteOf(at - 1))) {
      at = minuteOf(at - 1);
      requireNear(t, at);
    }
    return at;
  }

  function nextClose(t: InstantMs): InstantMs {
    let at = nextOpen(t);
    while (isOpen(at)) {
      at = minuteOf(at) + MINUTE_MS;
      requireNear(t, at);
    }
    return at;
  }

  function periods(t: InstantMs, count: number): { readonly from: InstantMs; readonly to: InstantMs }[] {
    const found = [];
    for (let at = t; found.length < count;) {
      const period = { from: nextOpen(at), to: nextClose(at) };
      found.push(period);
      at = period.to;
    }
    return found;
  }

  const openDates = new Map<CivilDate, boolean>();

  function opensOn(date: CivilDate): boolean {
    let opens = openDates.get(date);
    if (opens === undefined) {
      opens = anyMinuteOpen(date);
      openDates.set(date, opens);
    }
    return opens;
  }

  function anyMinuteOpen(date: CivilDate): boolean {
    // Wherever on Earth a date is shown, it is within a day of the same date in UTC.
    const midnight = Date.parse(`${date}T00:00:00Z`);
    for (let at = midnight - 24 * 60 * MINUTE_MS; at < midnight + 48 * 60 * MINUTE_MS; at += MINUTE_MS) {
      if (clock.read(at).date === date && isMinuteOpen(at)) return true;
    }
    return false;
  }

  function addDays(t: InstantMs, days: number): InstantMs {
    if (days === 0) return t;
    const reading = clock.read(t);
    const step = Math.sign(days);
    let date = reading.date;
    for (let left = Math.abs(days), walked = 0; left > 0; walked += 1) {
      requireNear(0, walked * 86_400_000);
      date = plusDays(date, step);
      if (opensOn(date)) left -= 1;
    }
    return clock.find(date, reading.time * 1000 + (t - minuteOf(t)));
  }

  return { clock, isOpen, add, subtract, between, nextOpen, prevOpen, nextClose, periods, opensOn, addDays };
}

function minuteOf(t: InstantMs): InstantMs {
  return Math.floor(t / MINUTE_MS) * MINUTE_MS;
}

function requireNear(start: InstantMs, at: InstantMs): void {
  if (Math.abs(at - start) > LIMIT_MS) throw new WalkLimitError();
}
