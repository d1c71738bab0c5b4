import type { Accounting, Happening, ReadyModel, Sentence, Soon } from '../../model.ts';
import { isPending } from '../../is-pending.ts';
import { answer } from '../remembered-answers.ts';

export function accountingOf(
  model: ReadyModel,
  plan: number,
  metric: string,
  ticket: number,
): Soon<Accounting> {
  const key = `why ${String(plan)} ${String(ticket)} ${metric}`;
  return answer(model, key, () => model.explain(plan, metric, ticket));
}

export function differenceOf(
  model: ReadyModel,
  plans: readonly [number, number],
  metric: string,
  ticket: number,
): Soon<readonly Sentence[]> {
  const [first, second] = plans;
  const key = `differ ${String(first)} ${String(second)} ${String(ticket)} ${metric}`;
  return answer(model, key, () => model.differ(first, second, metric, ticket));
}

export function happeningsOf(model: ReadyModel, plan: number, ticket: number): Soon<readonly Happening[]> {
  return answer(model, `happened ${String(plan)} ${String(ticket)}`, () => model.happenings(plan, ticket));
}

/** Where the promise is made that a ticket has under a plan; null where none is. */
export function clauseOf(
  model: ReadyModel,
  plan: number,
  metric: string,
  ticket: number,
): Soon<string | null> {
  const accounting = accountingOf(model, plan, metric, ticket);
  if (isPending(accounting)) return accounting;
  return accounting.kind === 'accounted' ? accounting.place : null;
}
