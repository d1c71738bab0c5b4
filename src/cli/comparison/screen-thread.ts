import { on } from 'node:events';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Pending } from '../../tui/index.ts';
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
  /**
   * The answer to a question that takes long, or how far it is; the first time it is asked for. Nobody waits.
   * @throws what went wrong there
   */
  readonly askLater: (name: string, given: readonly unknown[]) => unknown;
  /** Calls back when such an answer is nearer or there, until the function returned is called. */
  readonly onNews: (listener: () => void) => () => void;
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
  const later = new Map<string, Pending | Answer>();
  const listeners = new Set<() => void>();
  const take = (message: WorkerMessage): boolean => {
    if (message.kind === 'nearer') later.set(message.key, { kind: 'pending', progress: message.progress });
    else if (message.kind === 'answered') later.set(message.key, message.answer);
    else return false;
    for (const listener of [...listeners]) listener();
    return true;
  };
  let stopped = false;
  let gone = false;
  worker.on('exit', () => {
    gone = true;
  });
  // Told to whoever reads the messages; without a listener of its own it would end the process once nobody does.
  worker.on('error', () => undefined);
  return {
    messages: messagesOf(events, take, () => stopped),
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
    askLater: (name, given) => {
      const key = JSON.stringify([name, given]);
      const known = later.get(key);
      if (known === undefined) {
        if (gone) throw new ThreadGone();
        later.set(key, NOT_BEGUN);
        port.postMessage({ name, given, key } satisfies Question);
        return NOT_BEGUN;
      }
      if (known.kind === 'failed') throw receiveError(known.error);
      return known.kind === 'pending' ? known : known.answer;
    },
    onNews: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      stopped = true;
      port.close();
      await worker.terminate();
    },
  };
}

const NOT_BEGUN: Pending = { kind: 'pending', progress: 0 };

/** @param take takes those that are no news of the outcome */
async function* messagesOf(
  events: AsyncIterable<readonly unknown[]>,
  take: (message: WorkerMessage) => boolean,
  isStopped: () => boolean,
): AsyncGenerator<WorkerMessage> {
  for await (const [message] of events) if (!take(message as WorkerMessage)) yield message as WorkerMessage;
  if (!isStopped()) throw new Error('the thread that makes the figures has ended');
}
