/**
 * What a clock on the wall shows, asked of luxon. The reference works in whole minutes: it knows no zone table, no
 * transitions and no arithmetic of dates but luxon's and the machine's own.
 */
import { DateTime, FixedOffsetZone, IANAZone, type Zone } from 'luxon';
import type { CivilDate, DaySeconds, InstantMs, Weekday } from '../time/types.ts';

export const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** A minute of the wall clock: the date, and the minute's first second. */
export interface Reading {
  readonly date: CivilDate;
  readonly weekday: Weekday;
  readonly time: DaySeconds;
}

export interface WallClock {
  readonly zone: string;
  /** What the clock shows during the minute in which an instant lies. */
  read(instant: InstantMs): Reading;
  /**
   * The first instant at which the clock shows a time on a date. A time that is skipped moves forward by the gap.
   * `ms` counts from the date's midnight on the clock, up to and including the next midnight.
   */
  find(date: CivilDate, ms: number): InstantMs;
}

/** `zone` is an IANA name or an offset such as `+03:00`. Throws a RangeError for a zone that luxon does not know. */
export function wallClock(zone: string): WallClock {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = newClock(zone);
    clocks.set(zone, clock);
  }
  return clock;
}

/** One of a zone, since it remembers what it has asked luxon. */
const clocks = new Map<string, WallClock>();

function newClock(zone: string): WallClock {
  const offsetMs = rememberedByTheHour(luxonZone(zone));
  const local = (instant: InstantMs): number => instant + offsetMs(instant);

  function find(date: CivilDate, ms: number): InstantMs {
    const wanted = Date.parse(`${date}T00:00:00Z`) + ms;
    const wantedMinute = Math.floor(wanted / MINUTE_MS) * MINUTE_MS;
    // Every clock on Earth is less than a day off UTC.
    let before = local(wantedMinute - DAY_MS - MINUTE_MS);
    for (let at = wantedMinute - DAY_MS; at <= wantedMinute + DAY_MS; at += MINUTE_MS) {
      const shown = local(at);
      if (shown === wantedMinute) return at + (wanted - wantedMinute);
      const jump = shown - before - MINUTE_MS;
      if (before < wantedMinute && shown > wantedMinute) return find(date, ms + jump);
      before = shown;
    }
    throw new Error(`no clock in ${zone} ever shows ${date} and ${ms} ms`);
  }

  const days = new Map<number, Omit<Reading, 'time'>>();

  /** The date that lies so many days after 1970-01-01, remembered. */
  function dayAt(day: number): Omit<Reading, 'time'> {
    let found = days.get(day);
    if (found === undefined) {
      const midnight = new Date(day * DAY_MS);
      const weekday = (midnight.getUTCDay() === 0 ? 7 : midnight.getUTCDay()) as Weekday;
      found = { date: midnight.toISOString().slice(0, 10), weekday };
      days.set(day, found);
    }
    return found;
  }

  return {
    zone,
    read(instant) {
      const shown = local(Math.floor(instant / MINUTE_MS) * MINUTE_MS);
      const day = Math.floor(shown / DAY_MS);
      const { date, weekday } = dayAt(day);
      return { date, weekday, time: (shown - day * DAY_MS) / 1000 };
    },
    find,
  };
}

/** So many days later by the calendar on the wall, which has no zone. */
export function plusDays(date: CivilDate, days: number): CivilDate {
  const asked = `${date} ${days}`;
  let found = daysAfter.get(asked);
  if (found === undefined) {
    found = plus(date, { days });
    daysAfter.set(asked, found);
  }
  return found;
}

/** Luxon is slow, and walks ask for the same few dates minute after minute. */
const daysAfter = new Map<string, CivilDate>();

/** So many months later: the same day of the month, or the month's last day where there is none. */
export function plusMonths(date: CivilDate, months: number): CivilDate {
  return plus(date, { months });
}

function plus(date: CivilDate, duration: { readonly days?: number; readonly months?: number }): CivilDate {
  return DateTime.fromISO(date, { zone: 'utc' }).plus(duration).toFormat('yyyy-MM-dd');
}

function luxonZone(name: string): Zone {
  const fixed = /^([+-])(\d{2}):(\d{2})$/.exec(name);
  if (fixed !== null) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3]);
    return FixedOffsetZone.instance(fixed[1] === '-' ? -minutes : minutes);
  }
  const zone = IANAZone.create(name);
  if (!zone.isValid) throw new RangeError(`luxon knows no zone ${JSON.stringify(name)}`);
  return zone;
}

/**
 * Asking luxon is slow, so an hour at both of whose ends the offset is the same is taken to have it throughout; in
 * any other hour every minute is asked.
 */
function rememberedByTheHour(zone: Zone): (instant: InstantMs) => number {
  const known = new Map<number, number>();
  const atFullHour = (hour: number): number => {
    let minutes = known.get(hour);
    if (minutes === undefined) {
      minutes = zone.offset(hour * HOUR_MS);
      known.set(hour, minutes);
    }
    return minutes;
  };
  // Walks ask for one minute of an hour after the other.
  let lastHour = NaN;
  let lastMinutes: number | null = null;
  return (instant) => {
    const hour = Math.floor(instant / HOUR_MS);
    if (hour !== lastHour) {
      lastMinutes = atFullHour(hour) === atFullHour(hour + 1) ? atFullHour(hour) : null;
      lastHour = hour;
    }
    const minutes = lastMinutes ?? zone.offset(instant);
    if (!Number.isInteger(minutes)) {
      throw new RangeError(
        `${zone.name} was off UTC by a part of a minute then; the reference cannot walk that`,
      );
    }
    return minutes * MINUTE_MS;
  };
}
