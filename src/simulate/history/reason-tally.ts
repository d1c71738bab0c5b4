import type { Unusable } from '../outcome.ts';

const EXAMPLES = 3;

/** Counts what could not be used by reason, with the first few examples of each. */
export interface ReasonTally {
  add(reason: string, example: string): void;
  /** Most frequent first, then by the reason's words. */
  list(): readonly Unusable[];
}

export function createReasonTally(): ReasonTally {
  const reasons = new Map<string, { count: number; readonly examples: string[] }>();
  return {
    add(reason, example) {
      const entry = reasons.get(reason) ?? { count: 0, examples: [] };
      entry.count += 1;
      if (entry.examples.length < EXAMPLES) entry.examples.push(example);
      reasons.set(reason, entry);
    },
    list: () =>
      [...reasons]
        .map(([reason, { count, examples }]) => ({ reason, count, examples }))
        .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
  };
}
