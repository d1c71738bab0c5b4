import { assertNever } from '../../text/assert-never.ts';
import type { DurationUnit } from './mapping.ts';

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];

/** Reads lengths of time, in ms; NaN for a text that is none. */
export function durationReader(unit: DurationUnit): (text: string) => number {
  switch (unit) {
    case 'seconds':
      return (text) => readNumber(text) * SECOND;
    case 'minutes':
      return (text) => readNumber(text) * MINUTE;
    case 'hours':
      return (text) => readNumber(text) * HOUR;
    case 'h:mm:ss':
      return (text) => {
        const match = /^(\d+):([0-5]\d)(?::([0-5]\d))?$/.exec(text.trim());
        if (match === null) return NaN;
        return Number(match[1]) * HOUR + Number(match[2]) * MINUTE + Number(match[3] ?? 0) * SECOND;
      };
    default:
      return assertNever(unit);
  }
}

function readNumber(text: string): number {
  return /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : NaN;
}
