import type { PartOfDayNode } from '../syntax/tree.ts';
import type { DayInterval } from '../time/types.ts';
import { checkHours, checkTime, textOf } from './check-time.ts';
import { type CheckContext, report } from './context.ts';

/** What a row of a holiday set closes, told from its day: of the day itself (0), or of the one before it (-1). */
export interface ClosedPart {
  readonly day: 0 | -1;
  readonly closed: DayInterval;
}

const DAY = 86_400;

/** What is closed of each day of a row; null, and a finding, where there is no such time or nothing is left closed. */
export function checkPartOfDay(
  context: CheckContext,
  part: PartOfDayNode | null,
): readonly ClosedPart[] | null {
  if (part === null) return [{ day: 0, closed: { from: 0, to: DAY } }];
  if (part.kind === 'hours') {
    const closed = checkHours(context, part.hours);
    return closed === null ? null : [{ day: 0, closed }];
  }
  const from = part.kind === 'until' ? 0 : checkTime(context, part.from);
  const written = part.kind === 'from' ? null : part.until;
  const to = written === null ? DAY : checkTime(context, written);
  if (from === null || to === null) return null;
  const begins = part.kind === 'from the day before' ? 0 : from;
  const isEmpty = begins >= to || from >= DAY;
  if (isEmpty) {
    const { span } = part.kind === 'until' ? part.until : part.from;
    report(context, 'time/empty-window', span, { window: textOf(context, span) });
    return null;
  }
  const own: ClosedPart = { day: 0, closed: { from: begins, to } };
  return part.kind === 'from the day before' ? [{ day: -1, closed: { from, to: DAY } }, own] : [own];
}
