import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { lookUpTable } from './bind-mapping.ts';
import type { MappingProblem } from './mapping-fields.ts';

export type ChosenPlans =
  | { readonly kind: 'plans'; readonly plans: readonly number[] }
  | { readonly kind: 'problems'; readonly problems: readonly MappingProblem[] };

/** Indexes of the plans named, each once, in the order named; of all plans where none is named. */
export function choosePlans(plan: CompiledPlan, names: readonly string[]): ChosenPlans {
  const table = lookUpTable(plan.plans);
  if (names.length === 0) return { kind: 'plans', plans: plan.plans.map((_, index) => index) };
  const problems: MappingProblem[] = [];
  const plans = new Set<number>();
  for (const name of names) {
    const index = table.get(name.toLowerCase());
    if (index !== undefined) {
      plans.add(index);
      continue;
    }
    const all = plan.plans.map((each) => each.name);
    const near = nearestWord(name, all);
    const has = `it has ${all.map((each) => `\`${each}\``).join(', ')}`;
    const help = near === null ? has : `did you mean \`${near}\`? ${has}`;
    problems.push({ at: 'plans', message: `the contract has no plan \`${name}\``, help });
  }
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'plans', plans: [...plans] };
}
