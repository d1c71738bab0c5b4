import type { CompiledPlan, PlanClock } from './model.ts';

/**
 * The clock by which a plan measures a metric: the one in its block, else that of the plan it extends, else the
 * contract's; null where no clock is known.
 */
export function clockOf(
  { clocks, plans }: Pick<CompiledPlan, 'clocks' | 'plans'>,
  plan: string | null,
  metric: string,
): PlanClock | null {
  const own = clocks.find((clock) => clock.metric === metric && clock.plan === plan) ?? null;
  if (own !== null || plan === null) return own;
  return clockOf({ clocks, plans }, plans.find(({ name }) => name === plan)?.extends ?? null, metric);
}
