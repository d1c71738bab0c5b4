import { activityFor, coverageOf } from '../coverage.ts';
import { finding, type LintRule } from '../finding.ts';
import { limitOf, severitiesOf } from '../promised.ts';

/** A time that is promised for work that the plan covers at no hour. A plan that states no coverage is left alone. */
export const targetNotCovered: LintRule = ({ contract }) =>
  contract.plans.flatMap((plan) =>
    plan.coverage.length === 0
      ? []
      : plan.targets.flatMap((target) => {
          const activity = activityFor(target.metric);
          if (activity === null || limitOf(target.promise) === null) return [];
          const severities = severitiesOf(contract, target.when).filter(
            (severity) => coverageOf(plan, activity, severity).length === 0,
          );
          if (severities.length === 0) return [];
          const params = { plan: plan.name, metric: target.metric, activity, severities };
          return [finding('lint/target-not-covered', target.origin, params)];
        }),
  );
