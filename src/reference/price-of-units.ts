/** What a price comes to, paid unit by unit, and what is paid of each period, looked at day by day on luxon's calendar. */
import { DateTime } from 'luxon';
import type { CheckedCondition, Period } from '../check/model.ts';
import type { CheckedCharged } from '../check/money-model.ts';
import type { CivilDate } from '../time/types.ts';

/** A fraction of whole numbers that need not be in lowest terms. */
export interface WholeFraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Amounts have at most so many decimals. */
const SCALE = 12;

/**
 * The price of a period in the currency's units. There are `units` of what it is for, a whole number; a share is of
 * `sum` whole units of money. Steps and bounds of what is counted are whole.
 */
export function priceByUnits(
  price: CheckedCharged,
  units: number,
  sum: number,
  holds: (condition: CheckedCondition) => boolean,
): WholeFraction {
  let paid = price.unit === null ? 1 : units;
  for (const { kind, quantity } of price.bounds) {
    if (quantity.kind !== 'units') continue;
    while (kind === 'at least' && paid < Number(quantity.amount)) paid += 1;
    while (kind === 'at most' && paid > Number(quantity.amount)) paid -= 1;
  }
  const isShare = price.kind === 'share';
  const counted = isShare ? sum : paid;
  let numerator = 0n;
  for (let unit = 1; unit <= counted; unit += 1) {
    let each = isShare ? price.percent : price.amount;
    for (const step of price.steps)
      if ((step.forAll ? counted : unit) > Number(step.beyond.amount)) each = step.price;
    numerator += scaled(each);
  }
  let denominator = 10n ** BigInt(SCALE) * (isShare ? 100n : 1n);
  if (isShare && price.unit !== null) numerator *= BigInt(paid);
  for (const { factor, when } of price.factors) {
    if (!holds(when)) continue;
    numerator *= BigInt(factor.numerator);
    denominator *= BigInt(factor.denominator);
  }
  for (const { kind, quantity } of price.bounds) {
    if (quantity.kind !== 'money') continue;
    const bound = scaled(quantity.amount) * denominator;
    const so = numerator * 10n ** BigInt(SCALE);
    if (kind === 'at least' ? so < bound : so > bound) {
      numerator = scaled(quantity.amount);
      denominator = 10n ** BigInt(SCALE);
    }
  }
  return { numerator, denominator };
}

function scaled(digits: string): bigint {
  const [whole = '0', part = ''] = digits.split('.');
  return BigInt(whole + part.padEnd(SCALE, '0'));
}

/** A period of a price that a customer is there for some of, and how much of it is paid. */
export interface PaidPeriod {
  readonly firstDay: CivilDate;
  readonly numerator: number;
  readonly denominator: number;
}

/** What of each period is paid by somebody who is there from one date to another, both included. */
export function paidByDays(
  { per, anchor, prorated }: Pick<CheckedCharged, 'per' | 'anchor' | 'prorated'>,
  firstDay: CivilDate,
  from: CivilDate,
  to: CivilDate,
): readonly PaidPeriod[] {
  const [begin, end] = [dayOf(from), dayOf(to)];
  const periods = new Map<string, DateTime[]>();
  // A year and some days on either side hold the whole of every period that is touched.
  for (let day = begin.minus({ days: 380 }); day <= end.plus({ days: 380 }); day = day.plus({ days: 1 })) {
    const key = periodOf({ unit: per, anchor }, day, firstDay);
    periods.set(key, [...(periods.get(key) ?? []), day]);
  }
  const isThere = (day: DateTime) => day >= begin && day <= end;
  return [...periods.values()].flatMap((days): readonly PaidPeriod[] => {
    const there = days.filter(isThere);
    const first = days[0]?.toISODate();
    if (there.length === 0 || first === undefined || first === null) return [];
    if (prorated === null || there.length === days.length)
      return [{ firstDay: first, numerator: 1, denominator: 1 }];
    const step = (day: DateTime) => periodOf({ unit: prorated, anchor }, day, firstDay);
    const begun = new Set(there.map(step));
    if (prorated === 'day' || prorated === 'week') {
      const paid = days.filter((day) => begun.has(step(day)));
      return [{ firstDay: first, numerator: paid.length, denominator: days.length }];
    }
    return [{ firstDay: first, numerator: begun.size, denominator: new Set(days.map(step)).size }];
  });
}

function dayOf(date: CivilDate): DateTime {
  return DateTime.fromISO(date, { zone: 'utc' });
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Which period a day lies in, by a name that no other has. */
function periodOf({ unit, anchor }: Period, day: DateTime, firstDay: CivilDate): string {
  if (unit === 'day') return day.toISODate() ?? '';
  const first = dayOf(firstDay);
  if (unit === 'week') {
    if (anchor === 'calendar') return day.startOf('week').toISODate() ?? '';
    return String(Math.floor(Math.round(day.diff(first, 'days').days) / 7));
  }
  if (anchor === 'calendar') return day.startOf(unit).toISODate() ?? '';
  if (anchor !== 'contract') return periodOf({ unit, anchor: 'contract' }, day, `2000-${anchor}`);
  let count = (day.year - first.year) * 12 + day.month - first.month + 1;
  while (first.plus({ months: count }) > day) count -= 1;
  return String(Math.floor(count / MONTHS[unit]));
}
