import { needExamples } from '../../../simulate/recommend/read-need.ts';
import { bind } from '../../input/binding.ts';
import { planWindowKeys } from '../../input/shared-keys.ts';
import { shellWord } from '../../state/command-line.ts';
import type { ReadyState } from '../../state/state.ts';
import type { ViewTable } from '../../export/view-table.ts';
import { bodyHeight } from '../layout.ts';
import type { Screen } from '../screen.ts';
import { adviceOf } from './advice-of.ts';
import { adviceRows } from './advice-rows.ts';
import { adviceStart, typedNeeds } from './advice-state.ts';
import { placeAdvice, typeNeed, updateAdvice } from './update-advice.ts';

export const adviceScreen: Screen = {
  name: 'advice',
  about: 'which plan to take and why: what is needed, what it costs, what is left of it',
  key: '6',
  keys: [
    bind(['n'], 'n', 'say what the customer needs, such as `respond 95% within 4 h`', 'need', {
      kind: 'prompt',
      prompt: 'need',
    }),
    bind(['u'], 'u', 'take back the need typed last', 'undo', { kind: 'undo' }),
    ...planWindowKeys,
  ],
  open: (state) => ({ ...state, advice: state.advice ?? adviceStart }),
  update: updateAdvice,
  rows: (state, glyphs) => {
    const { top } = state.advice ?? adviceStart;
    return adviceRows(state, glyphs).slice(top, top + bodyHeight(state.size));
  },
  place: placeAdvice,
  table: adviceTable,
  command: (state) => {
    const { source } = state.model.outcome;
    const { command } = state.model;
    if (source.kind !== 'simulation' || command === null) return null;
    const needs = typedNeeds(state).map(({ words }) => ` --need ${shellWord(words)}`);
    return `${command} --recommend${needs.join('')}`;
  },
  prompts: {
    need: {
      label: 'needs ',
      hint: () => 'Tab shows how, Enter takes it, Esc leaves ',
      entered: typeNeed,
      complete: ({ model }, text) =>
        needExamples(model.outcome.plan).filter((example) => example.startsWith(text.trim())),
    },
  },
};

function adviceTable(state: ReadyState): ViewTable | null {
  const { model } = state;
  const advice = adviceOf(model, typedNeeds(state));
  if (advice === null) return null;
  return {
    name: 'advice',
    columns: ['about', 'what', ...model.summary.plans.map(({ name }) => name)],
    rows: [
      ...advice.wanted.map(({ label, cells }) => [advice.by, label.trim(), ...cells]),
      ...(advice.costs?.rows ?? []).map(({ label, cells }) => ['cost', label.trim(), ...cells]),
    ],
  };
}
