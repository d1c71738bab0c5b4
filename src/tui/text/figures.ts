import { durationWords } from '../../report/duration-words.ts';
import { percentDigits } from '../../report/share-words.ts';

/** Figures in words: the same words as in the text report, with no room to spare. */

/** `12,345`. */
export function countText(count: number): string {
  return String(Math.trunc(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Whole tickets out of whole tickets: `90.4%`. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? 'none' : percentText(part / whole);
}

/** `90.4%`; only all is `100.0%` and only nothing is `0.0%`. */
export function percentText(share: number): string {
  return `${percentDigits(share)}%`;
}

/** `90.6-92.8`, in percent; all is `100` here and nothing `0`, so that it is never longer. */
export function intervalText({ low, high }: { readonly low: number; readonly high: number }): string {
  const end = (share: number): string => percentDigits(share).replace(/^(100|0)\.0$/, '$1');
  return `${end(low)}-${end(high)}`;
}

/** Words with their times to whole seconds, cut as clocks are read: what is left out is less than one. */
export function wholeSeconds(words: string): string {
  return words
    .replace(/\b0\.\d+ s\b/g, 'under 1 s')
    .replace(/(\d+)\.\d+ s\b/g, '$1 s')
    .replace(/(?<=min|h) (?:0|under 1) s\b/g, '');
}

/** An elapsed time: `3 d 4 h`, `2 h 10 min`, `45 s`. */
export function elapsedText(ms: number): string {
  return durationWords(ms);
}

/** The largest unit alone, for narrow columns: `3 d`, `25 h`, `40 min`. */
export function shortElapsedText(ms: number): string {
  return /^-?\d+ \w+/.exec(durationWords(ms))?.[0] ?? durationWords(ms);
}
