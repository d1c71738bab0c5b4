import { MS_PER_SECOND, SECONDS_PER_DAY } from '../time/units.ts';
import type { DaySeconds, ZoneTable } from '../time/types.ts';
import { segmentAt, wallClockAt } from '../time/zone-arithmetic.ts';
import type { Span } from './piece.ts';

/** Every instant of a span at which the clock of a zone may read one of some times, on any date; and few besides. */
export function readingsOnEachDate(
  zone: ZoneTable,
  { from, to }: Span,
  times: readonly DaySeconds[],
): readonly number[] {
  const instants: number[] = [];
  // A clock that is put back over midnight reads the date before again.
  const first = wallClockAt(zone, from).epochDay - 1;
  const last = wallClockAt(zone, to - 1).epochDay + 1;
  let segment = segmentAt(zone, (first - 1) * SECONDS_PER_DAY);
  for (let date = first; date <= last; date += 1) {
    for (const time of times) {
      const local = date * SECONDS_PER_DAY + time;
      // No offset reaches a full day, so the segments that can show this reading lie within a day of it.
      while ((zone.transitions[segment] ?? Infinity) < local - SECONDS_PER_DAY) segment += 1;
      for (let i = segment; i < zone.offsets.length; i += 1) {
        instants.push((local - (zone.offsets[i] as number)) * MS_PER_SECOND);
        if ((zone.transitions[i] ?? Infinity) > local + SECONDS_PER_DAY) break;
      }
    }
  }
  return instants;
}

/** The instants of a span at which the clock of a zone is changed. */
export function transitionsIn(zone: ZoneTable, { from, to }: Span): readonly number[] {
  const instants: number[] = [];
  for (let i = segmentAt(zone, Math.floor(from / MS_PER_SECOND)); i < zone.transitions.length; i += 1) {
    const transition = (zone.transitions[i] as number) * MS_PER_SECOND;
    if (transition >= to) break;
    instants.push(transition);
  }
  return instants;
}

/** What a clock reads just before and at each of its changes, in seconds since 1970 by that clock, within limits. */
export function readingsOf(zone: ZoneTable, from: number, to: number): readonly number[] {
  const readings: number[] = [];
  const { transitions, offsets } = zone;
  for (let i = segmentAt(zone, from - SECONDS_PER_DAY - 1); i < transitions.length; i += 1) {
    const transition = transitions[i] as number;
    if (transition > to + SECONDS_PER_DAY) break;
    for (const offset of [offsets[i] as number, offsets[i + 1] as number]) {
      if (transition + offset >= from && transition + offset <= to) readings.push(transition + offset);
    }
  }
  return readings;
}
