/**
 * Random calendars around random instants, both weighted towards what goes wrong: changes of offset, dates that a
 * zone skipped, windows over midnight and over days, layers that meet on one date, two zones in one calendar.
 */
import * as fc from 'fast-check';
import type {
  Admission,
  AnnouncedClosures,
  Announcement,
  Closure,
  HolidayHours,
  HolidayUse,
  LimitedDate,
  LimitedWeek,
  Notice,
  WindowBetweenZones,
} from '../../src/check/calendar-model.ts';
import type {
  CalendarBody,
  CheckedContract,
  CivilCalendar,
  DatedHours,
  HolidayDay,
  Season,
  Selector,
  WeekWindow,
  ZoneChoice,
} from '../../src/check/model.ts';
import { civilFieldsOf, formatCivilDate, weekdayOf } from '../../src/time/civil-date.ts';
import type { DateSet, DayInterval, Weekday } from '../../src/time/types.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';
import type { TicketFacts } from '../../src/reference/index.ts';
import { NO_FACTS } from '../engine/lower-calendar.ts';
import { ANY, contractWith, forAll, named, ORIGIN } from '../engine/checked-contract.ts';

const DAY = 86_400;
export const DAY_MS = 86_400_000;

const UGLY_ZONES = [
  'Pacific/Apia', // no 2011-12-30
  'Pacific/Kwajalein', // no 1993-08-21
  'Australia/Lord_Howe', // half an hour
  'Antarctica/Troll', // two hours
  'Asia/Kathmandu', // quarter hours
  'America/Sao_Paulo', // midnight does not exist
  'Asia/Beirut', // at midnight
  'Africa/Cairo',
  'Europe/Dublin', // winter time is the exception
  'Africa/Casablanca', // Ramadan
  'Asia/Gaza', // changes seven days apart
  'America/St_Johns', // at 00:01 until 2011
  'America/New_York',
  'Europe/Berlin',
] as const;

const PLAIN_ZONES = ['Asia/Tokyo', 'UTC', '+03:00', '-09:30'] as const;

export const zoneArbitrary: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...UGLY_ZONES) },
  { weight: 1, arbitrary: fc.constantFrom(...PLAIN_ZONES) },
);

/** Instants around which to look: mostly a change of the zone's offset, or else anything. Years 1973 to 2096. */
export function focusArbitrary(zone: string): fc.Arbitrary<number> {
  const inYears = (ms: number): boolean => ms > Date.UTC(1973, 0, 1) && ms < Date.UTC(2096, 0, 1);
  const transitions = lookUpZone(zone, 1970, 2100)
    .transitions.map((second) => second * 1000)
    .filter(inYears);
  // The skipped dates of Apia and Kwajalein are among few changes and would be drawn too seldom.
  const jumps = transitions.filter((ms) => {
    const table = lookUpZone(zone, 1970, 2100);
    const i = table.transitions.indexOf(ms / 1000);
    return Math.abs((table.offsets[i + 1] ?? 0) - (table.offsets[i] ?? 0)) > 3 * 3600;
  });
  const anywhere = fc.integer({ min: Date.UTC(1973, 0, 1), max: Date.UTC(2096, 0, 1) });
  return fc.oneof(
    { weight: 1, arbitrary: anywhere },
    ...(transitions.length > 0 ? [{ weight: 4, arbitrary: fc.constantFrom(...transitions) }] : []),
    ...(jumps.length > 0 ? [{ weight: 4, arbitrary: fc.constantFrom(...jumps) }] : []),
  );
}

/** Times of day in seconds: quarter hours above all, any minute now and then. */
const timeArbitrary = (max: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: Math.floor(max / 900) }).map((n) => n * 900) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: Math.floor(max / 60) }).map((n) => n * 60) },
  );

const intervalArbitrary: fc.Arbitrary<DayInterval> = fc
  .tuple(timeArbitrary(DAY - 60), timeArbitrary(DAY))
  .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: Math.max(a, b + 60) }));

