import type { ReadyModel, TuiModel } from '../../tui/index.ts';
import { assertNever } from '../../text/assert-never.ts';
import { modelOf } from './model-of.ts';
import type { OutcomeJob } from './outcome-job.ts';
import { Refused } from './refused.ts';
import { remoteAnswers } from './remote-answers.ts';
import type { ScreenThread } from './screen-thread.ts';
import { receiveError } from './sent-error.ts';
import { receiveOutcome } from './shared-outcome.ts';
import type { WorkerMessage } from './worker-message.ts';

/**
 * What the screens are to show of what a thread makes: how far it is, then the outcome, perhaps the first part of it
 * before the whole. The thread then stays to answer: this ends when it is stopped.
 * @throws {Refused} and what went wrong in the thread
 */
export async function* modelsOf(
  thread: ScreenThread,
  say: (text: string) => void,
  job: OutcomeJob,
): AsyncGenerator<TuiModel, void, undefined> {
  let shown = false;
  let compared: { readonly title: string; readonly plans: readonly string[] } = { title: '', plans: [] };
  for await (const message of thread.messages) {
    switch (message.kind) {
      case 'said':
        say(message.text);
        break;
      case 'begun':
        compared = { title: message.title, plans: message.plans };
        yield { kind: 'loading', title: compared.title, plans: compared.plans, progress: null };
        break;
      case 'progress':
        // A part that is shown already says how much of it there is.
        if (!shown) {
          const { title, plans } = compared;
          const { done, of, doing } = message;
          yield { kind: 'loading', title, plans, progress: done / of, doing };
        }
        break;
      case 'outcome':
        shown = true;
        yield await received(message, thread, job);
        break;
      case 'nearer':
      case 'answered':
        // The thread has taken them for who asked.
        break;
      case 'refused':
        throw new Refused(message.exit);
      case 'failed':
        throw receiveError(message.error);
      default:
        assertNever(message);
    }
  }
}

async function received(
  { outcome, summary, simulation, arriving }: Extract<WorkerMessage, { kind: 'outcome' }>,
  thread: ScreenThread,
  job: OutcomeJob,
): Promise<ReadyModel> {
  // Loaded with the screens, which is long ago.
  const { zoneWallClock } = await import('../../tui/index.ts');
  const figures = { outcome: receiveOutcome(outcome), summary, simulation };
  return modelOf(figures, remoteAnswers(thread), zoneWallClock, arriving, job);
}
