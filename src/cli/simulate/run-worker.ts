import { parentPort, workerData } from 'node:worker_threads';
import { loadPlan } from '../../engine/index.ts';
import { prepareSimulation } from '../../simulate/prepare.ts';
import { simulateRun } from '../../simulate/run.ts';
import { RUNTIME_ZONES } from '../../workspace/runtime-zones.ts';
import { buffersOf } from './buffers-of.ts';
import type { RunJob, RunReport } from './run-pool.ts';

// A thread that simulates the runs whose numbers it is sent.
const { simulation, plan } = workerData as RunJob;
const prepared = prepareSimulation(simulation, plan, loadPlan(plan, RUNTIME_ZONES));
parentPort?.on('message', (run: number) => {
  try {
    const done = simulateRun(prepared, run);
    parentPort?.postMessage({ kind: 'run', run: done } satisfies RunReport, buffersOf(done));
  } catch (error) {
    parentPort?.postMessage({ kind: 'error', error } satisfies RunReport);
  }
});
