import type { Explain } from '../../tui/index.tsx';
import { explainFor } from './explain-for.ts';
import type { Made } from './outcome-job.ts';
import { ThreadGone } from './screen-thread.ts';

/**
 * What the screens ask of whoever made the outcome. A question goes to another thread and its answer comes from there:
 * both are plain data. To add one: the function here, its name in `QUESTIONS`, and a field of `ReadyModel` that is it.
 */
export interface Answers {
  readonly explain: Explain;
}

export const QUESTIONS: readonly (keyof Answers)[] = ['explain'];

export function answersOf({ outcome, engine }: Pick<Made, 'outcome' | 'engine'>): Answers {
  return { explain: explainFor(outcome, engine) };
}

/** The same, asked of another thread. Without it there is no answer, and the reason is one. */
export function remoteAnswers(ask: (name: string, given: readonly unknown[]) => unknown): Answers {
  return {
    explain: (...given) => {
      try {
        return ask('explain', given) as ReturnType<Explain>;
      } catch (error) {
        if (error instanceof ThreadGone) return { kind: 'unaccounted', reason: error.message };
        throw error;
      }
    },
  };
}
