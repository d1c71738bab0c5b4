import type { PlanCondition } from '../../plan/entitlement-model.ts';
import type { CompiledPlan, PlanOrigin, PlanPlan } from '../../plan/model.ts';
import type { CoverageItem } from './coverage-model.ts';

type Compared = Extract<PlanCondition, { kind: 'compare' }>;

/** The numbers with which facts of a ticket are compared, where something is decided by that. */
export function thresholdItems(plan: CompiledPlan): readonly CoverageItem[] {
  const found = new Map<string, CoverageItem>();
  const take = (condition: PlanCondition | null, origin: PlanOrigin): void => {
    for (const { fact, operator, value } of condition === null ? [] : numbersIn(condition)) {
      found.set(`${origin.file} ${origin.line} ${fact} ${operator} ${value}`, {
        kind: 'edge',
        words: `${fact} ${operator} ${value}`,
        origin,
        plans: null,
        alterations: ([1, -1] as const).map((by) => ({
          what: by === 1 ? 'one more' : 'one less',
          alter: (whole) =>
            mapConditions(whole, (each, at) =>
              at.line === origin.line && at.file === origin.file ? moved(each, fact, value, by) : each,
            ),
        })),
        unreachable: null,
      });
    }
  };
  for (const { when, origin } of plan.conduct.rules) take(when, origin);
  for (const { eligibility, provisions } of plan.plans) {
    for (const { when, origin } of eligibility) take(when, origin);
    for (const { says, condition, origin } of provisions) if (says === 'exclude') take(condition, origin);
  }
  return [...found.values()];
}

function numbersIn(condition: PlanCondition): readonly { fact: string; operator: string; value: number }[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(numbersIn);
    case 'not':
      return numbersIn(condition.of);
    case 'compare': {
      const { fact, operator, value } = condition;
      return typeof value === 'number' ? [{ fact, operator, value }] : [];
    }
    default:
      return [];
  }
}

function moved(condition: PlanCondition, fact: string, value: number, by: number): PlanCondition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map((each) => moved(each, fact, value, by)) };
    case 'not':
      return { ...condition, of: moved(condition.of, fact, value, by) };
    case 'compare':
      return isSame(condition, fact, value) ? { ...condition, value: value + by } : condition;
    default:
      return condition;
  }
}

function isSame(condition: Compared, fact: string, value: number): boolean {
  return condition.fact === fact && condition.value === value;
}

function mapConditions(
  plan: CompiledPlan,
  map: (condition: PlanCondition, origin: PlanOrigin) => PlanCondition,
): CompiledPlan {
  const rules = plan.conduct.rules.map((rule) =>
    rule.when === null ? rule : { ...rule, when: map(rule.when, rule.origin) },
  );
  const plans = plan.plans.map((each): PlanPlan => ({
    ...each,
    eligibility: each.eligibility.map((line) => ({ ...line, when: map(line.when, line.origin) })),
    provisions: each.provisions.map((line) =>
      line.condition === null ? line : { ...line, condition: map(line.condition, line.origin) },
    ),
  }));
  return { ...plan, plans, conduct: { ...plan.conduct, rules } };
}
