/** Instants read and written as ISO 8601. */
import { civilFieldsOf, epochDayOf, formatCivilDate, isCivilDate } from './civil-date.ts';
import { formatOffset, parseFixedZone } from './fixed-zone.ts';
import { MS_PER_DAY, MS_PER_SECOND, SECONDS_PER_DAY } from './units.ts';
import { offsetAt } from './zone-arithmetic.ts';
import type { DaySeconds, EpochDay, InstantMs, ZoneTable } from './types.ts';

/** An instant, or why there is none: `reason` reads on from the text that was given. */
export type ParsedInstant =
  { readonly ok: true; readonly instant: InstantMs } | { readonly ok: false; readonly reason: string };

/** A wall-clock reading that says nothing about where. */
export interface LocalReading {
  readonly epochDay: EpochDay;
  readonly daySeconds: DaySeconds;
  readonly ms: number;
  /** Seconds east of UTC; null when the text has none. */
  readonly offset: number | null;
}

export type ParsedReading =
  { readonly ok: true; readonly reading: LocalReading } | { readonly ok: false; readonly reason: string };

const READING =
  /^(\d{4})-(\d{2})-(\d{2})[T ]((\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?)\s?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * Reads `2026-06-01T08:00-04:00`, with seconds and a fraction of them if need be; `T` may be a space. An offset
 * (`Z`, `+02:00`, `+0200`, `+02`) is needed: a local time without a zone is not an instant. What is finer than a
 * millisecond rounds `down`, or `up` for an instant at which something stopped.
 */
export function parseInstant(text: string, rounding: 'down' | 'up' = 'down'): ParsedInstant {
  const plain = parsePlainUtc(text, 0, text.length);
  if (!Number.isNaN(plain)) return { ok: true, instant: plain };
  const parsed = parseReading(text, rounding);
  if (!parsed.ok) return parsed;
  const { epochDay, daySeconds, ms, offset } = parsed.reading;
  if (offset === null) return { ok: false, reason: 'it has no offset from UTC, such as `Z` or `+02:00`' };
  return { ok: true, instant: epochDay * MS_PER_DAY + (daySeconds - offset) * MS_PER_SECOND + ms };
}

/**
 * `2026-06-01T08:00Z`, with seconds and whole milliseconds if need be, as it stands in a text from one place to another:
 * as programs write it. NaN for everything else, which is read with more care. Logs of millions of lines are why this is
 * here.
 */
export function parsePlainUtc(text: string, from: number, to: number): InstantMs {
  const length = to - from;
  const has = (place: number, code: number) => text.charCodeAt(from + place) === code;
  if ((length !== 17 && length !== 20 && length !== 24) || !has(length - 1, Z)) return NaN;
  if (!has(4, DASH) || !has(7, DASH) || !has(10, T) || !has(13, COLON)) return NaN;
  if (length > 17 && !has(16, COLON)) return NaN;
  if (length > 20 && !has(19, POINT)) return NaN;
  const year = digitsAt(text, from, 4);
  const month = digitsAt(text, from + 5, 2);
  const day = digitsAt(text, from + 8, 2);
  const hour = digitsAt(text, from + 11, 2);
  const minute = digitsAt(text, from + 14, 2);
  const second = length > 17 ? digitsAt(text, from + 17, 2) : 0;
  const ms = length > 20 ? digitsAt(text, from + 20, 3) : 0;
  if (!(hour < 24 && minute < 60 && second < 60) || !isCivilDate(year, month, day)) return NaN;
  return (
    epochDayOf(year, month, day) * MS_PER_DAY + (hour * 3600 + minute * 60 + second) * MS_PER_SECOND + ms
  );
}

const [DASH, POINT, COLON, T, Z] = [45, 46, 58, 84, 90] as const;

/** A whole number of so many decimal digits; NaN where anything else stands there. */
function digitsAt(text: string, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Reads a date and time of day, with or without an offset. `24:00` is the end of the date. */
export function parseReading(text: string, rounding: 'down' | 'up' = 'down'): ParsedReading {
  const match = READING.exec(text);
  if (match === null)
    return { ok: false, reason: 'it is not a date and time such as `2026-06-01T08:00:00Z`' };
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (!isCivilDate(year, month, day)) {
    return { ok: false, reason: `there is no date ${match[1]}-${match[2]}-${match[3]}` };
  }
  const [hour, minute, second] = [Number(match[5]), Number(match[6]), Number(match[7] ?? 0)];
  const ms = parseFraction(match[8] ?? '', rounding);
  const daySeconds = hour * 3600 + minute * 60 + second;
  if (minute > 59 || second > 59 || daySeconds + ms / MS_PER_SECOND > SECONDS_PER_DAY) {
    return { ok: false, reason: `there is no time of day ${match[4]}` };
  }
  const offset = match[9] === undefined ? null : parseOffset(match[9]);
  if (offset === undefined) return { ok: false, reason: `there is no offset ${match[9]}` };
  return { ok: true, reading: { epochDay: epochDayOf(year, month, day), daySeconds, ms, offset } };
}

function parseFraction(digits: string, rounding: 'down' | 'up'): number {
  const ms = Number(digits.slice(0, 3).padEnd(3, '0'));
  return rounding === 'up' && /[1-9]/.test(digits.slice(3)) ? ms + 1 : ms;
}

function parseOffset(text: string): number | undefined {
  if (text.toUpperCase() === 'Z') return 0;
  const digits = text.slice(1).replace(':', '').padEnd(4, '0');
  return parseFixedZone(`${text[0]}${digits.slice(0, 2)}:${digits.slice(2)}`) ?? undefined;
}

/**
 * Writes `YYYY-MM-DDTHH:MM:SSZ`; a fraction of a second only where there is one.
 * @throws {RangeError} for what is no whole number of milliseconds.
 */
export function formatInstantUtc(instant: InstantMs): string {
  return `${formatLocal(instant)}Z`;
}

/**
 * Writes `2026-06-01T16:00:00-04:00`: the wall clock of a zone and its offset at that instant.
 * @throws {OutsideZoneError} outside the span of the zone's table.
 */
export function formatInstantIn(table: ZoneTable, instant: InstantMs): string {
  const offset = offsetAt(table, instant);
  return formatLocal(instant + offset * MS_PER_SECOND) + formatOffset(offset);
}

/** Texts of dates that were written lately, since those of one history are few. */
const dates = new Map<EpochDay, string>();
const MOST_DATES = 4096;

function formatLocal(localMs: number): string {
  const epochDay = Math.floor(localMs / MS_PER_DAY);
  let date = dates.get(epochDay);
  if (date === undefined) {
    if (!Number.isFinite(localMs)) throw noInstant(localMs);
    if (dates.size === MOST_DATES) dates.clear();
    date = `${formatCivilDate(epochDay)}T`;
    dates.set(epochDay, date);
  }
  const msOfDay = localMs - epochDay * MS_PER_DAY;
  const ms = msOfDay % MS_PER_SECOND;
  const time = date + formatTimeOfDay(Math.floor(msOfDay / MS_PER_SECOND), true);
  if (ms === 0) return time;
  if (!Number.isInteger(ms)) throw noInstant(localMs);
  return `${time}.${String(ms).padStart(3, '0')}`;
}

function noInstant(ms: number): RangeError {
  return new RangeError(`an instant is a whole number of milliseconds since 1970, and ${ms} is none`);
}

/** Writes `HH:MM`, and `HH:MM:SS` where there are seconds or `withSeconds` asks for them; 86400 is `24:00`. */
export function formatTimeOfDay(daySeconds: DaySeconds, withSeconds = false): string {
  const hoursAndMinutes = `${twoDigits(Math.floor(daySeconds / 3600))}:${twoDigits(Math.floor(daySeconds / 60) % 60)}`;
  const seconds = daySeconds % 60;
  return withSeconds || seconds !== 0 ? `${hoursAndMinutes}:${twoDigits(seconds)}` : hoursAndMinutes;
}

const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

function twoDigits(value: number): string {
  return TWO_DIGITS[value] as string;
}

/** Year of an instant in UTC. */
export function utcYearOf(instant: InstantMs): number {
  return civilFieldsOf(Math.floor(instant / MS_PER_DAY)).year;
}
