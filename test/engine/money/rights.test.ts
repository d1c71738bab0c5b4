import { describe, expect, test } from 'vitest';
import { creditsOf } from '../../../src/engine/money/credits.ts';
import { rightsOf } from '../../../src/engine/money/rights.ts';
import { formatInstantIn } from '../../../src/time/iso-instant.ts';
import { basisOf, brief, instant, type Told } from './credited.ts';

const SHARE = 'attain 95% of respond per month of tickets closed, except none, overall';

/** The rights that arose from the beginning of February on, by the date on which they did, each with the months that were bad. */
function arisen(clauses: string, told: Told, start = '2026-02-01T00:00+01:00') {
  const { plan, basis } = basisOf(clauses, told);
  const credits = creditsOf(plan, basis).credits;
  const rights = rightsOf(plan.rights, basis, credits, { start: instant(start), end: basis.now });
  const date = (at: number) => formatInstantIn(basis.ground.zone, at).slice(5, 10);
  return rights.map(({ by, at, periods, useBefore, effectFrom }) => ({
    text: by.text,
    at: date(at),
    bad: periods.map(({ from }) => date(from)).join(' '),
    useBefore: useBefore === null ? null : date(useBefore),
    effectFrom: effectFrom === null ? null : date(effectFrom),
  }));
}
const dates = (clauses: string, told: Told) => arisen(clauses, told).map(({ at }) => at);

/** What was attained in the months of 2026, from February on. */
const months = (...percents: readonly string[]) => ({
  attained: percents.map((percent, i) => ({
    at: `2026-${String(i + 2).padStart(2, '0')}-10T10:00+02:00`,
    percent,
  })),
});

describe('a right after bad months in a row', () => {
  const right = `${SHARE}
  right "to terminate" when attained respond fails in 3 months in a row, used within 60 calendar days, notice 30 calendar days`;

  test('arises at the end of the third, and again with each further one', () => {
    // February to May are bad.
    const told = months('94', '90', '80', '94.99', '95', '90', '90');
    expect(arisen(right, told).map(({ at, bad }) => [at, bad])).toEqual([
      ['05-01', '02-01 03-01 04-01'],
      ['06-01', '03-01 04-01 05-01'],
    ]);
  });

  test('can be used for sixty days, and takes effect thirty days after', () => {
    // The 1st of May and sixty days: the end of the 29th of June.
    expect(arisen(right, months('94', '90', '80'))).toMatchObject([
      { text: 'to terminate', at: '05-01', useBefore: '06-30', effectFrom: '05-31' },
    ]);
  });

  test('does not arise where a month between has no tickets, or is not over', () => {
    const gap = { attained: months('90', '90', '95', '90').attained.filter((_, i) => i !== 2) };
    expect(dates(right, gap)).toEqual([]);
    expect(dates(right, { ...months('90', '90', '90'), now: '2026-04-30T23:59+02:00' })).toEqual([]);
    expect(dates(right, { ...months('90', '90', '90'), now: '2026-05-01T00:00+02:00' })).toEqual(['05-01']);
  });
});

describe('a right after some bad months of several', () => {
  const right = `${SHARE}
  right "to terminate" when attained respond below 90% in 2 of 4 months`;

  test('looks back as many months as it says', () => {
    // Bad: February and May, four months with both; then June, with May.
    expect(dates(right, months('89', '95', '95', '89', '90', '95'))).toEqual(['06-01']);
    // February and June lie five months apart.
    expect(dates(right, months('89', '95', '95', '95', '89', '95'))).toEqual([]);
  });

  test('goes by the figure that it names, of which the figure itself is not below', () => {
    expect(dates(right, months('90', '90', '90', '94'))).toEqual([]);
    expect(dates(right.replace('below 90%', 'fails'), months('94', '94', '95', '94'))).toEqual([
      '04-01',
      '06-01',
    ]);
  });
});

