/**
 * The ninety-three types of clauses that real support policies are made of: each is said by an example that compiles without
 * an error or a warning, and without its construct the compiled plan is another.
 */
import { describe, expect, test } from 'vitest';
import { checked, compiled } from '../terms/compiled.ts';
import { withoutEach, written } from './clause-type.ts';
import { GROUPS } from './clause-types.ts';
import { framed } from './framed.ts';
import { renderClauseTypes } from './render-clause-types.ts';

const TYPES = GROUPS.flatMap(({ types }) => types);

/** Where the contracts of the examples stand, for the holiday sets that they name. */
const PATH = 'contracts/example.plan';

test('all ninety-three are there, once, in the order of their codes', () => {
  const codes = [
    ['A', 22],
    ['B', 19],
    ['C', 8],
    ['D', 11],
    ['E', 16],
    ['F', 10],
    ['G', 7],
  ] as const;
  const all = codes.flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, i) => letter + String(i + 1).padStart(2, '0')),
  );
  expect(TYPES.map(({ code }) => code)).toEqual(all);
  expect(all).toHaveLength(93);
});

test('docs/clause-types.md shows each: `npx vitest run test/clause-types -u` writes it', async () => {
  await expect(renderClauseTypes(GROUPS)).toMatchFileSnapshot('../../docs/clause-types.md');
});

describe.each(TYPES.map((type) => [`${type.code}, ${type.title}`, type] as const))('%s', (_, type) => {
  const whole = written(type);

  test('compiles without an error or a warning', async () => {
    const { diagnostics } = await checked(PATH, framed(whole, whole));
    const found = diagnostics.filter(({ level }) => level !== 'assumption');
    expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });

  test('is carried: without its construct the plan is another', async () => {
    const plan = await compiled(PATH, framed(whole, whole));
    const others = withoutEach(type);
    expect(others).not.toEqual([]);
    for (const other of others) {
      const left = await compiled(PATH, framed(other, whole));
      expect(left, other).toMatch(/^\{"format":"surety-plan"/);
      expect(left === plan, other).toBe(false);
    }
  });
});
