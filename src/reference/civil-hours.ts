import { DateTime } from 'luxon';
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
import { announcedClosures, type AnnouncedTest } from './closures.ts';
import { closures } from './holidays.ts';
import { openTime } from './open-time.ts';
import { plusDays, type Reading, wallClock } from './wall-clock.ts';

/** Whether hours are open at what a wall clock reads. */
export type HoursTest = (reading: Reading, t: InstantMs) => boolean;

/**
 * Whether a moment of a date is open, told as how long after its midnight by the wall clock it is (a day or more where a
 * window runs past midnight), and whether a window between zones holds it.
 */
type OfDate = (time: DaySeconds, between: boolean) => boolean;

/** Whether a window holds a moment that is so long after the midnight of a weekday. */
type WindowTest = (weekday: Weekday, time: DaySeconds) => boolean;

/** The hours of a week or of a season, for one ticket. */
interface Hours {
  readonly windows: readonly WindowTest[];
  readonly limited: readonly { readonly windows: readonly WindowTest[]; readonly isAdmitted: boolean }[];
}

const DAY = 86_400;
const DAYS_BACK = 7;

/**
 * The hours of one zone for one ticket, layer by layer: a dated line says all there is to say about its dates; a
 * holiday closes; a season has a week of its own; the week holds for the rest. Each date is asked for itself, unless
 * windows are bound to the day of opening: then any of the last days may have opened one that is not over. Closures that
 * were announced close whatever that leaves.
 */
export function civilHours(
  contract: CheckedContract,
  calendar: CivilCalendar,
  facts: TicketFacts,
  began: InstantMs | null = null,
): HoursTest {
  const isBound = calendar.bound === 'day of opening';
  const test = isBound ? ofOpeningDay : ofWeek;
  const hoursOf = (windows: readonly WeekWindow[], limited: readonly Selected<LimitedWeek>[]): Hours => ({
    windows: windows.map(test),
    limited: linesFor(limited, facts).map((line) => ({
      windows: line.windows.map(test),
      isAdmitted: speaksOf(line.admits, facts),
    })),
  });

  const lines = linesFor<readonly WeekWindow[] | WindowBetweenZones>(
    [...calendar.week, ...calendar.betweenZones],
    facts,
  );
  const week = hoursOf(
    lines.flatMap((line) => ('window' in line ? [] : line)),
    calendar.limited,
  );
  const between = lines.flatMap((line) => ('window' in line ? [betweenZones(line)] : []));
  const closedOtherwise = closures(contract, linesFor(calendar.holidays, facts), facts);
  const seasons = narrowestLast(calendar.seasons, facts).map((season) => {
    const own = linesFor(season.holidays, facts);
    return {
      dates: season.dates,
      hours: hoursOf(linesFor(season.week, facts).flat(), season.limited),
      closedOn: own.length === 0 ? closedOtherwise : closures(contract, own, facts),
    };
  });
  const dated = narrowestLast(calendar.dated, facts);
  const [onHolidays] = linesFor(calendar.onHolidays, facts);

  const announced = closuresOf(contract, calendar, facts, began);

  function hoursOn(date: CivilDate): OfDate {
    const isOpen = byLayers(date);
    const isShut = announced(date);
    return (time, isBetween) => !isShut(Math.min(time, DAY - 60)) && isOpen(time, isBetween);
  }

  function byLayers(date: CivilDate): OfDate {
    const weekday = weekdayOf(date);
    const exception = dated.findLast(
      (line) =>
        contains(line.dates, date) &&
        !(line.limited?.hours === 'as otherwise' && speaksOf(line.limited.admits, facts)),
    );
    if (exception !== undefined) {
      const { as, hours, limited } = exception;
      if (limited !== null && !speaksOf(limited.admits, facts)) return () => false;
      if (as === null) return (time) => holds(hours, time);
      return (time) => isInAny(week.windows, as, time);
    }
    const season = seasons.findLast(({ dates }) => contains(dates, date));
    const hours = season === undefined ? week : season.hours;
    const isClosed = (season?.closedOn ?? closedOtherwise)(date);
    return (time, isBetween) => {
      if (!isClosed(Math.min(time, DAY - 60))) {
        return isServed(hours, weekday, time, isBetween && season === undefined);
      }
      if (onHolidays === undefined) return false;
      if (onHolidays.as === null) return holds(onHolidays.hours, time);
      return isServed(hours, onHolidays.as, time, false);
    };
  }

  const onDate = remembered(hoursOn);
  const isBetween = (t: InstantMs): boolean => between.some((holdsAt) => holdsAt(t));
  if (!isBound) return ({ date, time }, t) => onDate(date)(time, isBetween(t));

  const lastDates = remembered((date) =>
    Array.from({ length: DAYS_BACK + 1 }, (_, back) => onDate(back === 0 ? date : plusDays(date, -back))),
  );
  /** The same moment told from the midnights of its date and of those before. */
  return ({ date, time }, t) =>
    lastDates(date).some((isOpen, back) => isOpen(time + back * DAY, back === 0 && isBetween(t)));
}

