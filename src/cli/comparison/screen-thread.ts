import { on } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { Pending } from '../../tui/index.ts';
import { ansiPalette } from '../colour.ts';
import type { Surroundings } from '../io.ts';
import type { OutcomeJob } from './outcome-job.ts';
import { questionPort, valueOf } from './question-port.ts';
import type { Answer, WorkerMessage, WorkerStart } from './worker-message.ts';

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
   * The answer where it is there in a moment, else that it is being worked out: a key does not wait for it.
   * @throws {ThreadGone} and what went wrong there
   */
  readonly askSoon: (name: string, given: readonly unknown[]) => unknown;
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

export function startScreenThread(
  entry: URL,
  job: OutcomeJob,
  { err, errPalette }: Surroundings,
): ScreenThread {
  const { port1, port2: questions } = new MessageChannel();
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
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const port = questionPort(port1, answered, tell);
  const take = (message: WorkerMessage): boolean => {
    if (message.kind === 'nearer') later.set(message.key, { kind: 'pending', progress: message.progress });
    else if (message.kind === 'answered') later.set(message.key, message.answer);
    else return false;
    tell();
    return true;
  };
  let stopped = false;
  let gone = false;
  worker.on('exit', () => {
    gone = true;
    // What was pending comes no more, which whoever waits for it is to see.
    tell();
  });
  // Told to whoever reads the messages; without a listener of its own it would end the process once nobody does.
  worker.on('error', () => undefined);
  return {
    messages: messagesOf(events, take, () => stopped),
    ask: (name, given) => {
      if (gone) throw new ThreadGone();
      const answer = port.ask(name, given);
      if (answer === undefined) throw new ThreadGone();
      return valueOf(answer);
    },
    askSoon: (name, given) => {
      if (gone) throw new ThreadGone();
      const answer = port.askSoon(name, given);
      return answer === undefined ? NOT_BEGUN : valueOf(answer);
    },
    askLater: (name, given) => {
      const key = JSON.stringify([name, given]);
      const known = later.get(key);
      if (known === undefined) {
        if (gone) throw new ThreadGone();
        later.set(key, NOT_BEGUN);
        port.post(name, given, key);
        return NOT_BEGUN;
      }
      return known.kind === 'pending' ? known : valueOf(known);
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
