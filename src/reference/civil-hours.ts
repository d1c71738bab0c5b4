import type { LimitedWeek, WindowBetweenZones } from '../check/calendar-model.ts';
import type { CheckedContract, CivilCalendar, Selected, WeekWindow, ZoneChoice } from '../check/model.ts';
import type {
  CivilDate,
  DateSet,
  DayInterval,
  DaySeconds,
  InstantMs,
  MonthDay,
  Weekday,
} from '../time/types.ts';
import { linesFor, narrowestLast, regionOf, speaksOf, type TicketFacts } from './facts.ts';
import { betweenZones } from './between-zones.ts';
import { closures } from './holidays.ts';
import { plusDays, type Reading } from './wall-clock.ts';

/** Whether hours are open at what a wall clock reads. */
export type HoursTest = (reading: Reading, t: InstantMs) => boolean;

/** A date, and how long after its midnight by the wall clock; a day or more where a window runs past midnight. */
interface TimeOfDate {
  readonly date: CivilDate;
  readonly weekday: Weekday;
  readonly time: DaySeconds;
  /** Whether a window between zones holds the moment. */
  readonly between: boolean;
}

const DAY = 86_400;
const DAYS_BACK = 7;

/**
 * The hours of one zone for one ticket, layer by layer: a dated line says all there is to say about its dates; a
 * holiday closes; a season has a week of its own; the week holds for the rest. Each date is asked for itself, unless
 * windows are bound to the day of opening: then any of the last days may have opened one that is not over.
 */
export function civilHours(
  contract: CheckedContract,
  calendar: CivilCalendar,
  facts: TicketFacts,
): HoursTest {
  const dated = narrowestLast(calendar.dated, facts);
  const isClosedOtherwise = closures(contract, linesFor(calendar.holidays, facts), facts);
  const isClosedIn = new Map(
    calendar.seasons.map(({ value }) => {
      const own = linesFor(value.holidays, facts);
      return [value, own.length === 0 ? isClosedOtherwise : closures(contract, own, facts)];
    }),
  );
  const [onHolidays] = linesFor(calendar.onHolidays, facts);
  const seasons = narrowestLast(calendar.seasons, facts);
  const ofWeek = linesFor<readonly WeekWindow[] | WindowBetweenZones>(
    [...calendar.week, ...calendar.betweenZones],
    facts,
  );
  const week = ofWeek.flatMap((line) => ('window' in line ? [] : line));
  const between = ofWeek.flatMap((line) => ('window' in line ? [betweenZones(line)] : []));
  const isBound = calendar.bound === 'day of opening';
  const isIn = isBound ? isInWindowOfDay : isInWindow;

  const isInWeek = (windows: readonly WeekWindow[], at: TimeOfDate): boolean =>
    windows.some((window) => isIn(window, at));

  const isServed = (
    windows: readonly WeekWindow[],
    limited: readonly Selected<LimitedWeek>[],
    at: TimeOfDate,
  ): boolean => {
    const only = linesFor(limited, facts).filter((line) => isInWeek(line.windows, at));
    if (only.length > 0) return only.some((line) => speaksOf(line.admits, facts));
    return at.between || isInWeek(windows, at);
  };

  const seasonOn = remembered((date) => seasons.findLast((line) => contains(line.dates, date)));
  const exceptionOn = remembered((date) =>
    dated.findLast(
      (line) =>
        contains(line.dates, date) &&
        !(line.limited?.hours === 'as otherwise' && speaksOf(line.limited.admits, facts)),
    ),
  );

  const isOpen = (at: TimeOfDate): boolean => {
    const exception = exceptionOn(at.date);
    if (exception !== undefined) {
      if (exception.limited !== null && !speaksOf(exception.limited.admits, facts)) return false;
      if (exception.as === null) return holds(exception.hours, at.time);
      return isInWeek(week, { ...at, weekday: exception.as });
    }
    const season = seasonOn(at.date);
    const ordinary = (when: TimeOfDate): boolean =>
      season === undefined
        ? isServed(week, calendar.limited, when)
        : isServed(linesFor(season.week, facts).flat(), season.limited, { ...when, between: false });
    const isClosed = (season === undefined ? null : isClosedIn.get(season)) ?? isClosedOtherwise;
    if (!isClosed(at.date, Math.min(at.time, DAY - 60))) return ordinary(at);
    if (onHolidays === undefined) return false;
    if (onHolidays.as === null) return holds(onHolidays.hours, at.time);
    return ordinary({ ...at, weekday: onHolidays.as, between: false });
  };

  const isBetween = (t: InstantMs): boolean => between.some((holds) => holds(t));
  if (!isBound) return (reading, t) => isOpen({ ...reading, between: isBetween(t) });
  const datesBefore = remembered((date) =>
    Array.from({ length: DAYS_BACK + 1 }, (_, back) => (back === 0 ? date : plusDays(date, -back))),
  );
  /** The same moment told from the midnights of its date and of those before. */
  return ({ date, weekday, time }, t) =>
    datesBefore(date).some((opening, back) =>
      isOpen({
        date: opening,
        weekday: (((weekday - 1 - back + 14) % 7) + 1) as Weekday,
        time: time + back * DAY,
        between: back === 0 && isBetween(t),
      }),
    );
}

