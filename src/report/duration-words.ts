import { groupDigits } from '../text/group-digits.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Elapsed time as people say it, in its two largest units: `40 s`, `12 min`, `2 h 15 min`, `3 d 4 h`. A day is 24
 * hours here, never a business day. Rounded to the smaller unit shown, half up; what is more than nothing is never
 * shown as nothing.
 *
 * @param ms may be negative
 */
export function durationWords(ms: number): string {
  if (ms < 0) return `-${durationWords(-ms)}`;
  if (ms > 0 && ms < SECOND) return 'under 1 s';
  const minutes = Math.round(ms / MINUTE) * MINUTE;
  if (minutes < HOUR) {
    const seconds = Math.round(ms / SECOND) * SECOND;
    return seconds < MINUTE
      ? amount(seconds, SECOND, 's')
      : two(seconds < 10 * MINUTE ? seconds : minutes, MINUTE, 'min', SECOND, 's');
  }
  if (minutes < DAY) return two(minutes, HOUR, 'h', MINUTE, 'min');
  return two(Math.round(ms / HOUR) * HOUR, DAY, 'd', HOUR, 'h');
}

function two(ms: number, large: number, largeUnit: string, small: number, smallUnit: string): string {
  const rest = ms % large;
  const whole = amount(ms, large, largeUnit);
  return rest === 0 ? whole : `${whole} ${amount(rest, small, smallUnit)}`;
}

function amount(ms: number, unit: number, name: string): string {
  return `${groupDigits(Math.floor(ms / unit))} ${name}`;
}