/** The interval as a window of one weekday, or of a stretch of days. */
const windowArbitrary: fc.Arbitrary<WeekWindow> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), intervalArbitrary)
    .map(([day, { from, to }]) => weekWindow((day - 1) * DAY + from, to - from, true)),
  fc
    .record({
      day: fc.integer({ min: 0, max: 6 }),
      at: timeArbitrary(DAY - 60),
      length: fc.oneof(
        timeArbitrary(DAY).map((seconds) => Math.max(seconds, 60)),
        fc.constantFrom(DAY, 2 * DAY, 64 * 3600, 5 * DAY),
      ),
      endsAtMidnight: fc.boolean(),
    })
    .map(({ day, at, length, endsAtMidnight }) => weekWindow(day * DAY + at, length, endsAtMidnight)),
  fc.constant<WeekWindow>({ fromDay: 1, fromTime: 0, toDay: 7, toTime: DAY }),
);

/** An end at midnight can be said as 24:00 of one day or 00:00 of the next. */
function weekWindow(from: number, length: number, endsAtMidnight: boolean): WeekWindow {
  const to = from + length;
  const say24 = endsAtMidnight && to % DAY === 0;
  const toDay = Math.floor((say24 ? to - 1 : to) / DAY) % 7;
  return {
    fromDay: (Math.floor(from / DAY) + 1) as Weekday,
    fromTime: from % DAY,
    toDay: (toDay + 1) as Weekday,
    toTime: say24 ? DAY : to % DAY,
  };
}

const weekArbitrary = fc.oneof(
  fc.array(windowArbitrary, { minLength: 1, maxLength: 6 }),
  // Office hours with a break, as most contracts have.
  fc
    .tuple(intervalArbitrary, intervalArbitrary)
    .map((hours) =>
      [1, 2, 3, 4, 5].flatMap((day) =>
        hours.map(({ from, to }) => weekWindow((day - 1) * DAY + from, to - from, true)),
      ),
    ),
  // Every night.
  fc
    .tuple(fc.integer({ min: 72, max: 95 }), fc.integer({ min: 1, max: 40 }))
    .map(([from, length]) =>
      [0, 1, 2, 3, 4, 5, 6].map((day) => weekWindow(day * DAY + from * 900, length * 900, true)),
    ),
);

/** Dates within so many days of an instant, as ranges or as days of every year. */
function datesArbitrary(focus: number, within: number): fc.Arbitrary<DateSet> {
  const middle = Math.floor(focus / DAY_MS);
  return fc
    .record({
      from: fc.integer({ min: -within, max: within }),
      length: fc.integer({ min: 0, max: within }),
      recurs: fc.constantFrom(
        'yearly',
        'yearly',
        'never',
        'never',
        'by weekday',
        'at the end of the month',
        'in turns',
        'by weeks',
      ),
      inMonth: fc.boolean(),
    })
    .map(({ from, length, recurs, inMonth }): DateSet => {
      const [first, last] = [middle + from, middle + from + length];
      if (recurs === 'by weekday' || recurs === 'at the end of the month') {
        const { month, day } = civilFieldsOf(first);
        const nth = recurs === 'by weekday' && day <= 28 ? Math.ceil(day / 7) : 'last';
        const which = nth as 1 | 2 | 3 | 4 | 'last';
        return { kind: 'nth weekday', which, weekday: weekdayOf(first), month: inMonth ? month : null };
      }
      if (recurs === 'in turns') {
        const days = inMonth ? 14 : 9;
        const to = formatCivilDate(first + Math.min(length, days - 1));
        return { kind: 'cycle', from: formatCivilDate(first), to, turnDays: days };
      }
      if (recurs === 'by weeks') {
        const number = inMonth ? 'odd' : 'even';
        return { kind: 'weeks', from: weekdayOf(first), to: weekdayOf(last), number };
      }
      return recurs === 'yearly'
        ? { kind: 'yearly', from: civilFieldsOf(first), to: civilFieldsOf(last) }
        : { kind: 'range', from: formatCivilDate(first), to: formatCivilDate(last) };
    });
}

const weekdayArbitrary = fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7);

/** The tickets of the laws have no severity, so that a line for one admits them not. */
const admissionArbitrary: fc.Arbitrary<Admission> = fc.record({
  admits: fc.constantFrom<Selector[]>(ANY, { ...ANY, severities: ['P1'] }),
  others: fc.constant('stop' as const),
});

const limitedArbitrary: fc.Arbitrary<LimitedWeek> = fc
  .record({
    windows: fc.array(windowArbitrary, { minLength: 1, maxLength: 2 }),
    admission: admissionArbitrary,
  })
  .map(({ windows, admission }) => ({ label: 'limited', windows, ...admission }));