/** The notice is counted in the calendar itself without closures, by its clock or else by the contract's. */
function closuresOf(
  contract: CheckedContract,
  calendar: CivilCalendar,
  facts: TicketFacts,
  began: InstantMs | null,
): AnnouncedTest {
  if (calendar.closures.length === 0) return () => () => false;
  const zone = zoneName(contract, calendar.zone, facts);
  const isOfCustomer =
    calendar.zone.kind === 'customer' ||
    (calendar.zone.kind === 'region' && regionOf(contract, facts).zone === 'customer');
  const clock = wallClock(isOfCustomer ? (contract.zone ?? 'UTC') : zone);
  const isOpen = civilHours(contract, { ...calendar, closures: [] }, facts, null);
  const own = wallClock(zone);
  const withoutClosures = openTime((t) => isOpen(own.read(t), t), clock);
  return announcedClosures(calendar.closures, facts.region, began, withoutClosures);
}

/** Limited hours serve whom they admit and nobody else, whatever else opens there. */
function isServed(
  { windows, limited }: Hours,
  weekday: Weekday,
  time: DaySeconds,
  between: boolean,
): boolean {
  const only = limited.filter((line) => isInAny(line.windows, weekday, time));
  if (only.length > 0) return only.some((line) => line.isAdmitted);
  return between || isInAny(windows, weekday, time);
}

function isInAny(windows: readonly WindowTest[], weekday: Weekday, time: DaySeconds): boolean {
  return windows.some((isIn) => isIn(weekday, time));
}

function weekdayOf(date: CivilDate): Weekday {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() || 7) as Weekday;
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
function ofWeek(window: WeekWindow): WindowTest {
  const { from, to } = stretchOf(window);
  return (weekday, time) => {
    if (time >= DAY) return false;
    const now = (weekday - 1) * DAY + time;
    return (from <= now && now < to) || (from <= now + 7 * DAY && now + 7 * DAY < to);
  };
}

/** Whether a window that begins on the weekday is not over so long after its midnight. All week is every day. */
function ofOpeningDay(window: WeekWindow): WindowTest {
  const { from, to } = stretchOf(window);
  if (to - from === 7 * DAY) return (_, time) => time < DAY;
  const { fromDay, fromTime } = window;
  return (weekday, time) => fromDay === weekday && fromTime <= time && time < fromTime + to - from;
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
    case 'cycle': {
      const since = daysFrom(dates.from, date);
      return since >= 0 && since % dates.turnDays <= daysFrom(dates.from, dates.to);
    }
    case 'weeks': {
      // Back to the day with which these days begin; its week is the one that counts.
      let first = date;
      while (weekdayOf(first) !== dates.from) {
        if (weekdayOf(first) === (dates.to % 7) + 1) return false;
        first = plusDays(first, -1);
      }
      return (DateTime.fromISO(first).weekNumber % 2 === 1) === (dates.number === 'odd');
    }
  }
}

function daysFrom(first: CivilDate, date: CivilDate): number {
  return (Date.parse(`${date}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / (DAY * 1000);
}

function monthDayText({ month, day }: MonthDay): string {
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function requireWholeMinutes(time: DaySeconds): void {
  if (time % 60 !== 0) throw new RangeError(`the reference walks whole minutes; ${time} s is none`);
}
