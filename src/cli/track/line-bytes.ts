import type { EpochDay, InstantMs } from '../../time/types.ts';
import { MS_PER_DAY, MS_PER_SECOND } from '../../time/units.ts';
import { formatInstantUtc } from '../../time/iso-instant.ts';

const FIRST_SIZE = 1 << 16;
const [COLON, Z, QUOTE, ZERO] = [58, 90, 34, 48] as const;
const ASCII_END = 128;
const MOST_DATES = 4096;
const NULL = Buffer.from('null');

/**
 * Lines of JSON as they are put together, in bytes: texts of many parts would each be made, joined and turned into bytes, for
 * millions of lines whose parts are nearly all the same.
 */
export class LineBytes {
  #bytes = Buffer.allocUnsafe(FIRST_SIZE);
  #at = 0;
  /** Texts of dates that were written lately, since those of one history are few. */
  readonly #dates = new Map<EpochDay, Uint8Array>();

  /** What was written since it was last taken; it is the taker's. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#at);
    this.#bytes = Buffer.allocUnsafe(Math.max(FIRST_SIZE, this.#at + (this.#at >> 1)));
    this.#at = 0;
    return taken;
  }

  /** Bytes that are known. */
  put(part: Uint8Array): void {
    const { length } = part;
    if (this.#at + length > this.#bytes.length) this.#grow(length);
    this.#bytes.set(part, this.#at);
    this.#at += length;
  }

  /** A text as it is. */
  text(text: string): void {
    const { length } = text;
    if (this.#at + 3 * length > this.#bytes.length) this.#grow(3 * length);
    let at = this.#at;
    for (let i = 0; i < length; i += 1) {
      const code = text.charCodeAt(i);
      if (code >= ASCII_END) {
        this.#at += this.#bytes.write(text, this.#at);
        return;
      }
      this.#bytes[at] = code;
      at += 1;
    }
    this.#at = at;
  }

  /** A whole number from 0 on is written digit by digit, any other as JSON has it; null as `null`. */
  number(value: number | null): void {
    if (value === null) this.put(NULL);
    else if (Number.isInteger(value) && value >= 0 && value < 1e9) this.#digits(value);
    else this.text(String(value));
  }

  /** Milliseconds, in seconds. */
  seconds(ms: number | null): void {
    this.number(ms === null ? null : ms / MS_PER_SECOND);
  }

  /** `"2026-06-01T08:00:00Z"`, or `null`. */
  instant(instant: InstantMs | null): void {
    if (instant === null) {
      this.put(NULL);
      return;
    }
    const day = Math.floor(instant / MS_PER_DAY);
    const ms = instant - day * MS_PER_DAY;
    if (ms % MS_PER_SECOND !== 0) {
      this.text(`"${formatInstantUtc(instant)}"`);
      return;
    }
    const time = ms / MS_PER_SECOND;
    const minutes = Math.floor(time / 60);
    const hours = Math.floor(minutes / 60);
    if (this.#at + 32 > this.#bytes.length) this.#grow(32);
    const bytes = this.#bytes;
    let at = this.#at;
    const date = this.#dates.get(day) ?? this.#dateOf(day);
    for (let i = 0; i < date.length; i += 1) bytes[at + i] = date[i] as number;
    at += date.length;
    at = two(bytes, at, hours);
    bytes[at] = COLON;
    at = two(bytes, at + 1, minutes - hours * 60);
    bytes[at] = COLON;
    at = two(bytes, at + 1, time - minutes * 60);
    bytes[at] = Z;
    bytes[at + 1] = QUOTE;
    this.#at = at + 2;
  }

  #dateOf(day: EpochDay): Uint8Array {
    const date = dateBytes(day);
    if (this.#dates.size === MOST_DATES) this.#dates.clear();
    this.#dates.set(day, date);
    return date;
  }

  #digits(value: number): void {
    if (this.#at + 10 > this.#bytes.length) this.#grow(10);
    const bytes = this.#bytes;
    let power = 1;
    while (power * 10 <= value) power *= 10;
    let rest = value;
    let at = this.#at;
    for (; power >= 1; power /= 10) {
      const digit = Math.floor(rest / power);
      bytes[at] = ZERO + digit;
      at += 1;
      rest -= digit * power;
    }
    this.#at = at;
  }

  #grow(by: number): void {
    const grown = Buffer.allocUnsafe(2 * (this.#bytes.length + by));
    grown.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = grown;
  }
}

function two(bytes: Uint8Array, at: number, value: number): number {
  const tens = Math.floor(value / 10);
  bytes[at] = ZERO + tens;
  bytes[at + 1] = ZERO + value - 10 * tens;
  return at + 2;
}

/** `"2026-06-01T`. */
function dateBytes(day: EpochDay): Uint8Array {
  const text = formatInstantUtc(day * MS_PER_DAY);
  return Buffer.from(`"${text.slice(0, text.indexOf('T') + 1)}`);
}
