import type { Origin } from '../../check/model.ts';
import { finding, type LintFinding, type LintRule } from '../finding.ts';
import { limitOf, promisedTo, severitiesOf } from '../promised.ts';

/** A share guaranteed of a metric for which there is no time to keep, or where some have best effort alone. */
export const attainOfWords: LintRule = ({ contract }) => {
  // A line that other plans take over is the same line.
  const seen = new Set<Origin>();
  return contract.plans.flatMap((plan) =>
    plan.attainment.flatMap(({ metric, population, when, origin }): readonly LintFinding[] => {
      const isAgain = seen.has(origin);
      seen.add(origin);
      if (population === 'resolved' && plan.targets.every((target) => target.metric !== 'resolve'))
        return isAgain ? [] : [finding('lint/attain-of-none-resolved', origin, { plan: plan.name })];
      const promises = severitiesOf(contract, when).flatMap((severity) => {
        const target = promisedTo(plan, metric, severity);
        return target === null ? [] : [{ severity, target }];
      });
      const isNarrowed = plan.targets.some((target) => target.metric === metric && limitOf(target.promise));
      if (!isNarrowed && promises.every(({ target }) => limitOf(target.promise) === null)) {
        return [finding('lint/attain-without-time', origin, { metric, plan: plan.name })];
      }
      const effort = promises.filter(
        ({ target }) => target.promise.kind === 'word' && target.promise.word === 'best effort',
      );
      const first = effort[0];
      if (first === undefined) return [];
      const params = { metric, severities: effort.map(({ severity }) => severity) };
      const related = [{ message: `\`${first.severity}\` has this`, origin: first.target.origin }];
      return [finding('lint/attain-of-best-effort', origin, params, related)];
    }),
  );
};
