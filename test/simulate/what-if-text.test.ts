import { describe, expect, test } from 'vitest';
import type { WhatIf } from '../../src/simulate/what-if.ts';
import { readWhatIf, WHAT_IF_EXAMPLES, whatIfWords } from '../../src/simulate/what-if-text.ts';
import {
  FIRST_LINE,
  PLAIN_DESK,
  smallPlan,
  smallSimulation,
  stream,
  TWO_PLANS,
  work,
} from './small-world.ts';

const PLAN = smallPlan(TWO_PLANS);
const SIMULATION = smallSimulation({
  arrivals: [
    stream({
      name: 'Moscow',
      facts: [
        {
          fact: 'language',
          shares: [
            { name: 'de', weight: 3 },
            { name: 'ja', weight: 1 },
          ],
        },
      ],
    }),
    stream({ name: 'S1 by phone' }),
  ],
  work: [work('solution', 1), work('First line', 1)],
  desk: { ...PLAIN_DESK, teams: [FIRST_LINE, { ...FIRST_LINE, name: 'Night in Goa' }] },
});

const read = (text: string) => readWhatIf(text, SIMULATION, PLAN);

describe('a change as text', () => {
  test.each<[string, WhatIf]>([
    ['arrivals x1.5', { kind: 'arrivals', stream: null, factor: 1.5 }],
    ['  x1.5 ', { kind: 'arrivals', stream: null, factor: 1.5 }],
    ['arrivals ×0.5', { kind: 'arrivals', stream: null, factor: 0.5 }],
    ['arrivals +20%', { kind: 'arrivals', stream: null, factor: 1.2 }],
    ['arrivals -12.5 %', { kind: 'arrivals', stream: null, factor: 0.875 }],
    ['arrivals "Moscow" x2', { kind: 'arrivals', stream: 'Moscow', factor: 2 }],
    ['arrivals of Moscow x2', { kind: 'arrivals', stream: 'Moscow', factor: 2 }],
    ['Moscow x2', { kind: 'arrivals', stream: 'Moscow', factor: 2 }],
    ['S1 by phone x2', { kind: 'arrivals', stream: 'S1 by phone', factor: 2 }],
    ['severity S1 x2', { kind: 'share', of: 'severity', name: 'S1', factor: 2 }],
    ['S1 x2', { kind: 'share', of: 'severity', name: 'S1', factor: 2 }],
    ['phone x0', { kind: 'share', of: 'channel', name: 'phone', factor: 0 }],
    ['language ja x2', { kind: 'fact', fact: 'language', word: 'ja', factor: 2 }],
    ['fact language "ja" +50%', { kind: 'fact', fact: 'language', word: 'ja', factor: 1.5 }],
    ['work x0.8', { kind: 'times', step: null, factor: 0.8 }],
    ['solution -20%', { kind: 'times', step: 'solution', factor: 0.8 }],
    ['First line +1', { kind: 'agents', team: 'First line', change: 'add', agents: 1 }],
    ['team "First line" -2 agents', { kind: 'agents', team: 'First line', change: 'add', agents: -2 }],
    ['First line = 5', { kind: 'agents', team: 'First line', change: 'set', agents: 5 }],
    ['Night in Goa +1', { kind: 'agents', team: 'Night in Goa', change: 'add', agents: 1 }],
    ['team "First line" in 24x7', { kind: 'shift', team: 'First line', calendar: '24x7' }],
    ['First line in Always', { kind: 'shift', team: 'First line', calendar: 'Always' }],
    [
      'promise Best S1 respond 30 min',
      {
        kind: 'promise',
        plan: 'Best',
        severity: 'S1',
        metric: 'respond',
        to: { amount: 1800, unit: 'seconds', counted: 'as now' },
      },
    ],
    [
      'promise "Basic" resolve 2 h in Office',
      {
        kind: 'promise',
        plan: 'Basic',
        severity: null,
        metric: 'resolve',
        to: { amount: 7200, unit: 'seconds', counted: { in: 'Office' } },
      },
    ],
    [
      'promise Basic resolve 2 business days',
      {
        kind: 'promise',
        plan: 'Basic',
        severity: null,
        metric: 'resolve',
        to: { amount: 2, unit: 'days', counted: 'as now' },
      },
    ],
  ])('%s', (text, change) => {
    expect(read(text)).toEqual(change);
    // What is said of it is read as the same again.
    expect(read(whatIfWords(change))).toEqual(change);
  });

  test.each([
    ['', 'changes nothing that is known'],
    ['arrivals', 'changes nothing that is known'],
    ['arrivals twice', 'changes nothing that is known'],
    ['arrivals x', 'changes nothing that is known'],
    ['+1', 'names no team'],
    ['arrivals +1', 'names no team'],
    ['severity x2', 'names no severity'],
    ['team "First line" x2', 'a team has no factor'],
    ['First line x2', 'is both work and team'],
    ['Mosow x2', 'there is no stream, severity, region, channel, type, step or team `Mosow`'],
    ['promise Best', 'says no plan, metric and time'],
    ['promise Bset S1 respond 1 h', 'there is no plan `Bset`'],
    ['promise Best P1 respond 1 h', 'there is no severity `P1`'],
    ['promise Best S1 answer 1 h', 'there is no metric `answer`'],
  ])('`%s` is refused: %s', (text, expected) => {
    const problem = read(text);
    expect('message' in problem ? problem.message : problem).toContain(expected);
  });

  test('every example is of a form that is read', () => {
    for (const example of WHAT_IF_EXAMPLES) {
      const problem = read(example);
      if ('message' in problem) expect(problem.message).toMatch(/^there is no (?:plan|severity)/);
    }
  });
});
