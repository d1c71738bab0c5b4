import type { PromiseFigures } from '../../../simulate/summary.ts';
import type { ViewTable } from '../../export/view-table.ts';
import type { ReadyState } from '../../state/state.ts';
import { contractPlan } from './contract-plan.ts';
import { promiseLines } from './promise-lines.ts';
import { promiseWords } from './promise-words.ts';

/** A row a promise and group, and of each plan what the figures rest on; times in seconds. */
export function overviewTable({ model, overview }: ReadyState): ViewTable {
  const lines = promiseLines(model.summary, overview.grouping);
  return {
    name: 'overview',
    columns: [
      'promise',
      overview.grouping,
      ...model.summary.plans.flatMap(({ name }) => [
        `${name} tickets`,
        `${name} met`,
        `${name} missed`,
        `${name} attainment`,
        `${name} low`,
        `${name} high`,
        `${name} median seconds`,
        `${name} 90% seconds`,
      ]),
    ],
    rows: lines.map(({ metric, group, figures }) => [
      metric,
      group?.name ?? 'all',
      ...figures.flatMap((one) => [
        one?.tickets ?? null,
        one?.met ?? null,
        one?.missed ?? null,
        shareOf(one),
        one?.attainment?.interval.low ?? null,
        one?.attainment?.interval.high ?? null,
        secondsOf(one?.wait?.median),
        secondsOf(one?.wait?.p90),
      ]),
    ]),
  };
}

/** Where the promise at the cursor is said of the chosen plan. */
export function overviewClause(state: ReadyState): string | null {
  const { overview, model } = state;
  const line = promiseLines(model.summary, overview.grouping)[overview.list.at];
  if (line === undefined) return null;
  const { place } = promiseWords(contractPlan(state, overview.plan), line, overview.grouping);
  return place === '' ? null : place;
}

function shareOf(figures: PromiseFigures | null): number | null {
  const attainment = figures?.attainment ?? null;
  return attainment === null ? null : attainment.met / attainment.judged;
}

function secondsOf(ms: number | undefined): number | null {
  return ms === undefined ? null : ms / 1000;
}
