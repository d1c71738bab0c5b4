import type { CompiledPlan } from './model.ts';

/**
 * The index by which a selector names the value of a fact: of a word its place, of yes 0 and of no 1; -1 for numbers
 * and texts, to which no line is narrowed.
 */
export function factIndex(fact: CompiledPlan['facts'][number], value: string | number | boolean): number {
  if (typeof value === 'boolean') return value ? 0 : 1;
  return fact.type.kind === 'words' ? fact.type.words.indexOf(String(value)) : -1;
}
