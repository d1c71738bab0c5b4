import { bind } from '../../input/binding.ts';
import type { Screen } from '../screen.ts';
import { coverageRows } from './coverage-rows.ts';
import { coverageClause, coverageCommand, coverageTable } from './coverage-export.ts';
import { closeAccount, goToWeek, placeCoverage, startCoverage, updateCoverage } from './coverage-state.ts';

export const coverageScreen: Screen = {
  name: 'coverage',
  about: 'the hours of every plan, week by week in any zone, and the longest waits',
  key: '4',
  keys: [
    bind(['enter'], 'Enter', 'account for the longest wait at the cursor', 'account', { kind: 'open' }),
    bind([']'], ']', 'next week', 'week', { kind: 'week', by: 1 }),
    bind(['['], '[', 'previous week', null, { kind: 'week', by: -1 }),
    bind(['n'], 'n', 'next week with a holiday, a season or a change of the clock', 'next special', {
      kind: 'special',
      by: 1,
    }),
    bind(['N'], 'N', 'the one before', null, { kind: 'special', by: -1 }),
    bind(['g'], 'g', 'go to the week of a date', 'go to', { kind: 'prompt', prompt: 'week' }),
    bind(['m'], 'm', 'next promise or activity whose hours are shown', 'promise', { kind: 'metric' }),
    bind(['x'], 'x', 'next severity', 'severity', { kind: 'other' }),
    bind(['r'], 'r', 'next region', 'region', { kind: 'region' }),
    bind(['right', 'tab', '>', 'l'], '→ Tab', 'next plan, where not all fit', null, { kind: 'plan', by: 1 }),
    bind(['left', 'shift-tab', '<', 'h'], '← ', 'previous plan', null, { kind: 'plan', by: -1 }),
  ],
  open: (state) => placeCoverage({ ...state, coverage: state.coverage ?? startCoverage(state) }),
  update: updateCoverage,
  back: closeAccount,
  rows: (state, glyphs) => (state.coverage === null ? [] : coverageRows(state, state.coverage, glyphs)),
  place: placeCoverage,
  table: coverageTable,
  command: coverageCommand,
  clause: coverageClause,
  prompts: {
    week: {
      label: 'go to the week of (2026-03-29): ',
      hint: () => 'Enter goes, Esc leaves ',
      entered: goToWeek,
    },
  },
};
