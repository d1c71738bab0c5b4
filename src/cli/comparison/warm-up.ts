import type { Outcome } from '../../simulate/outcome.ts';
import type { Answers } from './answers.ts';

/** Nobody has asked anything for so long. */
const IDLE_MS = 150;
/** A run of more tickets takes long to be worked again for what its desk did; that waits until it is asked for. */
const MOST_TICKETS = 6000;

/**
 * What is asked first takes a hundred times as long as what follows: code is compiled, and calendars grow to where the
 * tickets are. So a ticket early and one late in the stream are asked about while nobody waits, one question at a time.
 */
export function* firstQuestions(outcome: Outcome, answers: Answers): Generator<() => unknown, void> {
  const { plans, tickets } = outcome;
  if (tickets.count === 0) return;
  const runs = outcome.source.kind === 'simulation' ? outcome.source.runs : 1;
  for (const ticket of new Set([0, tickets.count - 1])) {
    for (const [place, { metrics }] of plans.entries()) {
      for (const { metric } of metrics) {
        yield () => answers.explain(place, metric, ticket);
        if (place > 0) yield () => answers.differ(place, place - 1, metric, ticket);
      }
    }
  }
  yield () => answers.weeks();
  if (tickets.count / runs > MOST_TICKETS) return;
  for (const place of plans.keys()) yield () => answers.happenings(place, 0);
}

export interface WarmUp {
  /** Whoever asks goes first. */
  readonly questionCame: () => void;
  readonly begin: (questions: Iterator<() => unknown, void>) => void;
}

/** Puts questions whose answers nobody needs yet, whenever nobody has asked anything for a while. */
export function warmUpWhileIdle(): WarmUp {
  let left: Iterator<() => unknown, void> | null = null;
  let last = performance.now();
  const step = (): void => {
    const question = performance.now() - last < IDLE_MS ? null : (left?.next() ?? null);
    if (question !== null) {
      if (question.done === true) left = null;
      else quietly(question.value);
    }
    if (left !== null) later(question === null ? IDLE_MS : 0);
  };
  const later = (ms: number): void => {
    // It keeps nothing alive.
    setTimeout(step, ms).unref();
  };
  return {
    questionCame: () => {
      last = performance.now();
    },
    begin: (questions) => {
      const isRunning = left !== null;
      left = questions;
      last = performance.now();
      if (!isRunning) later(IDLE_MS);
    },
  };
}

/** What goes wrong is told to who asks. */
function quietly(question: () => unknown): void {
  try {
    question();
  } catch {
    // As above.
  }
}
