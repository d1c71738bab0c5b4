import type { Advise, DeskNow, Differ, Explain, Happenings, TellWeeks } from '../../tui/index.ts';
import { answerCoverage, type AskCoverage } from '../coverage/coverage-by.ts';
import { coverageQuestions } from '../coverage/coverage-questions.ts';
import { adviceFor, weeksFor } from './advice-for.ts';
import { deskFor } from './desk-for.ts';
import { differFor } from './differ-for.ts';
import { explainFor } from './explain-for.ts';
import { happeningsFor } from './happenings-for.ts';
import type { Made } from './outcome-job.ts';
import { promiseAccountOf } from './promise-account-of.ts';
import { ThreadGone, type ScreenThread } from './screen-thread.ts';

/**
 * What the screens ask of whoever made the outcome. A question goes to another thread and its answer comes from there:
 * both are plain data. To add one: the function here, its name in `QUESTIONS`, and a field of `ReadyModel` that is it.
 */
export interface Answers {
  readonly explain: Explain;
  readonly differ: Differ;
  readonly happenings: Happenings;
  readonly advise: Advise;
  readonly desk: DeskNow;
  readonly weeks: TellWeeks;
  readonly coverage: AskCoverage;
}

export const QUESTIONS: readonly (keyof Answers)[] = [
  'explain',
  'differ',
  'happenings',
  'advise',
  'desk',
  'weeks',
  'coverage',
];

export function answersOf({ outcome, engine }: Pick<Made, 'outcome' | 'engine'>): Answers {
  const accountOf = promiseAccountOf(outcome, engine);
  return {
    explain: explainFor(accountOf),
    differ: differFor(accountOf),
    happenings: happeningsFor(outcome),
    advise: adviceFor(outcome),
    desk: deskFor(outcome),
    weeks: weeksFor(outcome, engine),
    coverage: answerCoverage(coverageQuestions(outcome, engine)),
  };
}

/** The same, asked of another thread. Without it there is no answer, and the reason is one. */
export function remoteAnswers({ ask, askLater }: Pick<ScreenThread, 'ask' | 'askLater'>): Answers {
  const asked = <Name extends keyof Answers>(
    name: Name,
    gone: (reason: string) => ReturnType<Answers[Name]>,
    by: (question: unknown) => ScreenThread['ask'] = () => ask,
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