describe('a right by what was missed', () => {
  const misses = (...at: readonly string[]) => ({ misses: at.map((day) => `2026-${day}T10:00+02:00`) });

  test('counts the misses of a month, or of several together', () => {
    const right = 'right "to escalate" when 3 or more missed respond in any month';
    expect(dates(right, misses('04-03', '04-05', '05-06'))).toEqual([]);
    expect(dates(right, misses('04-03', '04-05', '04-06'))).toEqual(['05-01']);
    const together = right.replace('any month', 'any 3 months');
    expect(arisen(together, misses('04-03', '04-05', '06-06')).map(({ at, bad }) => [at, bad])).toEqual([
      ['07-01', '04-01 05-01 06-01'],
    ]);
    expect(dates(together, misses('04-03', '04-05', '07-06'))).toEqual([]);
  });

  test('arises once, though the months that follow have the same misses in them', () => {
    const right = 'right "to escalate" when 3 or more missed respond in any 3 months';
    expect(dates(right, misses('04-03', '04-05', '04-06'))).toEqual(['05-01']);
  });

  test('may have several cases, and arises once where two of them hold', () => {
    const right =
      'right "to leave" when 5 or more missed respond in any month or 1 or more missed respond in 2 months in a row';
    expect(dates(right, misses('04-01', '04-02', '04-03', '04-04', '04-05', '05-06'))).toEqual([
      '05-01',
      '06-01',
    ]);
  });
});

test('a right by credits arises when they reach so much', () => {
  const clauses = `price EUR 100 per month, billed monthly
  credit EUR 30 per missed respond
  right "to terminate" when credits reach 60% of "the monthly fee" in any month or credits reach EUR 90 in any 2 months`;
  const told = (...at: readonly string[]) => ({ misses: at.map((day) => `2026-${day}T10:00+02:00`) });
  expect(dates(clauses, told('04-03'))).toEqual([]);
  expect(dates(clauses, told('04-03', '04-05'))).toEqual(['05-01']);
  expect(dates(clauses, told('04-03', '05-05', '05-06'))).toEqual(['06-01']);
});

test('a right by availability goes by what is promised, or by a figure', () => {
  const clauses = (
    failing: string,
  ) => `availability "the API" 99.9% per month of real time, outage from "down" to "up", counted per started 1 min
  right "to terminate" when availability of "the API" ${failing} in 2 of 3 months`;
  // 44 minutes of the 43,200 of a month of thirty days are more than 0.1 %.
  const outages = ['2026-04-03', '2026-06-03'].map((day) => ({
    from: `${day}T10:00+02:00`,
    to: `${day}T10:44+02:00`,
  }));
  expect(dates(clauses('fails'), { outages })).toEqual(['07-01']);
  expect(dates(clauses('below 99.8%'), { outages })).toEqual([]);
});

describe('a credit that is earned back', () => {
  const bands = `price EUR 100 per month, billed monthly
  ${SHARE}
  credit of "the monthly fee" by attained respond per month gives 5% below 95%, earned back after 2 months kept`;
  const back = (told: Told) => {
    const { plan, basis } = basisOf(bands, told);
    return creditsOf(plan, basis).credits.map((credit) => [
      brief(credit),
      credit.earnedBack === null ? null : formatInstantIn(basis.ground.zone, credit.earnedBack).slice(5, 10),
    ]);
  };

  test('is so at the end of the months after it, where all of them were as promised', () => {
    expect(back(months('90', '95', '96'))).toEqual([['EUR 5.00', '05-01']]);
    expect(back(months('90', '95', '94', '95', '95'))).toEqual([
      ['EUR 5.00', null],
      ['EUR 5.00', '07-01'],
    ]);
  });

  test('is not yet while they are not over; a month without tickets is as promised', () => {
    expect(back({ ...months('90', '95', '96'), now: '2026-04-30T10:00+02:00' })).toEqual([
      ['EUR 5.00', null],
    ]);
    expect(back(months('90'))).toEqual([['EUR 5.00', '05-01']]);
  });
});
