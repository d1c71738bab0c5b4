import type { WhatIf } from '../../simulate/what-if.ts';
import type { ReadyModel, RunAgain, Rerunning } from '../model.ts';
import type { TuiEvent } from '../state/update.ts';
import { problemOf } from './problem-of.ts';

/** The one simulation that runs again beside the one shown. */
export interface RunsAgain {
  readonly start: (shown: ReadyModel, changes: readonly WhatIf[]) => void;
  /** Ends it, running or done, and takes away what it came to. */
  readonly stop: () => void;
}

export function runsAgain(
  runAgain: RunAgain | null,
  dispatch: (events: readonly TuiEvent[]) => void,
): RunsAgain {
  let current: Rerunning | null = null;
  const end = (): void => {
    void current?.stop();
    current = null;
  };
  const follow = async (
    running: Rerunning,
    { outcome, summary }: ReadyModel,
    changes: readonly WhatIf[],
  ): Promise<void> => {
    const plans = summary.plans.map(({ name }) => name);
    const loading = { kind: 'loading', title: outcome.title, plans, progress: null } as const;
    dispatch([{ kind: 'rerun', rerun: { changes, model: loading, status: 'running' } }]);
    try {
      for await (const model of running.models) {
        if (running !== current) return;
        const done = model.kind === 'ready' && model.arriving === null;
        dispatch([{ kind: 'rerun', rerun: { changes, model, status: done ? 'done' : 'running' } }]);
      }
    } catch (error) {
      if (running !== current) return;
      dispatch([
        { kind: 'rerun', rerun: { changes, model: loading, status: 'failed' } },
        { kind: 'problem', problem: problemOf('run the simulation again', error) },
      ]);
    }
  };
  return {
    start: (shown, changes) => {
      end();
      if (runAgain === null) {
        const problem = {
          doing: 'run the simulation again',
          message: 'these figures were not made here',
          help: null,
        };
        dispatch([{ kind: 'problem', problem }]);
        return;
      }
      current = runAgain(shown, changes);
      void follow(current, shown, changes);
    },
    stop: () => {
      end();
      dispatch([{ kind: 'rerun', rerun: null }]);
    },
  };
}
