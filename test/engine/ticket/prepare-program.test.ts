/** What a program knows of its contract before any ticket comes. */
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import { BUILT_IN } from '../../../src/engine/ticket/event.ts';
import { prepareProgram } from '../../../src/engine/ticket/index.ts';
import { desk } from '../../traps/desk.ts';
import { planOf } from './story.ts';

const programOf = (...texts: readonly string[]) =>
  prepareProgram(texts.map((text) => loadPlan(planOf(text))));
const PLAIN = desk({ extra: 'facts { urgent yes or no }' });
const first = (text: string) => {
  const [version] = programOf(text).versions;
  if (version === undefined) throw new Error('a program has a version');
  return version;
};

describe('a program', () => {
  test('numbers what every ticket knows first, and then what the contract names, once each', () => {
    const program = programOf(
      desk({
        clock: 'starts on opened then call; stops on resolved, reply; pauses while third party; reopen never',
      }),
    );
    expect(program.eventNames.slice(0, BUILT_IN.length)).toEqual(BUILT_IN);
    expect(new Set(program.eventNames).size).toBe(program.eventNames.length);
    for (const name of ['call', 'resolved', 'reply', 'third party']) {
      expect(program.eventNames[program.events.get(name) ?? -1]).toBe(name);
    }
    expect(program.stateNames).toEqual(['third party']);
    expect(program.metrics).toContain('resolve');
  });
  test('keeps account of states on which something hangs, and of those that are asked for', () => {
    const states = (text: string) => programOf(text).stateNames;
    expect(states(PLAIN)).toEqual([]);
    expect(
      states(
        desk({
          extra: 'state "with an agent" "a"',
          clock: 'starts on opened; stops on resolved; counts only while "with an agent"; reopen never',
        }),
      ),
    ).toEqual(['with an agent']);
    expect(
      states(
        desk({
          clock:
            'starts on opened; stops on resolved; pauses never; reopen never; closes after 4 h of silence',
        }),
      ),
    ).toEqual(['silence']);
    const rule = (does: string) =>
      states(desk({ rules: `rule "r" ${does}\non raise keep old\non lower keep old` }));
    expect(rule('after 4 h in third party then tell customer')).toEqual(['third party']);
    expect(rule('on reply then wait')).toEqual(['waiting for customer']);
    expect(rule('after 1 h in silence then tell customer, after 1 more h then wait')).toEqual([
      'silence',
      'waiting for customer',
    ]);
    expect(rule('on reply then tell customer')).toEqual([]);
    expect(prepareProgram([loadPlan(planOf(PLAIN))], ['asleep']).stateNames).toEqual(['asleep']);
  });
  test('knows whether time alone brings anything, and whether a clock hangs on what a ticket says', () => {
    const rule = (does: string) =>
      first(desk({ rules: `rule "r" ${does}\non raise keep old\non lower keep old` })).isTimed;
    expect(first(PLAIN)).toMatchObject({ isTimed: false, isGuarded: false });
    expect(rule('on reply then tell customer')).toBe(false);
    expect(rule('on reply then tell customer, if customer agrees, silence refuses')).toBe(false);
    expect(rule('on reply then tell customer, if customer agrees, silence agrees after 3 h')).toBe(true);
    expect(rule('after 4 h in silence then tell customer')).toBe(true);
    expect(rule('at 1 h before resolve is due then tell customer')).toBe(true);
    expect(
      first(desk({ rules: 'escalate resolve at 50% to "one"\non raise keep old\non lower keep old' }))
        .isTimed,
    ).toBe(true);
    const clock = (text: string) =>
      first(desk({ extra: 'facts { urgent yes or no }', clock: `stops on resolved; reopen never; ${text}` }));
    expect(clock('starts on opened; pauses never; closes after 4 h of silence').isTimed).toBe(true);
    expect(clock('starts on opened when urgent; starts on described; pauses never').isGuarded).toBe(true);
    expect(clock('starts on opened; pauses while third party when urgent').isGuarded).toBe(true);
    expect(clock('starts on opened; pauses while third party').isGuarded).toBe(false);
  });
  test('has one set of clocks for plans that have the same, and says whether a ticket may come to others', () => {
    const plans = (text: string) =>
      `${PLAIN}\nplan Plus extends Basic { ${text} }\nplan Other { targets { resolve\n  P1 | 1 h\n  P3 | 2 h } }`;
    const own = 'clock resolve { starts on described; stops on resolved; pauses never; reopen never }';
    const [basic, plus, other] = first(plans('')).clockSets;
    expect([basic === plus, basic === other]).toEqual([true, true]);
    expect(programOf(plans('')).changesClocks).toBe(false);
    const sets = first(plans(own)).clockSets;
    expect([sets[0] === sets[1], sets[0] === sets[2]]).toEqual([false, true]);
    expect(programOf(plans(own)).changesClocks).toBe(true);
  });
  test('knows the plans that each extends, nearest first', () => {
    expect(first(`${PLAIN}\nplan Plus extends Basic { }\nplan Most extends Plus { }`).chains).toEqual([
      ['Basic'],
      ['Plus', 'Basic'],
      ['Most', 'Plus', 'Basic'],
    ]);
  });
  test('knows the fact that being described makes true, which is one of yes or no', () => {
    const described = (facts: string) => first(desk({ extra: `facts { ${facts} }` })).describedFact;
    expect([
      described('urgent yes or no\n  described yes or no'),
      described('urgent yes or no'),
      described('described text'),
    ]).toEqual([1, -1, -1]);
  });
  test('holds its first version from the beginning of time, and each other from the first instant of its date', () => {
    const version = (from: string) =>
      desk({
        header: `effective ${from} in Europe/Berlin\nbinds by acknowledged\ntickets in flight keep old`,
      });
    const { versions } = programOf(version('2026-01-01'), version('2026-07-01'));
    expect(versions.map(({ from }) => from)).toEqual([-Infinity, Date.parse('2026-06-30T22:00Z')]);
    const program = programOf(version('2026-01-01'));
    expect(program.eventNames[program.versions[0]?.bindsBy ?? -1]).toBe('acknowledged');
    expect(first(PLAIN).bindsBy).toBe(BUILT_IN.indexOf('opened'));
    expect(() => programOf(version('2026-01-01'), PLAIN)).toThrow(
      'version 1 does not say since when it is in force',
    );
  });
  test('has nothing to do for events that do nothing', () => {
    const program = programOf(PLAIN);
    const effects = program.versions[0]?.clockSets[0]?.effects ?? [];
    const doing = effects.flatMap((effect, i) => (effect === undefined ? [] : [program.eventNames[i]]));
    expect(doing.toSorted()).toEqual(['opened', 'resolved']);
  });
});
