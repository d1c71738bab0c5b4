import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { FIRST_ROWS, RULE_NAMES } from '../../grammar/clauses.ts';
import { type OutlineEntry, readOutline } from '../../grammar/outline.ts';
import { readClause } from '../../grammar/read-clause.ts';
import { tokenize } from '../../grammar/lexer.ts';
import type { Token } from '../../grammar/token.ts';
import { CLAUSE_RULES, ROW_RULES } from '../../grammar/clause-rules.ts';
import { clauseOf, mess } from '../format/generated-clause.ts';
import { readByChevrotain } from './by-chevrotain.ts';

const tokensOf = (words: readonly string[]): readonly Token[] => tokenize(words.join(' ')).tokens;

function headsOf(entries: readonly OutlineEntry[]): readonly (readonly Token[])[] {
  return entries.flatMap(({ head, block }) => [head, ...headsOf(block?.entries ?? [])]);
}

/** The rules that read clauses with this first word, in any block; of rows, whose first words are names, their rules. */
function rulesFor([first]: readonly Token[]): readonly string[] {
  const tables: readonly Readonly<Record<string, string>>[] = Object.values(CLAUSE_RULES);
  const image = first?.image ?? '';
  const ofWord = tables.flatMap((table) => (Object.hasOwn(table, image) ? [table[image]!] : []));
  return [
    ...new Set(ofWord.length > 0 ? ofWord : [...Object.values(ROW_RULES), ...Object.values(FIRST_ROWS)]),
  ];
}

function expectSame(rule: string, tokens: readonly Token[]): void {
  const [ours, theirs] = [readClause(rule, tokens), readByChevrotain(rule, tokens)];
  // Node tells the many that are the same several times faster than what describes a difference.
  if (!isDeepStrictEqual(ours, theirs)) expect({ rule, ...ours }).toEqual({ rule, ...theirs });
}

describe('a clause read by the table', () => {
  test('is a tree of named parts in their order', () => {
    const { tree } = readClause('names', tokenize('P1, "P 2"').tokens);
    expect(
      JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'tokenType' ? undefined : value))),
    ).toEqual({
      name: 'names',
      children: {
        name: [
          { name: 'name', children: { Identifier: [{ image: 'P1', startOffset: 0 }] } },
          { name: 'name', children: { Text: [{ image: '"P 2"', startOffset: 4 }] } },
        ],
        Comma: [{ image: ',', startOffset: 2 }],
      },
    });
  });

  test.each([
    ['timeRange', '09:00 17:00', 'other token', 'expected `-`, found `17:00`', '17:00'],
    ['timeRange', '09:00 -', 'other token', 'expected a time such as 09:00, found the end of the clause', ''],
    [
      'zone',
      '7',
      'no way on',
      'expected a zone such as Europe/Berlin, a fixed offset such as fixed +03:00 or a name, found `7`',
      '7',
    ],
    ['words', 'x', 'nothing there', 'expected a text in quotes, found `x`', 'x'],
    ['names', '|', 'nothing there', 'expected a name or a text in quotes, found `|`', '|'],
    ['name', 'a b', 'not at the end', 'the clause should end before `b`', 'b'],
  ])('says of `%s` in %j: %s', (rule, text, kind, message, image) => {
    const { mistake } = readClause(rule, tokenize(text).tokens);
    expect(mistake).toMatchObject({ kind, message, token: { image } });
  });

  test('of the contracts in the repository is what Chevrotain reads', () => {
    const seen = new Set<string>();
    for (const folder of ['contracts', 'test/corpus/good', 'test/corpus/bad', 'test/corpus/policies']) {
      for (const name of readdirSync(folder).filter((each) => each.endsWith('.plan'))) {
        for (const head of headsOf(readOutline(readFileSync(`${folder}/${name}`, 'utf8')).entries)) {
          const text = head.map(({ image }) => image).join(' ');
          if (seen.has(text)) continue;
          seen.add(text);
          for (const rule of rulesFor(head)) expectSame(rule, head);
        }
      }
    }
    expect(seen.size).toBeGreaterThan(1000);
  }, 60_000);

  test.each(RULE_NAMES)('by %s is what Chevrotain reads, and so is its mistake', (rule) => {
    // A clause as the rule has it, and one with a word too few, too many, or another word.
    const slip = fc.record({
      at: fc.nat(),
      drop: fc.nat({ max: 1 }),
      words: fc.oneof(fc.constant([]), mess),
    });
    fc.assert(
      fc.property(clauseOf(rule), fc.option(slip), (words, slipped) => {
        const at = slipped === null ? 0 : slipped.at % (words.length + 1);
        const written =
          slipped === null ? words : words.toSpliced(at, slipped.drop, ...slipped.words.slice(0, 1));
        expectSame(rule, tokensOf(written));
      }),
      { numRuns: 60 },
    );
  });

  test('of any words by any rule is what Chevrotain reads', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RULE_NAMES), mess, (rule, words) => {
        expectSame(rule, tokensOf(words));
      }),
      { numRuns: 3000 },
    );
  });
});
