import type { CompiledPlan } from './model.ts';

/**
 * The compiled plan as the text of a file. The same contract gives the same bytes wherever it lies: the files that
 * clauses stand in are named from the folder of the contract.
 *
 * @param contract path of the contract, as its clauses name it.
 */
export function writePlan(plan: CompiledPlan, contract: string): string {
  const folder = contract.slice(0, contract.lastIndexOf('/') + 1);
  const named = (key: string, value: unknown): unknown =>
    key === 'file' && typeof value === 'string' && value.startsWith(folder)
      ? value.slice(folder.length)
      : value;
  return `${JSON.stringify(plan, named)}\n`;
}
