import { narrowness, overlap } from '../../check/check-selector.ts';
import { narrowedIn } from '../../check/dimensions.ts';
import type { CheckedPlan, CheckedPromise, CheckedTarget } from '../../check/model.ts';
import { finding, type LintRule } from '../finding.ts';
import { isLonger, limitOf, promisedTo, severitiesOf, speaksOf } from '../promised.ts';

/** A plan that replaces what it inherits by something worse: a longer time, or none. */
export const worseThanInherited: LintRule = ({ contract }) => {
  const byName = new Map(contract.plans.map((plan) => [plan.name, plan]));
  return contract.plans.flatMap((plan) => {
    const parent = plan.extends === null ? undefined : byName.get(plan.extends);
    if (parent === undefined) return [];
    const inherited = new Set(parent.targets);
    const own = plan.targets.filter((target) => !inherited.has(target));
    return own.flatMap((target) => {
      const replaced = severitiesOf(contract, target.when).flatMap((severity) => {
        const before = promisedTo(parent, target.metric, severity);
        return before === null || !speaksOf(target.when, severity) ? [] : [before];
      });
      return [...replaced, ...hiddenBy(target, own, parent)]
        .filter((before) => isWorse(target.promise, before.promise))
        .map((before) => {
          const params = {
            metric: target.metric,
            plan: plan.name,
            words: target.words,
            parent: parent.name,
            parentWords: before.words,
          };
          const related = [{ message: `\`${parent.name}\` has this`, origin: before.origin }];
          return finding('lint/worse-than-inherited', target.origin, params, related);
        });
    });
  });
};

/** Inherited lines for fewer tickets, such as those of a channel, that hold no more since a wider line goes before them. */
function hiddenBy(
  target: CheckedTarget,
  own: readonly CheckedTarget[],
  parent: CheckedPlan,
): readonly CheckedTarget[] {
  const { metric, when } = target;
  const isNarrower = (other: CheckedTarget): boolean =>
    other.metric === metric && narrowness(other.when) > narrowness(when) && overlap(other.when, when);
  return parent.targets.filter(
    (before) =>
      isNarrower(before) &&
      narrowedIn(before.when).some((dimension) => dimension !== 'severities') &&
      !own.some((other) => isNarrower(other) && overlap(other.when, before.when)),
  );
}

function isWorse(own: CheckedPromise, inherited: CheckedPromise): boolean {
  const givesUp = own.kind === 'word' && (own.word === 'best effort' || own.word === 'not offered');
  return givesUp ? limitOf(inherited) !== null : isLonger(own, inherited);
}
