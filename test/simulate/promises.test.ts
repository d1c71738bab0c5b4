import { describe, expect, test } from 'vitest';
import { STATUSES } from '../../src/simulate/outcome.ts';
import { judge, promisesOf, type Unstopped } from '../../src/simulate/promises.ts';
import { ALWAYS, hours, load, planOf, smallPlan, target } from './small-world.ts';

const OPEN: Unstopped = { kind: 'open until', instant: 100 };

function verdict(due: number, stopped: number, unstopped = OPEN): string | undefined {
  return STATUSES[judge(due, -1, stopped, unstopped)];
}

describe('judge', () => {
  test('a clock that stops at its deadline is met, one that stops a millisecond later is missed', () => {
    expect(verdict(50, 50)).toBe('met');
    expect(verdict(50, 51)).toBe('missed');
  });

  test('a clock that was not stopped is missed once due, and running while it is not', () => {
    expect(verdict(99, NaN)).toBe('missed');
    expect(verdict(100, NaN)).toBe('running');
    expect(verdict(101, NaN)).toBe('running');
  });

  test('a clock of which nothing says whether it stopped is not measured', () => {
    expect(verdict(50, NaN, { kind: 'unmeasured' })).toBe('unmeasured');
  });

  test('a word stands whatever happened', () => {
    const word = STATUSES.indexOf('optional');
    for (const stopped of [NaN, 10]) expect(judge(NaN, word, stopped, OPEN)).toBe(word);
  });
});

describe('promisesOf', () => {
  const engine = load(
    smallPlan([
      planOf('Basic', [
        target('respond', { kind: 'range', soft: hours(1, ALWAYS), hard: hours(2, ALWAYS) }, [0]),
        target('respond', { kind: 'word', word: 'best effort' }, [1]),
      ]),
    ]),
  );
  const none = Int8Array.from([-1, -1, -1]);
  const tickets = {
    opened: Float64Array.from([0, 5000, 7000]),
    severity: Uint8Array.from([0, 1, 2]),
    region: none,
    channel: none,
    type: none,
    facts: [],
  };

  test('a range is due at its hard bound, a word has no deadline, and what is not said is not offered', () => {
    const { due, word } = promisesOf(engine, 0, 'respond', tickets);
    expect([...due]).toEqual([7_200_000, NaN, NaN]);
    expect([...word].map((code) => STATUSES[code])).toEqual([undefined, 'best effort', 'not offered']);
  });

  test('tickets of one kind keep their own deadlines, wherever they stand among others', () => {
    const mixed = {
      ...tickets,
      opened: Float64Array.from([3000, 1, 1000]),
      severity: Uint8Array.from([0, 1, 0]),
    };
    expect([...promisesOf(engine, 0, 'respond', mixed).due]).toEqual([7_203_000, NaN, 7_201_000]);
    expect([...mixed.opened]).toEqual([3000, 1, 1000]);
  });
});
