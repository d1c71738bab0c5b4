import type { InstantMs } from '../../time/types.ts';
import { endOfTerm } from './find-stretch.ts';
import { datesEnding, type Term } from './term.ts';

/** How long pauses of a line may last at most: each by itself, or all of a clock together. */
export interface PauseCap {
  readonly term: Term;
  readonly of: 'each' | 'together';
}

/** When a pause that begins is over for its cap, of which others have used up so much. */
export function endOfCap({ term, of }: PauseCap, used: number, at: InstantMs): InstantMs {
  if (of === 'each' || used === 0) return endOfTerm(term, at);
  if (term.kind === 'hours') return term.measure.add(at, Math.max(term.budget - used, 0));
  if (term.kind === 'pick') return at;
  const count = term.limit.count - used;
  return count <= 0 ? at : endOfTerm({ ...term, limit: { ...term.limit, count } }, at);
}

/** What a pause takes of its cap: time by the cap's calendar, or the dates that end in it. */
export function takenOfCap({ term }: PauseCap, from: InstantMs, to: InstantMs): number {
  if (term.kind === 'hours') return term.measure.between(from, to);
  return term.kind === 'days' ? datesEnding(term, from, to) : 0;
}
