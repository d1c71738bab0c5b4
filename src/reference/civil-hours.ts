import type {
  CheckedContract,
  CheckedHolidaySet,
  CivilCalendar,
  HolidayUse,
  WeekWindow,
  ZoneChoice,
} from '../check/model.ts';
import type { CivilDate, DateSet, DayInterval, DaySeconds, MonthDay } from '../time/types.ts';
import { linesFor, regionOf, type TicketFacts } from './facts.ts';
import type { Reading } from './wall-clock.ts';

/** Whether hours are open at what a wall clock reads. */
export type HoursTest = (reading: Reading) => boolean;

/**
 * The hours of one zone for one ticket, layer by layer: a dated line says all there is to say about its dates; a
 * holiday closes; a season has a week of its own; the week holds for the rest.
 */
export function civilHours(
  contract: CheckedContract,
  calendar: CivilCalendar,
  facts: TicketFacts,
): HoursTest {
  const dated = linesFor(calendar.dated, facts);
  const holidays = linesFor(calendar.holidays, facts).flatMap((use) => holidaySets(contract, use, facts));
  const seasons = linesFor(calendar.seasons, facts);
  const week = linesFor(calendar.week, facts).flat();

  return (reading) => {
    const exception = dated.findLast((line) => contains(line.dates, reading.date));
    if (exception !== undefined) {
      if (exception.as === null) return holds(exception.hours, reading.time);
      return isInWeek(week, { ...reading, weekday: exception.as });
    }

    for (const set of holidays) requireYear(set, reading.date);
    const closures = holidays.flatMap((set) => set.days.filter((day) => day.date === reading.date));
    if (closures.some((day) => holds([day.closed], reading.time))) return false;

    const season = seasons.findLast((line) => contains(line.dates, reading.date));
    return isInWeek(season?.week ?? week, reading);
  };
}

function isInWeek(week: readonly WeekWindow[], reading: Reading): boolean {
  return week.some((window) => isInWindow(window, reading));
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
      return region.zone;
    }
  }
}

function holidaySets(
  contract: CheckedContract,
  use: HolidayUse,
  facts: TicketFacts,
): readonly CheckedHolidaySet[] {
  const named = (names: readonly string[]): readonly CheckedHolidaySet[] =>
    names.map((name) => {
      const set = contract.holidaySets.find((candidate) => candidate.name === name);
      if (set === undefined) throw new Error(`the contract has no holidays ${JSON.stringify(name)}`);
      return set;
    });
  switch (use.kind) {
    case 'none':
      return [];
    case 'sets':
      return named(use.sets);
    case 'region': {
      const { holidays } = regionOf(contract, facts);
      return holidays === 'none' ? [] : named(holidays);
    }
  }
}

function requireYear(set: CheckedHolidaySet, date: CivilDate): void {
  const year = Number(date.slice(0, 4));
  if (year < set.fromYear || year > set.toYear) {
    throw new Error(`holidays ${JSON.stringify(set.name)} are not known for ${year}`);
  }
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
 * the week. The reading lies in it if it does in this turn of the circle or in the next.
 */
function isInWindow(window: WeekWindow, reading: Reading): boolean {
  requireWholeMinutes(window.fromTime);
  requireWholeMinutes(window.toTime);
  const day = 86_400;
  const week = 7 * day;
  const from = (window.fromDay - 1) * day + window.fromTime;
  let to = (window.toDay - 1) * day + window.toTime;
  if (to <= from) to += week;
  const now = (reading.weekday - 1) * day + reading.time;
  return (from <= now && now < to) || (from <= now + week && now + week < to);
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
  }
}

function monthDayText({ month, day }: MonthDay): string {
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function requireWholeMinutes(time: DaySeconds): void {
  if (time % 60 !== 0) throw new RangeError(`the reference walks whole minutes; ${time} s is none`);
}
