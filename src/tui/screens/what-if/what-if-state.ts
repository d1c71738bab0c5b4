import { whatIf } from '../../../simulate/what-if.ts';
import type { WhatIf } from '../../../simulate/what-if.ts';
import { readWhatIf } from '../../../simulate/what-if-text.ts';
import type { Command } from '../../state/command.ts';
import { ask } from '../../state/effect.ts';
import type { ReadyState, TuiState } from '../../state/state.ts';
import { listStart, moveList, placeList } from '../../widgets/list/list.ts';
import type { ListState } from '../../widgets/list/list.ts';
import { isOf, knobsOf, turned, typedChange } from './knobs.ts';
import type { Knob } from './knobs.ts';
import { costLines } from './cost-lines.ts';
import { differenceLines } from './difference-lines.ts';
import { knobsHeight, tableHeight } from './what-if-layout.ts';

export interface WhatIfState {
  readonly changes: readonly WhatIf[];
  /** What the changes were before, the latest last, and what undoing has taken back, the latest last. */
  readonly past: readonly (readonly WhatIf[])[];
  readonly future: readonly (readonly WhatIf[])[];
  readonly knobs: ListState;
  /** First line of the table shown. */
  readonly top: number;
  /** First plan shown, where not all fit. */
  readonly plan: number;
}

export const whatIfStart: WhatIfState = {
  changes: [],
  past: [],
  future: [],
  knobs: listStart,
  top: 0,
  plan: 0,
};

export function knobsIn({ model }: ReadyState): readonly Knob[] {
  if (model.simulation === null) return [];
  return knobsOf(
    model.simulation,
    model.outcome.plan,
    model.outcome.plans.map(({ plan }) => plan),
  );
}

export function updateWhatIf(state: ReadyState, command: Command): TuiState {
  const shown = state['what-if'] ?? whatIfStart;
  const knobs = knobsIn(state);
  const put = (next: WhatIfState): ReadyState => ({ ...state, 'what-if': next });
  switch (command.kind) {
    case 'move':
      if (command.move === 'page-up' || command.move === 'page-down') {
        const lines = tableLines(state);
        const height = tableHeight(state);
        const moved = moveList(
          { at: shown.top, top: shown.top },
          command.move,
          Math.max(1, lines - height + 1),
          height,
        );
        return put({ ...shown, top: moved.at });
      }
      return put({ ...shown, knobs: moveList(shown.knobs, command.move, knobs.length, knobsHeight(state)) });
    case 'turn': {
      const knob = knobs[shown.knobs.at];
      if (knob === undefined) return state;
      return changed(state, shown, turned(knob, shown.changes, command.by));
    }
    case 'open':
      return run(state, shown);
    case 'undo': {
      const before = shown.past.at(-1);
      if (before === undefined) return { ...state, notice: 'nothing to undo' };
      const { past, future, changes } = shown;
      return run(put({ ...shown, changes: before, past: past.slice(0, -1), future: [...future, changes] }));
    }
    case 'redo': {
      const next = shown.future.at(-1);
      if (next === undefined) return { ...state, notice: 'nothing to redo' };
      const { past, future, changes } = shown;
      return run(put({ ...shown, changes: next, past: [...past, changes], future: future.slice(0, -1) }));
    }
    case 'everything':
      return shown.changes.length === 0 ? state : run(changed(state, shown, []));
    case 'plan': {
      const plans = Math.max(1, state.model.outcome.plans.length);
      return put({ ...shown, plan: (shown.plan + command.by + plans) % plans });
    }
    default:
      return state;
  }
}

/** Reads a change as the command line does, and runs with it. */
export function typeChange(state: ReadyState, text: string): TuiState {
  const shown = state['what-if'] ?? whatIfStart;
  const { simulation, outcome } = state.model;
  if (simulation === null || text.trim() === '') return state;
  const read = readWhatIf(text, simulation, outcome.plan);
  if ('message' in read) return { ...state, notice: `${read.message}: ${read.help}` };
  // What is said anew of a thing takes the place of what was said of it.
  const knob = knobsIn(state).find((each) => isOf(read, each));
  const others = knob === undefined ? shown.changes : shown.changes.filter((each) => !isOf(each, knob));
  const next = changed(state, shown, [...others, read]);
  return next['what-if'] === state['what-if'] ? next : run(next);
}

/** Reads a value for what the cursor is on, and runs with it. */
export function typeValue(state: ReadyState, text: string): TuiState {
  const knob = knobsIn(state)[state['what-if']?.knobs.at ?? 0];
  return knob === undefined || text.trim() === '' ? state : typeChange(state, typedChange(knob, text));
}

/** Takes changes that can be made; of others it says why not, and leaves them as they were. */
function changed(state: ReadyState, shown: WhatIfState, changes: readonly WhatIf[]): ReadyState {
  const { simulation, outcome } = state.model;
  if (simulation === null || changes === shown.changes) return state;
  const result = whatIf(simulation, outcome.plan, changes);
  if (result.kind === 'wrong') return { ...state, notice: `${result.message}: ${result.help}` };
  return { ...state, 'what-if': { ...shown, changes, past: [...shown.past, shown.changes], future: [] } };
}

/** Runs the simulation again under the changes; without any, what was run is taken away. */
function run(state: ReadyState, shown = state['what-if']): TuiState {
  if (shown === null || state.model.simulation === null) return state;
  if (shown.changes.length === 0) return ask(state, { kind: 'stop rerun' });
  return ask({ ...state, 'what-if': { ...shown, top: 0 } }, { kind: 'rerun', changes: shown.changes });
}

function tableLines(state: ReadyState): number {
  return (differenceLines(state)?.length ?? 0) + costLines(state).length;
}

/** On a screen of another size, or with more of the outcome. */
export function placeWhatIf(state: ReadyState): ReadyState {
  const shown = state['what-if'];
  if (shown === null) return state;
  const knobs = placeList(shown.knobs, shown.knobs.at, knobsIn(state).length, knobsHeight(state));
  const lines = tableLines(state);
  return {
    ...state,
    'what-if': { ...shown, knobs, top: Math.max(0, Math.min(shown.top, lines - tableHeight(state))) },
  };
}
