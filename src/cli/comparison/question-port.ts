import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { receiveError } from './sent-error.ts';
import type { Answer, NumberedAnswer, Question } from './worker-message.ts';

/** Whoever waits so long waits for a thread that is gone. */
const LONGEST_ANSWER_MS = 20_000;
/** Together a key waits no longer than that for answers that may come later. */
const PATIENCE_MS = 40;
/** Questions with that much time between are those of another key. */
const KEY_MS = 80;

/** Asks another thread, and waits: until the answer is there, or for a moment. */
export interface QuestionPort {
  /** Undefined where nobody answers. */
  readonly ask: (name: string, given: readonly unknown[]) => Answer | undefined;
  /** The answer, or undefined while it is being worked out; the first time it is asked for. */
  readonly askSoon: (name: string, given: readonly unknown[]) => Answer | undefined;
  /** Asks without waiting: the answer comes elsewhere, by the key. */
  readonly post: (name: string, given: readonly unknown[], key: string) => void;
  readonly close: () => void;
}

/**
 * @param answered counted up by the other thread after each answer
 * @param onLate called when an answer came that `askSoon` did not wait for
 */
export function questionPort(port: MessagePort, answered: Int32Array, onLate: () => void): QuestionPort {
  let asked = 0;
  /** Questions on their way whose answers may come late, by number. */
  const onTheirWay = new Map<number, string>();
  /** Answers that came late, until they are asked for again; undefined while they are on their way. */
  const late = new Map<string, Answer | undefined>();
  let patience = PATIENCE_MS;
  let lastWait = -Infinity;

  const put = (name: string, given: readonly unknown[], key?: string): number => {
    asked += 1;
    port.postMessage({
      name,
      given,
      number: asked,
      ...(key === undefined ? {} : { key }),
    } satisfies Question);
    return asked;
  };
  const file = ({ number, answer }: NumberedAnswer): void => {
    const key = onTheirWay.get(number);
    onTheirWay.delete(number);
    if (key !== undefined) late.set(key, answer);
  };
  const waitFor = (number: number, ms: number): Answer | undefined => {
    const until = performance.now() + ms;
    for (;;) {
      const seen = Atomics.load(answered, 0);
      const received = receiveMessageOnPort(port) as { readonly message: NumberedAnswer } | undefined;
      if (received?.message.number === number) return received.message.answer;
      if (received !== undefined) {
        // One that came late: who asked for it asks again.
        file(received.message);
        continue;
      }
      const left = until - performance.now();
      if (left <= 0) return undefined;
      Atomics.wait(answered, 0, seen, left);
    }
  };
  port.on('message', (message: NumberedAnswer) => {
    file(message);
    onLate();
  });
  // It keeps nothing alive: whoever shows the answers does.
  port.unref();
  return {
    ask: (name, given) => waitFor(put(name, given), LONGEST_ANSWER_MS),
    askSoon: (name, given) => {
      const key = JSON.stringify([name, given]);
      if (late.has(key)) {
        const answer = late.get(key);
        if (answer !== undefined) late.delete(key);
        return answer;
      }
      const begun = performance.now();
      if (begun - lastWait > KEY_MS) patience = PATIENCE_MS;
      const number = put(name, given);
      const answer = waitFor(number, patience);
      lastWait = performance.now();
      patience = Math.max(0, patience - (lastWait - begun));
      if (answer === undefined) {
        onTheirWay.set(number, key);
        late.set(key, undefined);
      }
      return answer;
    },
    post: (name, given, key) => {
      put(name, given, key);
    },
    close: () => {
      port.close();
    },
  };
}

/** @throws what went wrong where it was answered */
export function valueOf(answer: Answer): unknown {
  if (answer.kind === 'failed') throw receiveError(answer.error);
  return answer.answer;
}
