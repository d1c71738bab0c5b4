import { leftOutOfHistories } from '../explain/left-out/of-histories.ts';
import type { CompiledPlan } from '../plan/model.ts';

/** What a contract, or its versions, say of tickets that go on and is not applied to them; a line each. */
export function leftOutLines(plans: readonly CompiledPlan[], before: string): string {
  const sentences = new Set(plans.flatMap(leftOutOfHistories));
  return [...sentences].map((sentence) => `${before}not applied: ${sentence}\n`).join('');
}