/** A walk asks for the same date minute after minute. */
function remembered<T>(answer: (date: CivilDate) => T): (date: CivilDate) => T {
  const known = new Map<CivilDate, { readonly answer: T }>();
  return (date) => {
    let found = known.get(date);
    if (found === undefined) {
      found = { answer: answer(date) };
      known.set(date, found);
    }
    return found.answer;
  };
}

/** The name of the zone, as `wallClock` takes it. */
export function zoneName(contract: CheckedContract, choice: ZoneChoice, facts: TicketFacts): string {
  switch (choice.kind) {
    case 'iana':
      return choice.zone;
    case 'fixed': {
      const minutes = Math.abs(choice.offsetSeconds) / 60;
      const parts = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
      return (choice.offsetSeconds < 0 ? '-' : '+') + parts.join(':');
    }
    case 'region': {
      const region = regionOf(contract, facts);
      if (region.zone === null) throw new Error(`region ${JSON.stringify(region.name)} has no zone`);
      return region.zone === 'customer' ? zoneOfCustomer(facts) : region.zone;
    }
    case 'customer':
      return zoneOfCustomer(facts);
  }
}

function zoneOfCustomer(facts: TicketFacts): string {
  if (facts.zone === null) throw new Error('the ticket does not say in which zone its customer is');
  return facts.zone;
}

function holds(intervals: readonly DayInterval[], time: DaySeconds): boolean {
  return intervals.some((interval) => {
    requireWholeMinutes(interval.from);
    requireWholeMinutes(interval.to);
    return interval.from <= time && time < interval.to;
  });
}

/**
 * A window is a stretch of the week, which is a circle: one that ends no later than it begins goes over the end of
 * the week. The moment lies in it if it does in this turn of the circle or in the next. A window that its date opened
 * belongs to other dates too, each of which decides for itself.
 */
function isInWindow(window: WeekWindow, at: TimeOfDate): boolean {
  const { from, to } = stretchOf(window);
  if (at.time >= DAY) return false;
  const now = (at.weekday - 1) * DAY + at.time;
  return (from <= now && now < to) || (from <= now + 7 * DAY && now + 7 * DAY < to);
}

/** Whether a window that begins on the weekday is not over so long after its midnight. All week is every day. */
function isInWindowOfDay(window: WeekWindow, at: TimeOfDate): boolean {
  const { from, to } = stretchOf(window);
  if (to - from === 7 * DAY) return at.time < DAY;
  return window.fromDay === at.weekday && window.fromTime <= at.time && at.time < window.fromTime + to - from;
}

/** In seconds after the midnight that begins a Monday. */
function stretchOf(window: WeekWindow): DayInterval {
  requireWholeMinutes(window.fromTime);
  requireWholeMinutes(window.toTime);
  const from = (window.fromDay - 1) * DAY + window.fromTime;
  const to = (window.toDay - 1) * DAY + window.toTime;
  return { from, to: to <= from ? to + 7 * DAY : to };
}

/** Dates compare as text; the days of a year as well, without the year. */
function contains(dates: DateSet, date: CivilDate): boolean {
  switch (dates.kind) {
    case 'range':
      return dates.from <= date && date <= dates.to;
    case 'yearly': {
      const [from, to, day] = [monthDayText(dates.from), monthDayText(dates.to), date.slice(5)];
      return from <= to ? from <= day && day <= to : from <= day || day <= to;
    }
    case 'nth weekday': {
      const [month, weekday] = [Number(date.slice(5, 7)), new Date(`${date}T00:00:00Z`).getUTCDay()];
      if (weekday !== dates.weekday % 7 || (dates.month !== null && dates.month !== month)) return false;
      const isInMonth = (days: number): boolean => plusDays(date, days).slice(0, 7) === date.slice(0, 7);
      if (dates.which === 'last') return !isInMonth(7);
      return !isInMonth(-7 * dates.which) && (dates.which === 1 || isInMonth(-7 * (dates.which - 1)));
    }
  }
}

function monthDayText({ month, day }: MonthDay): string {
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function requireWholeMinutes(time: DaySeconds): void {
  if (time % 60 !== 0) throw new RangeError(`the reference walks whole minutes; ${time} s is none`);
}
