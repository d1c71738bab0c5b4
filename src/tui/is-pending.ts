import type { Pending } from './model.ts';

export function isPending(answer: unknown): answer is Pending {
  return typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'pending';
}
