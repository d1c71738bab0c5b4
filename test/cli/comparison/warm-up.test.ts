import { describe, expect, test } from 'vitest';
import { type answersOf } from '../../../src/cli/comparison/answers.ts';
import { firstQuestions } from '../../../src/cli/comparison/warm-up.ts';
import { fixtureModel } from '../../tui/fixture.ts';

type Answers = ReturnType<typeof answersOf>;

/** Writes down what is asked. */
function listening(asked: string[]): Answers {
  const note =
    (name: string) =>
    (...given: readonly unknown[]): never[] => {
      asked.push([name, ...given].join(' '));
      return [];
    };
  return {
    explain: note('explain') as unknown as Answers['explain'],
    differ: note('differ'),
    happenings: note('happenings'),
    desk: note('desk') as unknown as Answers['desk'],
    advise: note('advise') as unknown as Answers['advise'],
    weeks: note('weeks'),
    coverage: note('coverage'),
  };
}

function askedOf(tickets: number): readonly string[] {
  const asked: string[] = [];
  const { outcome } = fixtureModel({ tickets, plans: ['A', 'B'], metrics: ['respond'] });
  for (const question of firstQuestions(outcome, listening(asked))) question();
  return asked;
}

describe('what is asked before anybody asks', () => {
  test('is an early and a late ticket under every plan, and what the desk of the first run did', () => {
    expect(askedOf(200)).toEqual([
      'explain 0 respond 0',
      'explain 1 respond 0',
      'differ 1 0 respond 0',
      'explain 0 respond 199',
      'explain 1 respond 199',
      'differ 1 0 respond 199',
      'weeks',
      'happenings 0 0',
      'happenings 1 0',
    ]);
  });

  test('is nothing where there is no ticket, and the only one once', () => {
    expect(askedOf(0)).toEqual([]);
    expect(askedOf(1).filter((one) => one.startsWith('explain'))).toEqual([
      'explain 0 respond 0',
      'explain 1 respond 0',
    ]);
  });

  test('does not work a long run again, which takes longer than anybody would wait for another answer', () => {
    expect(askedOf(7000).filter((one) => one.startsWith('happenings'))).toEqual([]);
  });
});
