import type { CheckedPromise } from '../../check/model.ts';
import { finding, type LintRule } from '../finding.ts';
import { isLonger, limitOf, promisedTo, severitiesOf, speaksOf } from '../promised.ts';

/** A plan that replaces what it inherits by something worse: a longer time, or none. */
export const worseThanInherited: LintRule = ({ contract }) => {
  const byName = new Map(contract.plans.map((plan) => [plan.name, plan]));
  return contract.plans.flatMap((plan) => {
    const parent = plan.extends === null ? undefined : byName.get(plan.extends);
    if (parent === undefined) return [];
    const inherited = new Set(parent.targets);
    return plan.targets
      .filter((target) => !inherited.has(target))
      .flatMap((target) =>
        severitiesOf(contract, target.when).flatMap((severity) => {
          const before = promisedTo(parent, target.metric, severity);
          if (
            before === null ||
            !speaksOf(target.when, severity) ||
            !isWorse(target.promise, before.promise)
          ) {
            return [];
          }
          const params = {
            metric: target.metric,
            plan: plan.name,
            words: target.words,
            parent: parent.name,
            parentWords: before.words,
          };
          const related = [{ message: `\`${parent.name}\` has this`, origin: before.origin }];
          return [finding('lint/worse-than-inherited', target.origin, params, related)];
        }),
      );
  });
};

function isWorse(own: CheckedPromise, inherited: CheckedPromise): boolean {
  const givesUp = own.kind === 'word' && (own.word === 'best effort' || own.word === 'not offered');
  return givesUp ? limitOf(inherited) !== null : isLonger(own, inherited);
}
