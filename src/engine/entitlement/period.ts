import type { PlanPeriod } from '../../plan/model.ts';
import { addMonths, civilFieldsOf, epochDayOf, lastDayOf, weekdayOf } from '../../time/civil-date.ts';
import type { EpochDay, FiscalYear, InstantMs, ZoneTable } from '../../time/types.ts';
import { localToInstant, wallClockAt } from '../../time/zone-arithmetic.ts';

/** One of the periods that a quota, a price or a cap is counted in, half-open; the days are dates of its zone. */
export interface PeriodSpan {
  readonly from: InstantMs;
  readonly to: InstantMs;
  readonly firstDay: EpochDay;
  /** The first day of the period after it. */
  readonly nextDay: EpochDay;
}

/** Whose dates count, and the day from which a contract's own months and years are counted. */
export interface PeriodGround {
  readonly zone: ZoneTable;
  /** The day on which the contract took effect; null where it says none, so that it has no periods of its own. */
  readonly start: EpochDay | null;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/**
 * The period in which an instant lies. One that begins on the 31st begins on the last day of a shorter month.
 * @throws {Error} for a period of the contract where the contract took effect on no day.
 */
export function periodAt(period: PlanPeriod, ground: PeriodGround, instant: InstantMs): PeriodSpan {
  const { epochDay } = wallClockAt(ground.zone, instant);
  const [firstDay, nextDay] = periodDays(period, ground.start, epochDay);
  return spanOf(ground, firstDay, nextDay);
}

/** The period that begins where another ends. */
export function periodAfter(period: PlanPeriod, ground: PeriodGround, { nextDay }: PeriodSpan): PeriodSpan {
  const [, end] = periodDays(period, ground.start, nextDay);
  return spanOf(ground, nextDay, end);
}

/** The beginning of a date in the zone of a ground, so many months or days after another date. */
export function dateLater(
  { zone }: PeriodGround,
  day: EpochDay,
  length: { readonly unit: 'calendar day' | 'month'; readonly count: number },
): InstantMs {
  const later = length.unit === 'month' ? addMonths(day, length.count) : day + length.count;
  return localToInstant(zone, later, 0);
}

function spanOf({ zone }: PeriodGround, firstDay: EpochDay, nextDay: EpochDay): PeriodSpan {
  return {
    from: localToInstant(zone, firstDay, 0),
    to: localToInstant(zone, nextDay, 0),
    firstDay,
    nextDay,
  };
}

/** The first day of the period in which a date lies, and that of the period after it. */
export function periodDays(
  { unit, anchor }: PlanPeriod,
  start: PeriodGround['start'],
  day: EpochDay,
): readonly [EpochDay, EpochDay] {
  if (unit === 'day') return [day, day + 1];
  if (anchor === 'calendar') {
    if (unit === 'week') return [day - weekdayOf(day) + 1, day - weekdayOf(day) + 8];
    const { year, month } = civilFieldsOf(day);
    const first = Math.floor((month - 1) / MONTHS[unit]) * MONTHS[unit] + 1;
    return [epochDayOf(year, first, 1), lastDayOf(unit, day, 0) + 1];
  }
  return periodsFrom(unit, anchor === 'contract' ? startOf(start) : fiscalStart(anchor), day);
}

function startOf(start: PeriodGround['start']): EpochDay {
  if (start === null) throw new Error('a contract without a first day has no periods of its own');
  return start;
}

/** A day with which some fiscal year begins; the others begin whole years before and after it. */
function fiscalStart(anchor: FiscalYear): EpochDay {
  const [month = 1, day = 1] = anchor.split('-').map(Number);
  return epochDayOf(2000, month, day);
}

function periodsFrom(
  unit: Exclude<PlanPeriod['unit'], 'day'>,
  start: EpochDay,
  day: EpochDay,
): readonly [EpochDay, EpochDay] {
  if (unit === 'week') {
    const first = start + Math.floor((day - start) / 7) * 7;
    return [first, first + 7];
  }
  const [from, to] = [civilFieldsOf(start), civilFieldsOf(day)];
  const apart = (to.year - from.year) * 12 + to.month - from.month;
  // The month of the day, or the one before it where the day lies before the day of the month that counts.
  const begun = addMonths(start, apart) <= day ? apart : apart - 1;
  const index = Math.floor(begun / MONTHS[unit]) * MONTHS[unit];
  return [addMonths(start, index), addMonths(start, index + MONTHS[unit])];
}
