import type { Outcome } from '../../simulate/outcome.ts';
import { isPending } from '../is-pending.ts';
import type { ReadyModel } from '../model.ts';

// Of an outcome, not of the model around it: the model is another one for each zone that the times are shown in.
const answers = new WeakMap<Outcome, Map<string, unknown>>();
const remembered = 256;

/** Asks the model until the answer is there, and remembers the latest of them: a screen is drawn many times a second. */
export function answer<Answer>({ outcome }: ReadyModel, key: string, ask: () => Answer): Answer {
  const known = answers.get(outcome) ?? new Map<string, unknown>();
  answers.set(outcome, known);
  const found = known.has(key) ? (known.get(key) as Answer) : ask();
  if (isPending(found)) return found;
  known.delete(key);
  known.set(key, found);
  for (const oldest of known.keys()) {
    if (known.size <= remembered) break;
    known.delete(oldest);
  }
  return found;
}
