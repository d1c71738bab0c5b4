import { describe, expect, test } from 'vitest';
import { renderEbnf } from '../../grammar/ebnf.ts';
import { ClauseParser } from '../../grammar/parser.ts';
import { BLOCK_CONTEXTS, CLAUSE_RULES, ROW_RULES } from '../../grammar/clause-rules.ts';
import { RESERVED_WORDS } from '../../grammar/words.ts';

const ebnf = renderEbnf();

test('grammar/surety.ebnf is what the parser accepts; `npx vitest run test/grammar -u` refreshes it', async () => {
  await expect(ebnf).toMatchFileSnapshot('../../grammar/surety.ebnf');
});

test('the grammar has no ambiguity that its parser would decide in silence', () => {
  expect(() => new ClauseParser(true)).not.toThrow();
});

describe('the written grammar', () => {
  const defined = new Set([...ebnf.matchAll(/^([\w-]+) +::= /gm)].map((match) => match[1]));

  test('defines everything it uses', () => {
    const used = ebnf
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/::= \/.*$/gm, '')
      .replace(/"[^"\n]+"/g, '')
      .match(/[A-Za-z][\w-]*/g);
    const outline = ['clause', 'end-of-line'];
    expect([...new Set(used)].filter((name) => !defined.has(name) && !outline.includes(name))).toEqual([]);
  });

  test('has every rule of the parser, each used by a block or by another rule', () => {
    const rules = Object.keys(new ClauseParser().getGAstProductions());
    for (const rule of rules) {
      const name = rule.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      expect(defined, rule).toContain(name);
      expect(ebnf.match(new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'g'))?.length, rule).toBeGreaterThan(1);
    }
  });

  test('shows the words that clauses begin with, and those that are reserved', () => {
    const words = Object.values(CLAUSE_RULES).flatMap((table) => Object.keys(table));
    expect(words.filter((word) => !ebnf.includes(`"${word}"`))).toEqual([]);
    expect(RESERVED_WORDS.filter((word) => !ebnf.includes(word))).toEqual([]);
  });

  test('keeps its lines short enough to read', () => {
    expect(ebnf.split('\n').filter((line) => line.length > 112 && !line.includes('::= /'))).toEqual([]);
  });
});

test('the tables of words name rules that the parser has', () => {
  const rules = new Set(Object.keys(new ClauseParser().getGAstProductions()));
  const named = [
    ...Object.values(CLAUSE_RULES).flatMap((table) => Object.values(table)),
    ...Object.values(ROW_RULES),
  ];
  expect([...named, ...Object.keys(BLOCK_CONTEXTS)].filter((rule) => !rules.has(rule))).toEqual([]);
});
