import { zoneNameOf } from '../check/check-time.ts';
import type {
  CalendarBody,
  CheckedCalendar,
  CheckedContract,
  CheckedRegion,
  CivilCalendar,
  DatedHours,
  HolidayUse,
  Selected,
  Selector,
  WeekWindow,
} from '../check/model.ts';
import type { DayInterval } from '../time/types.ts';
import type { PlanCalendar, PlanCalendarBody, PlanCivilHours, PlanOrigin } from './model.ts';
import { weekOf } from './week-of-windows.ts';

const NOWHERE: PlanOrigin = { file: '', line: 0, column: 0, path: [] };

/**
 * The concrete calendars of a contract, each once. A calendar whose hours, zone or holidays differ by region is one
 * entry a region, named `Standard (ANZ)`.
 */
export class CalendarTable {
  readonly #contract: CheckedContract;
  readonly #byName: ReadonlyMap<string, CheckedCalendar>;
  readonly #list: PlanCalendar[] = [];
  readonly #indexes = new Map<string, number>();
  readonly #zones = new Set<string>();

  constructor(contract: CheckedContract) {
    this.#contract = contract;
    this.#byName = new Map(contract.calendars.map((calendar) => [calendar.name, calendar]));
  }

  get list(): readonly PlanCalendar[] {
    return this.#list;
  }

  get zones(): readonly string[] {
    return [...this.#zones];
  }

  /** Index of a calendar for a region (null where it does not matter). */
  indexOf(name: string, region: string | null): number {
    const named = region !== null && this.dependsOnRegion(name) ? `${name} (${region})` : name;
    const known = this.#indexes.get(named);
    if (known !== undefined) return known;
    const index = this.#list.length;
    this.#indexes.set(named, index);
    this.#list.push(
      this.#lower(
        named,
        name,
        this.#contract.regions.find((candidate) => candidate.name === region),
      ),
    );
    return index;
  }

  /** Every calendar that can be named, for every region that makes a difference. */
  addAll(): void {
    this.indexOf('24x7', null);
    for (const { name } of this.#contract.calendars) {
      if (!this.dependsOnRegion(name)) this.indexOf(name, null);
      else for (const region of this.#contract.regions) this.indexOf(name, region.name);
    }
  }

  dependsOnRegion(name: string): boolean {
    const calendar = this.#byName.get(name);
    return calendar !== undefined && this.#bodyDependsOnRegion(calendar.body);
  }

  #bodyDependsOnRegion(body: CalendarBody): boolean {
    switch (body.kind) {
      case 'always':
        return false;
      case 'named':
        return this.dependsOnRegion(body.calendar);
      case 'civil':
        return (
          body.zone.kind === 'region' ||
          body.holidays.some((line) => line.value.kind === 'region') ||
          [...body.week, ...body.seasons, ...body.holidays, ...body.dated].some(
            (line) => line.when.regions !== null,
          )
        );
      default:
        return this.#bodyDependsOnRegion(body.left) || this.#bodyDependsOnRegion(body.right);
    }
  }

  #lower(named: string, name: string, region: CheckedRegion | undefined): PlanCalendar {
    const calendar = this.#byName.get(name);
    if (calendar === undefined) {
      if (name !== '24x7') throw new Error(`unknown calendar ${name}`);
      return { name, zone: null, body: { kind: 'always' }, origin: NOWHERE };
    }
    const body = this.#lowerBody(calendar.body, region);
    return { name: named, zone: zoneOf(body), body, origin: calendar.origin };
  }

  #lowerBody(body: CalendarBody, region: CheckedRegion | undefined): PlanCalendarBody {
    switch (body.kind) {
      case 'always':
        return { kind: 'always' };
      case 'named': {
        const calendar = this.#byName.get(body.calendar);
        if (calendar === undefined) throw new Error(`unknown calendar ${body.calendar}`);
        return this.#lowerBody(calendar.body, region);
      }
      case 'union':
      case 'intersection':
        return {
          kind: body.kind,
          of: [this.#lowerBody(body.left, region), this.#lowerBody(body.right, region)],
        };
      case 'difference':
        return {
          kind: 'difference',
          from: this.#lowerBody(body.left, region),
          minus: this.#lowerBody(body.right, region),
        };
      case 'civil':
        return this.#lowerCivil(body, region);
    }
  }

  #lowerCivil(body: CivilCalendar, region: CheckedRegion | undefined): PlanCivilHours {
    const zone = body.zone.kind === 'region' ? region?.zone : zoneNameOf(body.zone);
    if (zone === undefined || zone === null)
      throw new Error('a calendar by region was asked for without one');
    this.#zones.add(zone);
    const lines = narrowest(body.week, region);
    const week = weekOf(lines.flatMap((line) => line.value));
    return {
      kind: 'civil',
      zone,
      week,
      weekOrigin: weekOrigins(lines),
      seasons: narrowest(body.seasons, region).map(({ value, origin }) => ({
        label: value.label,
        dates: value.dates,
        week: weekOf(value.week),
        origin,
      })),
      holidays: this.#lowerHolidays(narrowest(body.holidays, region), region),
      dated: narrowest(body.dated, region).map(({ value, origin }) => ({
        label: value.label,
        dates: value.dates,
        hours: datedHours(value, week),
        origin,
      })),
    };
  }

  /** Several sets add up, and can be answered for only in the years that all of them cover. */
  #lowerHolidays(
    lines: readonly Selected<HolidayUse>[],
    region: CheckedRegion | undefined,
  ): PlanCivilHours['holidays'] {
    const names = lines.flatMap((line) => setsOf(line.value, region));
    const sets = [...new Set(names)].flatMap(
      (name) => this.#contract.holidaySets.find((set) => set.name === name) ?? [],
    );
    const origin = lines[0]?.origin;
    if (sets.length === 0 || origin === undefined) return null;
    return {
      fromYear: Math.max(...sets.map((set) => set.fromYear)),
      toYear: Math.min(...sets.map((set) => set.toYear)),
      days: sets
        .flatMap((set) => set.days)
        .sort((a, b) => (a.date === b.date ? a.closed.from - b.closed.from : a.date < b.date ? -1 : 1)),
      origin,
    };
  }
}

