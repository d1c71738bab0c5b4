/** A seeded part of the scan: `npm run scan` takes a hundred pairs and says how many minutes it looked at. */
import { describe, expect, it } from 'vitest';
import { scanPairs } from './scan-pairs.ts';

const SEED = 20_260_612;
const PAIRS = Math.ceil(4 * Number(process.env['SURETY_LAW_RUNS'] ?? 1));

describe(
  `a scan of ${PAIRS} random pairs of promises, minute by minute over three years`,
  { timeout: 600_000 },
  () => {
    it('finds the verdicts, the waits and the gaps that are worked out without one', () => {
      const { differences, proved, refuted, kinds } = scanPairs(SEED, PAIRS);
      expect(differences).toEqual([]);
      expect(proved).toBeGreaterThan(0);
      expect(refuted).toBeGreaterThan(0);
      expect(kinds.size).toBeGreaterThan(2);
    });
  },
);
