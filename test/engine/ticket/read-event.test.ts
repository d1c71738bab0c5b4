/** Names and values of recorded events, found in the contract or told to be none of its own. */
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import { BUILT_IN, RESUMED, STATE, UNKNOWN_STATE } from '../../../src/engine/ticket/event.ts';
import { prepareProgram, readEvent } from '../../../src/engine/ticket/index.ts';
import { planOf } from './story.ts';

const text = (plans: string) => `contract "Desk" version "1" { zone Europe/Berlin }
facts {
  urgent yes or no
  language one of English, German
  users number
  place text
}
severities { P1 critical "all"
  P2 "some"
  P3 low "one" }
channel pigeon
type bug
regions by site { EMEA "Europe" zone Europe/London holidays none
  APAC "Asia" zone Asia/Tokyo holidays none }
clock resolve { starts on opened; stops on resolved; pauses while waiting for customer; reopen never }
plan Basic also called Small { targets { resolve
  P1 | 4 h } }
${plans}
`;
const programOf = (plans = 'plan Plus extends Basic { }') => prepareProgram([loadPlan(planOf(text(plans)))]);
const program = programOf();
const read = (event: string, says: Readonly<Record<string, unknown>> | null, of = program) =>
  readEvent(of, { at: 5, event, says });
const NOTHING = { plan: -1, severity: -1, region: -1, channel: -1, type: -1, facts: [] };

describe('an event', () => {
  test('sets what it says of the ticket, each by its place in the contract', () => {
    expect(
      read('opened', {
        plan: 'Plus',
        severity: 'P3',
        region: 'APAC',
        channel: 'pigeon',
        type: 'bug',
        subject: 'help',
      }),
    ).toEqual({
      at: 5,
      kind: BUILT_IN.indexOf('opened'),
      state: -1,
      sets: { plan: 1, severity: 2, region: 1, channel: 7, type: 4, facts: [] },
    });
  });
  test('is read by the aliases of names too', () => {
    expect(read('opened', { plan: 'Small', severity: 'low' })).toMatchObject({
      sets: { plan: 0, severity: 2 },
    });
    expect(read('opened', { plan: 'Small', severity: 'critical' })).toMatchObject({ sets: { severity: 0 } });
  });
  test('that says nothing sets nothing, unless it opens the ticket', () => {
    const one = programOf('');
    for (const says of [null, {}, { severity: null, channel: undefined }, { subject: 'help' }]) {
      expect(read('raised', says)).toMatchObject({ sets: null });
      expect(read('opened', says, one)).toMatchObject({ sets: { ...NOTHING, plan: 0 } });
    }
  });
  test('opens a ticket of the only plan there is, and must say which of several', () => {
    expect(read('opened', { severity: 'P1' })).toEqual({
      kind: 'unknown value',
      of: 'plan',
      value: '',
      values: ['Basic', 'Plus'],
    });
    expect(read('changed', { severity: 'P1' })).toMatchObject({ sets: { ...NOTHING, severity: 0 } });
  });
  test('of which the contract does not speak has a number of its own only if it says something', () => {
    expect(read('sneezed', null)).toMatchObject({ kind: -1, sets: null });
    const first = read('renamed', { channel: 'web' });
    expect(first).toMatchObject({ kind: program.eventNames.indexOf('renamed') });
    expect(program.events.get('renamed')).toBe(program.eventNames.length - 1);
    expect(read('renamed', { channel: 'pigeon' })).toMatchObject({ kind: program.eventNames.length - 1 });
    expect(read('renamed', null)).toMatchObject({ kind: program.eventNames.length - 1 });
  });
  test('names a state only where it begins or ends one', () => {
    const waiting = program.states.get('waiting for customer');
    expect(waiting).toBe(0);
    expect(read('state', { state: 'waiting for customer' })).toMatchObject({ kind: STATE, state: waiting });
    expect(read('resumed', { state: 'waiting for customer' })).toMatchObject({
      kind: RESUMED,
      state: waiting,
    });
    expect(read('resumed', { state: 'asleep' })).toMatchObject({ state: UNKNOWN_STATE });
    expect(read('raised', { state: 'waiting for customer' })).toMatchObject({ state: -1 });
    for (const says of [null, {}, { state: 7 }]) expect(read('resumed', says)).toMatchObject({ state: -1 });
  });
});

describe('a fact', () => {
  const facts = (says: Readonly<Record<string, unknown>>) => {
    const found = read('changed', says);
    return 'at' in found ? found.sets?.facts : [found.of, found.value, found.values];
  };
  test('of yes or no is either, in whatever form', () => {
    expect([true, 'yes', false, 'no'].map((urgent) => facts({ urgent }))).toEqual(
      [true, true, false, false].map((value) => [{ fact: 0, value }]),
    );
    expect(facts({ urgent: 'perhaps' })).toEqual(['urgent', 'perhaps', ['yes', 'no']]);
    expect(facts({ urgent: 1 })).toEqual(['urgent', '1', ['yes', 'no']]);
  });
  test('of words is one of them', () => {
    expect(facts({ language: 'German' })).toEqual([{ fact: 1, value: 'German' }]);
    expect(facts({ language: 'French' })).toEqual(['language', 'French', ['English', 'German']]);
    expect(facts({ language: 3 })).toEqual(['language', '3', ['English', 'German']]);
  });
  test('of a number is one, also where it is written as a text', () => {
    expect([4, '4', ' 4.5 ', 0].map((users) => facts({ users }))).toEqual(
      [4, 4, 4.5, 0].map((value) => [{ fact: 2, value }]),
    );
    for (const users of ['', ' ', 'four', Infinity, NaN, true, 'Infinity']) {
      expect(facts({ users })).toEqual([
        'users',
        typeof users === 'string' ? users : JSON.stringify(users),
        ['a number'],
      ]);
    }
  });
  test('of a text is any', () => {
    expect(facts({ place: '' })).toEqual([{ fact: 3, value: '' }]);
    expect(facts({ place: 4 })).toEqual(['place', '4', ['a text']]);
  });
  test('stands beside others and beside attributes', () => {
    expect(read('changed', { urgent: true, channel: 'web', users: 2 })).toMatchObject({
      sets: {
        ...NOTHING,
        channel: 0,
        facts: [
          { fact: 0, value: true },
          { fact: 2, value: 2 },
        ],
      },
    });
  });
});

test('a name that the contract does not have is told with those that it has', () => {
  for (const [of, value, values] of [
    ['plan', 'Gold', ['Basic', 'Plus']],
    ['severity', 'P9', ['P1', 'P2', 'P3']],
    ['region', 'Mars', ['EMEA', 'APAC']],
    ['channel', 'telegraph', ['web', 'email', 'phone', 'chat', 'video', 'form', 'visit', 'pigeon']],
    ['type', 'wish', ['incident', 'request', 'question', 'change', 'bug']],
  ] as const) {
    expect(read('changed', { [of]: value })).toEqual({ kind: 'unknown value', of, value, values });
  }
  expect(read('changed', { severity: 4 })).toMatchObject({ of: 'severity', value: '4' });
});
