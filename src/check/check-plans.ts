import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { PlanNode, TargetsByPlanNode } from '../syntax/tree.ts';
import type { ContractTerms } from './check-period.ts';
import { businessTermsOf, cellsOfBlock, checkPlan, overInherited, saysBusiness } from './check-plan.ts';
import type { BusinessTerms } from './check-bound.ts';
import { checkTargetTable, type TargetCell } from './check-targets.ts';
import { type CheckContext, report, within } from './context.ts';
import type { CheckedPlan, CheckedTarget } from './model.ts';
import type { Scope } from './scope.ts';

interface DeclaredPlan {
  readonly node: PlanNode;
  readonly context: CheckContext;
}

/** Every plan, in the order written, each with what it takes over from the one it extends. */
export function checkPlans(
  declared: readonly DeclaredPlan[],
  tables: readonly { readonly node: TargetsByPlanNode; readonly context: CheckContext }[],
  scope: Scope,
  contract: ContractTerms,
): readonly CheckedPlan[] {
  // Of two plans of one name the first counts.
  const byName = new Map<string, DeclaredPlan>();
  for (const plan of declared) if (!byName.has(plan.node.name.text)) byName.set(plan.node.name.text, plan);
  const unique = [...byName.values()];
  const parents = new Map(unique.map((plan) => [plan, parentOf(plan, byName, scope)]));
  const terms = new Map<DeclaredPlan, BusinessTerms>();
  const termsOf = (plan: DeclaredPlan): BusinessTerms => {
    const known = terms.get(plan);
    if (known !== undefined) return known;
    const parent = parents.get(plan) ?? null;
    const found = businessTermsOf(plan.node, parent === null ? null : termsOf(parent));
    terms.set(plan, found);
    return found;
  };

  /** The cells of the tables at the top level; `countedBy` may count a plan's cells by the terms of another. */
  const cellsOfTables = (countedBy: (plan: DeclaredPlan) => BusinessTerms): readonly TargetCell[] =>
    tables.flatMap(({ node, context }): readonly TargetCell[] => {
      const inner = within(context, `targets ${node.metric.text} by plan`);
      const metric = scope.resolve(inner, 'metric', node.metric);
      const columns = (node.columns ?? []).map((column) => {
        const name = scope.resolve(inner, 'plan', column);
        const plan = name === null ? undefined : byName.get(name);
        return metric === null || plan === undefined
          ? null
          : { metric, plan: plan.node.name.text, terms: countedBy(plan) };
      });
      return checkTargetTable(inner, scope, node, columns);
    });
  const tableCells = cellsOfTables(termsOf);
  const cellsOf = (plan: DeclaredPlan, fromTables: readonly TargetCell[], counted: BusinessTerms) => [
    ...fromTables.filter((cell) => cell.plan === plan.node.name.text),
    ...cellsOfBlock(plan.context, scope, plan.node, counted),
  ];
  /** What a plan takes over; where it says what business hours are, business hours mean that in all of it. */
  const inheritedBy = (plan: DeclaredPlan, parent: DeclaredPlan | null): readonly CheckedTarget[] => {
    if (parent === null) return [];
    if (!saysBusiness(plan.node)) return check(parent).targets;
    // Findings name the plan whose cells they are, and so are the ones that were made there.
    const counted = (of: DeclaredPlan) => ({ ...termsOf(plan), plan: of.node.name.text });
    const counts = cellsOfTables(counted);
    const targetsOf = (of: DeclaredPlan): readonly CheckedTarget[] => {
      const above = parents.get(of) ?? null;
      return overInherited(cellsOf(of, counts, counted(of)), above === null ? [] : targetsOf(above));
    };
    // What counts as it did before is the very target that was inherited.
    const before = new Map(check(parent).targets.map((target) => [JSON.stringify(target), target]));
    return targetsOf(parent).map((target) => before.get(JSON.stringify(target)) ?? target);
  };

  const checked = new Map<DeclaredPlan, CheckedPlan>();
  const check = (plan: DeclaredPlan): CheckedPlan => {
    const known = checked.get(plan);
    if (known !== undefined) return known;
    const parent = parents.get(plan) ?? null;
    const result = checkPlan(
      plan.context,
      scope,
      plan.node,
      parent === null ? null : check(parent),
      unique.indexOf(plan),
      termsOf(plan),
      contract,
      () => cellsOf(plan, tableCells, termsOf(plan)),
      inheritedBy(plan, parent),
    );
    checked.set(plan, result);
    return result;
  };
  return unique.map(check);
}

/** The plan that this one extends; null when there is none, or when following it would lead back here. */
function parentOf(
  plan: DeclaredPlan,
  byName: ReadonlyMap<string, DeclaredPlan>,
  scope: Scope,
): DeclaredPlan | null {
  const written = plan.node.extends;
  if (written === null) return null;
  const inner = within(plan.context, `plan ${plan.node.name.text}`);
  const find = (text: string): DeclaredPlan | undefined =>
    byName.get(text) ??
    [...byName.values()].find(({ node }) => node.aliases.some((alias) => alias.text === text));
  const parent = find(written.text);
  if (parent === undefined) {
    if (!scope.isIncomplete('plan')) {
      const candidates = [...byName.keys()].filter((name) => name !== plan.node.name.text);
      const nearest = nearestWord(written.text, candidates);
      report(inner, 'names/unknown', written.span, { kind: 'plan', name: written.text, nearest, candidates });
    }
    return null;
  }
  const seen = new Set([plan]);
  for (let at: DeclaredPlan | undefined = parent; at !== undefined;) {
    if (seen.has(at)) {
      // A circle is reported, and cut, at the first of its plans alone.
      const isFirst = at === plan && [...byName.values()].find((candidate) => seen.has(candidate)) === plan;
      if (isFirst) {
        const through = [...seen].filter((each) => each !== plan).map(({ node }) => node.name.text);
        report(inner, 'plan/extends-itself', written.span, { plan: plan.node.name.text, through });
      }
      return isFirst ? null : parent;
    }
    seen.add(at);
    at = at.node.extends === null ? undefined : find(at.node.extends.text);
  }
  return parent;
}
