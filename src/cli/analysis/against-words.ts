import type { Later } from '../../analyze/later-than.ts';
import { durationWords } from '../../report/duration-words.ts';
import type { ZoneTable } from '../../time/types.ts';
import { instantWords } from './opened-words.ts';

/** How much of the time a promise is later (or earlier) than another, by how much at most, and when. */
export function apartWords(
  side: Later | null,
  which: 'later' | 'earlier',
  spanMs: number,
  zone: ZoneTable,
): string {
  if (side === null) return 'never';
  const share = side.ms === spanMs ? 'always' : `${shareWords(side.ms, spanMs)} of the time`;
  const { opened, due, otherDue } = side.widest;
  if (due === Infinity) return `${share}: ${which === 'later' ? 'no deadline' : 'it has a deadline'}`;
  return `${share}, by up to ${durationWords(due - otherDue)}, opened ${instantWords(zone, opened)}`;
}

/** A share of all instants, never rounded to all or to none of them. */
export function shareWords(part: number, whole: number): string {
  const percent = Math.round((part / whole) * 1000) / 10;
  if (part > 0 && percent === 0) return 'under 0.1%';
  return part < whole && percent === 100 ? 'over 99.9%' : `${percent.toFixed(1)}%`;
}
