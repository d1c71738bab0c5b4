import { selectorKey } from '../check/dimensions.ts';
import type { HolidayUse } from '../check/calendar-model.ts';
import type {
  CalendarBody,
  CheckedCalendar,
  CheckedContract,
  CivilCalendar,
  Selected,
  WeekWindow,
} from '../check/model.ts';
import { type Edges, difference, edgesOf, intersection } from '../time/interval-set.ts';
import type { DayInterval } from '../time/types.ts';

const DAY = 86_400;

/**
 * The least open time, in seconds, of any date on which a calendar opens, as far as its clauses show it; 0 where only
 * the hours themselves can tell.
 */
export type ShortestDate = (calendar: string) => number;

const known = new WeakMap<CheckedContract, ShortestDate>();

/** The shortest dates of a contract's calendars, each worked out once. */
export function shortestDateOf(contract: CheckedContract): ShortestDate {
  const found = known.get(contract) ?? measureBodies(contract);
  known.set(contract, found);
  return found;
}

/** Clocks are put forward in the small hours, so the time before this one is not counted on. */
const CERTAIN_FROM = 5 * 3600;

/** What is known of a calendar; `zone` is that of its dates, null for one that has none of its own. */
interface Measure {
  readonly seconds: number;
  readonly zone: string | null;
}

const UNKNOWN: Measure = { seconds: 0, zone: null };

function measureBodies(contract: CheckedContract): ShortestDate {
  const partsOf = partsOfSets(contract);
  const byName = new Map(contract.calendars.map((calendar) => [calendar.name, calendar]));
  const measures = new Map<string, Measure>();

  const measureNamed = (name: string): Measure => {
    const before = measures.get(name);
    if (before !== undefined) return before;
    const calendar = byName.get(name);
    const measure = calendar === undefined ? ofUnknown(name) : ofCalendar(calendar);
    measures.set(name, measure);
    return measure;
  };
  const ofUnknown = (name: string): Measure => (name === '24x7' ? measureBody({ kind: 'always' }) : UNKNOWN);
  const ofCalendar = ({ dates, body }: CheckedCalendar): Measure => {
    const measure = measureBody(body);
    if (dates === null) return measure;
    // Hours that are cut at other midnights than those of the dates that count.
    return measure.zone === null || measure.zone === JSON.stringify(dates)
      ? { ...measure, zone: JSON.stringify(dates) }
      : UNKNOWN;
  };
  const measureBody = (body: CalendarBody): Measure => {
    switch (body.kind) {
      case 'always':
        return { seconds: DAY - CERTAIN_FROM, zone: null };
      case 'named':
        return measureNamed(body.calendar);
      case 'civil':
        return { seconds: leastOf(partsOf, body), zone: JSON.stringify(body.zone) };
      case 'union':
        return leastMeasure([measureBody(body.left), measureBody(body.right)]);
      case 'chosen':
        return leastMeasure(body.of.map(({ value }) => measureBody(value)));
      case 'intersection':
      case 'difference':
        return UNKNOWN;
    }
  };
  return (calendar) => measureNamed(calendar).seconds;
}

/** Of calendars that each open dates of their own: a date has at least the hours of the one that opens it. */
function leastMeasure(of: readonly Measure[]): Measure {
  const zones = new Set(of.flatMap(({ zone }) => zone ?? []));
  if (zones.size > 1) return UNKNOWN;
  return { seconds: Math.min(...of.map(({ seconds }) => seconds)), zone: [...zones][0] ?? null };
}

