import type { Command } from '../../state/command.ts';
import type { ReadyState, TuiState } from '../../state/state.ts';
import { MEASURES } from '../../distribution/distribution.ts';
import type { Measure } from '../../distribution/distribution.ts';
import { elapsedWord } from '../../tickets/match-elapsed.ts';
import { quoted } from '../../tickets/filter-words.ts';
import { groupFilter } from '../../tickets/query.ts';
import type { TicketQuery } from '../../tickets/query.ts';
import { planNames } from '../../tickets/ticket-index.ts';
import { metricNames } from '../../tickets/verdict.ts';
import { moveList, placeList } from '../../widgets/list/list.ts';
import type { ListState } from '../../widgets/list/list.ts';
import { openTickets } from '../tickets/open-tickets.ts';
import { chartsOf } from './charts.ts';
import { distributionsHeight } from './distributions-height.ts';

export interface DistributionsState {
  readonly metric: string;
  readonly measure: Measure;
  /** Plans side by side, or the severities under one plan. */
  readonly beside: 'plans' | 'severities';
  /** Place in the outcome's plans. */
  readonly plan: number;
  /** Index of a severity: the one shown where plans stand side by side (null for all), or the one pointed at. */
  readonly severity: number | null;
  /** The bins, and the row below them for tickets that have no such time. */
  readonly list: ListState;
  readonly bars: 'block' | 'braille';
}

export function startDistributions({ model }: ReadyState): DistributionsState {
  const metric = metricNames(model.outcome)[0] ?? '';
  const list = { at: 0, top: 0 };
  return { metric, measure: 'wait', beside: 'plans', plan: 0, severity: null, list, bars: 'block' };
}

export function updateDistributions(state: ReadyState, command: Command): TuiState {
  const { distributions, model } = state;
  if (distributions === null) return state;
  const { plan, severity, beside } = distributions;
  const { outcome } = model;
  const plans = Math.max(1, outcome.plans.length);
  const severities = outcome.plan.severities.length;
  const change = (changes: Partial<DistributionsState>): TuiState =>
    placeDistributions({ ...state, distributions: { ...distributions, ...changes } });
  switch (command.kind) {
    case 'move': {
      const { rows } = chartsOf(state, distributions);
      const list = moveList(distributions.list, command.move, rows, distributionsHeight(state));
      return change({ list });
    }
    case 'plan':
      if (beside === 'plans') return change({ plan: (plan + command.by + plans) % plans });
      return change({ severity: ((severity ?? 0) + command.by + severities) % Math.max(1, severities) });
    case 'metric': {
      const metrics = metricNames(outcome);
      const at = metrics.indexOf(distributions.metric);
      return change({ metric: metrics[(at + 1) % Math.max(1, metrics.length)] ?? distributions.metric });
    }
    case 'measure':
      return change({ measure: nextMeasure(distributions.measure, outcome) });
    case 'group':
      if (severities === 0) return { ...state, notice: 'the contract has no severities' };
      return beside === 'plans'
        ? change({ beside: 'severities', severity: severity ?? 0 })
        : change({ beside: 'plans', severity: null });
    case 'other':
      if (beside === 'severities') return change({ plan: (plan + 1) % plans });
      return change({
        severity:
          severity === null ? (severities > 0 ? 0 : null) : severity + 1 < severities ? severity + 1 : null,
      });
    case 'bars':
      return change({ bars: distributions.bars === 'block' ? 'braille' : 'block' });
    case 'open':
      return openBin(state, distributions);
    default:
      return state;
  }
}

/** How long tickets waited in line is known where there was a desk, and how long for others where its work waits for them. */
function nextMeasure(measure: Measure, { plans }: ReadyState['model']['outcome']): Measure {
  const known = MEASURES.filter(
    (each) =>
      (each !== 'line' || plans.some(({ firstWork }) => firstWork !== undefined)) &&
      (each !== 'held' || plans.some(({ waited }) => waited !== undefined)),
  );
  return known[(known.indexOf(measure) + 1) % known.length] ?? 'wait';
}

function openBin(state: ReadyState, distributions: DistributionsState): TuiState {
  const query = ticketsOfBar(state, distributions);
  return query === null ? state : openTickets(state, query);
}

/** Exactly the tickets that the bar at the cursor counts. */
export function ticketsOfBar(state: ReadyState, distributions: DistributionsState): TicketQuery | null {
  const { edges, charts, at } = chartsOf(state, distributions);
  const { metric, measure, list } = distributions;
  const chart = charts[at];
  if (chart === undefined) return null;
  const { outcome } = state.model;
  const name = `${measure}:${quoted(planNames(outcome)[chart.population.plan] ?? '')}`;
  const [from, to] = [edges[list.at], edges[list.at + 1]];
  const isBin = from !== undefined && to !== undefined;
  const bounds = isBin
    ? [
        ...(Number.isFinite(from) ? [`${name}>=${elapsedWord(from)}`] : []),
        ...(Number.isFinite(to) ? [`${name}<${elapsedWord(to)}`] : []),
      ].join(' ')
    : `!${name}<0 !${name}>=0`;
  const { severity } = chart.population;
  return {
    metric,
    filters: [...(severity === null ? [] : [groupFilter(outcome, 'severity', severity)]), bounds],
    sort: { by: measure === 'late' ? 'late' : 'wait', plan: chart.population.plan, descending: true },
  };
}

/** The cursor on a bin that exists, and in sight. */
export function placeDistributions(state: ReadyState): ReadyState {
  const { distributions } = state;
  if (distributions === null) return state;
  const { rows } = chartsOf(state, distributions);
  const { list } = distributions;
  return {
    ...state,
    distributions: { ...distributions, list: placeList(list, list.at, rows, distributionsHeight(state)) },
  };
}
