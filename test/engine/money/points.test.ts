import { describe, expect, test } from 'vitest';
import { creditsOf } from '../../../src/engine/money/credits.ts';
import { pointsIn } from '../../../src/engine/money/credit-grounds.ts';
import { rightsOf } from '../../../src/engine/money/rights.ts';
import { formatInstantIn } from '../../../src/time/iso-instant.ts';
import { basisOf, brief, instant, type Told } from './credited.ts';

const PRICE = 'price EUR 1000 per month, billed monthly';
const of = (severity: number, day: string, ticket: string) => ({
  ticket,
  at: instant(`2026-${day}T10:00+02:00`),
  key: { severity, region: -1, channel: -1, type: -1, facts: [] },
});

function regime(clauses: string, told: Told) {
  const { plan, basis } = basisOf(`${PRICE}\n  ${clauses}`, told);
  const { credits } = creditsOf(plan, basis);
  const rights = rightsOf(plan.rights, basis, credits, {
    start: instant('2026-02-01T00:00+01:00'),
    end: basis.now,
  });
  return {
    points: pointsIn(basis).map(({ measure }) => measure.valueOf()),
    credits: credits.map(brief),
    rights: rights.map(({ at }) => formatInstantIn(basis.ground.zone, at).slice(5, 10)),
  };
}

const POINTS = `points 4 per missed respond for P1
  points 1 per missed respond for P2`;

describe('points', () => {
  test('are given for misses by severity, and each gives its credit', () => {
    const misses = [of(0, '04-03', 'A'), of(1, '04-05', 'B')];
    // Four points of one per cent and one: EUR 40 and EUR 10.
    expect(regime(`${POINTS}\n  credit 1% of "the monthly fee" per point`, { misses })).toMatchObject({
      points: [4, 1],
      credits: ['EUR 40.00', 'EUR 10.00'],
    });
  });

  test('of a month are added up, and give by bands', () => {
    const bands = `${POINTS}
  credit of "the monthly fee" by points per month gives 2% for 1 to 4 | 5% for 5 to 7 | 10% for 8 or more`;
    expect(
      regime(bands, { misses: [of(0, '04-03', 'A'), of(1, '04-05', 'B'), of(1, '05-05', 'C')] }).credits,
    ).toEqual(['EUR 50.00', 'EUR 20.00']);
    expect(regime(bands, { misses: [of(0, '04-03', 'A'), of(0, '04-05', 'B')] }).credits).toEqual([
      'EUR 100.00',
    ]);
  });

  test('come from what was attained, by bands', () => {
    const shares = `attain 95% of respond per month of tickets closed, except none, overall
  points by attained respond per month gives 1 below 95% | 3 below 90%
  credit EUR 25 per point, at most EUR 50 per month`;
    const attained = [
      { at: '2026-04-10T10:00+02:00', percent: '94' },
      { at: '2026-05-10T10:00+02:00', percent: '89' },
    ];
    // The second: three points are EUR 75, of which the cap leaves 50; it is of May, though it arises with June.
    expect(regime(shares, { attained })).toMatchObject({
      points: [1, 3],
      credits: ['EUR 25.00', 'EUR 50.00 of EUR 75.00'],
    });
  });

  test('give a right when so many come together', () => {
    const right = `${POINTS}
  right "to terminate" when 9 or more points in any 3 months`;
    const misses = [of(0, '04-03', 'A'), of(0, '05-05', 'B'), of(1, '06-05', 'C')];
    expect(regime(right, { misses }).rights).toEqual(['07-01']);
    expect(regime(right, { misses: misses.slice(0, 2) }).rights).toEqual([]);
  });
});
