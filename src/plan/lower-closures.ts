import type { AnnouncedClosures, Announcement, Closure, Notice } from '../check/calendar-model.ts';
import { addMonths, epochDayOfDate, formatCivilDate } from '../time/civil-date.ts';
import type { EpochDay, InstantMs, ZoneTable } from '../time/types.ts';
import { MS_PER_SECOND, SECONDS_PER_DAY } from '../time/units.ts';
import { localToInstant, segmentAt, wallClockAt } from '../time/zone-arithmetic.ts';
import type { PlanClosure, PlanClosureCounts } from './calendar-model.ts';
import { expandCalendar, type ZoneTables } from './expand-calendar.ts';
import type { PlanCalendarBody } from './model.ts';

/** By what the notices of a calendar's closures are counted. */
export interface NoticeGround {
  /** The clock of the calendar, or of the contract where the calendar takes its zone from the customer. */
  readonly zone: ZoneTable;
  /** The calendar as it is without closures. */
  readonly body: PlanCalendarBody;
  readonly zones: ZoneTables;
}

/** Seconds of wall-clock time since 1970, as if it were UTC. */
type LocalSecond = number;

/** A closure with what its notice makes of it. */
export interface LoweredClosure {
  readonly closure: PlanClosure;
  readonly announced: InstantMs;
  /** Whether clocks that ran already when it was announced keep the hours they began with. */
  readonly isKeptFrom: boolean;
}

/** The closures of a calendar for tickets of a region. */
export function lowerClosures(
  lines: readonly AnnouncedClosures[],
  region: string | null,
  ground: NoticeGround,
): readonly LoweredClosure[] {
  return lines.flatMap((line) =>
    line.closures
      .filter((closure) => speaksOfRegion(closure, region))
      .map((closure) => ({
        closure: {
          from: closure.from,
          to: closure.to,
          closed: closure.closed,
          counts: countsFrom(line, closure, ground),
          reason: closure.reason,
          announced: closure.announced.text,
          origin: closure.origin,
        },
        announced: announcedAt(closure.announced, ground.zone),
        isKeptFrom: line.inFlight === 'keep old',
      })),
  );
}

/** The closures as clocks have them that began before an instant. */
export function closuresBefore(
  lowered: readonly LoweredClosure[],
  before: InstantMs,
): readonly PlanClosure[] {
  return lowered.map(({ closure, announced, isKeptFrom }) =>
    isKeptFrom && announced >= before && closure.counts.kind === 'from'
      ? { ...closure, counts: { kind: 'announced afterwards' } }
      : closure,
  );
}

/** When closures were announced that change nothing for clocks which ran already. */
export function announcementsKept(lowered: readonly LoweredClosure[]): readonly InstantMs[] {
  return lowered
    .filter(({ closure, isKeptFrom }) => isKeptFrom && closure.counts.kind === 'from')
    .map(({ announced }) => announced);
}

function speaksOfRegion({ regions }: Closure, region: string | null): boolean {
  return regions === null || (region !== null && regions.includes(region));
}

function countsFrom(line: AnnouncedClosures, closure: Closure, ground: NoticeGround): PlanClosureCounts {
  const begins = epochDayOfDate(closure.from) * SECONDS_PER_DAY + (closure.closed[0]?.from ?? 0);
  const over = (epochDayOfDate(closure.to) + 1) * SECONDS_PER_DAY;
  const end = endOfNotice(line.notice, closure, ground);
  const isLate = end > begins;
  if (isLate && (line.late === 'do not count' || end >= over)) return { kind: 'announced too late' };
  const from = Math.max(begins, end);
  const day = Math.floor(from / SECONDS_PER_DAY);
  return { kind: 'from', date: formatCivilDate(day), time: from - day * SECONDS_PER_DAY, isLate };
}

