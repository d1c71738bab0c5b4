import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { availabilityOf, type StatedShare } from '../../../src/engine/money/availability.ts';
import { instant, loaded } from './credited.ts';

const MONTHLY =
  'availability "the API" 99% per month of real time, outage from "down" to "up", counted per started 1 min';
const berlin = (text: string) => instant(`2026-${text}+02:00`);

interface Told {
  readonly outages?: readonly (readonly [from: string, to: string, reason?: string])[];
  readonly stated?: readonly StatedShare[];
  readonly from?: string;
  readonly to?: string;
}

function available(
  clause: string,
  { outages = [], stated = [], from = '06-01T00:00', to = '07-01T00:00' }: Told,
) {
  const { engine, plan, ground } = loaded(clause);
  const [line] = plan.availability;
  if (line === undefined) throw new Error('there is no availability');
  const told = outages.map(([begin, end, reason = null]) => {
    return { service: 'the API', from: berlin(begin), to: berlin(end), reason, announced: null };
  });
  return availabilityOf(engine, line, told, stated, ground, berlin(from), berlin(to));
}

describe('the availability of a month', () => {
  test('is what was not down of it as long as it really is, and what was left out is told', () => {
    const excepted = `${MONTHLY}, except "maintenance"`;
    const [june] = available(excepted, {
      outages: [
        ['06-10T08:00', '06-10T15:12'],
        ['06-12T08:00', '06-12T09:00', 'maintenance'],
      ],
    });
    // 30 days are 720 hours; 7.2 of them are a hundredth.
    expect(june).toEqual({
      from: berlin('06-01T00:00'),
      to: berlin('07-01T00:00'),
      wholeMs: 720 * 3_600_000,
      downMs: 7.2 * 3_600_000,
      excludedMs: 3_600_000,
      share: new Fraction(99, 100),
      kept: true,
    });
    const [missed] = available(MONTHLY, { outages: [['06-10T08:00', '06-10T15:13']] });
    expect(missed?.kept).toBe(false);
  });

  test('is told of each month from one that holds the first moment up to one that holds the last', () => {
    const months = (from: string, to: string) =>
      available(MONTHLY, { from, to }).map((each) =>
        new Date(each.from + 7_200_000).toISOString().slice(5, 7),
      );
    expect(months('06-15T00:00', '07-01T00:00')).toEqual(['06']);
    expect(months('06-15T00:00', '07-01T00:01')).toEqual(['06', '07']);
    expect(months('06-15T00:00', '06-16T00:00')).toEqual(['06']);
  });

  test('is of the hours of a calendar where it is for those, and whole where there are none', () => {
    const office = MONTHLY.replace('real time', 'Office');
    // 22 working days of eight hours; an outage from 16:00 to 20:00 takes one of them.
    expect(available(office, { outages: [['06-10T16:00', '06-10T20:00']] })).toMatchObject([
      { wholeMs: 176 * 3_600_000, downMs: 3_600_000 },
    ]);
    const weekend = office.replace('per month', 'per day');
    const [saturday] = available(weekend, {
      from: '06-13T00:00',
      to: '06-13T12:00',
      outages: [['06-13T08:00', '06-13T09:00']],
    });
    expect(saturday).toMatchObject({ wholeMs: 0, downMs: 0, kept: true, share: new Fraction(1) });
  });

  test('is the share that is stated for it, the last one that is of its service and time', () => {
    const at = (when: string, percent: string, service = 'the API'): StatedShare => ({
      service,
      at: berlin(when),
      share: new Fraction(percent).div(100),
    });
    const told = { outages: [['06-10T08:00', '06-10T18:00']] as const };
    const share = (...stated: readonly StatedShare[]) => {
      const [june] = available(MONTHLY, { ...told, stated });
      return `${june?.share.mul(100).toString()} ${june?.kept}`;
    };
    expect(share(at('06-01T00:00', '99'))).toBe('99 true');
    expect(share(at('06-30T23:59', '98.99'))).toBe('98.99 false');
    expect(share(at('06-02T00:00', '98'), at('06-03T00:00', '99.5'))).toBe('99.5 true');
    const [measured] = available(MONTHLY, told);
    const own = `${measured?.share.mul(100).toString()} false`;
    expect(share(at('07-01T00:00', '99'))).toBe(own);
    expect(share(at('05-31T23:59', '99'))).toBe(own);
    expect(share(at('06-15T00:00', '99', 'the site'))).toBe(own);
    expect(available(MONTHLY, { ...told, stated: [at('06-15T00:00', '99')] })).toMatchObject([
      {
        from: berlin('06-01T00:00'),
        to: berlin('07-01T00:00'),
        wholeMs: null,
        downMs: null,
        excludedMs: null,
      },
    ]);
  });
});

describe('the availability of any stretch of a day', () => {
  const ANY = MONTHLY.replace('per month', 'in any 24 h');
  const worst = (outages: Told['outages'], from = '06-01T00:00', to = '06-30T00:00') =>
    available(ANY, outages === undefined ? { from, to } : { outages, from, to }).map(
      ({ from: begin, downMs, share, kept }) =>
        `${new Date(begin + 7_200_000).toISOString().slice(5, 16)} ${(downMs ?? NaN) / 60_000} min ${share.toFraction()} ${kept}`,
    );

  test('is one answer, the first stretch where nothing was down', () => {
    expect(worst([])).toEqual(['06-01T00:00 0 min 1 true']);
  });

  test('is that of the worst, the earliest of several as bad', () => {
    // A day has 1440 minutes: 14.4 are a hundredth.
    expect(worst([['06-10T08:00', '06-10T08:15']])).toEqual(['06-09T08:15 15 min 95/96 false']);
    expect(
      worst([
        ['06-10T08:00', '06-10T08:10'],
        ['06-11T07:50', '06-11T08:10'],
      ]),
    ).toEqual(['06-10T08:00 20 min 71/72 false']);
  });

  test('takes together what lies within one stretch, wherever its dates begin', () => {
    expect(
      worst([
        ['06-10T20:00', '06-10T20:10'],
        ['06-11T19:00', '06-11T19:10'],
      ]),
    ).toEqual(['06-10T19:10 20 min 71/72 false']);
    expect(
      worst([
        ['06-10T20:00', '06-10T20:10'],
        ['06-11T20:10', '06-11T20:20'],
      ]),
    ).toEqual(['06-09T20:10 10 min 143/144 true']);
  });

  test('does not begin before the span, nor end after it', () => {
    expect(worst([['05-31T20:00', '06-01T00:30']])).toEqual(['06-01T00:00 30 min 47/48 false']);
    expect(worst([['06-29T23:00', '06-30T02:00']])).toEqual(['06-29T00:00 60 min 23/24 false']);
    // A span that is shorter than the stretch has its one.
    expect(worst([['06-10T23:00', '06-11T02:00']], '06-10T20:00', '06-11T00:00')).toEqual([
      '06-10T20:00 180 min 7/8 false',
    ]);
  });
});
