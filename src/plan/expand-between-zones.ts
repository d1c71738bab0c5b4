import type { PlanBetweenZones } from './calendar-model.ts';
import { weekdayOf } from '../time/civil-date.ts';
import { edgesOf, intersection } from '../time/interval-set.ts';
import type { EpochDay, Weekday, ZoneTable } from '../time/types.ts';
import { MS_PER_SECOND, SECONDS_PER_DAY } from '../time/units.ts';
import { localToInstant } from '../time/zone-arithmetic.ts';

/** No window is longer than a week, and no clock more than a day off UTC. */
export const BETWEEN_ZONES_DAYS = 9;

/**
 * The stretches of windows between zones in `[from, to)` (seconds since 1970) as sorted edges.
 *
 *     Tokyo        Mon 08:00 |
 *     New York               |                          | Fri 17:00
 *     open                   |--------------------------|
 */
export function expandBetweenZones(
  { windows }: PlanBetweenZones,
  zoneOf: (name: string) => ZoneTable,
  from: number,
  to: number,
): number[] {
  const first = Math.floor(from / SECONDS_PER_DAY) - BETWEEN_ZONES_DAYS;
  const last = Math.floor(to / SECONDS_PER_DAY) + 1;
  const stretches = windows.flatMap((window) => {
    const starts = instantsOf(zoneOf(window.fromZone), window.fromDay, window.fromTime, first, last);
    const ends = instantsOf(
      zoneOf(window.toZone),
      window.toDay,
      window.toTime,
      first,
      last + BETWEEN_ZONES_DAYS,
    );
    let next = 0;
    return starts.flatMap((start) => {
      while (next < ends.length && (ends[next] as number) <= start) next += 1;
      const end = ends[next];
      return end === undefined ? [] : [{ from: start, to: end }];
    });
  });
  return intersection(edgesOf(stretches), [from, to]);
}

/** When a zone's clock reads a time of a weekday, in seconds since 1970, for the dates from one to another. */
function instantsOf(
  zone: ZoneTable,
  weekday: Weekday,
  time: number,
  first: EpochDay,
  last: EpochDay,
): readonly number[] {
  // Beyond its span the table's outermost offsets stand in; the calendar's horizon keeps what hangs on them out.
  const endless: ZoneTable = { ...zone, from: -Infinity, to: Infinity };
  const found: number[] = [];
  for (let day = first + ((weekday - weekdayOf(first) + 7) % 7); day <= last; day += 7)
    found.push(localToInstant(endless, day, time) / MS_PER_SECOND);
  return found;
}
