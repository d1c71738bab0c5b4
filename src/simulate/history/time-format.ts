/**
 * Reading the times of a log. A format is `iso`, `unix seconds`, `unix milliseconds`, or a pattern such as
 * `d/m/yyyy HH:MM`:
 *
 *     yyyy yy     year; `yy` is a year of this century
 *     m mm        month; directly after the hour, minutes
 *     mmm         month by its name, or the beginning of it, in English, French, German or Spanish
 *     d dd        day of the month
 *     h hh        hour, 0 to 23; with `AM` in the pattern, 1 to 12
 *     s ss        second
 *     f           fraction of a second, any number of digits
 *     AM          `AM` or `PM`
 *     Z           offset from UTC: `Z`, `+02:00`, `+0200`
 *
 * Letters may be written in either case. A single letter takes one or two digits, a double one exactly two.
 * Anything else stands for itself.
 */
import { epochDayOf, isCivilDate } from '../../time/civil-date.ts';
import { parseReading } from '../../time/iso-instant.ts';
import type { InstantMs } from '../../time/types.ts';
import { MS_PER_DAY, MS_PER_SECOND } from '../../time/units.ts';
import { monthOf } from './month-names.ts';
import { scanTimePattern } from './time-pattern.ts';
import type { PatternStep } from './time-pattern.ts';

/**
 * The instant that a text names, NaN when it names none. Where the text is finer than a millisecond the answer lies
 * half a millisecond after the last whole one, so that a start rounds down (`Math.floor`) and a stop up (`Math.ceil`).
 */
export type TimeReader = (text: string) => InstantMs;

/** The instant at which a wall clock of the log's zone reads a time: days since 1970 and seconds of the day. */
export type LocalClock = (epochDay: number, daySeconds: number) => InstantMs;

export type CompiledTimeFormat =
  | { readonly ok: true; readonly read: TimeReader; readonly needsZone: boolean }
  | { readonly ok: false; readonly message: string; readonly help: string };

const HALF = 0.5;

/** @param clock null where the mapping names no zone; local times are then unreadable */
export function compileTimeFormat(format: string, clock: LocalClock | null): CompiledTimeFormat {
  switch (format.toLowerCase()) {
    case 'iso':
      return { ok: true, read: (text) => readIso(text, clock), needsZone: false };
    case 'unix seconds':
      return { ok: true, read: (text) => readNumber(text, MS_PER_SECOND), needsZone: false };
    case 'unix milliseconds':
      return { ok: true, read: (text) => readNumber(text, 1), needsZone: false };
    default: {
      const pattern = scanTimePattern(format);
      if (!pattern.ok) return pattern;
      const needsZone = !pattern.steps.some((step) => step.kind === 'offset');
      return { ok: true, read: (text) => readPattern(text, pattern.steps, clock), needsZone };
    }
  }
}

function readIso(text: string, clock: LocalClock | null): InstantMs {
  const parsed = parseReading(text);
  if (!parsed.ok) return NaN;
  const { epochDay, daySeconds, ms, offset } = parsed.reading;
  const finer = /[.,]\d{3}\d*[1-9]/.test(text) ? HALF : 0;
  if (offset !== null) return epochDay * MS_PER_DAY + (daySeconds - offset) * MS_PER_SECOND + ms + finer;
  return clock === null ? NaN : clock(epochDay, daySeconds) + ms + finer;
}

function readNumber(text: string, msPerUnit: number): InstantMs {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return NaN;
  const ms = Number(text) * msPerUnit;
  const whole = Math.round(ms);
  // A product such as 1456708601.007 * 1000 is a hair off a whole number without being finer than one.
  return Math.abs(ms - whole) < 1e-3 ? whole : Math.floor(ms) + HALF;
}

function readPattern(text: string, steps: readonly PatternStep[], clock: LocalClock | null): InstantMs {
  let [year, month, day, hour, minute, second, ms, finer] = [0, 0, 0, 0, 0, 0, 0, 0];
  let afternoon: boolean | null = null;
  let offset: number | null = null;
  let at = 0;
  for (const step of steps) {
    switch (step.kind) {
      case 'text':
        if (text[at] !== step.text) return NaN;
        at += 1;
        break;
      case 'number': {
        let value = 0;
        let digits = 0;
        while (digits < step.most) {
          const digit = text.charCodeAt(at + digits) - 48;
          if (!(digit >= 0 && digit <= 9)) break;
          value = value * 10 + digit;
          digits += 1;
        }
        if (digits < step.least) return NaN;
        at += digits;
        if (step.field === 'year') year = step.most === 2 ? 2000 + value : value;
        else if (step.field === 'month') month = value;
        else if (step.field === 'day') day = value;
        else if (step.field === 'hour') hour = value;
        else if (step.field === 'minute') minute = value;
        else second = value;
        break;
      }
      case 'month name': {
        const name = /^\p{L}+\.?/u.exec(text.slice(at))?.[0] ?? '';
        month = monthOf(name);
        at += name.length;
        break;
      }
      case 'fraction': {
        const digits = /^\d+/.exec(text.slice(at))?.[0] ?? '';
        if (digits === '') return NaN;
        ms = Number(digits.slice(0, 3).padEnd(3, '0'));
        finer = /[1-9]/.test(digits.slice(3)) ? HALF : 0;
        at += digits.length;
        break;
      }
      case 'half day': {
        const half = text.slice(at, at + 2).toUpperCase();
        if (half !== 'AM' && half !== 'PM') return NaN;
        afternoon = half === 'PM';
        at += 2;
        break;
      }
      case 'offset': {
        const match = /^(?:Z|([+-])(\d{2}):?(\d{2}))/i.exec(text.slice(at));
        if (match === null) return NaN;
        const size = Number(match[2] ?? 0) * 3600 + Number(match[3] ?? 0) * 60;
        offset = match[1] === '-' ? -size : size;
        at += match[0].length;
        break;
      }
    }
  }
  if (at !== text.length || !isCivilDate(year, month, day)) return NaN;
  if (afternoon !== null) {
    if (hour < 1 || hour > 12) return NaN;
    hour = (hour % 12) + (afternoon ? 12 : 0);
  }
  const daySeconds = hour * 3600 + minute * 60 + second;
  if (minute > 59 || second > 59 || daySeconds * MS_PER_SECOND + ms > MS_PER_DAY) return NaN;
  const epochDay = epochDayOf(year, month, day);
  if (offset !== null) return epochDay * MS_PER_DAY + (daySeconds - offset) * MS_PER_SECOND + ms + finer;
  return clock === null ? NaN : clock(epochDay, daySeconds) + ms + finer;
}
