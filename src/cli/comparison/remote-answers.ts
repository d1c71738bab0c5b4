import type { Answers } from './answers.ts';
import { ThreadGone, type ScreenThread } from './screen-thread.ts';

/** What the screens ask, asked of another thread. Without it there is no answer, and the reason is one. */
export function remoteAnswers({
  ask,
  askSoon,
  askLater,
}: Pick<ScreenThread, 'ask' | 'askSoon' | 'askLater'>): Answers {
  const asked = <Name extends keyof Answers>(
    name: Name,
    gone: (reason: string) => ReturnType<Answers[Name]>,
    by: (question: unknown) => ScreenThread['ask'] = () => askSoon,
  ) => {
    return (...given: Parameters<Answers[Name]>): ReturnType<Answers[Name]> => {
      try {
        return by(given[0])(name, given) as ReturnType<Answers[Name]>;
      } catch (error) {
        if (error instanceof ThreadGone) return gone(error.message);
        throw error;
      }
    };
  };
  return {
    explain: asked('explain', (reason) => ({ kind: 'unaccounted', reason })),
    differ: asked('differ', (reason) => [{ words: [reason], place: null }]),
    happenings: asked('happenings', () => []),
    desk: asked('desk', () => null),
    advise: asked('advise', (reason) => ({
      best: null,
      by: 'needs',
      sentences: [reason],
      wanted: [],
      costs: null,
    })),
    weeks: asked('weeks', () => []),
    coverage: asked(
      'coverage',
      () => null,
      (question) => (question === 'worst' ? askLater : ask),
    ),
  };
}
