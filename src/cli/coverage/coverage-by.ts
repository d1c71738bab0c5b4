import type { CoverageQuestions, Pending } from '../../tui/index.ts';

/** Asks a question by its name, perhaps of another thread; null where nobody answers any more. */
export type AskCoverage = (
  question: string,
  given: readonly unknown[],
) => ReturnType<CoverageQuestions[keyof CoverageQuestions]>;

/** Answers questions asked by name. */
export function answerCoverage(questions: CoverageQuestions): AskCoverage {
  return (question, given) => {
    const answer = questions[question as keyof CoverageQuestions] as (
      ...all: readonly unknown[]
    ) => ReturnType<AskCoverage>;
    return answer(...given);
  };
}

/** What is answered where nobody answers any more. */
const nobody: { readonly [question in keyof CoverageQuestions]: ReturnType<CoverageQuestions[question]> } = {
  subjects: [],
  hours: { kind: 'nothing', words: 'nobody answers any more' },
  mondayOf: '2026-01-05',
  mondayOfDate: null,
  weekFrom: '2026-01-05',
  week: 'nobody answers any more',
  nextSpecial: null,
  worst: [],
  explainWorst: { kind: 'unaccounted', reason: 'nobody answers any more' },
};

function isPending(answer: unknown): answer is Pending {
  return typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'pending';
}

const mostAnswers = 2000;

/** The questions, each asked once: a screen is drawn many times a second. */
export function coverageBy(ask: AskCoverage): CoverageQuestions {
  const answers = new Map<string, unknown>();
  const asking =
    <Question extends keyof CoverageQuestions>(question: Question) =>
    (...given: Parameters<CoverageQuestions[Question]>): ReturnType<CoverageQuestions[Question]> => {
      const key = JSON.stringify([question, given]);
      if (answers.size > mostAnswers) answers.clear();
      if (!answers.has(key)) {
        const answer = ask(question, given);
        if (isPending(answer)) return answer as ReturnType<CoverageQuestions[Question]>;
        answers.set(key, answer);
      }
      // Null is an answer of its own to some, and stands for none to all.
      return (answers.get(key) ?? nobody[question]) as ReturnType<CoverageQuestions[Question]>;
    };
  return {
    subjects: asking('subjects'),
    hours: asking('hours'),
    mondayOf: asking('mondayOf'),
    mondayOfDate: asking('mondayOfDate'),
    weekFrom: asking('weekFrom'),
    week: asking('week'),
    nextSpecial: asking('nextSpecial'),
    worst: asking('worst'),
    explainWorst: asking('explainWorst'),
  };
}
