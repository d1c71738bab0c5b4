import type { Wanted } from '../../../simulate/recommend/need-figures.ts';
import { isPending } from '../../is-pending.ts';
import type { Advice, MetricWeeks, ReadyModel } from '../../model.ts';
import { answer } from '../remembered-answers.ts';

/**
 * Asked once of each outcome and list of needs; null of one that is still arriving, and while it is being worked out.
 * @param needs that were typed; empty for those of the simulation
 */
export function adviceOf(model: ReadyModel, needs: readonly Wanted[]): Advice | null {
  if (model.arriving !== null) return null;
  const key = `advice ${needs.map(({ words }) => words).join('; ')}`;
  const advice = answer(model, key, () => model.advise(needs.length === 0 ? null : needs));
  return isPending(advice) ? null : advice;
}

/** Null where there are none, or none yet. */
export function weeksOf(model: ReadyModel, plan: number, metric: string): MetricWeeks | null {
  if (model.arriving !== null) return null;
  const told = answer(model, 'weeks', () => model.weeks());
  return isPending(told) ? null : (told[plan]?.find((each) => each.metric === metric) ?? null);
}