const limitedDateArbitrary: fc.Arbitrary<LimitedDate> = fc
  .record({
    hours: fc.constantFrom<LimitedDate['hours'][]>('of the line', 'as otherwise'),
    admission: admissionArbitrary,
  })
  .map(({ hours, admission }) => ({ hours, ...admission }));

const setArbitrary: fc.Arbitrary<HolidayUse> = fc.constantFrom<HolidayUse[]>(
  { kind: 'sets', sets: ['H'] },
  { kind: 'sets', sets: ['H', 'G'] },
  { kind: 'common', sets: ['H', 'G'] },
  { kind: 'sets', sets: ['G'] },
  { kind: 'customer' },
);

const holidayUseArbitrary: fc.Arbitrary<HolidayUse> = fc.oneof(
  fc.constant<HolidayUse>({ kind: 'none' }),
  setArbitrary,
  fc.record({
    kind: fc.constantFrom('plus' as const, 'minus' as const),
    left: setArbitrary,
    right: setArbitrary,
  }),
  fc.record({
    kind: fc.constant('widened' as const),
    of: setArbitrary,
    fromBefore: fc.option(timeArbitrary(DAY - 60)),
    untilAfter: fc.option(timeArbitrary(DAY)),
  }),
);

const noticeArbitrary: fc.Arbitrary<Notice> = fc.oneof(
  fc.constant<Notice>({ kind: 'none' }),
  fc.record({ kind: fc.constant('elapsed' as const), seconds: minutes(3 * DAY) }),
  fc.record({ kind: fc.constant('business hours' as const), seconds: minutes(DAY) }),
  fc.record({
    kind: fc.constant('days' as const),
    unit: fc.constantFrom('business day' as const, 'calendar day' as const, 'month' as const),
    count: fc.integer({ min: 1, max: 3 }),
  }),
);

function minutes(most: number): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max: most / 60 }).map((count) => count * 60);
}

/** Announced within days of the focus, and closing dates around it: in time, late, and when it was over. */
function closuresArbitrary(focus: number): fc.Arbitrary<AnnouncedClosures> {
  const middle = Math.floor(focus / DAY_MS);
  const near = fc.integer({ min: -3 * 24 * 60, max: 2 * 24 * 60 }).map((minute) => minute * 60_000);
  const announced: fc.Arbitrary<Announcement> = fc.oneof(
    near.map((ms) => ({ kind: 'instant', at: Math.floor(focus / 60_000) * 60_000 + ms, text: '' }) as const),
    fc.record({
      kind: fc.constant('local' as const),
      date: fc.integer({ min: middle - 3, max: middle + 1 }).map(formatCivilDate),
      time: timeArbitrary(DAY),
      text: fc.constant(''),
    }),
    fc.record({
      kind: fc.constant('date' as const),
      date: fc.integer({ min: middle - 4, max: middle + 1 }).map(formatCivilDate),
      text: fc.constant(''),
    }),
  );
  const closure: fc.Arbitrary<Closure> = fc
    .record({
      announced,
      from: fc.integer({ min: middle - 2, max: middle + 3 }),
      days: fc.integer({ min: 0, max: 3 }),
      closed: fc.oneof(
        fc.constant([{ from: 0, to: DAY }]),
        intervalArbitrary.map((interval) => [interval]),
        fc.constant([
          { from: 3 * 3600, to: 12 * 3600 },
          { from: 15 * 3600, to: DAY },
        ]),
      ),
    })
    .map(({ from, days, ...rest }) => ({
      ...rest,
      from: formatCivilDate(from),
      to: formatCivilDate(from + days),
      reason: 'closure',
      regions: null,
      origin: ORIGIN,
    }));
  return fc.record({
    notice: noticeArbitrary,
    late: fc.constantFrom('do not count' as const, 'from the end of the notice' as const),
    inFlight: fc.constantFrom('see them' as const, 'keep old' as const),
    closures: fc.array(closure, { minLength: 1, maxLength: 3 }),
    origin: fc.constant(ORIGIN),
  });
}

