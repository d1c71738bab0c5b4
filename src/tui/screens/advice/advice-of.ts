import type { Wanted } from '../../../simulate/recommend/need-figures.ts';
import type { Advice, MetricWeeks, ReadyModel } from '../../model.ts';
import { answer } from '../remembered-answers.ts';

/**
 * Asked once of each outcome and list of needs; of one that is still arriving nothing is advised.
 * @param needs that were typed; empty for those of the simulation
 */
export function adviceOf(model: ReadyModel, needs: readonly Wanted[]): Advice | null {
  if (model.arriving !== null) return null;
  const key = `advice ${needs.map(({ words }) => words).join('; ')}`;
  return answer(model, key, () => model.advise(needs.length === 0 ? null : needs));
}

const weeks = new WeakMap<ReadyModel, readonly (readonly MetricWeeks[])[]>();

export function weeksOf(model: ReadyModel, plan: number, metric: string): MetricWeeks | null {
  if (model.arriving !== null) return null;
  let told = weeks.get(model);
  if (told === undefined) weeks.set(model, (told = model.weeks()));
  return told[plan]?.find((each) => each.metric === metric) ?? null;
}
