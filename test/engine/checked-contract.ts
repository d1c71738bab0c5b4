import { NO_BINDING, NO_CONDUCT } from '../../src/check/conduct-model.ts';
import type {
  CalendarBody,
  CheckedContract,
  CivilCalendar,
  Origin,
  Selected,
  Selector,
  WeekWindow,
} from '../../src/check/model.ts';

/** A checked contract that says nothing; tests add what they speak of. */
export const EMPTY_CONTRACT: CheckedContract = {
  file: 'test.plan',
  title: 'Test',
  version: '1',
  effective: null,
  zone: null,
  currency: null,
  parties: [],
  facts: [],
  severities: [],
  regionKey: null,
  regions: [],
  channels: [],
  activities: [],
  types: [],
  metrics: [],
  clocks: [],
  calendars: [],
  holidaySets: [],
  plans: [],
  scenarios: [],
  conduct: NO_CONDUCT,
  binding: NO_BINDING,
  assumptions: [],
};

export const ORIGIN: Origin = { file: 'test.plan', line: 1, column: 1, path: [] };

export const ANY: Selector = {
  severities: null,
  regions: null,
  channels: null,
  types: null,
  facts: [],
  opened: [],
};

export function forAll<T>(value: T): Selected<T> {
  return { when: ANY, value, origin: ORIGIN };
}

export function forRegions<T>(regions: readonly string[], value: T): Selected<T> {
  return { when: { ...ANY, regions }, value, origin: ORIGIN };
}

export function named<T>(
  name: string,
  rest: T,
): T & { name: string; aliases: readonly string[]; text: string; origin: Origin } {
  return { name, aliases: [], text: '', origin: ORIGIN, ...rest };
}

/** Seconds after midnight of `HH:MM`; `24:00` is the end of the day. */
export function time(text: string): number {
  const [hours, minutes] = text.split(':').map(Number);
  return (hours as number) * 3600 + (minutes as number) * 60;
}

/** The same hours on each weekday from the first to the last. `22:00-06:00` ends on the next day. */
export function weekdays(from: number, to: number, ...hours: readonly string[]): readonly WeekWindow[] {
  const windows: WeekWindow[] = [];
  for (let day = from; day <= to; day += 1) {
    for (const stretch of hours) {
      const [fromTime, toTime] = stretch.split('-').map(time) as [number, number];
      const toDay = toTime > fromTime ? day : (day % 7) + 1;
      windows.push({ fromDay: day, fromTime, toDay, toTime } as WeekWindow);
    }
  }
  return windows;
}

/** Hours of a week in one zone, and nothing else unless `rest` says so. */
export function civil(
  zone: string,
  week: readonly WeekWindow[],
  rest: Partial<CivilCalendar> = {},
): CivilCalendar {
  return {
    kind: 'civil',
    zone: { kind: 'iana', zone },
    week: [forAll(week)],
    seasons: [],
    holidays: [],
    onHolidays: [],
    dated: [],
    limited: [],
    closures: [],
    bound: 'each date',
    betweenZones: [],
    ...rest,
  };
}

export function contractWith(
  calendars: { readonly [name: string]: CalendarBody },
  rest: Partial<CheckedContract> = {},
): CheckedContract {
  return {
    ...EMPTY_CONTRACT,
    calendars: Object.entries(calendars).map(([name, body]) => named(name, { body, dates: null })),
    ...rest,
  };
}
