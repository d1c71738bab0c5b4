import type { Palette } from '../../diagnostics/palette.ts';
import { formatTimeOfDay } from '../../time/iso-instant.ts';
import type { InstantMs, ZoneTable } from '../../time/types.ts';
import { wallClockAt } from '../../time/zone-arithmetic.ts';
import { weekdayName } from '../local-time.ts';
import type { CalendarDay } from './week.ts';

const HOUR_MS = 3_600_000;
const RULER = '0     6     12    18    24';

/**
 * Dates as people look at them, a line each: a bar of the day's hours, the hours, their sum, and what is special.
 *
 *     Sun 2026-03-08  ·········█████████·······  09:00-18:00  9 h  clocks go forward from 02:00 to 03:00
 */
export function renderDays(days: readonly CalendarDay[], zone: ZoneTable, palette: Palette): string {
  const hours = days.map((day) => hoursInWords(day, zone));
  const sums = days.map((day) => durationInWords(day.openMs));
  const width = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length));
  const [hoursWidth, sumWidth] = [width(hours), width(sums)];
  const lines = days.map((day, index) => {
    const cells = [
      `${weekdayName(day.weekday)} ${day.date}`,
      bar(day, zone, palette),
      (hours[index] ?? '').padEnd(hoursWidth),
      (sums[index] ?? '').padStart(sumWidth),
      palette.warning(day.notes.join('; ')),
    ];
    return `  ${cells.join('  ').trimEnd()}\n`;
  });
  return `${' '.repeat(18)}${palette.faint(RULER)}\n${lines.join('')}`;
}

/** `8 h`, `7 h 30 min`, `closed`. */
export function durationInWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ];
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return words.length === 0 ? 'closed' : words.join(' ');
}

function hoursInWords(day: CalendarDay, zone: ZoneTable): string {
  return day.open.map(({ from, to }) => `${clock(zone, from)}-${endClock(zone, to)}`).join(', ');
}

function clock(zone: ZoneTable, instant: InstantMs): string {
  return formatTimeOfDay(wallClockAt(zone, instant).daySeconds);
}

/** The end of a stretch within a date: midnight is 24:00. */
function endClock(zone: ZoneTable, instant: InstantMs): string {
  const { daySeconds } = wallClockAt(zone, instant);
  return formatTimeOfDay(daySeconds === 0 ? 86_400 : daySeconds);
}

/** A character an hour by the wall clock: open throughout, in part, not at all. */
function bar(day: CalendarDay, zone: ZoneTable, palette: Palette): string {
  const open = new Array<number>(24).fill(0);
  for (const { from, to } of day.open) {
    for (let at = from; at < to;) {
      const { daySeconds } = wallClockAt(zone, at);
      const hour = Math.floor(daySeconds / 3600);
      const end = Math.min(to, at + HOUR_MS - (daySeconds % 3600) * 1000);
      open[hour] = (open[hour] ?? 0) + end - at;
      at = end;
    }
  }
  return open
    .map((ms) => (ms >= HOUR_MS ? palette.good('█') : ms > 0 ? palette.good('▄') : palette.faint('·')))
    .join('');
}
