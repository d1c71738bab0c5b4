import type { Accounting, Happening, ReadyModel, Sentence } from '../../model.ts';
import { answer } from '../remembered-answers.ts';

export function accountingOf(model: ReadyModel, plan: number, metric: string, ticket: number): Accounting {
  const key = `why ${String(plan)} ${String(ticket)} ${metric}`;
  return answer(model, key, () => model.explain(plan, metric, ticket));
}

export function differenceOf(
  model: ReadyModel,
  plans: readonly [number, number],
  metric: string,
  ticket: number,
): readonly Sentence[] {
  const [first, second] = plans;
  const key = `differ ${String(first)} ${String(second)} ${String(ticket)} ${metric}`;
  return answer(model, key, () => model.differ(first, second, metric, ticket));
}

export function happeningsOf(model: ReadyModel, plan: number, ticket: number): readonly Happening[] {
  return answer(model, `happened ${String(plan)} ${String(ticket)}`, () => model.happenings(plan, ticket));
}
