import type { CheckedClock, CheckedContract, CheckedPlan } from '../check/model.ts';

/** What starts the clock by which a plan measures a metric, as a key: the same for clocks that start together. */
export type ClockStarts = (plan: CheckedPlan, metric: string) => string;

/** By the clock in the plan's own block, else that of the plan it extends, else the contract's. */
export function clockStartsOf({ clocks, plans }: CheckedContract): ClockStarts {
  const ofContract = startsOf(clocks.filter(({ plan }) => plan === null));
  const inBlocks = clocks.filter(({ plan }) => plan !== null);
  if (inBlocks.length === 0) return (_, metric) => ofContract.get(metric) ?? '';
  const byName = new Map(plans.map((plan) => [plan.name, plan]));
  const ofPlans = new Map(
    plans.map(({ name }) => [name, startsOf(inBlocks.filter(({ plan }) => plan === name))]),
  );
  return (plan, metric) => {
    for (let at: CheckedPlan | undefined = plan; at !== undefined; at = byName.get(at.extends ?? '')) {
      const own = ofPlans.get(at.name)?.get(metric);
      if (own !== undefined) return own;
    }
    return ofContract.get(metric) ?? '';
  };
}

function startsOf(clocks: readonly CheckedClock[]): ReadonlyMap<string, string> {
  return new Map(
    clocks.map(({ metric, startsOn, terms }) => [metric, JSON.stringify([startsOn, terms.starts])]),
  );
}
