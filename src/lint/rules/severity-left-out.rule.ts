import { finding, type LintFinding, type LintRule } from '../finding.ts';
import type { CheckedTarget } from '../../check/model.ts';
import { limitOf, metricsOf, promisedTo } from '../promised.ts';

/** What says plainly that there is no time: it can be had for money, or the author has it not offered at all. */
const SAID: ReadonlySet<string> = new Set(['optional', 'not offered']);

/** Severities without a time where a less severe one has one. */
export const severityLeftOut: LintRule = ({ contract: { plans, severities } }) =>
  plans.flatMap((plan) =>
    metricsOf(plan).flatMap((metric): readonly LintFinding[] => {
      const promises = severities.map(({ name }) => ({ name, target: promisedTo(plan, metric, name) }));
      const last = promises.findLastIndex(
        ({ target }) => target !== null && limitOf(target.promise) !== null,
      );
      const timed = promises[last];
      const left = promises.slice(0, Math.max(0, last)).filter(({ name, target }) => {
        // Promises by the hour of opening are held against their hours elsewhere.
        if (target === null) return !plan.targets.some((each) => isByTheHour(each, metric, name));
        return target.promise.kind === 'word' && !SAID.has(target.promise.word);
      });
      const first = left[0];
      if (first === undefined || timed === undefined) return [];
      const params = { metric, plan: plan.name, left: left.map(({ name }) => name), timed: timed.name };
      const related =
        timed.target === null ? [] : [{ message: `\`${timed.name}\` has this`, origin: timed.target.origin }];
      return [finding('lint/severity-left-out', first.target?.origin ?? plan.origin, params, related)];
    }),
  );

function isByTheHour({ metric, when }: CheckedTarget, of: string, severity: string): boolean {
  return metric === of && when.opened.length > 0 && (when.severities?.includes(severity) ?? true);
}
