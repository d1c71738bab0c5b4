import type { MessagePort } from 'node:worker_threads';
import type { CheckedSimulation } from '../../check/simulation-model.ts';
import type { Arriving } from '../../tui/index.ts';
import type { Summary } from '../../simulate/summary.ts';
import type { ExitCode } from '../exit-code.ts';
import type { OutcomeJob } from './outcome-job.ts';
import type { SharedOutcome } from './shared-outcome.ts';

/** What the thread behind the screen is told when it starts. */
export interface WorkerStart {
  readonly job: OutcomeJob;
  /** How standard error is to be written to. */
  readonly err: { readonly colour: boolean; readonly isTerminal: boolean; readonly columns: number };
  /** Questions come in here, and answers go out. */
  readonly questions: MessagePort;
  /** Counted up and woken once an answer is on its way: who asks waits for it. */
  readonly answered: Int32Array;
}

/** What it says, in this order; `said` at any time. */
export type WorkerMessage =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'begun'; readonly title: string; readonly plans: readonly string[] }
  | { readonly kind: 'progress'; readonly done: number; readonly of: number; readonly doing: string | null }
  | {
      readonly kind: 'outcome';
      readonly outcome: SharedOutcome;
      readonly summary: Summary;
      readonly simulation: CheckedSimulation | null;
      readonly arriving: Arriving | null;
    }
  /** Of a question that takes long: how far it is, and then the answer. */
  | { readonly kind: 'nearer'; readonly key: string; readonly progress: number }
  | { readonly kind: 'answered'; readonly key: string; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly exit: ExitCode }
  | { readonly kind: 'failed'; readonly error: SentError };

export interface Question {
  readonly name: string;
  readonly given: readonly unknown[];
  /** The answer has the number of its question. */
  readonly number: number;
  /** Where it is there nobody waits: the answer goes out by this key among the messages, in parts until then. */
  readonly key?: string;
}

/** What comes back on the port of questions. */
export interface NumberedAnswer {
  readonly number: number;
  readonly answer: Answer;
}

export type Answer =
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly error: SentError };

/** An error between threads: its class is lost on the way, and what the command line tells it by is not. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}
