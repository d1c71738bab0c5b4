import type { CompiledPlan } from '../../plan/model.ts';
import { findNamed } from '../find-named.ts';

/** The metric that `--target` names, in the contract's own spelling. */
export function findMetric({ metrics }: CompiledPlan, text: string): string {
  const entries = metrics.map((name) => ({ name, aliases: [] }));
  return entries[findNamed(entries, text, '--target', 'target')]?.name ?? text;
}
