import type { PlanBetweenZones, PlanHolidayHours, PlanWeek } from '../../plan/calendar-model.ts';
import type { PlanCalendarBody, PlanCivilHours, PlanOrigin } from '../../plan/model.ts';
import { formatTimeOfDay } from '../../time/iso-instant.ts';
import type { DateSet, MonthDay } from '../../time/types.ts';
import { SECONDS_PER_DAY } from '../../time/units.ts';
import { weekEdges } from './week-edges.ts';

/** A boundary that a part of a calendar declares. */
export interface BodyEdge {
  /** The same wherever the same clause is part of a calendar. */
  readonly key: string;
  readonly words: string;
  readonly origin: PlanOrigin;
  /** How it can be otherwise, in words. */
  readonly ways: readonly string[];
}

interface Way<B> {
  readonly what: string;
  readonly body: (body: B) => B;
}

type Found<B> = Omit<BodyEdge, 'ways'> & { readonly changes: readonly Way<B>[] };

export function edgesOfBody(body: PlanCalendarBody): readonly BodyEdge[] {
  const seen = new Map<string, BodyEdge>();
  for (const edge of leafEdges(body)) if (!seen.has(edge.key)) seen.set(edge.key, edge);
  return [...seen.values()];
}

/** A calendar with one boundary otherwise in each of its parts that has it. */
export function mapLeaves(body: PlanCalendarBody, key: string, what: string): PlanCalendarBody {
  const inner = (each: PlanCalendarBody) => mapLeaves(each, key, what);
  switch (body.kind) {
    case 'union':
    case 'intersection':
      return { ...body, of: body.of.map(inner) };
    case 'difference':
      return { ...body, from: inner(body.from), minus: inner(body.minus) };
    case 'civil':
      return changed(body, civilEdges(body), key, what);
    case 'between zones':
      return changed(body, betweenEdges(body), key, what);
    default:
      return body;
  }
}

function changed<B>(body: B, found: readonly Found<B>[], key: string, what: string): B {
  const way = found.find((each) => each.key === key)?.changes.find((each) => each.what === what);
  return way === undefined ? body : way.body(body);
}

function leafEdges(body: PlanCalendarBody): readonly BodyEdge[] {
  switch (body.kind) {
    case 'union':
    case 'intersection':
      return body.of.flatMap(leafEdges);
    case 'difference':
      return [...leafEdges(body.from), ...leafEdges(body.minus)];
    case 'civil':
      return civilEdges(body).map(withWays);
    case 'between zones':
      return betweenEdges(body).map(withWays);
    default:
      return [];
  }
}

function withWays<B>({ key, words, origin, changes }: Found<B>): BodyEdge {
  return { key, words, origin, ways: changes.map(({ what }) => what) };
}

const LATER = 'a second later';
const EARLIER = 'a second earlier';
const GONE = 'not at all';

function civilEdges(body: PlanCivilHours): readonly Found<PlanCivilHours>[] {
  return [
    ...ofWeek(body.week, body, (weekday) => body.weekOrigin[weekday], '', (week) => (each) => ({ ...each, week })),
    ...body.limited.flatMap(({ week, origin }, i) =>
      ofWeek(week, body, () => origin, 'limited hours ', (other) => (each) => ({
        ...each,
        limited: each.limited.map((line, k) => (k === i ? { ...line, week: other } : line)),
      })),
    ),
    ...seasonEdges(body),
    ...holidayEdges(body),
    ...datedEdges(body),
    ...closureEdges(body),
  ];
}

function ofWeek(
  week: PlanWeek,
  { bound }: PlanCivilHours,
  originOf: (weekday: number) => PlanOrigin | undefined,
  what: string,
  put: (week: PlanWeek) => (body: PlanCivilHours) => PlanCivilHours,
): readonly Found<PlanCivilHours>[] {
  return weekEdges(week, bound, (weekday) => placeOf(originOf(weekday))).flatMap((edge) => {
    const origin = originOf(edge.weekday);
    if (origin === undefined) return [];
    return [
      {
        key: `week ${placeOf(origin)} ${what}${edge.side} ${edge.at}`,
        words: `${what}${edge.side} at ${edge.at}`,
        origin,
        changes: [
          { what: LATER, body: put(edge.later(1)) },
          { what: EARLIER, body: put(edge.later(-1)) },
          // Hours that are there by their beginning are there by their end as well.
          ...(edge.side === 'opens' ? [{ what: GONE, body: put(edge.gone()) }] : []),
        ],
      },
    ];
  });
}

function seasonEdges(body: PlanCivilHours): readonly Found<PlanCivilHours>[] {
  return body.seasons.flatMap((season, i): readonly Found<PlanCivilHours>[] => {
    const { dates, origin, week } = season;
    const label = season.label === '' ? datesWords(dates) : season.label;
    const put = (other: typeof season | null) => (each: PlanCivilHours) => ({
      ...each,
      seasons: each.seasons.flatMap((old, k) => (k !== i ? [old] : other === null ? [] : [other])),
    });
    return [
      {
        key: `season ${placeOf(origin)} ${label}`,
        words: `has other hours: ${label}`,
        origin,
        changes: [{ what: GONE, body: put(null) }],
      },
      ...ofWeek(week, body, () => origin, `${label}: `, (other) => put({ ...season, week: other })),
    ];
  });
}

