import { describe, expect, test } from 'vitest';
import { format } from '../../src/format/format.ts';

function obstaclesOf(text: string): string[] {
  const result = format(text);
  if (result.kind === 'formatted') throw new Error(`it was formatted:\n${result.text}`);
  return result.obstacles.map(({ message, span }) => `${text.slice(span.start, span.end)}: ${message}`);
}

describe('a text is not formatted', () => {
  test('where a block is never closed', () => {
    expect(obstaclesOf('plan A {\n  zone UTC\n')).toEqual([
      '{: the block of `plan A` is still open at the end of the file',
    ]);
    expect(obstaclesOf('plan A {\n  zone UTC\ncalendar B {\n}\n')).toEqual([
      '{: the block of `plan A` is still open before `calendar`',
    ]);
  });

  test('where a brace closes nothing or opens a block without a head', () => {
    expect(obstaclesOf('plan A {}\n}')).toEqual(['}: `}` closes no block']);
    expect(obstaclesOf('{ a }')).toEqual(['{: `{` opens a block that nothing names']);
  });

  test('where the brace that opens a block is missing', () => {
    expect(obstaclesOf('plan A\n  price on request\n}\n')).toEqual(['A: the block of `plan A` has no `{`']);
  });

  test('where characters are not part of the language', () => {
    expect(obstaclesOf('zone UTC §§ x')).toEqual(['§§: `§§` is not part of the language']);
  });

  test('where a text is not closed on its line', () => {
    expect(obstaclesOf('provider "Premier Ltd\ncustomer "x"')).toEqual([
      '"Premier Ltd: the text "Premier Ltd has no closing quote on its line',
    ]);
    expect(obstaclesOf('provider "Premier\r\n')).toEqual([
      '"Premier: the text "Premier has no closing quote on its line',
    ]);
  });

  test('where blocks are nested beyond all reason', () => {
    const deep = (depth: number): string => 'a {'.repeat(depth) + '}'.repeat(depth);
    expect(format(deep(100)).kind).toBe('formatted');
    expect(obstaclesOf(deep(3_000))).toEqual(['{: blocks are nested more than 100 deep']);
  });

  test('and all that hides its clauses is told, in the order of the text', () => {
    expect(obstaclesOf('a "b\n}\n§\n{')).toHaveLength(5);
    expect(obstaclesOf('a "b\n}\n§\n{').map((o) => o[0])).toEqual(['"', '}', '§', '{', '{']);
  });
});
