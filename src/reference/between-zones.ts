import type { WindowBetweenZones } from '../check/calendar-model.ts';
import type { CivilDate, DaySeconds, InstantMs, Weekday } from '../time/types.ts';
import { plusDays, wallClock, type WallClock } from './wall-clock.ts';

/** Dates to either side in which the start and the end of a window that holds a moment are looked for. */
const NEAR = 9;

/**
 * Whether a window whose ends are read in zones of their own holds a moment: of its starts, one lies at or before the
 * moment, and the first end after that start lies after the moment.
 */
export function betweenZones({ window, fromZone, toZone }: WindowBetweenZones): (t: InstantMs) => boolean {
  const [opening, closing] = [wallClock(fromZone), wallClock(toZone)];
  const near = new Map<CivilDate, { readonly starts: readonly number[]; readonly ends: readonly number[] }>();

  return (t) => {
    const { date } = opening.read(t);
    let found = near.get(date);
    if (found === undefined) {
      found = {
        starts: moments(opening, window.fromDay, window.fromTime, date),
        ends: moments(closing, window.toDay, window.toTime, date),
      };
      near.set(date, found);
    }
    const { starts, ends } = found;
    return starts.some((start) => start <= t && ends.every((end) => end <= start || end > t));
  };
}

/** When a clock reads a time of a weekday, on the dates near one. */
function moments(clock: WallClock, weekday: Weekday, time: DaySeconds, date: CivilDate): readonly number[] {
  return Array.from({ length: 2 * NEAR + 1 }, (_, i) => plusDays(date, i - NEAR))
    .filter((each) => (new Date(`${each}T00:00:00Z`).getUTCDay() + 6) % 7 === weekday - 1)
    .map((each) => clock.find(each, time * 1000));
}
