import { formatCivilDate, parseCivilDate, weekdayOf } from '../time/civil-date.ts';
import type { InstantMs, ZoneTable } from '../time/types.ts';
import { dateExists, localToInstant, wallClockAt } from '../time/zone-arithmetic.ts';
import type { WallClock, WallReading } from './model.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The wall clock of a zone, by its table of offsets. An instant outside the table is shown in UTC and says so. */
export function zoneWallClock(table: ZoneTable): WallClock {
  const utc: ZoneTable = { zone: 'UTC', from: -Infinity, to: Infinity, transitions: [], offsets: [0] };
  const covers = (at: InstantMs): boolean => at >= table.from * 1000 && at < table.to * 1000;
  return {
    zone: table.zone,
    read: (at) => (covers(at) ? readAt(table, at, '') : readAt(utc, at, 'Z')),
    instantOf: (date, daySeconds) => {
      const day = parseCivilDate(date);
      // Midnight of a zone is up to a day from that of UTC: what the table may not reach to is left alone.
      if (day === null || !covers((day - 1) * 86_400_000) || !covers((day + 1) * 86_400_000)) return null;
      if (!dateExists(table, day)) return null;
      return localToInstant(table, day, daySeconds);
    },
  };
}

function readAt(table: ZoneTable, at: InstantMs, suffix: string): WallReading {
  if (!Number.isFinite(at)) return { weekday: '', date: 'never', time: '' };
  const { epochDay, daySeconds } = wallClockAt(table, at);
  const part = (value: number): string => String(value).padStart(2, '0');
  const time = [daySeconds / 3600, (daySeconds / 60) % 60, daySeconds % 60].map((value) =>
    part(Math.trunc(value)),
  );
  return {
    weekday: weekdays[weekdayOf(epochDay) - 1] ?? '',
    date: formatCivilDate(epochDay),
    time: time.join(':') + suffix,
  };
}
