import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatted } from './formatted.ts';
import { readClauses } from './concrete-tree.ts';

const tour = readFileSync(new URL('../../grammar/tour.md', import.meta.url), 'utf8');
const examples = [...tour.matchAll(/^```plan\n([^]*?)^```$/gm)].map((match) => match[1] ?? '');

describe('the examples of the tour', () => {
  test('are all found', () => {
    expect(examples.length).toBeGreaterThanOrEqual(12);
  });

  test.each(examples.map((example): [string, string] => [example.split('\n')[0] ?? '', example]))(
    '%s … is canonical',
    (_, example) => {
      expect(formatted(example)).toBe(example);
    },
  );

  test.each(examples.map((example): [string, string] => [example.split('\n')[0] ?? '', example]))(
    '%s … is read by the grammar',
    (_, example) => {
      const unread = readClauses(example).filter(({ tree }) => tree === null);
      expect(unread).toEqual([]);
    },
  );
});
