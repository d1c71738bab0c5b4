/**
 * Open time by walking the UTC line minute by minute. A minute is open when the calendar is open at its start:
 * contracts and zones change on whole minutes (the hours that do not are refused). Only where a walk starts and
 * ends does it look inside a minute, to the millisecond.
 */
import type { CivilDate, InstantMs } from '../time/types.ts';
import { MINUTE_MS, plusDays, type WallClock } from './wall-clock.ts';

const DAY_MS = 86_400_000;

/** The farthest any walk goes unless it is told otherwise: two years of minutes. */
export const TWO_YEARS_MS = 2 * 366 * DAY_MS;

export class WalkLimitError extends Error {
  override readonly name = 'WalkLimitError';

  constructor(limitMs: number) {
    super(`the reference walked ${limitMs / DAY_MS} days without finding the answer`);
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
  /** The `count`-th date, 1 for the first, on which the calendar opens, from a date on and itself included. */
  businessDate(from: CivilDate, count: number, step: 1 | -1): CivilDate;
  /** The same wall-clock time so many business dates later, or earlier when negative. */
  addDays(t: InstantMs, days: number): InstantMs;
}

/**
 * `isOpenAt` answers for the start of a minute; `clock` dates the days. A walk of more than `limitMs` throws a
 * `WalkLimitError`.
 */
export function openTime(
  isOpenAt: (instant: InstantMs) => boolean,
  clock: WallClock,
  limitMs = TWO_YEARS_MS,
): OpenTime {
  const isMinuteOpen = rememberedMinutes(isOpenAt);

  function requireNear(start: InstantMs, at: InstantMs): void {
    if (Math.abs(at - start) > limitMs) throw new WalkLimitError(limitMs);
  }

  const isOpen = (t: InstantMs): boolean => isMinuteOpen(minuteOf(t));

  function add(t: InstantMs, ms: number): InstantMs {
    let left = ms;
    let at = t;
    for (let minute = minuteOf(t); left > 0; minute += 1) {
      requireNear(t, at);
      const end = (minute + 1) * MINUTE_MS;
      if (isMinuteOpen(minute)) {
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
    for (let minute = minuteOf(t - 1); left > 0; minute -= 1) {
      requireNear(t, at);
      const start = minute * MINUTE_MS;
      if (isMinuteOpen(minute)) {
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
    let at = from;
    for (let minute = minuteOf(from); at < to; minute += 1) {
      const end = Math.min((minute + 1) * MINUTE_MS, to);
      if (isMinuteOpen(minute)) open += end - at;
      at = end;
    }
    return open;
  }

  function nextOpen(t: InstantMs): InstantMs {
    if (isOpen(t)) return t;
    let minute = minuteOf(t);
    for (; !isMinuteOpen(minute); minute += 1) requireNear(t, (minute + 1) * MINUTE_MS);
    return minute * MINUTE_MS;
  }

  function prevOpen(t: InstantMs): InstantMs {
    if (isOpen(t)) return t;
    let minute = minuteOf(t - 1);
    for (; !isMinuteOpen(minute); minute -= 1) requireNear(t, minute * MINUTE_MS);
    // Within the minute that `t` lies in there is nothing to walk back to: it is shut, and its start ends what was open.
    return (minute + 1) * MINUTE_MS;
  }

  function nextClose(t: InstantMs): InstantMs {
    let minute = minuteOf(nextOpen(t));
    for (; isMinuteOpen(minute); minute += 1) requireNear(t, (minute + 1) * MINUTE_MS);
    return minute * MINUTE_MS;
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
      if (clock.read(at).date === date && isOpen(at)) return true;
    }
    return false;
  }

  function businessDate(from: CivilDate, count: number, step: 1 | -1): CivilDate {
    let date = from;
    for (let found = 0, walked = 0; ; walked += 1, date = plusDays(date, step)) {
      requireNear(0, walked * DAY_MS);
      if (opensOn(date)) found += 1;
      if (found === count) return date;
    }
  }

  function addDays(t: InstantMs, days: number): InstantMs {
    if (days === 0) return t;
    const reading = clock.read(t);
    const step = days > 0 ? 1 : -1;
    const date = businessDate(plusDays(reading.date, step), Math.abs(days), step);
    return clock.find(date, reading.time * 1000 + (t - minuteOf(t) * MINUTE_MS));
  }

  return {
    clock,
    isOpen,
    add,
    subtract,
    between,
    nextOpen,
    prevOpen,
    nextClose,
    periods,
    opensOn,
    businessDate,
    addDays,
  };
}

const MINUTES_OF_DAY = 1440;
const [UNKNOWN, OPEN, SHUT] = [0, 1, 2];

/** Whether a minute, told as the number of those since 1970, is open; remembered by days of the UTC line. */
function rememberedMinutes(isOpenAt: (start: InstantMs) => boolean): (minute: number) => boolean {
  const days = new Map<number, Uint8Array>();
  let lastDay = NaN;
  let minutes: Uint8Array = new Uint8Array(0);
  return (minute) => {
    const day = Math.floor(minute / MINUTES_OF_DAY);
    if (day !== lastDay) {
      minutes = days.get(day) ?? new Uint8Array(MINUTES_OF_DAY);
      days.set(day, minutes);
      lastDay = day;
    }
    const at = minute - day * MINUTES_OF_DAY;
    if (minutes[at] === UNKNOWN) minutes[at] = isOpenAt(minute * MINUTE_MS) ? OPEN : SHUT;
    return minutes[at] === OPEN;
  };
}

/** The minute in which an instant lies, as the number of those since 1970. */
function minuteOf(t: InstantMs): number {
  return Math.floor(t / MINUTE_MS);
}
