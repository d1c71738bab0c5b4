import type { Calendar } from '../calendar.ts';
import { asksOverColumns, type ColumnQuestion } from '../column-question.ts';
import { answerRow, callOf } from './answer-by-kernel.ts';
import type { ColumnSpace } from './column-space.ts';
import { startColumnThread, type ColumnJob, type ColumnPart, type ColumnThread } from './column-thread.ts';
import { BLOCK, MOST_THREADS, type KernelMemory } from './kernel-memory.ts';
import { homeOf, memoryOf } from './space-memory.ts';

/**
 * The questions of a calendar over columns, answered by several threads at once; each promise is kept when `out` is written. The
 * answers are those of the calendar's own columns, and so are the errors, with the first row of which they are thrown.
 *
 * Columns lie in the space of these threads and have 32,768 rows or more; others, and all where no thread can be started, are
 * answered by the calendar itself, in the thread that asks. Until a promise is kept nothing else may write to its columns.
 */
export interface ColumnWorkers {
  /** See `Calendar.addEach`. @throws {HorizonError} as a rejection, like all of these. */
  addEach(calendar: Calendar, starts: Float64Array, ms: number, out: Float64Array): Promise<void>;
  /** See `Calendar.subtractEach`. */
  subtractEach(calendar: Calendar, ends: Float64Array, ms: number, out: Float64Array): Promise<void>;
  /** See `Calendar.betweenEach`. */
  betweenEach(calendar: Calendar, from: Float64Array, to: Float64Array, out: Float64Array): Promise<void>;
  /** See `Calendar.isOpenEach`. */
  isOpenEach(calendar: Calendar, at: Float64Array, out: Uint8Array): Promise<void>;
  /** See `Calendar.nextOpenEach`. */
  nextOpenEach(calendar: Calendar, at: Float64Array, out: Float64Array): Promise<void>;
  /** How many threads there are: none before the first column that is split, and none where they cannot be started. */
  threads(): number;
  /** Ends the threads when what was asked for is answered; what is asked later is answered by the thread that asks. */
  end(): Promise<void>;
}

/** A shorter column is answered before it could be handed out. */
const LEAST_ROWS = 16 * BLOCK;

/** Every so many rows are looked at to see which years a column is about. */
const SAMPLED = 64;

const FOUR = 4;

/**
 * Threads for the columns of a space. They are started with the first column that is split, and do not keep a program alive in
 * which nothing is left to do. One process has use for as many as the machine has cores.
 * @param threads from 1 to 15
 * @throws {RangeError} for any other number of threads
 */
export function columnWorkers(space: ColumnSpace, threads: number): ColumnWorkers {
  if (!Number.isInteger(threads) || threads < 1 || threads >= MOST_THREADS) {
    throw new RangeError(`columns are split over 1 to ${MOST_THREADS - 1} threads, not ${threads}`);
  }
  const memory = memoryOf(space);
  const crew = memory === null ? null : new Crew(memory, threads);
  const split = async (question: ColumnQuestion | null, alone: () => void): Promise<void> => {
    if (crew === null || question === null || !(await crew.answer(question))) alone();
  };
  const asks = (calendar: Calendar) => (asksOverColumns(calendar) ? calendar : null);
  return {
    addEach: (calendar, starts, ms, out) =>
      split(ms > 0 ? (asks(calendar)?.shiftQuestion(starts, ms, out) ?? null) : null, () =>
        calendar.addEach(starts, ms, out),
      ),
    subtractEach: (calendar, ends, ms, out) =>
      split(ms > 0 ? (asks(calendar)?.shiftQuestion(ends, -ms, out) ?? null) : null, () =>
        calendar.subtractEach(ends, ms, out),
      ),
    betweenEach: (calendar, from, to, out) =>
      split(asks(calendar)?.betweenQuestion(from, to, out) ?? null, () =>
        calendar.betweenEach(from, to, out),
      ),
    isOpenEach: (calendar, at, out) =>
      split(asks(calendar)?.openQuestion(at, out) ?? null, () => calendar.isOpenEach(at, out)),
    nextOpenEach: (calendar, at, out) =>
      split(asks(calendar)?.shiftQuestion(at, 0, out) ?? null, () => calendar.nextOpenEach(at, out)),
    threads: () => crew?.size ?? 0,
    end: async () => crew?.end(),
  };
}

/** A job that is not done: how many threads still work on it, and what they left. */
interface OpenJob {
  waits: number;
  readonly left: number[];
  readonly settle: (error: Error | null) => void;
}

/** The threads of one memory. A class because they are started once, by need, and end together. */
class Crew {
  readonly #memory: KernelMemory;
  readonly #wanted: number;
  #started: Promise<void> | null = null;
  #threads: readonly ColumnThread[] = [];
  readonly #jobs = new Map<number, OpenJob>();
  #lastId = 0;
  /** Addresses of counters that no job uses. */
  readonly #counters: number[] = [];
  #isOver = false;

