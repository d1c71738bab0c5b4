import { isPending } from '../../src/tui/is-pending.ts';
import type { Pending, Soon } from '../../src/tui/model.ts';

/** An answer of a model whose answers are made where they are asked for: nothing of it is pending. */
export function told<Answer>(answer: Soon<Answer>): Exclude<Answer, Pending> {
  if (isPending(answer)) throw new Error('the answer is being worked out');
  return answer as Exclude<Answer, Pending>;
}
