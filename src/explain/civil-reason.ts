import { type Engine, expandCalendar } from '../engine/index.ts';
import type {
  PlanAdmission,
  PlanBetweenZones,
  PlanHoliday,
  PlanLimitedWeek,
} from '../plan/calendar-model.ts';
import type { PlanCivilHours, PlanOrigin } from '../plan/model.ts';
import { epochDayOfDate, formatCivilDate, weekdayOf } from '../time/civil-date.ts';
import { dateSetTest } from '../time/date-set.ts';
import { formatTimeOfDay } from '../time/iso-instant.ts';
import type { DayInterval, DaySeconds, EpochDay, InstantMs } from '../time/types.ts';
import { SECONDS_PER_DAY } from '../time/units.ts';
import { wallClockAt } from '../time/zone-arithmetic.ts';

import { closureReason, closuresPassedOver } from './closure-reason.ts';

export interface Reason {
  readonly reason: string;
  readonly origin: PlanOrigin | null;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Why the hours of one zone are open or shut at an instant, and by which clause. */
export function civilReason(engine: Engine, body: PlanCivilHours, at: InstantMs, open: boolean): Reason {
  const wall = wallClockAt(engine.zone(body.zone), at);
  const back = open && body.bound === 'day of opening' ? daysSinceOpening(engine, body, at) : 0;
  const reason = reasonOn(body, wall.epochDay - back, wall.daySeconds + back * SECONDS_PER_DAY, open);
  return back === 0
    ? reason
    : { ...reason, reason: `${reason.reason}, opened ${formatCivilDate(wall.epochDay - back)}` };
}

/** `Mon 08:00 in Asia/Tokyo .. Fri 17:00 in America/New_York`. */
export function betweenZonesWords(window: PlanBetweenZones['windows'][number]): string {
  const end = (day: number, time: DaySeconds, zone: string): string =>
    `${WEEKDAYS[day - 1] ?? ''} ${formatTimeOfDay(time)} in ${zone}`;
  const { fromDay, fromTime, fromZone, toDay, toTime, toZone } = window;
  return `${end(fromDay, fromTime, fromZone)} .. ${end(toDay, toTime, toZone)}`;
}

/** How many dates ago the window was opened that an instant lies in: the latest date whose own windows reach it. */
function daysSinceOpening(engine: Engine, body: PlanCivilHours, at: InstantMs): number {
  const second = Math.floor(at / 1000);
  const today = wallClockAt(engine.zone(body.zone), at).epochDay;
  for (let back = 0; back < 7; back += 1) {
    // On all other dates nothing opens, and these lines win over every other.
    const others = [
      { from: '0001-01-01', to: formatCivilDate(today - back - 1) },
      { from: formatCivilDate(today - back + 1), to: '9999-12-31' },
    ].map((range) => ({
      label: '',
      dates: { kind: 'range', ...range } as const,
      hours: [],
      limited: null,
      origin: { file: '', line: 0, column: 0, path: [] },
    }));
    const alone: PlanCivilHours = { ...body, dated: [...body.dated, ...others] };
    if (expandCalendar(alone, engine.plan.zones, second, second + 1).length > 0) return back;
  }
  return 0;
}

/** A closure that was announced, or the layer that decides the date. */
function reasonOn(body: PlanCivilHours, date: EpochDay, time: DaySeconds, open: boolean): Reason {
  if (!open) return closureReason(body, date, time) ?? layerReason(body, date, time, open);
  const { reason, origin } = layerReason(body, date, time, open);
  return { reason: `${reason}${closuresPassedOver(body, date, time)}`, origin };
}

/** The layer that decides the date: dated over holiday over season over week. */
function layerReason(body: PlanCivilHours, date: EpochDay, time: DaySeconds, open: boolean): Reason {
  const dated = lastOn(body.dated, date);
  if (dated !== undefined) {
    const hours = dated.hours.length === 0 ? 'closed' : hoursWords(dated.hours);
    const to = dated.limited === null ? '' : `, ${limitedWords(dated.limited)}`;
    return { reason: `${formatCivilDate(date)} ${hours}${to}${named(dated.label)}`, origin: dated.origin };
  }
  const season = lastOn(body.seasons, date);
  // A season's own holidays hold in place of those of the calendar.
  const { holidays } = season?.own ?? body;
  const holiday = holidays?.days.find((day) => epochDayOfDate(day.date) === date && isClosed(day, time));
  const { week, limited } = season ?? body;
  const day = weekdayOf(date) - 1;
  const hours = week[day] ?? [];
  if (holiday !== undefined && body.onHolidays !== null)
    return holidayHours({ ...body, holidays }, holiday, week, open);
  // On a date without hours a holiday changes nothing and is not the reason.
  if (!open && holiday !== undefined && (hours.length > 0 || holds(limited, day, time) !== undefined)) {
    return { reason: `holiday${named(holiday.name)}`, origin: holidays?.origin ?? null };
  }
  const within = season === undefined ? '' : `, season${named(season.label)}`;
  const only = holds(limited, day, time);
  if (only !== undefined) {
    const words = `${WEEKDAYS[day] ?? ''} ${hoursWords(only.week[day] ?? [])}, ${limitedWords(only)}`;
    return { reason: `${words}${named(only.label)}${within}`, origin: only.origin };
  }
  const origin = season?.origin ?? body.weekOrigin[day] ?? null;
  if (open) return { reason: `${WEEKDAYS[day] ?? ''} ${hoursWords(hours)}${within}`, origin };
  if (hours.length === 0) return { reason: `no hours on ${WEEKDAYS[day] ?? ''}${within}`, origin };
  return { reason: `outside ${hoursWords(hours)}${within}`, origin };
}

function holidayHours(
  { onHolidays, holidays }: PlanCivilHours,
  holiday: PlanHoliday,
  week: PlanCivilHours['week'],
  open: boolean,
): Reason {
  const as = onHolidays?.as ?? null;
  const hours = as === null ? (onHolidays?.hours ?? []) : (week[as - 1] ?? []);
  const like = as === null ? '' : ` as ${WEEKDAYS[as - 1] ?? ''}`;
  const words = hours.length === 0 ? 'no hours' : hoursWords(hours);
  const origin = (open ? null : holidays?.origin) ?? onHolidays?.origin ?? null;
  return { reason: `holiday${named(holiday.name)}${like}: ${open ? words : `outside ${words}`}`, origin };
}

function isClosed({ closed }: PlanHoliday, time: DaySeconds): boolean {
  return closed.from <= time && (time < closed.to || closed.to === SECONDS_PER_DAY);
}

/** The limited hours that decide: those that admit come first, since one that admits is enough. */
function holds(
  limited: readonly PlanLimitedWeek[],
  day: number,
  time: DaySeconds,
): PlanLimitedWeek | undefined {
  const here = limited.filter(({ week }) => week[day]?.some(({ from, to }) => from <= time && time < to));
  return here.find(({ admitted }) => admitted) ?? here[0];
}

const OTHERS = {
  stop: 'others stop',
  'best effort': 'others best effort',
  'no promise': 'others lose the promise',
} as const;

function limitedWords({ admits, others }: PlanAdmission): string {
  return `limited to ${admits}, ${OTHERS[others]}`;
}

function named(label: string): string {
  return label === '' ? '' : ` (${label})`;
}

function lastOn<T extends { readonly dates: Parameters<typeof dateSetTest>[0] }>(
  entries: readonly T[],
  date: EpochDay,
): T | undefined {
  return entries.filter((entry) => dateSetTest(entry.dates)(date)).at(-1);
}

function hoursWords(hours: readonly DayInterval[]): string {
  return hours.map(({ from, to }) => `${formatTimeOfDay(from)}-${endWords(to)}`).join(', ');
}

/** `06:00`, or past midnight `06:00 next day`, `09:00 3 days on`. */
function endWords(to: DaySeconds): string {
  if (to <= SECONDS_PER_DAY) return formatTimeOfDay(to);
  const days = Math.floor(to / SECONDS_PER_DAY);
  return `${formatTimeOfDay(to % SECONDS_PER_DAY)} ${days === 1 ? 'next day' : `${days} days on`}`;
}
