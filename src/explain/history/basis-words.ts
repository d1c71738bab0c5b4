import type { InstantMs } from '../../time/types.ts';
import { amountWords } from '../amount-words.ts';
import type { Reason } from '../civil-reason.ts';
import type { ClockChange, ClockStory } from './clock-story.ts';

/** What changed, in words: `raised to P1`. */
export function changeWords({ of, severity }: ClockChange): string {
  switch (of) {
    case 'raise':
      return `raised to ${severity}`;
    case 'lower':
      return `lowered to ${severity}`;
    case 'correction':
      return `corrected to ${severity}`;
    case 'completion':
      return `rated ${severity} by its full description`;
    default:
      return of;
  }
}

/** What a change does to the clock, in words. */
export function effectWords(change: ClockChange): string {
  const { before, after, line, isOther } = change;
  if (after === null) return 'nothing is promised any more';
  const words = wordsOf(after);
  if (!isOther) {
    return line.basis.kind === 'keep old' && after.cell.promises !== before?.cell.promises
      ? `the promise stays ${before === null ? 'as it was' : wordsOf(before)}`
      : 'the promise is the same';
  }
  const both = line.earlierOfBoth ? ', or when it was due before, whichever is earlier' : '';
  return `${words}, ${basisWords(change)}${both}`;
}

function wordsOf({ cell }: NonNullable<ClockChange['after']>): string {
  return cell.target.words.replace(/\s+/g, ' ');
}

function basisWords({ line: { basis } }: ClockChange): string {
  switch (basis.kind) {
    case 'from open':
      return 'counted over the whole time from the start of the clock';
    case 'from change':
      return 'counted from here';
    case 'from event':
      return `counted from \`${basis.event}\``;
    case 'keep elapsed':
      return 'and what was counted stays counted';
    case 'proportional':
      return 'of which the same share is left';
    case 'keep old':
      return 'and the promise of before is kept';
  }
}

/** Why time before counting began does not count, or counts as a share. */
export function basisReason({ changes, anchor, by }: ClockStory, to: InstantMs, credit: number): Reason {
  if (to === anchor && by !== null) {
    const { promise } = by.cell.target;
    if (promise.kind === 'relative') {
      return { reason: `counted from when ${promise.metric} is due`, origin: by.cell.target.origin };
    }
    if (promise.kind === 'awaited') {
      return { reason: `counted from ${promise.of.name}`, origin: by.cell.target.origin };
    }
  }
  const change = changes.findLast((each) => each.isOther && each.at <= to) ?? changes[0];
  if (change === undefined) return { reason: 'before counting begins', origin: null };
  const { origin, basis } = change.line;
  if (credit > 0) {
    return {
      reason: `the share used so far comes to ${amountWords(credit, 'ms')} of the new promise`,
      origin,
    };
  }
  const from = basis.kind === 'from event' ? `\`${basis.event}\`` : 'the change';
  return { reason: `counted from ${from}: ${changeWords(change)}`, origin };
}
