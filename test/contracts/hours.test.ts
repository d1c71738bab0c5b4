/** The opening hours of the contracts, where a scenario cannot see them: edges, lengths, holidays. */
import { describe, expect, test } from 'vitest';
import { formatInstantUtc, parseInstant } from '../../src/time/iso-instant.ts';
import { readCalendar } from '../../src/reference/index.ts';
import { contractNamed } from './shipped.ts';

const HOUR = 3_600_000;
const NO_FACTS = {
  severity: null,
  region: null,
  channel: null,
  type: null,
  facts: new Map(),
  zone: null,
  holidays: null,
};

function instant(text: string): number {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`);
  return parsed.instant;
}

/** Hours open from one instant to another, asked twice: the engine's table, and the walk of the reference. */
function openHours(contract: string, calendar: string, from: string, to: string): number {
  const shipped = contractNamed(contract);
  const index = shipped.plan.calendars.findIndex(({ name }) => name === calendar);
  const byEngine = shipped.engine.calendar(index).between(instant(from), instant(to));
  const byReference = readCalendar(shipped.contract, calendar, NO_FACTS).between(instant(from), instant(to));
  expect(byEngine).toBe(byReference);
  return byEngine / HOUR;
}

describe('the weekend of mattermost, from Friday to Monday', () => {
  test.each([
    ['as a rule', '2026-06-12T17:00-07:00', '2026-06-15T09:00-07:00', 64],
    ['in the night that loses an hour', '2026-03-06T17:00-08:00', '2026-03-09T09:00-07:00', 63],
    ['in the night that gains one', '2026-10-30T17:00-07:00', '2026-11-02T09:00-08:00', 65],
  ])('%s', (_, from, to, hours) => {
    expect(openHours('mattermost', 'Weekend', from, to)).toBe(hours);
    const dayAround = 24 * HOUR;
    const [before, after] = [instant(from) - dayAround, instant(to) + dayAround];
    expect(openHours('mattermost', 'Weekend', formatInstantUtc(before), formatInstantUtc(after))).toBe(hours);
  });

  test('and the five days together leave no hour out', () => {
    const week = ['2026-06-08T00:00-07:00', '2026-06-15T00:00-07:00'] as const;
    expect(openHours('mattermost', 'Weekdays', ...week)).toBe(120);
    expect(openHours('mattermost', 'CriticalCover', ...week)).toBe(168);
  });

  test('is open over a holiday, on which the business day is not', () => {
    const christmas = ['2026-12-25T00:00-08:00', '2026-12-26T00:00-08:00'] as const;
    expect(openHours('mattermost', 'Weekend', ...christmas)).toBe(7);
    expect(openHours('mattermost', 'Weekdays', ...christmas)).toBe(24);
    expect(openHours('mattermost', 'BusinessDay', ...christmas)).toBe(0);
  });
});

// The reference walks the year minute by minute, which takes seconds on a busy machine.
describe('a year of working hours', { timeout: 60_000 }, () => {
  // 365 days of 2026 begin on a Thursday: 261 of them are Monday to Friday.
  test('of express is 261 days of nine hours less twelve days off', () => {
    expect(openHours('express', 'WorkingHours', '2026-01-01T00:00+03:00', '2027-01-01T00:00+03:00')).toBe(
      (261 - 12) * 9,
    );
  });

  // Seven of the nine holidays of 2026 are working days; 3 October and 26 December are Saturdays.
  test('of gold is 261 days of eight hours less seven holidays', () => {
    expect(openHours('gold', 'BusinessHours', '2026-01-01T00:00+01:00', '2027-01-01T00:00+01:00')).toBe(
      (261 - 7) * 8,
    );
  });

  test('of the help desk has no holidays', () => {
    expect(openHours('helpdesk', 'BusinessHours', '2026-01-01T00:00-05:00', '2027-01-01T00:00-05:00')).toBe(
      261 * 9,
    );
  });
});
