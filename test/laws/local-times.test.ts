/** What a wall clock shows and when it shows it, by zone table and by luxon, around changes of offset above all. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallClock } from '../../src/reference/wall-clock.ts';
import { epochDayOfDate, formatCivilDate } from '../../src/time/civil-date.ts';
import { localToInstant, wallClockAt } from '../../src/time/zone-arithmetic.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';
import { LAW, runs } from './against-reference.ts';
import { focusArbitrary, zoneArbitrary } from './calendar-arbitrary.ts';

const MINUTE = 60_000;

/** A zone and a wall-clock time that it shows, skips or repeats within a day and a bit of the focus. */
const localTimes = zoneArbitrary.chain((zone) =>
  fc.record({
    zone: fc.constant(zone),
    focus: focusArbitrary(zone),
    minutes: fc.oneof(fc.integer({ min: -150, max: 150 }), fc.integer({ min: -1600, max: 1600 })),
    ms: fc.constantFrom(0, 1, 59_999),
  }),
);

describe('a wall clock', LAW, () => {
  it('shows at an instant what luxon shows', () => {
    fc.assert(
      fc.property(localTimes, ({ zone, focus, minutes, ms }) => {
        const instant = Math.floor(focus / MINUTE) * MINUTE + minutes * MINUTE + ms;
        const shown = wallClockAt(lookUpZone(zone, 1970, 2100), instant);
        const { date, time } = wallClock(zone).read(instant);
        expect(formatCivilDate(shown.epochDay)).toBe(date);
        expect(shown.daySeconds * 1000 + shown.ms).toBe(time * 1000 + ms);
      }),
      runs(500),
    );
  });

  it('shows a time first, or would have but for a gap, when a walk over luxon’s minutes finds it', () => {
    fc.assert(
      fc.property(localTimes, ({ zone, focus, minutes, ms }) => {
        // The time shown so many minutes from the focus if the clock ran on as before, so gaps and folds are hit.
        const clock = wallClock(zone);
        const before = clock.read(focus - 1);
        const wanted = epochDayOfDate(before.date) * 1440 + before.time / 60 + minutes;
        const date = Math.floor(wanted / 1440);
        const time = (wanted - date * 1440) * MINUTE + ms;
        const found = localToInstant(
          lookUpZone(zone, 1970, 2100),
          date,
          Math.floor(time / 1000),
          time % 1000,
        );
        expect(found).toBe(clock.find(formatCivilDate(date), time));
      }),
      runs(300),
    );
  });
});
