/** A seeded part of the job over all zones: `npm run zones` takes every zone and every change of its offset. */
import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../laws/questions.ts';
import { randomFrom } from '../laws/random.ts';
import { judgeZone, type ZoneVerdict } from './judge-zone.ts';

const SEED = 4;
const ZONES = 30;

const sum = (verdicts: readonly ZoneVerdict[], of: (verdict: ZoneVerdict) => number): number =>
  verdicts.reduce((total, verdict) => total + of(verdict), 0);

describe('thirty zones of the runtime', { timeout: 240_000 }, () => {
  it('come out as in the reference, in random calendars around changes of their offsets', () => {
    const random = randomFrom(SEED);
    const waiting = [...Intl.supportedValuesOf('timeZone')];
    const verdicts = Array.from({ length: ZONES }, () => {
      const [zone] = waiting.splice(random.below(waiting.length), 1) as [string];
      return judgeZone(zone, { seed: SEED, calendars: 1, questions: 80 }, () => random.below(12) === 0);
    });
    expect(verdicts.flatMap((verdict) => verdict.differences)).toEqual([]);
    // Zones differ from runtime to runtime; but a slice of next to nothing would say nothing.
    expect(sum(verdicts, ({ transitions }) => transitions)).toBeGreaterThan(600);
    expect(sum(verdicts, ({ agreed }) => agreed)).toBeGreaterThan(3000);
    for (const op of OPERATIONS)
      expect(
        sum(verdicts, ({ agreedOn }) => agreedOn[op]),
        op,
      ).toBeGreaterThan(60);
  });
});
