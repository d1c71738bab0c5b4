import { NO_ENTITLEMENTS } from '../../src/check/no-entitlements.ts';
import { describe, expect, it } from 'vitest';
import type { CheckedContract } from '../../src/check/model.ts';
import { isOpen, readCalendar, targetOf, WalkLimitError } from '../../src/reference/index.ts';
import { wallClock } from '../../src/reference/wall-clock.ts';
import {
  ANY,
  civil,
  contractWith,
  forAll,
  forRegions,
  named,
  ORIGIN,
  weekdays,
} from '../engine/checked-contract.ts';
import { NO_FACTS } from '../engine/lower-calendar.ts';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);

describe('the reference reads a wall clock', () => {
  it('as a person in the zone would', () => {
    expect(wallClock('Asia/Kathmandu').read(at('2026-06-01T18:15:30Z'))).toEqual({
      date: '2026-06-02',
      weekday: 2,
      time: 0,
    });
    expect(wallClock('-09:30').read(at('2026-06-01T09:00Z'))).toMatchObject({
      date: '2026-05-31',
      time: 84_600,
    });
  });

  it('backwards: skipped times move forward, doubled ones are the first', () => {
    const berlin = wallClock('Europe/Berlin');
    expect(berlin.find('2026-03-29', 2.5 * HOUR)).toBe(at('2026-03-29T01:30Z'));
    expect(berlin.find('2026-10-25', 2.5 * HOUR)).toBe(at('2026-10-25T00:30Z'));
    expect(wallClock('Pacific/Apia').find('2011-12-30', 12 * HOUR)).toBe(at('2011-12-30T22:00Z'));
    expect(berlin.find('2026-06-01', 24 * HOUR - 1)).toBe(at('2026-06-01T21:59:59.999Z'));
  });

  it('in whole minutes, and refuses zones that were off by seconds', () => {
    expect(() => wallClock('Africa/Monrovia').read(0)).toThrow(/part of a minute/);
    expect(() => wallClock('Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('of the lines of a calendar', () => {
  const contract: CheckedContract = contractWith(
    {
      C: civil('UTC', [], {
        zone: { kind: 'region' },
        week: [
          forAll(weekdays(1, 5, '08:00-10:00')),
          forAll(weekdays(6, 6, '08:00-10:00')),
          forRegions(['ANZ'], weekdays(1, 5, '09:00-11:00')),
        ],
        holidays: [forAll({ kind: 'region' })],
      }),
    },
    {
      regions: [
        named('EMEA', { zone: 'Europe/London', holidays: [] as const }),
        named('ANZ', { zone: 'Australia/Sydney', holidays: ['AU'] as const }),
        named('Nowhere', { zone: null, holidays: 'none' as const }),
      ],
      holidaySets: [
        named('AU', {
          source: 'test',
          fromYear: 2026,
          toYear: 2026,
          days: [{ date: '2026-06-08', name: "King's Birthday", closed: { from: 0, to: 86_400 } }],
        }),
      ],
    },
  );
  const open = (region: string | null, text: string): boolean =>
    isOpen(contract, 'C', { ...NO_FACTS, region }, at(text));

  it('those for the ticket’s region replace the wider ones, and equal ones add up', () => {
    expect(open('EMEA', '2026-06-01T08:30+01:00')).toBe(true);
    expect(open('EMEA', '2026-06-06T08:30+01:00')).toBe(true);
    expect(open('ANZ', '2026-06-01T08:30+10:00')).toBe(false);
    expect(open('ANZ', '2026-06-01T10:30+10:00')).toBe(true);
    expect(open('ANZ', '2026-06-06T08:30+10:00')).toBe(false);
  });

  it('holidays are those of the region', () => {
    expect(open('EMEA', '2026-06-08T08:30+01:00')).toBe(true);
    expect(open('ANZ', '2026-06-08T09:30+10:00')).toBe(false);
    expect(() => open('ANZ', '2027-06-07T09:30+10:00')).toThrow('not known for 2027');
  });

  it('none is a fallback for a region that the contract does not have', () => {
    expect(() => open('Mars', '2026-06-01T08:30Z')).toThrow('no region "Mars"');
    expect(() => open(null, '2026-06-01T08:30Z')).toThrow('no region null');
    expect(() => open('Nowhere', '2026-06-01T08:30Z')).toThrow('has no zone');
  });
});

describe('a dated line', () => {
  it('may give a date the hours that the week has for another day', () => {
    const contract = contractWith({
      C: civil('Europe/Berlin', weekdays(1, 1, '09:00-11:00'), {
        dated: [
          forAll({
            label: 'as Monday',
            dates: { kind: 'range', from: '2026-06-06', to: '2026-06-06' },
            hours: [],
            as: 1,
            limited: null,
          }),
        ],
      }),
    });
    const saturday = readCalendar(contract, 'C', NO_FACTS);
    expect(saturday.between(at('2026-06-06T00:00+02:00'), at('2026-06-07T00:00+02:00'))).toBe(2 * HOUR);
  });
});

describe('a walk', () => {
  const sundayMinute = contractWith({ C: civil('UTC', weekdays(7, 7, '12:00-12:01')) });

  it('looks inside a minute only where it starts and ends', () => {
    const calendar = readCalendar(sundayMinute, 'C', NO_FACTS);
    const noon = at('2026-06-07T12:00Z');
    expect(calendar.add(noon + 250, 59_750)).toBe(noon + 60_000);
    expect(calendar.add(noon + 250, 59_751)).toBe(noon + 7 * 24 * HOUR + 1);
    expect(calendar.subtract(noon + 7 * 24 * HOUR + 1, 2)).toBe(noon + 60_000 - 1);
    expect(calendar.between(noon + 60_000, noon + 10)).toBe(-59_990);
  });

  it('ends with an error after two years', { timeout: 60_000 }, () => {
    const never = contractWith({ C: civil('UTC', []) });
    expect(() => readCalendar(never, 'C', NO_FACTS).nextOpen(0)).toThrow(WalkLimitError);
    expect(() => readCalendar(never, 'C', NO_FACTS, 24 * HOUR).addDays(0, 1)).toThrow('walked 1 days');
  });
});

describe('the cell that holds', () => {
  it('is the first that speaks of the ticket', () => {
    const cell = (words: string, severities: readonly string[] | null) => ({
      metric: 'respond',
      when: { ...ANY, severities },
      promise: { kind: 'word', word: 'best effort' } as const,
      words,
      origin: ORIGIN,
    });
    const plan = named('Gold', {
      level: 0,
      extends: null,
      coverage: [],
      channels: [],
      targets: [cell('S1', ['S1']), cell('any', null), cell('S2', ['S2'])],
      attainment: [],
      ...NO_ENTITLEMENTS,
      price: null,
      features: [],
    });
    const contract = contractWith({}, { plans: [plan] });
    const words = (severity: string): string | undefined =>
      targetOf(contract, 'Gold', 'respond', { ...NO_FACTS, severity }, 0)?.words;
    expect([words('S1'), words('S2')]).toEqual(['S1', 'any']);
    expect(targetOf(contract, 'Gold', 'resolve', NO_FACTS, 0)).toBeNull();
  });
});
