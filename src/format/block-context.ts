import { BLOCK_CONTEXTS, CLAUSE_RULES, type Context, ROW_RULES } from '../../grammar/clause-rules.ts';
import type { Word } from './item.ts';

/** What a block consists of, by the first word of its head; null where the language does not know the head. */
export function contextInside(outer: Context | null, head: readonly Word[]): Context | null {
  const first = head[0]?.token.image;
  if (outer === null || first === undefined) return null;
  const rules: Readonly<Partial<Record<Context, Readonly<Record<string, string>>>>> = CLAUSE_RULES;
  const rule = Object.entries(rules[outer] ?? {}).find(([word]) => word === first)?.[1];
  return (rule === undefined ? undefined : BLOCK_CONTEXTS[rule]) ?? null;
}

/** A block whose entries are rows of one shape. */
export type TableContext = keyof typeof ROW_RULES;

export function isTable(context: Context | null): context is TableContext {
  return context !== null && context in ROW_RULES;
}
