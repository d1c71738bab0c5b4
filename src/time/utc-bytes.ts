import { epochDayOf, isCivilDate } from './civil-date.ts';
import type { EpochDay, InstantMs } from './types.ts';
import { MS_PER_DAY, MS_PER_SECOND, SECONDS_PER_MINUTE } from './units.ts';

const MS_PER_MINUTE = SECONDS_PER_MINUTE * MS_PER_SECOND;

const [PLUS, DASH, POINT, COLON, T, Z, ZERO] = [43, 45, 46, 58, 84, 90, 48] as const;
/** No zone of today is further from UTC; what claims to be is read with more care. */
const FURTHEST_HOUR = 13;

/**
 * Reads instants as programs write them, `2026-06-01T08:00:00Z`, from the bytes of a text: with or without seconds and whole
 * milliseconds, in UTC or at an offset such as `+02:00`. A class, since the dates of a log come many times in a row, and the
 * last one stands ready.
 */
export class UtcBytes {
  /** Where the text ends that was read last. */
  end = 0;
  #date = -1;
  #epochDay: EpochDay = 0;

  /** The instant that begins at a place; NaN for everything else, which is read with more care. */
  read(bytes: Uint8Array, from: number): InstantMs {
    const day = this.#dayAt(bytes, from);
    if (bytes[from + 10] !== T || bytes[from + 13] !== COLON) return NaN;
    const hour = twoDigits(bytes, from + 11);
    const minute = twoDigits(bytes, from + 14);
    let at = from + 16;
    let ms = 0;
    if (bytes[at] === COLON) {
      const second = twoDigits(bytes, at + 1);
      if (!(second < 60)) return NaN;
      ms = second * MS_PER_SECOND;
      at += 3;
      if (bytes[at] === POINT) {
        ms += twoDigits(bytes, at + 1) * 10 + digit(bytes, at + 3);
        at += 4;
      }
    }
    if (!(hour < 24 && minute < 60)) return NaN;
    const zone = bytes[at];
    let offset = 0;
    if (zone === Z) at += 1;
    else if ((zone === PLUS || zone === DASH) && bytes[at + 3] === COLON) {
      const hours = twoDigits(bytes, at + 1);
      const minutes = twoDigits(bytes, at + 4);
      if (!(hours <= FURTHEST_HOUR && minutes < 60)) return NaN;
      offset = (hours * 60 + minutes) * (zone === PLUS ? 1 : -1);
      at += 6;
    } else return NaN;
    this.end = at;
    return day * MS_PER_DAY + (hour * 60 + minute - offset) * MS_PER_MINUTE + ms;
  }

  #dayAt(bytes: Uint8Array, from: number): EpochDay {
    if (bytes[from + 4] !== DASH || bytes[from + 7] !== DASH) return NaN;
    const year = twoDigits(bytes, from) * 100 + twoDigits(bytes, from + 2);
    const month = twoDigits(bytes, from + 5);
    const day = twoDigits(bytes, from + 8);
    const date = year * 10_000 + month * 100 + day;
    if (date === this.#date) return this.#epochDay;
    // What is no digit makes it NaN, which is no date.
    if (!isCivilDate(year, month, day)) return NaN;
    this.#date = date;
    this.#epochDay = epochDayOf(year, month, day);
    return this.#epochDay;
  }
}

function digit(bytes: Uint8Array, at: number): number {
  const value = (bytes[at] as number) - ZERO;
  return value >= 0 && value <= 9 ? value : NaN;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  return digit(bytes, at) * 10 + digit(bytes, at + 1);
}
