/** Which rules read which clauses, for those who write the grammar down: `ebnf.ts`, and the reference manual. */
import { type IProduction, type Rule, Terminal } from 'chevrotain';
import { ClauseParser } from './parser.ts';
import { BLOCK_CONTEXTS, CLAUSE_RULES, type Context, ROW_RULES } from './clause-rules.ts';

/** The rule of the first row of a table that has a header. */
export const FIRST_ROWS: Readonly<Partial<Record<Context, string>>> = {
  targets: 'targetHeader',
  matrix: 'matrixHeader',
};

const rules: Readonly<Record<string, Rule>> = new ClauseParser().getGAstProductions();
const clauseRules: Readonly<Partial<Record<Context, Readonly<Record<string, string>>>>> = CLAUSE_RULES;
const rowRules: Readonly<Partial<Record<Context, string>>> = ROW_RULES;

/** Every rule of the grammar, in the order in which the parser has them. */
export const RULE_NAMES: readonly string[] = Object.keys(rules);

/** The kinds of blocks that stand in a kind of block, itself included, each behind the one whose clauses open it. */
export function contextsFrom(context: Context): readonly Context[] {
  const inside = rulesOf(context).flatMap((rule) => BLOCK_CONTEXTS[rule] ?? []);
  return [...new Set([context, ...inside.flatMap((inner) => contextsFrom(inner))])];
}

/** The rules that read the clauses of a block, each once, in the order of the table. */
export function rulesOf(context: Context): readonly string[] {
  const [first, row] = [FIRST_ROWS[context], rowRules[context]];
  const listed = [first, row, ...Object.values(clauseRules[context] ?? {})];
  return [...new Set(listed.filter((name) => name !== undefined))];
}

/** The rule of the rows of a block that consists of rows. */
export function rowOf(context: Context): string | undefined {
  return rowRules[context];
}

/** The words that a rule's clauses begin with, in any block or in one; none for rows. */
export function firstWords(rule: string, context?: Context): readonly string[] {
  const tables = context === undefined ? Object.values(clauseRules) : [clauseRules[context] ?? {}];
  const words = tables.flatMap((table) => Object.entries(table).filter(([, name]) => name === rule));
  return [...new Set(words.map(([word]) => word))];
}

/** What a clause consists of: the words that the outline chooses its rule by, then what the rule reads. */
export interface ClauseForm {
  /** None for a row, and for a part of clauses. */
  readonly words: readonly string[];
  readonly rest: readonly IProduction[];
}

export function formOf(rule: string): ClauseForm {
  const definition = rules[rule]?.definition;
  if (definition === undefined)
    throw new Error(`the word tables name the rule ${rule}, which the grammar does not have`);
  const words = firstWords(rule);
  if (words.length === 0) return { words, rest: definition };
  // The first token is any word: the table has chosen by it.
  if (!(definition[0] instanceof Terminal)) throw new Error(`${rule} does not begin with a word`);
  return { words, rest: definition.slice(1) };
}
