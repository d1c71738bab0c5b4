import type { CheckedPlan, CheckedPromise } from '../check/model.ts';

/** What cells promise and no run reckons with yet, a sentence each. */
export function targetsNotApplied(plans: readonly CheckedPlan[]): readonly string[] {
  const metricsWith = (holds: (promise: CheckedPromise) => boolean): string => {
    const targets = plans.flatMap((plan) => plan.targets);
    return [...new Set(targets.filter(({ promise }) => holds(promise)).map(({ metric }) => metric))].join(
      ', ',
    );
  };
  const repeated = metricsWith(({ kind }) => kind === 'cadence');
  const awaited = metricsWith((promise) => promise.kind === 'relative' && promise.of.kind !== 'due');
  return [
    ...(repeated === '' ? [] : [`Repetition of ${repeated}: the first one alone has a deadline.`]),
    ...(awaited === '' ? [] : [`Deadlines of ${awaited} that hang on an event still to come.`]),
  ];
}
