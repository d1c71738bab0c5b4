import type { ReadyModel, Rerunning, TuiModel } from '../../tui/index.ts';
import type { WhatIf } from '../../simulate/what-if.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../io.ts';
import { workerEntry } from '../simulate/worker-entry.ts';
import { UsageError } from '../usage-error.ts';
import type { UiFlags } from './load-ui.ts';
import type { OutcomeJob } from './outcome-job.ts';
import { Refused } from './refused.ts';
import { startScreenThread, type ScreenThread } from './screen-thread.ts';

/**
 * Makes an outcome on another thread and shows it in the terminal UI, from the first word of what is compared on, until
 * the user leaves. Null where the terminal cannot draw or there is no file of the thread.
 */
export async function showWhileMaking(
  job: OutcomeJob,
  flags: UiFlags,
  around: Surroundings,
): Promise<ExitCode | null> {
  const entry = workerEntry('screen-worker');
  if (entry === null) return null;
  const listeners = new Set<() => void>();
  // Whatever thread has news, of the simulation shown or of one that is run again.
  const start = (what: OutcomeJob): ScreenThread => {
    const started = startScreenThread(entry, what, around);
    started.onNews(() => {
      for (const listener of [...listeners]) listener();
    });
    return started;
  };
  const thread = start(job);
  const said: string[] = [];
  const say = (text: string): void => {
    said.push(text);
  };
  try {
    // While the thread is on its way: nothing that is not needed to start it is loaded before.
    const [{ loadUi }, { modelsOf }] = await Promise.all([import('./load-ui.ts'), import('./models-of.ts')]);
    const models = modelsOf(thread, say, job);
    const [ui, first] = await Promise.all([loadUi(flags, around), models.next()]);
    if (ui === null || first.done === true) return null;
    const workers = job.kind === 'replay' ? null : (job.workers ?? null);
    return await ui.run(first.value, {
      later: models,
      onNews: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      rerun: (shown, changes) => runAgain(shown, changes, workers, start),
    });
  } catch (error) {
    if (error instanceof Refused) return error.exit;
    throw error;
  } finally {
    await thread.stop();
    // Not before: it would have torn the screen apart.
    for (const text of said) around.err.write(text);
  }
}

/** The simulation shown, under changes, on a thread of its own. */
function runAgain(
  { simulation, outcome: { plan } }: ReadyModel,
  changes: readonly WhatIf[],
  workers: number | null,
  start: (job: OutcomeJob) => ScreenThread,
): Rerunning {
  let thread: ScreenThread | null = null;
  let stopped = false;
  async function* models(): AsyncGenerator<TuiModel> {
    if (simulation === null) throw new UsageError('a history cannot be run again: it is what happened');
    const { whatIf } = await import('../../simulate/what-if.ts');
    const changed = whatIf(simulation, plan, changes);
    if (changed.kind === 'wrong') throw new UsageError(changed.message, changed.help);
    if (stopped) return;
    const job: OutcomeJob = {
      kind: 'simulation',
      simulation: changed.simulation,
      plan: changed.plan,
      workers,
    };
    thread = start(job);
    const { modelsOf } = await import('./models-of.ts');
    yield* modelsOf(thread, () => undefined, job);
  }
  return {
    models: models(),
    stop: async () => {
      stopped = true;
      await thread?.stop();
    },
  };
}