function leastOf(partsOf: PartsOfUse, calendar: CivilCalendar): number {
  const { bound, betweenZones, week, limited, seasons, holidays, onHolidays, dated, closures } = calendar;
  if (bound !== 'each date' || betweenZones.length > 0 || closures.length > 0) return 0;
  const uses = [...holidays, ...seasons.flatMap(({ value }) => value.holidays)].map(({ value }) => value);
  const closed = uses.map(partsOf);
  if (closed.includes(null)) return 0;
  const parts = alike(closed.flatMap((each) => each ?? []));
  // What two such parts leave of a date together would be less than what either leaves.
  if (parts.length > 1 && parts.some(({ to }) => to < DAY)) return 0;
  const lines = [week, ...seasons.map(({ value }) => value.week)].flatMap(joined);
  const limitedLines = [...limited, ...seasons.flatMap(({ value }) => value.limited)];
  const days = unlike([...lines, ...limitedLines.map(({ value }) => value.windows)].flatMap(daysOf));
  const instead = onHolidays.map(({ value }) => edgesOf(value.hours));
  const open = [...days, ...instead];
  const left = parts.flatMap((part) => {
    const shut = [part.from, part.to];
    return [
      ...days.map((day) => difference(day, shut)),
      ...instead.map((hours) => intersection(hours, shut)),
    ];
  });
  const ofDates = dated.map(({ value }) => edgesOf(value.hours));
  return Math.min(
    ...[...open, ...left, ...ofDates].filter((hours) => hours.length > 0).map(certainTime),
    DAY,
  );
}

/** The windows of lines for the same tickets, which add up. */
function joined(lines: readonly Selected<readonly WeekWindow[]>[]): readonly (readonly WeekWindow[])[] {
  const windows = new Map<string, WeekWindow[]>();
  for (const { when, value } of lines) {
    const key = selectorKey(when);
    windows.set(key, [...(windows.get(key) ?? []), ...value]);
  }
  return [...windows.values()];
}

/** The open hours of each weekday, cut at its midnights. */
function daysOf(windows: readonly WeekWindow[]): readonly Edges[] {
  const days: DayInterval[][] = [[], [], [], [], [], [], []];
  for (const { fromDay, fromTime, toDay, toTime } of windows) {
    const from = (fromDay - 1) * DAY + fromTime;
    const end = (toDay - 1) * DAY + toTime;
    const to = end > from ? end : end + 7 * DAY;
    for (let at = from; at < to; at = (Math.floor(at / DAY) + 1) * DAY) {
      const midnight = Math.floor(at / DAY) * DAY;
      days[(midnight / DAY) % 7]?.push({ from: at - midnight, to: Math.min(to - midnight, DAY) });
    }
  }
  return days.map(edgesOf);
}

function certainTime(hours: Edges): number {
  const certain = intersection(hours, [CERTAIN_FROM, DAY]);
  let seconds = 0;
  for (let i = 0; i < certain.length; i += 2) seconds += (certain[i + 1] as number) - (certain[i] as number);
  return seconds;
}

/** The part-days that holidays close; null where that hangs on more than the contract. */
type PartsOfUse = (use: HolidayUse) => readonly DayInterval[] | null;

function partsOfSets({ holidaySets, regions }: CheckedContract): PartsOfUse {
  const bySet = new Map(
    holidaySets.map(({ name, days }) => {
      const parts = days.map(({ closed }) => closed).filter(({ from, to }) => from > 0 || to < DAY);
      return [name, alike(parts)] as const;
    }),
  );
  const together = (names: readonly string[]) => names.flatMap((name) => bySet.get(name) ?? []);
  const ofRegions = regions.map(({ holidays }) => holidays);
  return (use) => {
    switch (use.kind) {
      case 'none':
        return [];
      case 'sets':
        return together(use.sets);
      case 'region':
        if (ofRegions.includes('customer')) return null;
        return together(ofRegions.flatMap((sets) => (typeof sets === 'string' ? [] : sets)));
      case 'customer':
      case 'common':
      case 'plus':
      case 'minus':
      case 'widened':
        return null;
    }
  };
}

/** Each interval once. */
function alike(intervals: readonly DayInterval[]): readonly DayInterval[] {
  return [...new Map(intervals.map((interval) => [`${interval.from} ${interval.to}`, interval])).values()];
}

/** Each day's hours once: most days of a week are alike. */
function unlike(days: readonly Edges[]): readonly Edges[] {
  return [...new Map(days.map((day) => [day.join(), day])).values()];
}
