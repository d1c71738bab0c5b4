import type { CstElement } from '../../grammar/concrete-tree.ts';
import type { Token } from '../../grammar/token.ts';
import { FIRST_ROWS } from '../../grammar/clauses.ts';
import { type OutlineEntry, readOutline } from '../../grammar/outline.ts';
import { readClause } from '../../grammar/read-clause.ts';
import { BLOCK_CONTEXTS, CLAUSE_RULES, type Context, ROW_RULES } from '../../grammar/clause-rules.ts';

/** A clause as the grammar reads it, without the places of its tokens. */
export type Tree = string | { readonly [part: string]: readonly Tree[] };

export interface ReadClause {
  readonly rule: string | null;
  /** Null where the grammar cannot read the clause. */
  readonly tree: Tree | null;
}

/** Every clause of a text, as the grammar reads it, in order. */
export function readClauses(text: string): readonly ReadClause[] {
  return readEntries(readOutline(text).entries, 'file');
}

function readEntries(entries: readonly OutlineEntry[], context: Context | null): ReadClause[] {
  return entries.flatMap((entry, i) => {
    const rule = ruleOf(entry, context);
    const header = context === null ? undefined : FIRST_ROWS[context];
    const inside = rule === null ? null : (BLOCK_CONTEXTS[rule] ?? null);
    return [
      read(entry, i === 0 && header !== undefined ? [header, rule] : [rule]),
      ...readEntries(entry.block?.entries ?? [], inside),
    ];
  });
}

/** What the first of the rules that can read a clause makes of it. */
function read({ head }: OutlineEntry, rules: readonly (string | null)[]): ReadClause {
  for (const rule of rules) {
    const tree = rule === null ? null : parse(rule, head);
    if (tree !== null) return { rule, tree };
  }
  return { rule: rules[rules.length - 1] ?? null, tree: null };
}

function ruleOf(entry: OutlineEntry, context: Context | null): string | null {
  if (context === null) return null;
  const rows: Readonly<Record<string, string>> = ROW_RULES;
  const clauses: Readonly<Record<string, Readonly<Record<string, string>>>> = CLAUSE_RULES;
  const first = entry.head[0]?.image ?? '';
  return (
    rows[context] ?? Object.entries(clauses[context] ?? {}).find(([word]) => word === first)?.[1] ?? null
  );
}

function parse(rule: string, tokens: readonly Token[]): Tree | null {
  const { tree } = readClause(rule, tokens);
  return tree === null ? null : treeOf(tree);
}

function treeOf(element: CstElement): Tree {
  if ('image' in element)
    return element.image
      .replace(/^fixed\s+/, 'fixed ')
      .replace(/\s%$/, '%')
      .replace('\u2013', '-');
  return Object.fromEntries(
    Object.entries(element.children).map(([part, elements]) => [part, elements.map(treeOf)]),
  );
}
