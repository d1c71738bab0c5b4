import type { DateRangeNode } from '../syntax/tree.ts';
import type { Span } from '../text/source.ts';
import { type CheckContext, report } from './context.ts';

/**
 * Hours of dates that are named follow `on`; a line that begins with `every`, or gives no hours, has none. One way of
 * writing it, so that two lines which say the same look the same.
 */
export function checkOn(
  context: CheckContext,
  on: Span | null,
  dates: readonly DateRangeNode[],
  givesHours: boolean,
): void {
  const [first] = dates;
  if (first === undefined) return;
  const isEvery = first.kind !== 'dates' || first.every;
  const wants = givesHours && !isEvery;
  if (wants && on === null) report(context, 'calendar/on-before-dates', first.span, { wants });
  if (!wants && on !== null) report(context, 'calendar/on-before-dates', on, { wants });
}
