import { on } from 'node:events';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { ansiPalette } from '../colour.ts';
import type { Surroundings } from '../io.ts';
import type { OutcomeJob } from './outcome-job.ts';
import { receiveError } from './sent-error.ts';
import type { Answer, Question, WorkerMessage, WorkerStart } from './worker-message.ts';

/** The thread behind the screen. */
export interface ScreenThread {
  /**
   * What it says, until it is stopped; it stays after the whole outcome, to be asked. To be read once.
   * @throws what went wrong in it
   */
  readonly messages: AsyncIterable<WorkerMessage>;
  /**
   * Waits for the answer to a question: what is asked takes milliseconds, and while replications are worked other threads
   * work them.
   * @throws {ThreadGone} and what went wrong there
   */
  readonly ask: (name: string, given: readonly unknown[]) => unknown;
  /** Ends it at once, whatever it is doing. */
  readonly stop: () => Promise<void>;
}

export class ThreadGone extends Error {
  override readonly name = 'ThreadGone';

  constructor() {
    super('the thread that made the figures answers no more');
  }
}

/** Whoever waits so long waits for a thread that is gone. */
const LONGEST_ANSWER_MS = 20_000;

export function startScreenThread(
  entry: URL,
  job: OutcomeJob,
  { err, errPalette }: Surroundings,
): ScreenThread {
  const { port1: port, port2: questions } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const start: WorkerStart = {
    job,
    err: { colour: errPalette === ansiPalette, isTerminal: err.isTerminal, columns: err.columns },
    questions,
    answered,
  };
  const worker = new Worker(entry, { workerData: start, transferList: [questions] });
  // Listened to from now on, so that nothing said before somebody reads is lost.
  const events = on(worker, 'message', { close: ['exit'] });
  let stopped = false;
  let gone = false;
  worker.on('exit', () => {
    gone = true;
  });
  // Told to whoever reads the messages; without a listener of its own it would end the process once nobody does.
  worker.on('error', () => undefined);
  return {
    messages: messagesOf(events, () => stopped),
    ask: (name, given) => {
      if (gone) throw new ThreadGone();
      Atomics.store(answered, 0, 0);
      port.postMessage({ name, given } satisfies Question);
      Atomics.wait(answered, 0, 0, LONGEST_ANSWER_MS);
      const received = receiveMessageOnPort(port) as { readonly message: Answer } | undefined;
      if (received === undefined) throw new ThreadGone();
      const { message } = received;
      if (message.kind === 'failed') throw receiveError(message.error);
      return message.answer;
    },
    stop: async () => {
      stopped = true;
      port.close();
      await worker.terminate();
    },
  };
}

async function* messagesOf(
  events: AsyncIterable<readonly unknown[]>,
  isStopped: () => boolean,
): AsyncGenerator<WorkerMessage> {
  for await (const [message] of events) yield message as WorkerMessage;
  if (!isStopped()) throw new Error('the thread that makes the figures has ended');
}
