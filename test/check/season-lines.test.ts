import { expect, it } from 'vitest';
import { civilHours } from '../../src/reference/civil-hours.ts';
import { contractWith, HEAD } from './contract-with.ts';
import { briefly, checkText } from './findings.ts';

const season = (channel: string): string => `calendar Library {
  zone Europe/London
  holidays none
  season "term" 2026-01-12 .. 2026-03-29 {
    open Mon..Fri 08:30-17:00
    open Sat 10:00-17:00 for ${channel}
  }
}
plan A { coverage consult in Library }`;

it('a line of a season may be narrowed, and then speaks of those it names alone', () => {
  const contract = contractWith(season('visit'));
  const body = contract.calendars.find(({ name }) => name === 'Library')?.body;
  if (body?.kind !== 'civil') throw new Error('a calendar of civil hours');
  const saturday = { date: '2026-01-17', weekday: 6, time: 11 * 3600 } as const;
  const isOpen = (channel: string) =>
    civilHours(contract, body, {
      region: null,
      severity: 'P1',
      channel,
      type: null,
      facts: new Map(),
      zone: null,
      holidays: null,
    })(saturday, Date.UTC(2026, 0, 17, 11));
  expect([isOpen('visit'), isOpen('email')]).toEqual([true, false]);
});

it('a name that a line of a season misspells is found', () => {
  expect(briefly(checkText(HEAD + season('vist')).findings)).toEqual(['names/unknown @ vist']);
});