/** What the clock reads at the end of a notice; infinity where that lies behind the closure. */
function endOfNotice(notice: Notice, closure: Closure, ground: NoticeGround): LocalSecond {
  const { zone } = ground;
  const at = announcedAt(closure.announced, zone);
  const date = announcedOn(closure.announced, zone);
  switch (notice.kind) {
    case 'none':
      return readingAfter(zone, at);
    case 'elapsed':
      return readingAfter(zone, at + notice.seconds * MS_PER_SECOND);
    case 'business hours': {
      const end = endOfOpenTime(at, notice.seconds, closure, ground);
      return end === null ? Infinity : readingAfter(zone, end);
    }
    case 'days': {
      const last =
        notice.unit === 'calendar day'
          ? date + notice.count
          : notice.unit === 'month'
            ? addMonths(date, notice.count)
            : businessDateAfter(date, notice.count, closure, ground);
      return last === null ? Infinity : (last + 1) * SECONDS_PER_DAY;
    }
  }
}

function announcedAt(announced: Announcement, zone: ZoneTable): InstantMs {
  switch (announced.kind) {
    case 'instant':
      return announced.at;
    case 'local':
      return localToInstant(zone, epochDayOfDate(announced.date), announced.time);
    case 'date':
      return localToInstant(zone, epochDayOfDate(announced.date), SECONDS_PER_DAY);
  }
}

function announcedOn(announced: Announcement, zone: ZoneTable): EpochDay {
  return announced.kind === 'instant'
    ? wallClockAt(zone, announced.at).epochDay
    : epochDayOfDate(announced.date);
}

/**
 * The first reading of the clock that is not before that of an instant and that it has not shown before: in an hour that
 * the clock repeats, the end of it.
 */
function readingAfter(zone: ZoneTable, instant: InstantMs): LocalSecond {
  const second = instant / MS_PER_SECOND;
  if (second >= zone.to) return Infinity;
  const segment = segmentAt(zone, second);
  const reading = second + (zone.offsets[segment] as number);
  if (segment === 0) return reading;
  const shownBefore = (zone.transitions[segment - 1] as number) + (zone.offsets[segment - 1] as number);
  return Math.max(reading, shownBefore);
}

/** The instant by which so much open time has passed; null where the closure is over before. */
function endOfOpenTime(
  at: InstantMs,
  seconds: number,
  closure: Closure,
  ground: NoticeGround,
): InstantMs | null {
  const edges = opensBetween(at, closure, ground);
  let left = seconds;
  for (let i = 0; i < edges.length; i += 2) {
    const [opens, closes] = [edges[i] as number, edges[i + 1] as number];
    if (left <= closes - opens) return (opens + left) * MS_PER_SECOND;
    left -= closes - opens;
  }
  return null;
}

/** The `count`-th date after a date on which the calendar opens; null where the closure is over before. */
function businessDateAfter(
  date: EpochDay,
  count: number,
  closure: Closure,
  ground: NoticeGround,
): EpochDay | null {
  const { zone } = ground;
  const edges = opensBetween(localToInstant(zone, date + 1, 0), closure, ground);
  let found = 0;
  let last = date;
  for (let i = 0; i < edges.length; i += 2) {
    let start = edges[i] as number;
    const closes = edges[i + 1] as number;
    for (let segment = segmentAt(zone, start); start < closes; segment += 1) {
      const end = Math.min(zone.transitions[segment] ?? closes, closes);
      const offset = zone.offsets[segment] as number;
      const to = Math.floor((end - 1 + offset) / SECONDS_PER_DAY);
      for (
        let day = Math.max(Math.floor((start + offset) / SECONDS_PER_DAY), last + 1);
        day <= to;
        day += 1
      ) {
        found += 1;
        last = day;
        if (found === count) return day;
      }
      start = end;
    }
  }
  return null;
}

/** The open stretches of a calendar from an instant to the end of a closure, as edges in seconds since 1970. */
function opensBetween(
  at: InstantMs,
  { to }: Closure,
  { zone, body, zones }: NoticeGround,
): readonly number[] {
  const end = localToInstant(zone, epochDayOfDate(to), SECONDS_PER_DAY);
  return at < end ? expandCalendar(body, zones, at / MS_PER_SECOND, end / MS_PER_SECOND) : [];
}
