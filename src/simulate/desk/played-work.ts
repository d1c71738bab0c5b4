import type { Reopened } from '../../check/behaviour-model.ts';
import type { CheckedSimulation, WorkStep } from '../../check/simulation-model.ts';

/** The work of a simulation, behind its steps those that a reopened ticket passes again. */
export interface PlayedWork {
  readonly steps: readonly WorkStep[];
  /** The wait that ends as a ticket is reopened; -1 where none is. */
  readonly reopens: number;
  /** By step behind that wait: the one that it does again. */
  readonly again: readonly number[];
}

/** A step is done again at most once, by the tickets of all streams; which of them do is drawn. */
export function playedWork({ work, arrivals }: CheckedSimulation): PlayedWork {
  const named = new Set(arrivals.flatMap(({ behaviour }) => behaviour.flatMap(stepsAgain)));
  if (named.size === 0) return { steps: work, reopens: -1, again: [] };
  const again = [...work.keys()].filter((step) => named.has(work[step]?.name ?? ''));
  const wait: WorkStep = {
    kind: 'wait',
    name: 'until it is reopened',
    after: null,
    stops: null,
    brings: null,
    state: null,
    during: null,
    activity: null,
    times: [],
    share: 0,
    teams: null,
    origin: (work[0] as WorkStep).origin,
  };
  const repeated = again.map((step) => {
    const of = work[step] as WorkStep;
    return { ...of, name: `${of.name}, again`, after: null, share: 0 };
  });
  return { steps: [...work, wait, ...repeated], reopens: work.length, again };
}

function stepsAgain(behaviour: { readonly kind: string }): readonly string[] {
  return isReopened(behaviour) ? behaviour.steps.map(({ name }) => name) : [];
}

function isReopened(behaviour: { readonly kind: string }): behaviour is Reopened {
  return behaviour.kind === 'reopened';
}
