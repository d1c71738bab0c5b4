import { describe, expect, test } from 'vitest';
import { clauseRulesByContext, manualEntries, manualPages } from '../../generate/manual.ts';
import { firstWords, RULE_NAMES } from '../../grammar/clauses.ts';
import { readClauses } from '../format/concrete-tree.ts';
import { errorsIn } from './example-world.ts';

const entries = manualEntries();
const rules = [...clauseRulesByContext().values()].flat();

describe('the reference manual', () => {
  test('has an entry for each rule that reads a clause or a row, and no other', () => {
    const named = entries.map(({ rule }) => rule);
    const missing = rules.filter((rule) => !named.includes(rule));
    expect(
      missing.map((rule) => `write "## ${rule}", a sentence and an example in a file of grammar/manual/`),
    ).toEqual([]);
    expect(named.filter((rule) => !RULE_NAMES.includes(rule))).toEqual([]);
    expect(named.filter((rule, index) => named.indexOf(rule) !== index)).toEqual([]);
  });

  test('is what the grammar and its entries make of it: `npm run generate` writes it anew', async () => {
    for (const [path, text] of await manualPages()) {
      await expect(text).toMatchFileSnapshot(`../../docs/reference/${path}`);
    }
  });
});

describe.each(entries.filter(({ rule }) => !rules.includes(rule)).map(({ rule, says }) => [rule, says]))(
  'the entry of the part %s',
  (_, says) => {
    test('says what it means', () => {
      expect(says).toMatch(/^[A-Z].*\.$/s);
    });
  },
);

describe.each(
  entries.filter(({ rule }) => rules.includes(rule)).map((entry) => [entry.rule, entry] as const),
)('the entry of %s', (rule, entry) => {
  const { says, examples } = entry;

  test('says what it means, and speaks of each of its words', () => {
    expect(says).toMatch(/^[A-Z].*\.$/s);
    const spoken = `${says}\n${examples.join('\n')}`;
    expect(
      firstWords(rule).filter((word) => !new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(spoken)),
    ).toEqual([]);
  });

  test('shows it', () => {
    const shown = examples.flatMap(readClauses).filter(({ tree }) => tree !== null);
    expect(shown.map((clause) => clause.rule)).toContain(rule);
  });

  test.each(examples)('has an example that is compiled: %#', async (example) => {
    expect(await errorsIn(example)).toEqual([]);
  });
});
