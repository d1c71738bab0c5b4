import { priceWords } from '../../../report/price-words.ts';
import type { ReadyState } from '../../state/state.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { cells, fitRow, highlight, run } from '../../text/row.ts';
import type { Cell, Row } from '../../text/row.ts';
import { fit } from '../../text/width.ts';
import { contractPlan } from './contract-plan.ts';
import { figureCell, figureHeads } from './figure-cell.ts';
import { overviewLayout } from './overview-layout.ts';
import type { OverviewLayout } from './overview-layout.ts';
import { promiseLines } from './promise-lines.ts';
import type { PromiseLine } from './promise-lines.ts';
import { promisePanel } from './promise-panel.ts';
import { isBelow, promisedShare } from './promised-share.ts';
import { rankPlans } from './rank-plans.ts';

/** The overview: a promise a row, a plan a column, and below what is to be said of the promise at the cursor. */
export function overviewRows(state: ReadyState, glyphs: Glyphs): readonly Row[] {
  const { overview, model, size } = state;
  const layout = overviewLayout(state);
  const { top, at } = overview.list;
  const lines = promiseLines(model.summary, overview.grouping).slice(top, top + layout.lines);
  return [
    ...headRows(state, layout, glyphs),
    ...lines.map((line, place) => promiseRow(state, layout, line, top + place === at, glyphs)),
    ...promisePanel(state, layout, glyphs),
  ].map((row) => fitRow(row, size.columns));
}

function headRows(state: ReadyState, layout: OverviewLayout, glyphs: Glyphs): readonly Row[] {
  const { overview, model } = state;
  const { plans, width } = layout.plans;
  const count = model.summary.plans.length;
  const label = { width: layout.label - 1, tone: 'dim' } as const;
  const names = plans.map((plan): Cell => ({
    text: `${plan === overview.plan ? glyphs.cursor : ' '}${model.summary.plans[plan]?.name ?? ''}`,
    width: width - 1,
    tone: 'strong',
  }));
  const prices = plans.map((plan): Cell => ({
    text: ` ${priceOf(state, plan)}`,
    width: width - 1,
    tone: 'dim',
  }));
  const shown = plans.length < count ? ` ${String(plans.length)} of ${String(count)}` : '';
  return [
    cells([{ ...label, text: shown }, ...names]),
    cells([{ ...label, text: '' }, ...prices]),
    [run(fit(' promise', layout.label), 'dim'), ...plans.map(() => run(figureHeads(width), 'dim'))],
  ];
}

function promiseRow(
  state: ReadyState,
  layout: OverviewLayout,
  promise: PromiseLine,
  current: boolean,
  glyphs: Glyphs,
): Row {
  const marks = rankPlans(promise.figures);
  const name = promise.group === null ? promise.metric : `  ${promise.group.name}`;
  const label = fit(`${current ? glyphs.cursor : ' '}${name}`, layout.label);
  const row: Row = [
    run(label, promise.group === null ? 'strong' : 'plain'),
    ...layout.plans.plans.flatMap((plan) => {
      const figures = promise.figures[plan] ?? null;
      const promised = promisedShare(contractPlan(state, plan), promise, state.overview.grouping);
      const below = isBelow(figures, promised);
      return figureCell(figures, marks[plan] ?? '', below, layout.plans.width, glyphs);
    }),
  ];
  return current ? highlight(fitRow(row, state.size.columns)) : row;
}

function priceOf(state: ReadyState, plan: number): string {
  const price = contractPlan(state, plan)?.price ?? null;
  return price === null ? 'no price stated' : priceWords(price);
}