/** A notice in business days is not counted in hours of the customer: see `closures/notice-of-customer`. */
export function countable(line: AnnouncedClosures): AnnouncedClosures {
  const { notice } = line;
  if (notice.kind === 'business hours') return { ...line, notice: { ...notice, kind: 'elapsed' } };
  return notice.kind === 'days' && notice.unit === 'business day'
    ? { ...line, notice: { ...notice, unit: 'calendar day' } }
    : line;
}

function isOfCustomer(use: HolidayUse): boolean {
  return JSON.stringify(use).includes('"customer"');
}

function civilArbitrary(zone: string, focus: number, zoneOfCustomer: string): fc.Arbitrary<CivilCalendar> {
  const season: fc.Arbitrary<Season> = fc.record({
    label: fc.constant('season'),
    dates: datesArbitrary(focus, 10),
    week: weekArbitrary.map((week) => [forAll(week)]),
    limited: fc.array(limitedArbitrary.map(forAll), { maxLength: 1 }),
    holidays: fc.array(holidayUseArbitrary.map(forAll), { maxLength: 1 }),
  });
  const dated: fc.Arbitrary<DatedHours> = fc
    .record({
      dates: datesArbitrary(focus, 4),
      hours: fc.array(intervalArbitrary, { maxLength: 2 }),
      as: fc.option(fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7), { freq: 2 }),
    })
    .chain(({ dates, hours, as }) =>
      fc.option(limitedDateArbitrary, { freq: 4 }).map((limited) => {
        // Limited hours are stated, or those of the date.
        const like = limited === null ? as : null;
        return { label: 'dated', dates, as: like, hours: like === null ? hours : [], limited };
      }),
    );
  const onHolidays: fc.Arbitrary<HolidayHours> = fc
    .record({ hours: fc.array(intervalArbitrary, { maxLength: 2 }), as: fc.option(weekdayArbitrary) })
    .map(({ hours, as }) => ({ label: 'on holidays', as, hours: as === null ? hours : [] }));
  return fc
    .record({
      week: weekArbitrary,
      isOfCustomer: fc.boolean(),
      seasons: fc.array(season, { maxLength: 2 }),
      dated: fc.array(dated, { maxLength: 2 }),
      holidays: fc.array(holidayUseArbitrary, { minLength: 1, maxLength: 2 }),
      onHolidays: fc.array(onHolidays, { maxLength: 1 }),
      limited: fc.array(limitedArbitrary, { maxLength: 2 }),
      closures: fc.oneof(
        { weight: 2, arbitrary: fc.constant<AnnouncedClosures[]>([]) },
        { weight: 1, arbitrary: fc.array(closuresArbitrary(focus), { minLength: 1, maxLength: 2 }) },
      ),
      bound: fc.constantFrom<CivilCalendar['bound'][]>('each date', 'each date', 'day of opening'),
      betweenZones: fc.oneof(
        { weight: 3, arbitrary: fc.constant<WindowBetweenZones[]>([]) },
        { weight: 1, arbitrary: fc.array(betweenZonesArbitrary(zone), { minLength: 1, maxLength: 2 }) },
      ),
    })
    .map((lines) => ({
      kind: 'civil',
      zone: lines.isOfCustomer && zone === zoneOfCustomer ? { kind: 'customer' } : zoneChoice(zone),
      closures:
        (lines.isOfCustomer && zone === zoneOfCustomer) ||
        [
          ...lines.holidays,
          ...lines.seasons.flatMap(({ holidays }) => holidays.map(({ value }) => value)),
        ].some(isOfCustomer)
          ? lines.closures.map(countable)
          : lines.closures,
      week: [forAll(lines.week)],
      seasons: lines.seasons.map(forAll),
      holidays: lines.holidays.map(forAll),
      onHolidays: lines.onHolidays.map(forAll),
      dated: lines.dated.map(forAll),
      limited: lines.limited.map(forAll),
      bound: lines.bound,
      betweenZones: lines.betweenZones.map(forAll),
    }));
}

/** One end is mostly read in the calendar's own zone, around whose changes the cases lie. */
function betweenZonesArbitrary(zone: string): fc.Arbitrary<WindowBetweenZones> {
  const zones = fc.oneof(fc.constant(zone), zoneArbitrary);
  return fc.record({ window: windowArbitrary, fromZone: zones, toZone: zones });
}

function zoneChoice(zone: string): ZoneChoice {
  return zone.includes(':') ? { kind: 'fixed', offsetSeconds: fixedSeconds(zone) } : { kind: 'iana', zone };
}

