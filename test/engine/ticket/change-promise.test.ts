/**
 * What each line of a change makes of a deadline, by dates worked out by hand. Calendar B is Monday to Friday 09:00-17:00
 * Europe/Berlin; 1 June 2026 is a Monday.
 */
import { expect, test } from 'vitest';
import { desk } from '../../traps/desk.ts';
import { clocks, type Row, tell } from './story.ts';

test('dates that take the place of hours kept twice count from where the first of those hours were counted', () => {
  const contract = desk({
    extra: 'channel web\nchannel phone\ncalendar Desk { use B; use 24x7 for phone }',
    p1: '30 h in Desk',
    p3: '2 business days in B at close',
    rules: 'on raise keep old\non lower keep elapsed\non change of channel keep elapsed',
  });
  const rows: readonly Row[] = [
    ['2026-06-01T09:00+02:00', 'opened', { severity: 'P1', channel: 'web' }],
    ['2026-06-02T10:00+02:00', 'changed', { channel: 'phone' }],
    ['2026-06-02T12:00+02:00', 'lowered', { severity: 'P3' }],
  ];
  // Nine hours by Tuesday 10:00, and the other 21 at any time; then Tuesday and Wednesday, not Wednesday and Thursday.
  expect(clocks(tell(contract, rows.slice(0, 2)))).toEqual(['running by 2026-06-03T05:00:00Z']);
  expect(clocks(tell(contract, rows))).toEqual(['running by 2026-06-03T15:00:00Z']);
});
