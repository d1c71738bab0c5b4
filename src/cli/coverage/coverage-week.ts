import type { Calendar } from '../../engine/index.ts';
import type { PlanCalendarBody, PlanCivilHours } from '../../plan/model.ts';
import { dateSetTest } from '../../time/date-set.ts';
import type { EpochDay, InstantMs, ZoneTable } from '../../time/types.ts';
import { localToInstant, wallClockAt } from '../../time/zone-arithmetic.ts';
import { weekdayOf } from '../../time/civil-date.ts';
import type { CoverageDay, HourCell } from '../../tui/index.ts';
import { calendarDays, civilParts } from '../calendar/week.ts';
import { durationInWords } from '../calendar/week-text.ts';
import { weekdayName } from '../local-time.ts';

const HOUR_MS = 3_600_000;

/**
 * The seven dates of a week as the clock of a zone shows them, an hour of that clock a cell.
 * @throws {HorizonError} where the calendar knows nothing of a date.
 */
export function coverageWeek(
  calendar: Calendar,
  body: PlanCalendarBody,
  zone: ZoneTable,
  monday: EpochDay,
  zoneNamed: (name: string) => ZoneTable | null,
): readonly CoverageDay[] {
  const limited = limitedTest(civilParts(body), zoneNamed);
  return calendarDays(calendar, body, zone, monday, 7).map((day, index) => {
    const from = localToInstant(zone, monday + index, 0);
    const to = localToInstant(zone, monday + index + 1, 0);
    return {
      date: day.date,
      weekday: weekdayName(day.weekday),
      hours: hourCells(zone, from, to, day.open, limited),
      open: durationInWords(day.openMs),
      notes: day.notes,
    };
  });
}

function hourCells(
  zone: ZoneTable,
  from: InstantMs,
  to: InstantMs,
  open: readonly { readonly from: InstantMs; readonly to: InstantMs }[],
  isLimited: (at: InstantMs) => boolean,
): readonly HourCell[] {
  const cells = Array.from({ length: 24 }, () => ({ ms: 0, openMs: 0, limitedMs: 0 }));
  // Pieces that lie within an hour of the clock and do not straddle a change of it.
  const changes = zone.transitions.map((second) => second * 1000).filter((at) => at > from && at < to);
  for (let at = from; at < to;) {
    const { daySeconds } = wallClockAt(zone, at);
    const cell = cells[Math.floor(daySeconds / 3600)];
    const hourEnd = at + HOUR_MS - (daySeconds % 3600) * 1000;
    const end = Math.min(to, hourEnd, ...changes.filter((change) => change > at));
    if (cell === undefined) break;
    cell.ms += end - at;
    for (const stretch of open) {
      const [first, last] = [Math.max(at, stretch.from), Math.min(end, stretch.to)];
      if (first >= last) continue;
      cell.openMs += last - first;
      if (isLimited(first)) cell.limitedMs += last - first;
    }
    at = end;
  }
  return cells.map(({ ms, openMs, limitedMs }): HourCell => ({
    open: openMs === 0 ? 'shut' : openMs < ms ? 'in part' : 'open',
    limited: limitedMs > 0 && limitedMs === openMs,
    clock: ms === 0 ? 'skipped' : ms < HOUR_MS ? 'cut' : ms > HOUR_MS ? 'doubled' : 'usual',
  }));
}

/** Whether an open instant lies in hours that admit only some tickets, by the clocks of the calendars themselves. */
function limitedTest(
  parts: readonly PlanCivilHours[],
  zoneNamed: (name: string) => ZoneTable | null,
): (at: InstantMs) => boolean {
  const tests = parts.flatMap((part) => {
    const zone = zoneNamed(part.zone);
    const seasons = part.seasons.map((season) => ({ ...season, holds: dateSetTest(season.dates) }));
    if (part.limited.length === 0 && seasons.every((season) => season.limited.length === 0)) return [];
    if (zone === null) return [];
    return [
      (at: InstantMs): boolean => {
        const { epochDay, daySeconds } = wallClockAt(zone, at);
        const season = seasons.findLast((one) => one.holds(epochDay));
        return (season?.limited ?? part.limited).some(({ week }) =>
          (week[weekdayOf(epochDay) - 1] ?? []).some(({ from, to }) => from <= daySeconds && daySeconds < to),
        );
      },
    ];
  });
  return (at) => tests.some((test) => test(at));
}
