import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { Span } from '../text/source.ts';
import type {
  AmountNode,
  DateRangeNode,
  MomentNode,
  NameNode,
  TimeNode,
  TimeRangeNode,
  ZoneNode,
} from '../syntax/tree.ts';
import { epochDayOfDate, isCivilDate, parseCivilDate, weekdayOf } from '../time/civil-date.ts';
import { parseInstant } from '../time/iso-instant.ts';
import { FIRST_YEAR, LAST_YEAR } from '../time/units.ts';
import type { DateSet, DayInterval, DaySeconds, MonthDay, Weekday } from '../time/types.ts';
import { zonesMeantBy } from '../time/zone-abbreviations.ts';
import { CUSTOMER_ZONE } from '../time/customer-zone.ts';
import { canonicalZoneNames, isKnownZone } from '../time/zone-lookup.ts';
import { type CheckContext, report } from './context.ts';
import type { Instant, LocalInstant, ZoneChoice } from './model.ts';

/** Zones, dates, times and amounts: whether they exist and what they come to. Null where a finding was made. */

export function checkZone(context: CheckContext, zone: ZoneNode): ZoneChoice | null {
  if (zone.offsetSeconds !== null) return { kind: 'fixed', offsetSeconds: zone.offsetSeconds };
  const candidates = zonesMeantBy(zone.text);
  if (candidates !== null) {
    report(context, 'time/zone-abbreviation', zone.span, { zone: zone.text, candidates });
    return null;
  }
  if (zone.text === 'UTC' || (zone.text.includes('/') && isKnownZone(zone.text)))
    return { kind: 'iana', zone: zone.text };
  const nearest = nearestWord(zone.text, canonicalZoneNames()) ?? endingIn(zone.text);
  report(context, 'time/unknown-zone', zone.span, { zone: zone.text, nearest });
  return null;
}

/** A city alone, such as `Berlin`, suggests the zone that ends in it. */
function endingIn(text: string): string | null {
  const tail = `/${text.toLowerCase().replaceAll(' ', '_')}`;
  return canonicalZoneNames().find((zone) => zone.toLowerCase().endsWith(tail)) ?? null;
}

