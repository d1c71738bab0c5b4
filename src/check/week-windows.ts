import type { OpenNode, WeekWindowNode } from '../syntax/tree.ts';
import type { WindowBetweenZones } from './calendar-model.ts';
import { checkTime, checkZoneName, textOf, weekdayName } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import type { WeekWindow } from './model.ts';

const DAY = 86_400;
const WEEK = 7 * DAY;

/** The windows of an `open` line, or of `24x5`, which lasts five days; null where one of them is none. */
export function checkOpen(context: CheckContext, clause: OpenNode): readonly WeekWindow[] | null {
  const whole = checkWindows(context, clause.windows);
  if (whole === null) return null;
  if (clause.fiveDays !== null && !(whole.length === 1 && lengthOf(whole[0] as WeekWindow) === 5 * DAY)) {
    report(context, 'calendar/24x5-not-five-days', clause.span, { window: textOf(context, clause.span) });
    return null;
  }
  return whole;
}

/** A window whose ends are read in zones of their own; null where the line is no such window, or it is none. */
export function checkBetweenZones(
  context: CheckContext,
  { windows, fiveDays, span }: OpenNode,
): WindowBetweenZones | null {
  const [node] = windows;
  if (node === undefined || node.zones === null) return null;
  const fromZone = checkZoneName(context, node.zones.from);
  const toZone = checkZoneName(context, node.zones.to);
  const window = checkWindow(context, { ...node, zones: null });
  if (fromZone === null || toZone === null || window === null) return null;
  if (fiveDays !== null && !(fromZone === toZone && lengthOf(window) === 5 * DAY)) {
    report(context, 'calendar/24x5-not-five-days', span, { window: textOf(context, span) });
    return null;
  }
  return { window, fromZone, toZone };
}

/** Windows of the week; null where one of them is none. */
export function checkWindows(
  context: CheckContext,
  nodes: readonly WeekWindowNode[],
): readonly WeekWindow[] | null {
  const windows = nodes.map((window) => checkWindow(context, window));
  return windows.includes(null) ? null : (windows as WeekWindow[]);
}

function checkWindow(context: CheckContext, node: WeekWindowNode): WeekWindow | null {
  const { fromDay, toDay } = node;
  if (node.zones !== null) {
    report(context, 'calendar/between-zones-here', node.span, { window: textOf(context, node.span) });
    return null;
  }
  const fromTime = checkTime(context, node.fromTime);
  const toTime = checkTime(context, node.toTime);
  if (fromTime === null || toTime === null) return null;
  if (fromDay === toDay && fromTime === toTime) {
    report(context, 'time/empty-window', node.span, { window: textOf(context, node.span) });
    return null;
  }
  return { fromDay, fromTime, toDay, toTime };
}

/** Seconds of a window on the wall clock. */
export function lengthOf(window: WeekWindow): number {
  const from = (window.fromDay - 1) * DAY + window.fromTime;
  const to = (window.toDay - 1) * DAY + window.toTime;
  return to > from ? to - from : to - from + WEEK;
}

/** Windows of one `open` line that overlap are most often a slip; lines may, since they add up. */
export function checkOverlaps(context: CheckContext, clause: OpenNode, windows: readonly WeekWindow[]): void {
  const spans = windows
    .map((window, i) => {
      const from = (window.fromDay - 1) * DAY + window.fromTime;
      return { from, to: from + lengthOf(window), node: clause.windows[i] };
    })
    .sort((a, b) => a.from - b.from);
  const [first] = spans;
  // The week is a circle: what runs past its end meets what it begins with.
  if (first !== undefined) spans.push({ ...first, from: first.from + WEEK });
  for (let i = 1; i < spans.length; i++) {
    const earlier = spans[i - 1];
    const later = spans[i];
    if (earlier?.node === undefined || later?.node === undefined || later.from >= earlier.to) continue;
    report(
      context,
      'calendar/overlapping-hours',
      later.node.span,
      {
        first: textOf(context, earlier.node.span),
        second: textOf(context, later.node.span),
        day: weekdayName(later.node.fromDay),
      },
      [{ message: 'the other window', place: { source: context.source, span: earlier.node.span } }],
    );
    return;
  }
}
