import type { CheckedPlan, CheckedTarget } from '../../check/model.ts';
import { activityFor, coverageOf } from '../coverage.ts';
import { finding, type LintRule } from '../finding.ts';
import { limitOf, promisedTo, severitiesOf, speaksOf } from '../promised.ts';

/**
 * A time that is promised for work that the plan covers at no hour. A plan that states no coverage is left alone, and
 * what a plan takes over as it is was found where it stands.
 */
export const targetNotCovered: LintRule = ({ contract }) => {
  const byName = new Map(contract.plans.map((plan) => [plan.name, plan]));
  return contract.plans.flatMap((plan) => {
    if (plan.coverage.length === 0) return [];
    const parent = plan.extends === null ? undefined : byName.get(plan.extends);
    return plan.targets.flatMap((target) => {
      const activity = activityFor(target.metric);
      if (activity === null || limitOf(target.promise) === null) return [];
      const severities = severitiesOf(contract, target.when).filter(
        (severity) =>
          isNotCovered(plan, target, activity, severity) &&
          (parent === undefined || !isFoundIn(parent, target, activity, severity)),
      );
      if (severities.length === 0) return [];
      const params = { plan: plan.name, metric: target.metric, activity, severities };
      return [finding('lint/target-not-covered', target.origin, params)];
    });
  });
};

function isFoundIn(parent: CheckedPlan, target: CheckedTarget, activity: string, severity: string): boolean {
  return (
    parent.coverage.length > 0 &&
    parent.targets.includes(target) &&
    isNotCovered(parent, target, activity, severity)
  );
}

/** Whether a line that holds in the plan promises a severity work that is covered at no hour. */
function isNotCovered(plan: CheckedPlan, target: CheckedTarget, activity: string, severity: string): boolean {
  const isReplaced = speaksOf(target.when, severity) && promisedTo(plan, target.metric, severity) !== target;
  return !isReplaced && coverageOf(plan, activity, severity).length === 0;
}
