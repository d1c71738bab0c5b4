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