/** The name that the engine and the reference know a zone by. */
export function zoneNameOf(choice: Exclude<ZoneChoice, { kind: 'region' }>): string {
  if (choice.kind === 'customer') return CUSTOMER_ZONE;
  if (choice.kind === 'iana') return choice.zone;
  const sign = choice.offsetSeconds < 0 ? '-' : '+';
  const minutes = Math.abs(choice.offsetSeconds) / 60;
  return `${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

export function checkZoneName(context: CheckContext, zone: ZoneNode): string | null {
  const choice = checkZone(context, zone);
  return choice === null || choice.kind === 'region' ? null : zoneNameOf(choice);
}

export function checkDate(context: CheckContext, date: NameNode): boolean {
  if (parseCivilDate(date.text) !== null) return checkYear(context, Number(date.text.slice(0, 4)), date.span);
  report(context, 'time/impossible-date', date.span, { date: date.text });
  return false;
}

/** The years for which time is worked out; any other is a slip of the hand. */
export function checkYear(context: CheckContext, year: number, span: Span): boolean {
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return true;
  report(context, 'time/year-outside', span, { year, first: FIRST_YEAR, last: LAST_YEAR });
  return false;
}

const NTH = { first: 1, second: 2, third: 3, fourth: 4 } as const;

/** Dates that exist, the first not after the last; days of every year may run over its end. */
export function checkDates(context: CheckContext, range: DateRangeNode): DateSet | null {
  if (range.kind === 'nth weekday') {
    const { month, weekday } = range;
    const which = range.which === 'last' ? 'last' : NTH[range.which];
    if (month === null && !range.saysEachMonth && which !== 'last' && which > 1) {
      const day = `every ${range.which} ${weekdayName(weekday)}`;
      report(context, 'assume/of-each-month', range.span, { day });
    }
    if (month === null) return { kind: 'nth weekday', which, weekday, month };
    const number = Number(month.text);
    if (Number.isInteger(number) && number >= 1 && number <= 12)
      return { kind: 'nth weekday', which, weekday, month: number };
    report(context, 'time/impossible-date', month.span, { date: month.text });
    return null;
  }
  if (range.kind === 'weeks') return { kind: 'weeks', from: range.from, to: range.to, number: range.number };
  if (range.kind === 'cycle') return checkCycle(context, range);
  if (range.every) {
    const from = checkMonthDay(context, range.from);
    const to = range.to === range.from ? from : checkMonthDay(context, range.to);
    return from === null || to === null ? null : { kind: 'yearly', from, to };
  }
  const exist = checkDate(context, range.from) && (range.to === range.from || checkDate(context, range.to));
  if (!exist || !inOrder(context, range)) return null;
  return { kind: 'range', from: range.from.text, to: range.to.text };
}

/** The turn is at least as long as the dates that come back with it. */
function checkCycle(
  context: CheckContext,
  range: Extract<DateRangeNode, { kind: 'cycle' }>,
): Extract<DateSet, { kind: 'cycle' }> | null {
  const { every, unit, from, to } = range;
  const exist = checkDate(context, from) && (to === from || checkDate(context, to));
  if (!exist || !inOrder(context, range)) return null;
  const days = Number(every.text) * (unit === 'weeks' ? 7 : 1);
  const dates = epochDayOfDate(to.text) - epochDayOfDate(from.text) + 1;
  if (!Number.isInteger(days) || days < Math.max(2, dates)) {
    report(context, 'time/turn-too-short', every.span, { turn: `every ${every.text} ${unit}`, dates });
    return null;
  }
  return { kind: 'cycle', from: from.text, to: to.text, turnDays: days };
}

/** Whether the first of two dates that exist is not after the second. */
export function inOrder(
  context: CheckContext,
  range: { readonly from: NameNode; readonly to: NameNode; readonly span: Span },
): boolean {
  if (range.to.text >= range.from.text) return true;
  report(context, 'time/range-backwards', range.span, { from: range.from.text, to: range.to.text });
  return false;
}

/** 29 February exists, in leap years. */
const LEAP_YEAR = 2024;

export function checkMonthDay(context: CheckContext, written: NameNode): MonthDay | null {
  const [month = 0, day = 0] = written.text.split('-').map(Number);
  if (isCivilDate(LEAP_YEAR, month, day)) return { month, day };
  report(context, 'time/impossible-date', written.span, { date: written.text });
  return null;
}

const DAY = 86_400;

/** The seconds of a time of day; null, and a finding, where there is no such time. */
export function checkTime(context: CheckContext, time: TimeNode): DaySeconds | null {
  if (time.seconds === null) {
    report(context, 'time/impossible-time', time.span, { time: textOf(context, time.span) });
  }
  return time.seconds;
}

/** Hours of one date: both ends on it, the first before the second. */
export function checkHours(context: CheckContext, range: TimeRangeNode): DayInterval | null {
  const from = checkTime(context, range.from);
  const to = checkTime(context, range.to);
  if (from === null || to === null) return null;
  if (from < to) return { from, to };
  const code = from === to ? 'time/empty-window' : 'calendar/dated-hours-past-midnight';
  report(context, code, range.span, { window: textOf(context, range.span) });
  return null;
}

export function textOf(context: CheckContext, span: Span): string {
  return context.source.text.slice(span.start, span.end).replace(/\s+/g, ' ');
}

const WEEKDAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export function weekdayName(day: Weekday): string {
  return WEEKDAY_NAMES[day - 1] ?? '';
}

const FULL_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function fullName(day: Weekday): string {
  return FULL_NAMES[day - 1] ?? '';
}

/** A moment in its own zone, or in `zone` where it names none. */
export function checkMoment(
  context: CheckContext,
  moment: MomentNode,
  zone: string | null,
  what: string,
): LocalInstant | Instant | null {
  if (moment.at.kind === 'instant') {
    const parsed = parseInstant(moment.at.text);
    if (parsed.ok) {
      const year = Number(moment.at.text.slice(0, 4));
      return checkYear(context, year, moment.span) ? { kind: 'instant', at: parsed.instant } : null;
    }
    report(context, 'time/impossible-date', moment.span, { date: moment.at.text });
    return null;
  }
  const { date, time } = moment.at;
  const seconds = checkTime(context, time);
  if (!checkDate(context, date) || seconds === null) return null;
  const actual = weekdayOf(epochDayOfDate(date.text));
  if (moment.weekday !== null && moment.weekday.day !== actual) {
    report(context, 'time/wrong-weekday', moment.weekday.span, {
      date: date.text,
      written: fullName(moment.weekday.day),
      actual: fullName(actual),
    });
    return null;
  }
  const own = moment.zone === null ? zone : checkZoneName(context, moment.zone);
  if (own !== null) return { kind: 'local', date: date.text, time: seconds, zone: own };
  if (moment.zone === null) report(context, 'time/no-zone', moment.span, { what });
  return null;
}

export type Unit =
  | { readonly kind: 'elapsed'; readonly seconds: number }
  | { readonly kind: 'business hours' }
  | {
      readonly kind: 'days';
      readonly unit: 'business day' | 'calendar day' | 'month';
      readonly times: number;
    };

const UNITS: Readonly<Record<string, Unit>> = {
  ...spelt(['s', 'sec', 'secs', 'second', 'seconds'], { kind: 'elapsed', seconds: 1 }),
  ...spelt(['min', 'mins', 'minute', 'minutes'], { kind: 'elapsed', seconds: 60 }),
  ...spelt(['h', 'hr', 'hrs', 'hour', 'hours'], { kind: 'elapsed', seconds: 3600 }),
  ...spelt(['business h', 'business hour', 'business hours'], { kind: 'business hours' }),
  ...spelt(['business day', 'business days'], { kind: 'days', unit: 'business day', times: 1 }),
  ...spelt(['calendar day', 'calendar days'], { kind: 'days', unit: 'calendar day', times: 1 }),
  ...spelt(['week', 'weeks'], { kind: 'days', unit: 'calendar day', times: 7 }),
  ...spelt(['month', 'months'], { kind: 'days', unit: 'month', times: 1 }),
  ...spelt(['quarter', 'quarters'], { kind: 'days', unit: 'month', times: 3 }),
  ...spelt(['year', 'years'], { kind: 'days', unit: 'month', times: 12 }),
};

function spelt(words: readonly string[], unit: Unit): Record<string, Unit> {
  return Object.fromEntries(words.map((word) => [word, unit]));
}

/**
 * What term sheets write for a unit; to take `bh` for hours, or `calendar hours` for days, the nearest words, would change
 * the promise.
 */
const FAMILIAR: Readonly<Record<string, string>> = {
  ...said(['bh', 'bhs', 'bus hours', 'working hour', 'working hours', 'wh'], 'business hours'),
  ...said(['bd', 'bds', 'wd', 'wds', 'workday', 'workdays', 'working day', 'working days'], 'business days'),
  ...said(['nbd'], 'business day'),
  ...said(['m'], 'min'),
  ...said(
    [
      'clock hour',
      'clock hours',
      'calendar hour',
      'calendar hours',
      'elapsed hour',
      'elapsed hours',
      'hours elapsed',
    ],
    'h',
  ),
};

function said(forms: readonly string[], unit: string): Record<string, string> {
  return Object.fromEntries(forms.map((form) => [form, unit]));
}

/** @param dayHasLength whether a plain `day` may stand, since a clause says how long one is */
export function checkUnit(context: CheckContext, amount: AmountNode, dayHasLength = false): Unit | null {
  const unit = Object.hasOwn(UNITS, amount.unit) ? UNITS[amount.unit] : undefined;
  if (unit !== undefined) return unit;
  const isDay = amount.unit === 'day' || amount.unit === 'days';
  if (isDay && dayHasLength) return { kind: 'days', unit: 'business day', times: 1 };
  if (isDay) {
    const { amount: from, upTo } = amount;
    report(context, 'time/bare-days', amount.span, { amount: upTo === null ? from : `${from} to ${upTo}` });
  } else {
    const written = amount.unit.toLowerCase();
    const familiar = Object.hasOwn(FAMILIAR, written) ? FAMILIAR[written] : undefined;
    const nearest = familiar ?? nearestWord(amount.unit, Object.keys(UNITS));
    report(context, 'time/unknown-unit', amount.unitSpan, { unit: amount.unit, nearest });
  }
  return null;
}

/** From the first to the last year about which anything is said: what takes longer never ends within them. */
const YEARS = LAST_YEAR - FIRST_YEAR + 1;
const LONGEST = YEARS * 366 * DAY;

/** The seconds that an amount takes at least, where its unit is one of time. */
function spanOf(count: number, { unit }: AmountNode): number {
  const known = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  if (known === undefined) return 0;
  if (known.kind === 'days') return count * known.times * (known.unit === 'month' ? 28 * DAY : DAY);
  return count * (known.kind === 'elapsed' ? known.seconds : 3600);
}

/**
 * An amount times its unit as a whole number; the amount is exact decimal digits. Instead of nothing, a promise may say
 * that it has no length.
 */
export function wholeAmount(
  context: CheckContext,
  digits: string,
  times: number,
  amount: AmountNode,
  isPromise = false,
): number | null {
  const [whole = '0', fraction = ''] = digits.split('.');
  const scale = 10 ** fraction.length;
  if (spanOf(Number(digits), amount) > LONGEST) {
    report(context, 'time/too-long', amount.span, { amount: digits, unit: amount.unit, years: YEARS });
    return null;
  }
  const scaled = Number(whole + fraction) * times;
  if (!Number.isSafeInteger(scaled) || scaled % scale !== 0) {
    report(context, 'time/not-whole', amount.span, { amount: digits, unit: amount.unit });
    return null;
  }
  if (scaled === 0) {
    report(context, 'time/zero', amount.span, { amount: textOf(context, amount.span), isPromise });
    return null;
  }
  return scaled / scale;
}

/** An amount of elapsed time in seconds, for places where nothing else makes sense. */
export function elapsedSeconds(context: CheckContext, amount: AmountNode): number | null {
  const unit = checkUnit(context, amount);
  if (unit === null) return null;
  if (unit.kind === 'elapsed') return wholeAmount(context, amount.amount, unit.seconds, amount);
  if (unit.kind === 'days' && unit.unit === 'calendar day') {
    return wholeAmount(context, amount.amount, unit.times * DAY, amount);
  }
  report(context, 'simulation/not-elapsed', amount.span, { unit: amount.unit });
  return null;
}
