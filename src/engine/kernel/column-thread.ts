import type * as WorkerThreads from 'node:worker_threads';
import type { Kernel, KernelMemory } from './kernel-memory.ts';
import { BLOCK, LEFT, notesOf } from './kernel-memory.ts';

/** Rows for all threads that take part: a thread takes a block after another until none is left. */
export interface ColumnJob {
  readonly id: number;
  /** The address of a number, zero at first: how many blocks were taken. */
  readonly taken: number;
  /** A multiple of four. */
  readonly rows: number;
  readonly call: keyof Kernel;
  /** Arguments of the call, in their order, of a block of rows at the start of the columns, but for the notes. */
  readonly values: readonly number[];
  /** How much each argument grows with a row: an address by the bytes of its column, others not. */
  readonly strides: readonly number[];
}

/** What a thread did of a job: the first row of each four that it left. */
export interface ColumnPart {
  readonly id: number;
  readonly left: readonly number[];
}

/** A thread that can be sent jobs. */
export interface ColumnThread {
  send(job: ColumnJob): void;
  /** Whether the program waits for it. */
  hold(isHeld: boolean): void;
  end(): Promise<void>;
}

/**
 * The program of a thread, which has nothing but the kernel: as a text, so that it starts from whatever bundle it came in. The
 * second argument of each call is how many rows.
 */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const { module, memory, notes, left: listed, block } = workerData;
const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports;
parentPort.on('message', ({ id, taken, rows, call, values, strides }) => {
  const counter = new Int32Array(memory.buffer, taken, 1);
  const list = new Int32Array(memory.buffer, notes + listed, block / 4);
  const left = [];
  for (;;) {
    const from = Atomics.add(counter, 0, 1) * block;
    if (from >= rows) break;
    const given = values.map((value, i) => value + from * strides[i]);
    given[1] = Math.min(block, rows - from);
    const count = kernel[call](...given, notes);
    for (let i = 0; i < count; i += 1) left.push(from + list[i]);
  }
  parentPort.postMessage({ id, left });
});
parentPort.postMessage('ready');
`;

/** Who hears of a thread. */
export interface ThreadEvents {
  /** It has done its part of a job. */
  done(part: ColumnPart): void;
  /** It ended, and nobody told it to. */
  lost(reason: Error): void;
}

/**
 * Starts a thread over the memory of a kernel, of a number from one on that no other has; null where the runtime has none, or
 * it cannot be started.
 */
export function startColumnThread(
  { module, memory }: KernelMemory,
  number: number,
  events: ThreadEvents,
): Promise<ColumnThread | null> {
  const threads = builtinThreads();
  if (threads === null) return Promise.resolve(null);
  const workerData = { module, memory, notes: notesOf(number), left: LEFT, block: BLOCK };
  return new Promise((resolve) => {
    try {
      const worker = new threads.Worker(PROGRAM, { eval: true, workerData, execArgv: [], env: {} });
      let isOver = false;
      const lose = (reason: Error) => {
        if (isOver) return;
        isOver = true;
        // Where it had not begun, nobody has heard of it yet.
        resolve(null);
        events.lost(reason);
      };
      worker.on('error', lose);
      worker.on('exit', (code) => lose(new Error(`a thread of columns ended with ${code}`)));
      worker.on('message', (message: 'ready' | ColumnPart) => {
        if (message !== 'ready') events.done(message);
        else {
          worker.unref();
          resolve({
            send: (job) => worker.postMessage(job),
            hold: (isHeld) => (isHeld ? worker.ref() : worker.unref()),
            end: async () => {
              isOver = true;
              await worker.terminate();
            },
          });
        }
      });
    } catch {
      resolve(null);
    }
  });
}

/** Node's threads, without an import that a bundle for browsers would stumble over. */
function builtinThreads(): typeof WorkerThreads | null {
  const { process: host } = globalThis as { readonly process?: Partial<NodeJS.Process> };
  return host?.getBuiltinModule?.('node:worker_threads') ?? null;
}
