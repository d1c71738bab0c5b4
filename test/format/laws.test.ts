import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OutlineEntry, readOutline, tokenize } from '../../grammar/outline.ts';
import { Comment } from '../../grammar/tokens.ts';
import { readClauses } from './concrete-tree.ts';
import { formatted } from './formatted.ts';
import { generatedFile } from './generated-file.ts';

const RUNS = { numRuns: 400 };

/** The nesting of the clauses and their tokens without white space, told without the formatter's help. */
function skeleton(entries: readonly OutlineEntry[]): unknown {
  return entries.map(({ head, block }) => [
    head.map((token) => token.image.replace(/\s/g, '').replace(/^\u2013$/, '-')),
    block === null ? null : skeleton(block.entries),
  ]);
}

function withoutBlanksInTexts(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
}

describe('formatting any file', () => {
  test('a second time changes nothing', () => {
    fc.assert(
      fc.property(generatedFile, ({ text }) => {
        const once = formatted(text);
        expect(formatted(once)).toBe(once);
      }),
      RUNS,
    );
  });

  test('keeps every comment once, in order', () => {
    fc.assert(
      fc.property(generatedFile, ({ text, comments }) => {
        const kept = tokenize(formatted(text)).tokens.filter((token) => token.tokenType === Comment);
        expect(kept.map((token) => token.image)).toEqual(
          Array.from({ length: comments }, (_, i) => `# ${String(i)}`),
        );
      }),
      RUNS,
    );
  });

  test('keeps every clause in its block', () => {
    fc.assert(
      fc.property(generatedFile, ({ text }) => {
        const after = readOutline(formatted(text));
        expect(after.problems).toEqual([]);
        expect(skeleton(after.entries)).toEqual(skeleton(readOutline(text).entries));
      }),
      RUNS,
    );
  });

  test('keeps what the grammar reads in every clause, and what it cannot read', () => {
    fc.assert(
      fc.property(generatedFile, ({ text }) => {
        expect(readClauses(formatted(text))).toEqual(readClauses(text));
      }),
      RUNS,
    );
  });

  test('leaves no tab, no carriage return, no blank at the end of a line, and no two blank lines', () => {
    fc.assert(
      fc.property(generatedFile, ({ text }) => {
        const result = withoutBlanksInTexts(formatted(text));
        expect(result).not.toMatch(/[\t\r\uFEFF\u00A0]/);
        expect(result).not.toMatch(/ \n|\n\n\n|^\n|\{\n\n|\n\n *\}|\n\n$/);
        expect(result).toMatch(/^$|\n$/);
      }),
      RUNS,
    );
  });
});

test('generated files have clauses that the grammar reads by most of its rules', () => {
  const read = new Set<string>();
  for (const { text } of fc.sample(generatedFile, { numRuns: 600, seed: 1 })) {
    for (const { rule, tree } of readClauses(text)) if (rule !== null && tree !== null) read.add(rule);
  }
  expect([...read].length).toBeGreaterThan(45);
});
