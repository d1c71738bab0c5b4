import { availableParallelism } from 'node:os';
import { areEnough, attainments } from '../../simulate/enough-runs.ts';
import type { PreparedSimulation } from '../../simulate/prepare.ts';
import type { RunColumns } from '../../simulate/run-columns.ts';
import { runFileHead, writeRunFile, type RunFileWriter } from '../../workspace/run-file.ts';
import type { Output } from '../io.ts';
import { version } from '../version.ts';
import { progressLine } from './progress-line.ts';
import { simulateRuns } from './run-pool.ts';

export interface TakeRuns {
  /** Numbers of the runs to do. */
  readonly runs: readonly number[];
  /** Threads to do them; null for as many as there are cores, where that is worth it. */
  readonly workers: number | null;
  /** The file that the runs go into; null for none. */
  readonly out: string | null;
  /** Whether to go on with a file that is there. */
  readonly resume: boolean;
  /** Ends once the interval of every promise is no wider to either side; null to do them all. */
  readonly halfWidth: number | null;
}

/**
 * Does the runs of a simulation, or those that a file does not hold yet; in the order of their numbers.
 * @param watch is told of each run as it is done, in no certain order, and how many there are then
 */
export async function takeRuns(
  prepared: PreparedSimulation,
  { runs, workers, out, resume, halfWidth }: TakeRuns,
  err: Output,
  watch: (run: RunColumns, done: number) => void = () => undefined,
): Promise<readonly RunColumns[]> {
  const head = runFileHead(version, prepared.simulation, prepared.engine.plan);
  const file = out === null ? null : await writeRunFile(out, head, resume);
  const done = new Map((file?.before ?? []).map((run) => [run.run, run]));
  const waiting = runs.filter((run) => !done.has(run));
  const progress = progressLine(err, runs.length, 'runs');
  const writing = writerFor(file);
  const prefix = new Prefix(runs, halfWidth);
  for (const run of done.values()) prefix.add(run);
  try {
    await simulateRuns(
      prepared,
      waiting,
      Math.min(workers ?? worthwhile(prepared, waiting.length), waiting.length),
      (run) => {
        done.set(run.run, run);
        prefix.add(run);
        writing.add(run);
        progress.show(done.size);
        watch(run, done.size);
      },
      () => prefix.enough === null,
    );
  } finally {
    progress.clear();
    await writing.end();
  }
  const wanted = prefix.enough === null ? runs : runs.slice(0, prefix.enough);
  return wanted.map((run) => done.get(run) as RunColumns);
}

/** Writes run after run, none before the one before it is written. */
function writerFor(file: RunFileWriter | null): {
  readonly add: (run: RunColumns) => void;
  readonly end: () => Promise<void>;
} {
  let last = Promise.resolve();
  return {
    add(run) {
      if (file !== null) last = last.then(() => file.add(run));
    },
    async end() {
      await last;
      await file?.close();
    },
  };
}

/** How many of the first runs are enough. Runs come in no certain order, and count in that of their numbers. */
class Prefix {
  enough: number | null = null;
  readonly #runs: readonly number[];
  readonly #halfWidth: number | null;
  readonly #shares = new Map<number, readonly number[]>();
  readonly #first: (readonly number[])[] = [];

  constructor(runs: readonly number[], halfWidth: number | null) {
    this.#runs = runs;
    this.#halfWidth = halfWidth;
  }

  add(run: RunColumns): void {
    if (this.#halfWidth === null || this.enough !== null) return;
    this.#shares.set(run.run, attainments(run));
    for (;;) {
      const next = this.#shares.get(this.#runs[this.#first.length] ?? NaN);
      if (next === undefined) return;
      this.#first.push(next);
      if (areEnough(this.#first, this.#halfWidth)) {
        this.enough = this.#first.length;
        return;
      }
    }
  }
}

const MS_PER_WEEK = 7 * 86_400_000;
/** A thread takes about as long to start as so many promises take to be judged. */
const WORTH_A_THREAD = 50_000;

function worthwhile({ simulation, span, plans }: PreparedSimulation, runs: number): number {
  const perWeek = simulation.arrivals.reduce((sum, stream) => sum + stream.perWeek, 0);
  const promises = (perWeek * (span.to - span.from) * plans.length * runs) / MS_PER_WEEK;
  return Math.max(1, Math.min(availableParallelism(), Math.floor(promises / WORTH_A_THREAD)));
}
