import { Worker } from 'node:worker_threads';
import type { CheckedSimulation } from '../../check/simulation-model.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import type { PreparedSimulation } from '../../simulate/prepare.ts';
import { simulateRun } from '../../simulate/run.ts';
import type { RunColumns } from '../../simulate/run-columns.ts';
import { workerEntry } from './worker-entry.ts';

/** What a worker is told once; the numbers of runs follow as messages, and `null` to end. */
export interface RunJob {
  readonly simulation: CheckedSimulation;
  readonly plan: CompiledPlan;
}

/** A run that a worker has done, or what went wrong in it. */
export type RunReport =
  { readonly kind: 'run'; readonly run: RunColumns } | { readonly kind: 'error'; readonly error: unknown };

/**
 * Simulates runs one after another, or as many at a time as there are workers; each is handed over as it is done, in no
 * certain order. Which worker does a run changes nothing in it.
 * @param goOn asked before each run is given out
 */
export async function simulateRuns(
  prepared: PreparedSimulation,
  runs: Iterable<number>,
  workers: number,
  onRun: (run: RunColumns) => void,
  goOn: () => boolean = () => true,
): Promise<void> {
  const entry = workers > 1 ? workerEntry('simulate-worker') : null;
  if (entry === null) {
    for (const run of runs) {
      if (!goOn()) return;
      onRun(simulateRun(prepared, run));
    }
    return;
  }
  const waiting = runs[Symbol.iterator]();
  const next = (): number | null => {
    const given = goOn() ? waiting.next() : { done: true as const, value: undefined };
    return given.done === true ? null : given.value;
  };
  const job: RunJob = { simulation: prepared.simulation, plan: prepared.engine.plan };
  const started = Array.from({ length: workers }, () => new Worker(entry, { workerData: job }));
  try {
    await Promise.all(started.map((worker) => serve(worker, next, onRun)));
  } finally {
    await Promise.all(started.map((worker) => worker.terminate()));
  }
}

/** Gives runs to a worker until there are none. */
function serve(worker: Worker, next: () => number | null, onRun: (run: RunColumns) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const give = (): void => {
      const run = next();
      if (run === null) resolve();
      else worker.postMessage(run);
    };
    worker.on('message', (report: RunReport) => {
      if (report.kind === 'error') {
        reject(report.error instanceof Error ? report.error : new Error(String(report.error)));
        return;
      }
      try {
        onRun(report.run);
        give();
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a worker ended with code ${code}`)));
    give();
  });
}
