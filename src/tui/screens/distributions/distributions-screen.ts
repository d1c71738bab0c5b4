import { bind } from '../../input/binding.ts';
import { metricKey } from '../../input/shared-keys.ts';
import type { Screen } from '../screen.ts';
import { listCommand } from '../tickets/list-command.ts';
import { distributionsTable } from './distributions-table.ts';
import { distributionsRows } from './distributions-rows.ts';
import {
  placeDistributions,
  startDistributions,
  ticketsOfBar,
  updateDistributions,
} from './distributions-state.ts';

export const distributionsScreen: Screen = {
  name: 'distributions',
  about: 'how long tickets waited, and how early or late: histograms and percentiles',
  key: '5',
  keys: [
    bind(['enter'], 'Enter', 'list the tickets of the bar at the cursor', 'tickets', { kind: 'open' }),
    bind(['right', 'tab', '>', 'l'], '→ Tab', 'next column: a plan, or a severity', 'column', {
      kind: 'plan',
      by: 1,
    }),
    bind(['left', 'shift-tab', '<', 'h'], '← ', 'previous column', null, { kind: 'plan', by: -1 }),
    metricKey,
    bind(
      ['t'],
      't',
      'time from opening, from the deadline, in line before the first work, or waiting for the customer and others',
      'what is measured',
      { kind: 'measure' },
    ),
    bind(['v'], 'v', 'plans side by side, or the severities of one plan', 'plans/severities', {
      kind: 'group',
    }),
    bind(['x'], 'x', 'the next severity, or all of them; beside severities the next plan', 'severity', {
      kind: 'other',
    }),
    bind(['b'], 'b', 'bars of blocks or of dots', null, { kind: 'bars' }),
  ],
  open: (state) =>
    placeDistributions({ ...state, distributions: state.distributions ?? startDistributions(state) }),
  update: updateDistributions,
  rows: (state, glyphs) =>
    state.distributions === null ? [] : distributionsRows(state, state.distributions, glyphs),
  place: placeDistributions,
  table: distributionsTable,
  command: (state) => {
    const asked = state.distributions === null ? null : ticketsOfBar(state, state.distributions);
    if (asked === null) return null;
    return listCommand(state, asked);
  },
};