/** Each holiday by its name, whatever the year; what stands in brackets says only why it is on that date. */
function holidayEdges({ holidays, onHolidays }: PlanCivilHours): readonly Found<PlanCivilHours>[] {
  if (holidays === null) return [];
  const names = [...new Set(holidays.days.map(({ name }) => nameOf(name)))];
  return [
    ...names.map((name): Found<PlanCivilHours> => ({
      key: `holiday ${placeOf(holidays.origin)} ${name}`,
      words: `is shut on ${name}`,
      origin: holidays.origin,
      changes: [{ what: GONE, body: (body) => withoutHoliday(body, name) }],
    })),
    ...(onHolidays === null ? [] : holidayHours(onHolidays)),
  ];
}

function nameOf(holiday: string): string {
  return holiday.replace(/ \([^)]*\)$/, '');
}

function withoutHoliday(body: PlanCivilHours, name: string): PlanCivilHours {
  if (body.holidays === null) return body;
  const days = body.holidays.days.filter((day) => nameOf(day.name) !== name);
  return { ...body, holidays: { ...body.holidays, days } };
}

function holidayHours({ label, origin }: PlanHolidayHours): readonly Found<PlanCivilHours>[] {
  const words = `has hours on holidays: ${label}`;
  const none = (body: PlanCivilHours): PlanCivilHours => ({ ...body, onHolidays: null });
  return [{ key: `on holidays ${placeOf(origin)}`, words, origin, changes: [{ what: GONE, body: none }] }];
}

function datedEdges(body: PlanCivilHours): readonly Found<PlanCivilHours>[] {
  return body.dated.flatMap(({ label: said, dates, hours, origin }, i): readonly Found<PlanCivilHours>[] => {
    const label = said === '' ? datesWords(dates) : said;
    const put = (other: (typeof body.dated)[number] | null) => (each: PlanCivilHours) => ({
      ...each,
      dated: each.dated.flatMap((old, k) => (k !== i ? [old] : other === null ? [] : [other])),
    });
    const key = `dated ${placeOf(origin)} ${label}`;
    const line = body.dated[i];
    if (line === undefined) return [];
    return [
      {
        key,
        words: `${hours.length === 0 ? 'is shut' : 'has other hours'}: ${label}`,
        origin,
        changes: [{ what: GONE, body: put(null) }],
      },
      ...hours.flatMap((own, k) =>
        (['from', 'to'] as const).map((side): Found<PlanCivilHours> => ({
          key: `${key} ${side} ${own[side]}`,
          words: `${label}: ${side === 'from' ? 'opens' : 'closes'} at ${formatTimeOfDay(own[side])}`,
          origin,
          changes: moves(own[side]).map(({ what, to }) => ({
            what,
            body: put({ ...line, hours: hours.map((each, n) => (n === k ? { ...each, [side]: to } : each)) }),
          })),
        })),
      ),
    ];
  });
}

/** Dates that have no name, as they are written. */
function datesWords(dates: DateSet): string {
  if (dates.kind === 'nth weekday') {
    return `the ${dates.which === 'last' ? 'last' : `${dates.which}.`} ${WEEKDAYS[dates.weekday - 1] ?? ''} of a month`;
  }
  if (dates.kind === 'weeks') {
    const days = [dates.from, dates.to].map((day) => WEEKDAYS[day - 1] ?? '');
    return `${[...new Set(days)].join('..')} of ${dates.number} weeks`;
  }
  if (dates.kind === 'cycle')
    return `${[...new Set([dates.from, dates.to])].join(' .. ')} and every ${dates.turnDays} days from then on`;
  const [from, to] =
    dates.kind === 'range' ? [dates.from, dates.to] : [dayWords(dates.from), dayWords(dates.to)];
  return from === to ? from : `${from} .. ${to}`;
}

function dayWords({ month, day }: MonthDay): string {
  return [month, day].map((part) => String(part).padStart(2, '0')).join('-');
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

function moves(time: number): readonly { readonly what: string; readonly to: number }[] {
  return [
    ...(time < SECONDS_PER_DAY ? [{ what: LATER, to: time + 1 }] : []),
    ...(time > 0 ? [{ what: EARLIER, to: time - 1 }] : []),
  ];
}

/** What was announced and does not count is there for who asks why. */
function closureEdges(body: PlanCivilHours): readonly Found<PlanCivilHours>[] {
  return body.closures.flatMap(({ counts, from, reason, origin }): readonly Found<PlanCivilHours>[] => {
    if (counts.kind !== 'from') return [];
    const key = `closure ${placeOf(origin)} ${from} ${reason}`;
    const without = (each: PlanCivilHours): PlanCivilHours => ({
      ...each,
      closures: each.closures.filter((old) => `closure ${placeOf(old.origin)} ${old.from} ${old.reason}` !== key),
    });
    return [{ key, words: `is shut from ${from}: ${reason}`, origin, changes: [{ what: GONE, body: without }] }];
  });
}

function betweenEdges(body: PlanBetweenZones): readonly Found<PlanBetweenZones>[] {
  return body.windows.flatMap((window, i) =>
    (['fromTime', 'toTime'] as const).map((side): Found<PlanBetweenZones> => ({
      key: `between ${placeOf(window.origin)} ${i} ${side}`,
      words: `${side === 'fromTime' ? 'opens' : 'closes'} at ${formatTimeOfDay(window[side])}`,
      origin: window.origin,
      changes: moves(window[side]).map(({ what, to }) => ({
        what,
        body: (each) => ({
          ...each,
          windows: each.windows.map((old, k) => (k === i ? { ...old, [side]: to } : old)),
        }),
      })),
    })),
  );
}

function placeOf(origin: PlanOrigin | undefined): string {
  return origin === undefined ? '' : `${origin.file} ${origin.line} ${origin.column}`;
}