  constructor(memory: KernelMemory, wanted: number) {
    this.#memory = memory;
    this.#wanted = wanted;
  }

  get size(): number {
    return this.#threads.length;
  }

  /** Answers a question by all threads; false, and nothing is done, where they cannot. */
  async answer(question: ColumnQuestion): Promise<boolean> {
    const { first, second, out, rows } = question;
    if (rows < LEAST_ROWS || homeOf([first, second, out]) !== this.#memory) return false;
    if (!(await this.#areThere())) return false;
    reachYears(question);
    const call = callOf(question, question.table());
    const table = call === null ? null : this.#memory.place(question.table());
    if (call === null || table === null) return false;

    const fours = rows & -FOUR;
    const addresses = { first: first.byteOffset, second: second.byteOffset, out: out.byteOffset };
    const left = await this.#work({ ...call(table, addresses), rows: fours });
    for (const start of left.sort((a, b) => a - b)) answerByHand(question, start, start + FOUR);
    answerByHand(question, fours, rows);
    return true;
  }

  async #areThere(): Promise<boolean> {
    if (this.#isOver) return false;
    this.#started ??= this.#start();
    await this.#started;
    return this.#threads.length > 0;
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#started;
    while (this.#jobs.size > 0) await new Promise<void>((resolve) => this.#onIdle.push(resolve));
    const threads = this.#threads;
    this.#threads = [];
    await Promise.all(threads.map((thread) => thread.end()));
  }

  readonly #onIdle: (() => void)[] = [];

  async #start(): Promise<void> {
    const events = {
      done: (part: ColumnPart) => this.#done(part),
      lost: (reason: Error) => this.#lost(reason),
    };
    const started = await Promise.all(
      Array.from({ length: this.#wanted }, (_, i) => startColumnThread(this.#memory, i + 1, events)),
    );
    const threads = started.filter((thread) => thread !== null);
    // One that was lost since, or the end, is an end of all.
    if (this.#isOver) await Promise.all(threads.map((thread) => thread.end()));
    else this.#threads = threads;
  }

  async #work(job: Omit<ColumnJob, 'id' | 'taken'>): Promise<number[]> {
    const taken = this.#counters.pop() ?? this.#memory.allocate(Int32Array.BYTES_PER_ELEMENT);
    new Int32Array(this.#memory.memory.buffer, taken, 1)[0] = 0;
    const id = (this.#lastId += 1);
    const left: number[] = [];
    // Tables that threads read are not written over.
    this.#memory.read(1);
    if (this.#jobs.size === 0) for (const thread of this.#threads) thread.hold(true);
    try {
      await new Promise<void>((resolve, reject) => {
        const settle = (error: Error | null) => (error === null ? resolve() : reject(error));
        this.#jobs.set(id, { waits: this.#threads.length, left, settle });
        for (const thread of this.#threads) thread.send({ ...job, id, taken });
      });
    } finally {
      this.#memory.read(-1);
      this.#counters.push(taken);
      this.#jobs.delete(id);
      if (this.#jobs.size === 0) {
        for (const thread of this.#threads) thread.hold(false);
        for (const resolve of this.#onIdle.splice(0)) resolve();
      }
    }
    return left;
  }

  #done({ id, left }: ColumnPart): void {
    const job = this.#jobs.get(id);
    if (job === undefined) return;
    for (const row of left) job.left.push(row);
    job.waits -= 1;
    if (job.waits === 0) job.settle(null);
  }

  /** What a thread was at is half done; what comes later is answered without any. */
  #lost(reason: Error): void {
    const others = this.#threads;
    this.#isOver = true;
    this.#threads = [];
    for (const { settle } of this.#jobs.values()) settle(reason);
    void Promise.all(others.map((thread) => thread.end()));
  }
}

function answerByHand(question: ColumnQuestion, from: number, to: number): void {
  const { first, second, out } = question;
  for (let row = from; row < to; row += 1) {
    out[row] = answerRow(question, first[row] as number, second[row] as number, row);
  }
}

/** Has the table cover the years that a column is about, as far as its calendar does: what lies outside is answered by hand. */
function reachYears(question: ColumnQuestion): void {
  const { first, second, rows } = question;
  let [least, most] = [Infinity, -Infinity];
  for (let row = 0; row < rows; row += SAMPLED) {
    for (const t of [first[row] as number, second[row] as number]) {
      if (t < least) least = t;
      if (t > most) most = t;
    }
  }
  for (const t of [least, most]) {
    try {
      question.byHand(t, t);
    } catch {
      // Asked again with its row, where it is thrown for good.
    }
  }
}