/** For each weekday the line that opens it first; days on which nothing opens name the first line. */
function weekOrigins(lines: readonly Selected<readonly WeekWindow[]>[]): readonly PlanOrigin[] {
  const weeks = lines.map((line) => ({ origin: line.origin, week: weekOf(line.value) }));
  return [0, 1, 2, 3, 4, 5, 6].map((day) => {
    const opening = weeks
      .flatMap(({ origin, week }) =>
        week[day]?.[0] === undefined ? [] : [{ origin, from: week[day][0].from }],
      )
      .sort((a, b) => a.from - b.from)[0];
    return opening?.origin ?? lines[0]?.origin ?? NOWHERE;
  });
}

function setsOf(use: HolidayUse, region: CheckedRegion | undefined): readonly string[] {
  if (use.kind === 'sets') return use.sets;
  return use.kind === 'region' && region !== undefined && region.holidays !== 'none' ? region.holidays : [];
}

/** `as Mon` takes the hours that the week has for that day. */
function datedHours(dated: DatedHours, week: readonly (readonly DayInterval[])[]): readonly DayInterval[] {
  return dated.as === null ? dated.hours : (week[dated.as - 1] ?? []);
}

/** Of the lines that speak of the region, those that narrow most: a line `for ANZ` replaces the wider ones. */
function narrowest<T>(
  lines: readonly Selected<T>[],
  region: CheckedRegion | undefined,
): readonly Selected<T>[] {
  const matching = lines.filter((line) => speaksOf(line.when, region));
  const narrowed = matching.filter((line) => line.when.regions !== null);
  return narrowed.length > 0 ? narrowed : matching;
}

function speaksOf(when: Selector, region: CheckedRegion | undefined): boolean {
  return when.regions === null || (region !== undefined && when.regions.includes(region.name));
}

/** The zone whose dates count: that of the calendar, or of the first part of a combination that has one. */
function zoneOf(body: PlanCalendarBody): string | null {
  switch (body.kind) {
    case 'always':
    case 'never':
      return null;
    case 'civil':
      return body.zone;
    case 'difference':
      return zoneOf(body.from) ?? zoneOf(body.minus);
    case 'union':
    case 'intersection':
      return body.of.reduce<string | null>((zone, part) => zone ?? zoneOf(part), null);
  }
}
