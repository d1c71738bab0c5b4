import type { Advice, MetricWeeks, ReadyModel } from '../../model.ts';

const advices = new WeakMap<ReadyModel, Advice>();
const weeks = new WeakMap<ReadyModel, readonly (readonly MetricWeeks[])[]>();

/** Asked once of each outcome; of one that is still arriving nothing is advised. */
export function adviceOf(model: ReadyModel): Advice | null {
  if (model.arriving !== null) return null;
  let advice = advices.get(model);
  if (advice === undefined) advices.set(model, (advice = model.advise()));
  return advice;
}

export function weeksOf(model: ReadyModel, plan: number, metric: string): MetricWeeks | null {
  if (model.arriving !== null) return null;
  let told = weeks.get(model);
  if (told === undefined) weeks.set(model, (told = model.weeks()));
  return told[plan]?.find((each) => each.metric === metric) ?? null;
}