function fixedSeconds(zone: string): number {
  const [hours, minutes] = zone.slice(1).split(':').map(Number) as [number, number];
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}

function holidayArbitrary(focus: number): fc.Arbitrary<HolidayDay> {
  const wholeDay = { from: 0, to: DAY };
  const middle = Math.floor(focus / DAY_MS);
  return fc.record({
    date: fc.integer({ min: middle - 6, max: middle + 6 }).map(formatCivilDate),
    name: fc.constant('holiday'),
    closed: fc.oneof(
      fc.constant(wholeDay),
      timeArbitrary(DAY - 60).map((from) => ({ from, to: DAY })),
    ),
  });
}

/** A contract with calendar `C` (and `D`, which it may name), and an instant where something happens. */
export interface CalendarCase {
  readonly contract: CheckedContract;
  readonly focus: number;
  readonly zone: string;
  /** A ticket whose customer is in the zone, and has the holidays `H`. */
  readonly ticket: TicketFacts;
}

const COMBINATIONS = ['union', 'intersection', 'difference'] as const;

export const calendarCase: fc.Arbitrary<CalendarCase> = zoneArbitrary.chain((zone) =>
  focusArbitrary(zone).chain((focus) => caseAround(zone, focus)),
);

/** Random calendars of a zone, with layers and holidays near an instant. */
export function caseAround(zone: string, focus: number): fc.Arbitrary<CalendarCase> {
  const year = civilFieldsOf(Math.floor(focus / DAY_MS)).year;
  const first = civilArbitrary(zone, focus, zone);
  const second = zoneArbitrary.chain((other) => civilArbitrary(other, focus, zone));
  const body: fc.Arbitrary<CalendarBody> = fc.oneof(
    { weight: 4, arbitrary: first },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...COMBINATIONS), first)
        .map(([kind, left]) => ({ kind, left, right: { kind: 'named', calendar: 'D' } as const })),
    },
    {
      weight: 1,
      arbitrary: first.map((right) => ({ kind: 'difference', left: { kind: 'always' }, right }) as const),
    },
  );
  return fc
    .record({
      C: body,
      D: second,
      days: fc.array(holidayArbitrary(focus), { maxLength: 5 }),
      others: fc.array(holidayArbitrary(focus), { maxLength: 5 }),
    })
    .map(({ C, D, days, others }) => ({
      zone,
      focus,
      ticket: { ...NO_FACTS, zone, holidays: ['H'] },
      contract: contractWith(
        { C, D },
        {
          severities: ['P1', 'P2'].map((name, rank) => named(name, { rank, when: { kind: 'unstated' } })),
          holidaySets: [
            // A promise counted from another's deadline may end four years on: at the end of next year, twice.
            named('H', { source: 'test', fromYear: year - 2, toYear: year + 4, days }),
            named('G', { source: 'test', fromYear: year - 3, toYear: year + 4, days: others }),
          ],
        },
      ),
    }));
}

/** Where to ask: near the focus to the millisecond or the day, or at an edge of the calendar and beside it. */
export type Spot =
  | { readonly kind: 'near'; readonly ms: number }
  | { readonly kind: 'edge'; readonly index: number; readonly ms: number };

const besides = fc.constantFrom(-1, 0, 1);

export const spot: fc.Arbitrary<Spot> = fc.oneof(
  fc.record({ kind: fc.constant('near' as const), ms: besides }),
  fc.record({
    kind: fc.constant('near' as const),
    ms: fc.integer({ min: -36 * 3_600_000, max: 36 * 3_600_000 }),
  }),
  fc.record({
    kind: fc.constant('near' as const),
    ms: fc.integer({ min: -8 * 24 * 60, max: 8 * 24 * 60 }).map((minutes) => minutes * 60_000),
  }),
  fc.record({ kind: fc.constant('edge' as const), index: fc.nat(60), ms: besides }),
);

/** Durations in ms: hours as contracts have them, edges' own lengths, parts of a second, and nothing. */
export const budget: fc.Arbitrary<number> = fc.oneof(
  fc.constant(0),
  fc.constant(1),
  fc.integer({ min: 0, max: 16 * 4 }).map((quarters) => quarters * 900_000),
  fc.integer({ min: 0, max: 40 * 3_600_000 }),
);
