import { expect, it } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { accountForHours } from '../../src/explain/account-for-hours.ts';
import { lower } from '../../src/plan/lower.ts';
import { contractWith } from '../check/contract-with.ts';
import { at } from '../plan/calendar-of-text.ts';

it('a window between zones is counted up to its end by the other clock, and named', () => {
  const plan = lower(
    contractWith(`calendar Desk {
  open Mon 08:00 in Asia/Tokyo .. Fri 17:00 in America/New_York
  dates of America/New_York
  holidays none
}`),
  );
  const calendar = plan.calendars.findIndex(({ name }) => name === 'Desk');
  const stretches = accountForHours(
    loadPlan(plan),
    { kind: 'hours', seconds: 7200, calendar },
    at('2026-06-12T20:00Z'),
  );
  const counted = stretches.filter((stretch) => stretch.counted);
  expect(counted.map(({ from, to }) => [from, to])).toEqual([
    [at('2026-06-12T20:00Z'), at('2026-06-12T21:00Z')],
    [at('2026-06-14T23:00Z'), at('2026-06-15T00:00Z')],
  ]);
  expect(counted[0]?.reason).toContain('Mon 08:00 in Asia/Tokyo .. Fri 17:00 in America/New_York');
});
