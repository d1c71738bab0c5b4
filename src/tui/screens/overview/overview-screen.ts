import { bind } from '../../input/binding.ts';
import { planKeys } from '../../input/shared-keys.ts';
import { placeList } from '../../widgets/list/list.ts';
import type { Screen } from '../screen.ts';
import { overviewLayout } from './overview-layout.ts';
import { overviewClause, overviewTable } from './overview-export.ts';
import { overviewRows } from './overview-rows.ts';
import { updateOverview } from './overview-state.ts';
import { promiseLines } from './promise-lines.ts';

export const overviewScreen: Screen = {
  name: 'overview',
  about: 'the overview: every promise under every plan',
  key: '1',
  keys: [
    bind(['enter'], 'Enter', 'list the tickets behind the figure: those this plan missed', 'tickets', {
      kind: 'open',
    }),
    ...planKeys,
    bind(['v'], 'v', 'group by severity or by region', 'severity/region', { kind: 'group' }),
  ],
  open: (state) => state,
  update: updateOverview,
  table: overviewTable,
  clause: overviewClause,
  rows: overviewRows,
  place: (state) => {
    const { overview, model } = state;
    const lines = promiseLines(model.summary, overview.grouping).length;
    const list = placeList(overview.list, overview.list.at, lines, overviewLayout(state).lines);
    return { ...state, overview: { ...overview, list } };
  },
};
