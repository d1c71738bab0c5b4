import { activityFor, coverageCalendar, isAlwaysOpen } from '../coverage.ts';
import { finding, type LintRule } from '../finding.ts';
import { limitOf, promisedTo, severitiesOf } from '../promised.ts';

/** A time in hours of a calendar that shuts, for work that the plan covers round the clock. */
export const hoursUnder24x7: LintRule = ({ contract }) =>
  contract.plans.flatMap((plan) =>
    plan.targets.flatMap((target) => {
      const limit = limitOf(target.promise);
      const activity = activityFor(target.metric);
      if (activity === null || limit?.kind !== 'hours' || isAlwaysOpen(contract, limit.calendar)) return [];
      const severities = severitiesOf(contract, target.when).filter((severity) => {
        const covered = coverageCalendar(plan, activity, severity);
        const holds = promisedTo(plan, target.metric, severity) === target;
        return holds && covered !== null && isAlwaysOpen(contract, covered);
      });
      if (severities.length === 0) return [];
      const params = { plan: plan.name, activity, words: target.words, calendar: limit.calendar, severities };
      return [finding('lint/hours-under-24x7', target.origin, params)];
    }),
  );
