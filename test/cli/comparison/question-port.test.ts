import { MessageChannel, Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { questionPort, valueOf, type QuestionPort } from '../../../src/cli/comparison/question-port.ts';

/** Answers with the question; what is named `slow` not before the gate is open. */
const ANSWERS = `
  const { workerData } = require('node:worker_threads');
  const { questions, answered, gate } = workerData;
  questions.on('message', ({ name, given, number }) => {
    if (name === 'slow') Atomics.wait(gate, 0, 0);
    const answer =
      name === 'wrong'
        ? { kind: 'failed', error: { name: 'Error', message: 'no such ticket', stack: '', fields: {} } }
        : { kind: 'answer', answer: name + ' ' + given.join(' ') };
    questions.postMessage({ number, answer });
    Atomics.add(answered, 0, 1);
    Atomics.notify(answered, 0);
  });`;

interface Asked {
  readonly port: QuestionPort;
  readonly open: () => void;
  /** Settles at the next answer that came late. */
  readonly late: () => Promise<void>;
}

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

function answeringThread(): Asked {
  const { port1, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const gate = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(ANSWERS, {
    eval: true,
    workerData: { questions: port2, answered, gate },
    transferList: [port2],
  });
  let told: () => void = () => undefined;
  const port = questionPort(port1, answered, () => {
    told();
  });
  const open = (): void => {
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
  };
  ends.push(async () => {
    open();
    port.close();
    await worker.terminate();
  });
  const late = (): Promise<void> =>
    new Promise((resolve) => {
      told = resolve;
    });
  return { port, open, late };
}

describe('a question to another thread', () => {
  test('is answered while one waits', () => {
    const { port } = answeringThread();
    expect(port.ask('why', [1, 2])).toEqual({ kind: 'answer', answer: 'why 1 2' });
  });

  test('that takes long is not waited for; its answer is there once it has come, and is given once', async () => {
    const { port, open, late } = answeringThread();
    expect(port.askSoon('slow', [7])).toBeUndefined();
    // It is on its way: asking again asks nothing.
    expect(port.askSoon('slow', [7])).toBeUndefined();
    const came = late();
    open();
    await came;
    expect(port.askSoon('slow', [7])).toEqual({ kind: 'answer', answer: 'slow 7' });
  });

  test('is not given the answer to the one before it, which is kept for who asked that', () => {
    const { port, open } = answeringThread();
    expect(port.askSoon('slow', [1])).toBeUndefined();
    open();
    expect(port.ask('why', [2])).toEqual({ kind: 'answer', answer: 'why 2' });
    expect(port.askSoon('slow', [1])).toEqual({ kind: 'answer', answer: 'slow 1' });
  });

  test('throws what went wrong where it was answered', () => {
    const { port } = answeringThread();
    const answer = port.ask('wrong', []);
    expect(() => valueOf(answer ?? { kind: 'answer', answer: null })).toThrow('no such ticket');
  });
});
