import type { ReadyModel } from '../model.ts';

const answers = new WeakMap<ReadyModel, Map<string, unknown>>();
const remembered = 256;

/** Asks the model once and remembers the latest answers: a screen is drawn many times a second. */
export function answer<Answer>(model: ReadyModel, key: string, ask: () => Answer): Answer {
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
