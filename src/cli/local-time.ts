import { formatOffset } from '../time/fixed-zone.ts';
import { formatCivilDate, weekdayOf } from '../time/civil-date.ts';
import { formatTimeOfDay } from '../time/iso-instant.ts';
import type { InstantMs, Weekday, ZoneTable } from '../time/types.ts';
import { offsetAt, wallClockAt } from '../time/zone-arithmetic.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

export function weekdayName(weekday: Weekday): string {
  return WEEKDAYS[weekday - 1] ?? '';
}

/** `Fri 2026-06-12 23:15 +03:00`: as people look at it, and exact. Seconds only where there are any. */
export function formatForPeople(table: ZoneTable, instant: InstantMs): string {
  return `${formatLocalTime(table, instant)} ${formatOffset(offsetAt(table, instant))}`;
}

/** The same without the offset, for where it is said beside. */
export function formatLocalTime(table: ZoneTable, instant: InstantMs): string {
  const { epochDay, daySeconds, ms } = wallClockAt(table, instant);
  const fraction = ms === 0 ? '' : `.${String(ms).padStart(3, '0')}`;
  const time = formatTimeOfDay(daySeconds, ms !== 0) + fraction;
  return `${weekdayName(weekdayOf(epochDay))} ${formatCivilDate(epochDay)} ${time}`;
}
