import { type CalendarKey, narrowestFor, speaksOf, widestFirst } from '../check/calendar-keys.ts';
import { admitted, factOf, narrowedIn } from '../check/dimensions.ts';
import type { Admission, LimitedWeek } from '../check/calendar-model.ts';
import type {
  CheckedHolidaySet,
  CheckedRegion,
  CivilCalendar,
  DatedHours,
  Season,
  Selected,
  WeekWindow,
} from '../check/model.ts';
import type { PlanAdmission, PlanLimitedWeek, PlanWeek } from './calendar-model.ts';
import { lowerHolidays } from './lower-holidays.ts';
import type { PlanCalendarBody, PlanCivilHours, PlanOrigin, PlanSeasonHolidays } from './model.ts';
import { weekOf } from './week-of-windows.ts';

const DAY = 86_400;
const NOWHERE: PlanOrigin = { file: '', line: 0, column: 0, path: [] };

/** The hours of one zone for the tickets of a key, as they are without closures. */
export function lowerCivil(
  body: CivilCalendar,
  key: CalendarKey,
  zone: string,
  region: CheckedRegion | undefined,
  sets: readonly CheckedHolidaySet[],
): PlanCivilHours {
  const { bound } = body;
  const lines = weekLines(body, key).flatMap((line) => ('week' in line ? [line.week] : []));
  const week = weekOf(
    lines.flatMap((line) => line.value),
    bound,
  );
  const limited = (of: readonly Selected<LimitedWeek>[]): readonly PlanLimitedWeek[] =>
    narrowestFor(of, key).map(({ value, origin }) => ({
      label: value.label,
      week: weekOf(value.windows, bound),
      admitted: speaksOf(value.admits, key),
      ...lowerAdmission(value),
      origin,
    }));
  const ownHolidays = ({ holidays }: Season): PlanSeasonHolidays | null => {
    const own = narrowestFor(holidays, key);
    return own.length === 0 ? null : lowerHolidays(own, sets, region);
  };
  const onHolidays = narrowestFor(body.onHolidays, key)[0];
  return {
    kind: 'civil',
    zone,
    bound,
    week,
    weekOrigin: weekOrigins(lines),
    limited: limited(body.limited),
    seasons: widestFirst(body.seasons, key).map(({ value, origin }) => ({
      label: value.label,
      dates: value.dates,
      week: weekOf(
        narrowestFor(value.week, key).flatMap((line) => line.value),
        bound,
      ),
      limited: limited(value.limited),
      own: ownHolidays(value),
      origin,
    })),
    ...lowerHolidays(narrowestFor(body.holidays, key), sets, region),
    onHolidays: onHolidays === undefined ? null : { ...onHolidays.value, origin: onHolidays.origin },
    dated: lowerDated(body.dated, key, week),
    // Their notices may be counted in these very hours: see `lowerClosures`.
    closures: [],
  };
}

/**
 * Hours of one zone, and windows between zones beside them: these are open where the week is asked, whatever it says
 * there, and nothing stands over it.
 */
export function lowerBetweenZones(
  body: CivilCalendar,
  key: CalendarKey,
  hours: PlanCivilHours,
): PlanCalendarBody {
  const windows = weekLines(body, key).flatMap((line) => {
    if (!('between' in line)) return [];
    const { value, origin } = line.between;
    return [{ ...value.window, fromZone: value.fromZone, toZone: value.toZone, origin }];
  });
  if (windows.length === 0) return hours;
  const weekHolds: PlanCivilHours = {
    ...hours,
    week: weekOf([{ fromDay: 1, fromTime: 0, toDay: 7, toTime: DAY }]),
    limited: hours.limited.filter(({ admitted }) => !admitted),
    seasons: hours.seasons.map((season) => ({ ...season, week: weekOf([]), limited: [] })),
    onHolidays: null,
    dated: hours.dated.map((line) => ({ ...line, hours: [] })),
  };
  return {
    kind: 'union',
    of: [hours, { kind: 'intersection', of: [{ kind: 'between zones', windows }, weekHolds] }],
  };
}

/** The lines of the week that hold for the tickets of a key: of one zone and between zones, the narrowest of all. */
function weekLines({ week, betweenZones }: CivilCalendar, key: CalendarKey) {
  return narrowestFor(
    [
      ...week.map((line) => ({ when: line.when, week: line })),
      ...betweenZones.map((line) => ({ when: line.when, between: line })),
    ],
    key,
  );
}

function lowerDated(
  lines: readonly Selected<DatedHours>[],
  key: CalendarKey,
  week: PlanWeek,
): PlanCivilHours['dated'] {
  return widestFirst(lines, key).flatMap(({ value, origin }) => {
    const { label, dates, limited } = value;
    const isAdmitted = limited === null || speaksOf(limited.admits, key);
    // Those admitted to the hours that the date has otherwise have those.
    if (isAdmitted && limited?.hours === 'as otherwise') return [];
    return [
      {
        label,
        dates,
        hours: isAdmitted ? datedHours(value, week) : [],
        limited: limited === null ? null : lowerAdmission(limited),
        origin,
      },
    ];
  });
}

function lowerAdmission({ admits, others }: Admission): PlanAdmission {
  const names = narrowedIn(admits).map((dimension) => {
    const fact = factOf(dimension);
    const words = (admitted(admits, dimension) ?? []).join(', ');
    return fact === null ? words : `${fact} ${words}`;
  });
  return { admits: names.join(' and '), others };
}

/** `as Mon` takes the hours that the week has for that day. */
function datedHours(dated: DatedHours, week: PlanWeek): PlanWeek[number] {
  return dated.as === null ? dated.hours : (week[dated.as - 1] ?? []);
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
