import { priceWords } from '../../../report/price-words.ts';
import type { ReadyState } from '../../state/state.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { cells, fitRow, highlight, run } from '../../text/row.ts';
import type { Cell, Row } from '../../text/row.ts';
import { fit, textWidth } from '../../text/width.ts';
import { adviceOf } from '../advice/advice-of.ts';
import { typedNeeds } from '../advice/advice-state.ts';
import { contractPlan } from './contract-plan.ts';
import { figureCell, figureHeads } from './figure-cell.ts';
import { overviewLayout } from './overview-layout.ts';
import type { OverviewLayout } from './overview-layout.ts';
import { promiseLines } from './promise-lines.ts';
import type { PromiseLine } from './promise-lines.ts';
import { promisePanel } from './promise-panel.ts';
import { against, promisedShare } from './promised-share.ts';
import { rankPlans } from './rank-plans.ts';

/** The overview: a promise a row, a plan a column, and below what is to be said of the promise at the cursor. */
export function overviewRows(state: ReadyState, glyphs: Glyphs): readonly Row[] {
  const { overview, model, size } = state;
  const layout = overviewLayout(state);
  const { top, at } = overview.list;
  const lines = promiseLines(model.summary, overview.grouping).slice(top, top + layout.lines);
  const rowsOf = layout.kind === 'columns' ? besideEachOther : belowEachOther;
  return [
    ...headRows(state, layout, glyphs),
    ...lines.flatMap((line, place) => rowsOf(state, layout, line, top + place === at, glyphs)),
    ...promisePanel(state, layout, glyphs),
  ].map((row) => fitRow(row, size.columns));
}

function headRows(state: ReadyState, layout: OverviewLayout, glyphs: Glyphs): readonly Row[] {
  const { overview, model } = state;
  const { plans, width } = layout.plans;
  if (layout.kind === 'stacked') {
    const names = fit(' promise', layout.label) + fit(' plan', layout.name);
    return [[run(names + figureHeads(width), 'dim')]];
  }
  const count = model.summary.plans.length;
  const label = { width: layout.label - 1, tone: 'dim' } as const;
  const best = adviceOf(model, typedNeeds(state))?.best ?? null;
  const names = plans.map((plan): Cell => ({
    text: `${plan === overview.plan ? glyphs.cursor : ' '}${planHead(model.summary.plans[plan]?.name ?? '', plan === best, width - 2)}`,
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
    cells([{ ...label, text: ' price' }, ...prices]),
    [run(fit(' promise', layout.label), 'dim'), ...plans.map(() => run(figureHeads(width), 'dim'))],
  ];
}

/** A plan's name, and that it is the one to take, in the longest words that there is room for. */
function planHead(name: string, isBest: boolean, width: number): string {
  if (!isBest) return name;
  const words = [', recommended', ', advised'].find((said) => textWidth(name + said) <= width);
  return `${name}${words ?? '*'}`;
}

function besideEachOther(
  state: ReadyState,
  layout: OverviewLayout,
  promise: PromiseLine,
  current: boolean,
  glyphs: Glyphs,
): readonly Row[] {
  return [
    [
      labelOf(promise, layout, current, glyphs),
      ...layout.plans.plans.flatMap((plan) => {
        const cell = cellOf(state, layout, promise, plan, glyphs);
        return current && plan === state.overview.plan ? highlight(cell) : cell;
      }),
    ],
  ];
}

function belowEachOther(
  state: ReadyState,
  layout: OverviewLayout,
  promise: PromiseLine,
  current: boolean,
  glyphs: Glyphs,
): readonly Row[] {
  return layout.plans.plans.map((plan, place) => {
    const chosen = current && plan === state.overview.plan;
    const name = `${chosen ? glyphs.cursor : ' '}${state.model.summary.plans[plan]?.name ?? ''}`;
    const row = [run(fit(name, layout.name)), ...cellOf(state, layout, promise, plan, glyphs)];
    const label = place === 0 ? labelOf(promise, layout, current, glyphs) : run(' '.repeat(layout.label));
    return [label, ...(chosen ? highlight(row) : row)];
  });
}

function labelOf(
  promise: PromiseLine,
  layout: OverviewLayout,
  current: boolean,
  glyphs: Glyphs,
): Row[number] {
  const name = promise.group === null ? promise.metric : `  ${promise.group.name}`;
  const text = fit(`${current ? glyphs.cursor : ' '}${name}`, layout.label - 1);
  return run(`${text} `, promise.group === null ? 'strong' : 'plain');
}

function cellOf(
  state: ReadyState,
  layout: OverviewLayout,
  promise: PromiseLine,
  plan: number,
  glyphs: Glyphs,
): Row {
  const figures = promise.figures[plan] ?? null;
  const promised = promisedShare(contractPlan(state, plan), promise, state.overview.grouping);
  const rank = rankPlans(promise.figures)[plan] ?? '';
  return figureCell(figures, against(figures, promised), rank, layout.plans.width, glyphs);
}

function priceOf(state: ReadyState, plan: number): string {
  const price = contractPlan(state, plan)?.price ?? null;
  return price === null ? 'not stated' : priceWords(price);
}
