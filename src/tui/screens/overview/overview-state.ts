import { moveList, placeList } from '../../widgets/list/list.ts';
import type { ListState } from '../../widgets/list/list.ts';
import { openTickets } from '../tickets/open-tickets.ts';
import type { Command } from '../../state/command.ts';
import type { ReadyState, TuiState } from '../../state/state.ts';
import { overviewLayout } from './overview-layout.ts';
import { promiseLines } from './promise-lines.ts';

export interface OverviewState {
  readonly grouping: 'severity' | 'region';
  readonly list: ListState;
  /** Place in the outcome's plans. */
  readonly plan: number;
}

export const overviewStart: OverviewState = { grouping: 'severity', list: { at: 0, top: 0 }, plan: 0 };

export function updateOverview(state: ReadyState, command: Command): TuiState {
  const { overview, model } = state;
  const lines = promiseLines(model.summary, overview.grouping);
  const plans = model.summary.plans.length;
  const height = overviewLayout(state).lines;
  const change = (changes: Partial<OverviewState>): TuiState => ({
    ...state,
    overview: { ...overview, ...changes },
  });
  switch (command.kind) {
    case 'move':
      return change({ list: moveList(overview.list, command.move, lines.length, height) });
    case 'plan':
      return change({ plan: plans === 0 ? 0 : (overview.plan + command.by + plans) % plans });
    case 'group': {
      const grouping = overview.grouping === 'severity' ? 'region' : 'severity';
      const metric = lines[overview.list.at]?.metric;
      const next = promiseLines(model.summary, grouping);
      const at = Math.max(
        0,
        next.findIndex((line) => line.metric === metric),
      );
      return change({ grouping, list: placeList({ at, top: 0 }, at, next.length, height) });
    }
    case 'open': {
      const line = lines[overview.list.at];
      if (line === undefined) return state;
      return openTickets(state, {
        metric: line.metric,
        group: line.group === null ? null : { by: overview.grouping, index: line.group.index },
        missedBy: overview.plan,
      });
    }
    default:
      return state;
  }
}
