import { WHAT_IF_EXAMPLES } from '../../../simulate/what-if-text.ts';
import { bind } from '../../input/binding.ts';
import { planWindowKeys } from '../../input/shared-keys.ts';
import type { Screen } from '../screen.ts';
import type { ReadyState } from '../../state/state.ts';
import { knobName, valuesOf } from './knobs.ts';
import type { Knob } from './knobs.ts';
import { knobsIn, placeWhatIf, typeChange, typeValue, updateWhatIf, whatIfStart } from './what-if-state.ts';
import { whatIfTable } from './what-if-table.ts';
import { commandLine, whatIfRows } from './what-if-rows.ts';

const knobAt = (state: ReadyState): Knob | undefined => knobsIn(state)[state['what-if']?.knobs.at ?? 0];

export const whatIfScreen: Screen = {
  name: 'what-if',
  about: 'what if: more tickets, another mix, another desk, another promise',
  key: 'w',
  keys: [
    bind(['+', '='], '+', 'more of it', 'more', { kind: 'turn', by: 1 }),
    bind(['-', '_'], '-', 'less of it', 'less', { kind: 'turn', by: -1 }),
    bind(['enter'], 'Enter', 'run the simulation again under the changes', 'run', { kind: 'open' }),
    bind(['v'], 'v', 'type a value for the line at the cursor: 1.3, +30%, 4, 2 h', 'value', {
      kind: 'prompt',
      prompt: 'value',
    }),
    bind(['c'], 'c', 'type a change, such as `promise Gold P1 resolve 2 h`', 'change', {
      kind: 'prompt',
      prompt: 'change',
    }),
    bind(['u'], 'u', 'undo the last change', 'undo', { kind: 'undo' }),
    bind(['U', 'ctrl-r'], 'U', 'redo it', 'redo', { kind: 'redo' }),
    bind(['a'], 'a', 'as it was: take all changes back', 'as it was', { kind: 'everything' }),
    ...planWindowKeys,
  ],
  open: (state) => ({ ...state, 'what-if': state['what-if'] ?? whatIfStart }),
  update: updateWhatIf,
  rows: (state, glyphs) => {
    const shown = state['what-if'];
    return shown === null ? [] : whatIfRows(state, shown, glyphs);
  },
  place: placeWhatIf,
  command: (state) => {
    const shown = state['what-if'];
    return shown === null ? null : commandLine(state, shown) || null;
  },
  crumb: () => 'what if',
  table: whatIfTable,
  prompts: {
    value: {
      label: 'value: ',
      hint: (state) => {
        const knob = knobAt(state);
        return knob === undefined
          ? ''
          : `${knobName(knob)}: such as ${valuesOf(knob).slice(0, 3).join(', ')}  Enter runs, Esc leaves `;
      },
      entered: typeValue,
      complete: (state, text) => {
        const knob = knobAt(state);
        return knob === undefined ? [] : valuesOf(knob).filter((value) => value.startsWith(text));
      },
    },
    change: {
      label: 'change: ',
      hint: () => 'Tab shows how, Enter runs, Esc leaves ',
      entered: typeChange,
      complete: ({ model }, text) => {
        const { simulation, outcome } = model;
        const own = [
          ...(simulation?.desk.teams.map(({ name }) => `team "${name}" +1`) ?? []),
          ...outcome.plans.flatMap(({ plan }) =>
            outcome.plan.metrics.map(
              (metric) => `promise "${outcome.plan.plans[plan]?.name ?? ''}" ${metric} 2 h`,
            ),
          ),
        ];
        return [...own, ...WHAT_IF_EXAMPLES].filter((line) => line.startsWith(text));
      },
    },
  },
};
