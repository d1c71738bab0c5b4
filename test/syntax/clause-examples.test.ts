import { describe, expect, it } from 'vitest';
import { readOutline } from '../../grammar/outline.ts';
import { type ClauseRule } from '../../grammar/parser.ts';
import { CLAUSE_RULES, ROW_RULES } from '../../grammar/clause-rules.ts';
import { Collector } from '../../src/diagnostics/collector.ts';
import { ClauseReader } from '../../src/syntax/clause-reader.ts';
import { EXAMPLE_RULES, examplesOf } from '../../src/syntax/clause-examples.ts';
import { createSourceFile } from '../../src/text/source.ts';

/** Each rule with a word that may begin its clause. */
const FIRST_WORDS = new Map<ClauseRule, string>([
  ...Object.values(CLAUSE_RULES).flatMap((rules) =>
    Object.entries(rules).map(([word, rule]) => [rule as ClauseRule, word] as const),
  ),
  ...Object.values(ROW_RULES).map((rule) => [rule as ClauseRule, ''] as const),
  ['targetHeader', ''],
  ['matrixHeader', ''],
]);

describe('the example that a clause is told to read like', () => {
  it('is there for every clause that can be read wrongly', () => {
    expect(
      [...FIRST_WORDS.keys()].filter((rule) => !(EXAMPLE_RULES as readonly string[]).includes(rule)),
    ).toEqual([]);
    expect(EXAMPLE_RULES.filter((rule) => !FIRST_WORDS.has(rule))).toEqual([]);
  });

  it.each([...FIRST_WORDS])('of %s is read without a mistake', (rule, word) => {
    for (const example of examplesOf(rule, [word])) {
      const text = example.endsWith('{') ? `${example} }` : example;
      const [entry] = readOutline(text).entries;
      if (entry === undefined) throw new Error(`${example} is no clause`);
      const collector = new Collector();
      const reader = new ClauseReader(createSourceFile('example.plan', text), collector, []);
      reader.readAs(entry, rule, []);
      expect(collector.diagnostics.map(({ message }) => message)).toEqual([]);
    }
  });
});
