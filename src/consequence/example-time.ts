import type { CompiledPlan } from '../plan/model.ts';
import { civilFieldsOf, epochDayOf, parseCivilDate, weekdayOf } from '../time/civil-date.ts';
import { formatInstantIn, formatInstantUtc } from '../time/iso-instant.ts';
import type { EpochDay, InstantMs, Weekday, ZoneTable } from '../time/types.ts';
import type { OneLimit } from './subject.ts';
import { localToInstant, wallClockAt } from '../time/zone-arithmetic.ts';

export const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** The year of examples where a contract names none. */
const YEAR = 2026;

/**
 * The Monday of the week in which examples are set: the first whole week of June in the year in which the contract
 * takes effect, or of the next where June is past by then. It depends on the contract alone, so that a check says the
 * same tomorrow.
 */
export function exampleMonday(plan: CompiledPlan): EpochDay {
  const from = plan.effective === null ? null : parseCivilDate(plan.effective.from);
  const year = from === null ? (firstHolidayYear(plan) ?? YEAR) : civilFieldsOf(from).year;
  const monday = mondayFrom(epochDayOf(year, 6, 1));
  return from === null || from <= monday ? monday : mondayFrom(from);
}

/** The first year for which holidays are listed: before it no calendar of the contract answers. */
function firstHolidayYear(plan: CompiledPlan): number | null {
  const years = plan.calendars.flatMap(({ body }) =>
    body.kind === 'civil' && body.holidays !== null ? [Number(body.holidays.from.slice(0, 4))] : [],
  );
  return years.length === 0 ? null : Math.max(...years);
}

function mondayFrom(day: EpochDay): EpochDay {
  return day + ((8 - weekdayOf(day)) % 7);
}

/** The zone by whose wall clock a promise is best read: that of its calendar, else the contract's; null for UTC. */
export function zoneFor(plan: CompiledPlan, limit: OneLimit): ZoneTable | null {
  const calendar = limit.kind === 'elapsed' ? null : (plan.calendars[limit.calendar]?.zone ?? null);
  const name = limit.kind === 'days' ? limit.zone : (calendar ?? plan.zone);
  return name === null ? null : (plan.zones[name] ?? null);
}

/** The instant at which a wall clock of the example's week reads a time. */
export function inExampleWeek(
  plan: CompiledPlan,
  zone: ZoneTable | null,
  weekday: Weekday,
  seconds: number,
): InstantMs {
  const day = exampleMonday(plan) + weekday - 1;
  return zone === null ? (day * 86_400 + seconds) * 1000 : localToInstant(zone, day, seconds);
}

/** An instant as people date it: `Fri 2026-06-05 18:00`. Seconds only where there are any. */
export function dated(zone: ZoneTable | null, instant: InstantMs): string {
  const text = zone === null ? formatInstantUtc(instant) : formatInstantIn(zone, instant);
  const day = zone === null ? Math.floor(instant / 86_400_000) : wallClockAt(zone, instant).epochDay;
  const weekday = DAYS[weekdayOf(day) - 1] ?? '';
  const [clock = ''] = /^[\d:.]+/.exec(text.slice(11)) ?? [];
  const time = clock.replace(/^(..:..):00$/, '$1');
  return `${weekday} ${text.slice(0, 10)} ${time}${zone === null ? ' UTC' : ''}`;
}

/** Whole hours and minutes between two instants: `54 h`, `1 h 30 min`. */
export function apart(a: InstantMs, b: InstantMs): string {
  const minutes = Math.round(Math.abs(a - b) / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])].join(
    ' ',
  );
}
