import { type Engine, expandCalendar } from '../engine/index.ts';
import type { PlanCalendar, PlanCalendarBody, PlanCivilHours, PlanOrigin } from '../plan/model.ts';
import { epochDayOfDate, formatCivilDate, weekdayOf } from '../time/civil-date.ts';
import { dateSetTest } from '../time/date-set.ts';
import { formatTimeOfDay } from '../time/iso-instant.ts';
import type { DayInterval, EpochDay, InstantMs } from '../time/types.ts';
import { wallClockAt } from '../time/zone-arithmetic.ts';

export interface Reason {
  readonly reason: string;
  readonly origin: PlanOrigin | null;
}

/** Why a calendar is open or shut at an instant, and which clause makes it so. */
export function attribute(engine: Engine, calendar: PlanCalendar, at: InstantMs, open: boolean): Reason {
  const { reason, origin } = reasonFor(engine, calendar.body, at, open);
  const name = `\`${calendar.name}\``;
  return {
    reason: open ? `${name} is open: ${reason}` : `${name} is shut: ${reason}`,
    origin: origin ?? calendar.origin,
  };
}

function reasonFor(engine: Engine, body: PlanCalendarBody, at: InstantMs, open: boolean): Reason {
  switch (body.kind) {
    case 'always':
      return { reason: 'round the clock', origin: null };
    case 'never':
      return { reason: 'never', origin: null };
    case 'civil':
      return civilReason(engine, body, at, open);
    case 'union':
    case 'intersection': {
      // One open part opens a union and one shut part shuts an intersection; else all parts agree and the first says why.
      const decisive =
        body.of.find((part) => isOpen(engine, part, at) === (body.kind === 'union')) ?? body.of[0];
      return decisive === undefined
        ? { reason: 'empty', origin: null }
        : reasonFor(engine, decisive, at, open);
    }
    case 'difference': {
      if (!isOpen(engine, body.from, at)) return reasonFor(engine, body.from, at, false);
      const minus = reasonFor(engine, body.minus, at, !open);
      return open
        ? reasonFor(engine, body.from, at, true)
        : { reason: `taken out: ${minus.reason}`, origin: minus.origin };
    }
  }
}

function isOpen(engine: Engine, body: PlanCalendarBody, at: InstantMs): boolean {
  const second = Math.floor(at / 1000);
  return expandCalendar(body, engine.plan.zones, second, second + 1).length > 0;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The layer that decides the date: dated over holiday over season over week. */
function civilReason(engine: Engine, body: PlanCivilHours, at: InstantMs, open: boolean): Reason {
  const wall = wallClockAt(engine.zone(body.zone), at);
  const date = wall.epochDay;
  const dated = lastOn(body.dated, date);
  const named = (label: string) => (label === '' ? '' : ` (${label})`);
  if (dated !== undefined) {
    const hours = dated.hours.length === 0 ? 'closed' : hoursWords(dated.hours);
    return { reason: `${formatCivilDate(date)} ${hours}${named(dated.label)}`, origin: dated.origin };
  }
  const holiday = body.holidays?.days.find(
    (day) =>
      epochDayOfDate(day.date) === date &&
      day.closed.from <= wall.daySeconds &&
      wall.daySeconds < day.closed.to,
  );
  const season = lastOn(body.seasons, date);
  const day = weekdayOf(date) - 1;
  const week = season?.week ?? body.week;
  const hours = week[day] ?? [];
  // On a date without hours a holiday changes nothing and is not the reason.
  if (!open && holiday !== undefined && hours.length > 0) {
    return { reason: `holiday${named(holiday.name)}`, origin: body.holidays?.origin ?? null };
  }
  const origin = season?.origin ?? body.weekOrigin[day] ?? null;
  const within = season === undefined ? '' : `, season${named(season.label)}`;
  if (open) return { reason: `${WEEKDAYS[day] ?? ''} ${hoursWords(hours)}${within}`, origin };
  if (hours.length === 0) return { reason: `no hours on ${WEEKDAYS[day] ?? ''}${within}`, origin };
  return { reason: `outside ${hoursWords(hours)}${within}`, origin };
}

function lastOn<T extends { readonly dates: Parameters<typeof dateSetTest>[0] }>(
  entries: readonly T[],
  date: EpochDay,
): T | undefined {
  return entries.filter((entry) => dateSetTest(entry.dates)(date)).at(-1);
}

function hoursWords(hours: readonly DayInterval[]): string {
  return hours.map(({ from, to }) => `${formatTimeOfDay(from)}-${formatTimeOfDay(to)}`).join(', ');
}
