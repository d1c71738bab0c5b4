import type { WeekWindow } from '../check/model.ts';
import type { DayInterval } from '../time/types.ts';
import type { PlanWeek } from './calendar-model.ts';

const DAY = 86_400;

/**
 * Windows of the week cut at midnight: seven lists, Monday first, each sorted, disjoint and merged.
 *
 *     Fri 17:00 .. Mon 09:00   ->   Fri 17:00-24:00, Sat 00:00-24:00, Sun 00:00-24:00, Mon 00:00-09:00
 *
 * Bound to the day of opening they stay whole, and run past 24:00 of the day on which they begin. A window of the whole
 * week opens anew each day.
 */
export function weekOf(
  windows: readonly WeekWindow[],
  bound: 'each date' | 'day of opening' = 'each date',
): PlanWeek {
  const days: DayInterval[][] = [[], [], [], [], [], [], []];
  for (const window of windows) {
    const from = (window.fromDay - 1) * DAY + window.fromTime;
    let to = (window.toDay - 1) * DAY + window.toTime;
    if (to <= from) to += 7 * DAY;
    if (bound === 'day of opening' && to - from < 7 * DAY) {
      days[window.fromDay - 1]?.push({ from: window.fromTime, to: window.fromTime + to - from });
      continue;
    }
    for (let at = from; at < to;) {
      const day = Math.floor(at / DAY);
      const end = Math.min(to, (day + 1) * DAY);
      days[day % 7]?.push({ from: at - day * DAY, to: end - day * DAY });
      at = end;
    }
  }
  return days.map(merge);
}

function merge(intervals: readonly DayInterval[]): readonly DayInterval[] {
  const merged: DayInterval[] = [];
  for (const next of [...intervals].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = merged[merged.length - 1];
    if (last !== undefined && next.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    } else merged.push(next);
  }
  return merged;
}
