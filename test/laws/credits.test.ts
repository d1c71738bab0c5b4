/** What misses give under caps: the engine keeps sums as fractions, the reference gives one coin at a time. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { creditsOf } from '../../src/engine/money/credits.ts';
import { lower } from '../../src/plan/lower.ts';
import { creditCoins } from '../../src/reference/index.ts';
import { checkText } from '../check/findings.ts';
import { LAW, runs } from './against-reference.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-02-20T00:00Z');
const UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;

const clause = fc
  .record({
    each: fc.integer({ min: 1, max: 40 }),
    caps: fc
      .uniqueArray(fc.constantFrom('ticket', ...UNITS), { maxLength: 3 })
      .chain((of) =>
        fc.tuple(
          ...of.map((each) =>
            fc.integer({ min: 0, max: 90 }).map((most) => `at most EUR ${most} per ${each}`),
          ),
        ),
      ),
  })
  .map(({ each, caps }) => [`credit EUR ${each} per missed respond`, ...caps].join(', '));

const misses = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 * 24 * 60 }), { maxLength: 25 })
  .chain((minutes) =>
    fc.tuple(
      ...minutes
        .sort((a, b) => a - b)
        .map((minute) =>
          fc.constantFrom('A', 'B', 'C').map((ticket) => ({ ticket, at: START + minute * MINUTE })),
        ),
    ),
  );

describe('credits', () => {
  it(
    'are given as coins are, one by one, until a cap is reached; and are never more than is due',
    () => {
      fc.assert(
        fc.property(
          clause,
          misses,
          fc.constantFrom('Europe/Berlin', 'America/New_York', 'UTC'),
          (said, told, zone) => {
            const { contract } = checkText(`contract "Law" { zone ${zone}; currency EUR }
clock respond { starts on opened; stops on reply; reopen never }
plan A {
  targets { respond; all 1 h }
  ${said}
}
`);
            const checked = contract.plans[0]?.credits[0];
            const engine = loadPlan(lower(contract));
            const plan = engine.plan.plans[0];
            if (checked === undefined || plan === undefined) throw new Error('there is no credit');
            const { credits } = creditsOf(plan, {
              engine,
              points: [],
              promises: [],
              misses: told.map((miss) => ({
                ...miss,
                metric: 'respond',
                keptAt: null,
                key: { severity: -1, region: -1, channel: -1, type: -1, facts: [] },
                promise: null,
                factOf: () => undefined,
                claimed: null,
              })),
              outages: [],
              availability: () => [],
              attained: () => [],
              claimedFor: () => null,
              claimedForMisses: () => null,
              feeOf: () => null,
              priceOf: () => null,
              factOf: () => undefined,
              ground: { zone: engine.zone(zone), start: null },
              now: START,
            });
            const coins = credits.map(({ gives }) => (gives.kind === 'money' ? gives.amount.valueOf() : NaN));
            expect(coins).toEqual(creditCoins(checked, told, zone));
            for (const { gives, due, cappedBy } of credits) {
              if (gives.kind !== 'money' || due.kind !== 'money') throw new Error('money is due');
              expect(gives.amount.compare(due.amount)).toBe(cappedBy === null ? 0 : -1);
            }
          },
        ),
        runs(150),
      );
    },
    LAW.timeout,
  );
});
