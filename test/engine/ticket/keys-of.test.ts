/** What a ticket was at each instant of its history. */
import { expect, test } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import {
  keysOf,
  prepareProgram,
  readEvent,
  type TicketEvent,
  ticketMachine,
} from '../../../src/engine/ticket/index.ts';
import { desk } from '../../traps/desk.ts';
import { instant, planOf, type Row } from './story.ts';

test('a ticket is what was last said of it by then, and of the severity that it was judged to have', () => {
  const engine = loadPlan(
    planOf(
      desk({
        extra: `facts { urgent yes or no\n  language one of English, German\n  users number }
type bug\nchannel pigeon
regions by site { EMEA "Europe" zone Europe/London holidays none\n  APAC "Asia" zone Asia/Tokyo holidays none }`,
      }),
    ),
  );
  const { channels, types } = engine.plan;
  const place = (list: readonly { readonly name: string }[], name: string) =>
    list.findIndex((each) => each.name === name);
  const rows: readonly Row[] = [
    ['2026-06-01T12:00Z', 'changed', { language: 'German', channel: 'phone' }],
    [
      '2026-06-01T09:00Z',
      'opened',
      { severity: 'P3', region: 'APAC', urgent: 'no', users: 4, channel: 'pigeon' },
    ],
    ['2026-06-01T10:00Z', 'raised', { severity: 'P1' }],
    ['2026-06-01T11:00Z', 'call'],
    ['2026-06-01T13:00Z', 'lowered', { severity: 'P3', type: 'bug', urgent: 'yes' }],
  ];
  const program = prepareProgram([engine]);
  const events = rows.map(
    ([at, event, says = {}]) => readEvent(program, { at: instant(at), event, says }) as TicketEvent,
  );
  const verdict = ticketMachine(program).judge(events, NaN);
  if (verdict === null) throw new Error('never opened');
  const at = keysOf(engine, events, verdict);
  const key = (time: string) => at(instant(`2026-06-01T${time}Z`)).key;
  const pigeon = place(channels, 'pigeon');
  const phone = place(channels, 'phone');
  expect(key('08:59')).toEqual({ severity: 1, region: -1, channel: -1, type: -1, facts: [-1, -1, -1] });
  expect(key('09:00')).toEqual({ severity: 1, region: 1, channel: pigeon, type: -1, facts: [1, -1, -1] });
  expect(key('09:59')).toMatchObject({ severity: 1 });
  expect(key('10:00')).toMatchObject({ severity: 0, channel: pigeon });
  expect(key('12:00')).toEqual({ severity: 0, region: 1, channel: phone, type: -1, facts: [1, 1, -1] });
  expect(key('13:00')).toEqual({
    severity: 1,
    region: 1,
    channel: phone,
    type: place(types, 'bug'),
    facts: [0, 1, -1],
  });
  const { factOf } = at(instant('2026-06-01T12:00Z'));
  expect([factOf('urgent'), factOf('language'), factOf('users'), factOf('other')]).toEqual([
    false,
    'German',
    4,
    undefined,
  ]);
  // Where the severity never changed, it was always the one that it is.
  const still = ticketMachine(program).judge(events.slice(1, 2), NaN);
  if (still === null) throw new Error('never opened');
  expect(keysOf(engine, events.slice(1, 2), still)(instant('2026-06-01T09:30Z')).key.severity).toBe(1);
});
