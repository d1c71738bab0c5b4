import type { Accounting, Happening, ReadyModel, Sentence } from '../../model.ts';

const answers = new WeakMap<ReadyModel, Map<string, unknown>>();
const remembered = 128;

/** Asks the model once and remembers the latest answers: a screen is drawn many times a second. */
function answer<Answer>(model: ReadyModel, key: string, ask: () => Answer): Answer {
  const known = answers.get(model) ?? new Map<string, unknown>();
  answers.set(model, known);
  const found = known.has(key) ? (known.get(key) as Answer) : ask();
  known.delete(key);
  known.set(key, found);
  for (const oldest of known.keys()) {
    if (known.size <= remembered) break;
    known.delete(oldest);
  }
  return found;
}

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
