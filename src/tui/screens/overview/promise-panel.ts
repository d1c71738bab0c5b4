import type { ReadyState } from '../../state/state.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { fitRow, line, run, spread } from '../../text/row.ts';
import type { Row } from '../../text/row.ts';
import { fit, textWidth, wrap } from '../../text/width.ts';
import { adviceOf } from '../advice/advice-of.ts';
import { typedNeeds } from '../advice/advice-state.ts';
import { differenceRows } from '../advice/difference-rows.ts';
import { weekRows } from '../advice/week-rows.ts';
import { markLegend } from './figure-cell.ts';
import type { OverviewLayout } from './overview-layout.ts';
import { promiseLines } from './promise-lines.ts';
import type { PromiseLine } from './promise-lines.ts';
import { promiseSentences } from './promise-sentences.ts';

/**
 * What is to be said of the promise at the cursor, in sentences: under each plan in its column where the screen is
 * wide, of the chosen plan otherwise. Where rows are left, what one plan gives over another on the same tickets.
 */
export function promisePanel(state: ReadyState, layout: OverviewLayout, glyphs: Glyphs): readonly Row[] {
  const { overview, model, size } = state;
  const promise = promiseLines(model.summary, overview.grouping)[overview.list.at];
  if (promise === undefined || layout.panel === 0) return [];
  const blocks = layout.panelOfAll
    ? plansInColumns(state, layout, promise, glyphs)
    : chosenPlan(state, promise, glyphs);
  const said = [ruleRow(layout, size.columns, glyphs), titleRow(state, layout, promise), ...blocks];
  const advice = adviceRows(state, layout, Math.max(1, layout.panel - said.length));
  const rows = [
    // What is advised has its row, however much there is to say of the promise.
    ...(layout.panelOfAll ? [...said, line('')] : said.slice(0, layout.panel - advice.length)),
    ...advice,
  ];
  const differences = differenceRows(state, promise.metric);
  if (layout.panelOfAll || rows.length + differences.length <= layout.panel) rows.push(...differences);
  rows.push(...costRows(state, layout));
  // The weeks are asked for only where there is room for them.
  const rest = layout.panel - rows.length;
  if (layout.panelOfAll && rest >= 2 + layout.plans.plans.length) {
    rows.push(...weekRows(state, promise.metric, layout.label, glyphs));
  }
  return rows.slice(0, layout.panel).map((row) => fitRow(row, size.columns));
}

function ruleRow(layout: OverviewLayout, width: number, glyphs: Glyphs): Row {
  const legend = ` ${markLegend(layout.plans.width, glyphs)} `;
  return [
    run(glyphs.rule.repeat(2) + legend + glyphs.rule.repeat(Math.max(0, width - 2 - legend.length)), 'dim'),
  ];
}

function titleRow(state: ReadyState, layout: OverviewLayout, promise: PromiseLine): Row {
  const { overview, model, size } = state;
  const group = promise.group === null ? 'all tickets' : promise.group.name;
  const severity =
    promise.group === null || overview.grouping === 'region'
      ? undefined
      : model.outcome.plan.severities[promise.group.index];
  const under = layout.panelOfAll
    ? []
    : [run(' under '), run(model.summary.plans[overview.plan]?.name ?? '', 'accent')];
  return spread(
    [run(` ${promise.metric}, ${group}`, 'strong'), ...under],
    severity === undefined ? [] : [run(`${severity.text} `, 'dim')],
    size.columns,
  );
}

function chosenPlan(state: ReadyState, promise: PromiseLine, glyphs: Glyphs): readonly Row[] {
  return promiseSentences(state, promise, state.overview.plan, glyphs, 'short').flatMap(({ text, tone }) =>
    wrap(text, state.size.columns - 4).map((part) => [run('   '), run(part, tone)]),
  );
}

function plansInColumns(
  state: ReadyState,
  layout: OverviewLayout,
  promise: PromiseLine,
  glyphs: Glyphs,
): readonly Row[] {
  const { width, plans } = layout.plans;
  const columns = plans.map((plan) => {
    const name = run(state.model.summary.plans[plan]?.name ?? '', 'accent');
    const sentences = [name, ...promiseSentences(state, promise, plan, glyphs, 'whole')];
    return sentences.flatMap(({ text, tone }) => wrap(text, width - 3).map((part) => run(part, tone)));
  });
  const height = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, row) => [
    run(' '.repeat(layout.label)),
    ...columns.flatMap((column) => fitRow([run(' '), column[row] ?? run('')], width)),
  ]);
}

/** Which plan to take, and the figures that decide it; where room is dear the first sentence, and where the others are. */
function adviceRows(state: ReadyState, layout: OverviewLayout, room: number): readonly Row[] {
  const { model, size } = state;
  const said = adviceOf(model, typedNeeds(state));
  if (said === null) return [];
  const sentences =
    said.sentences.length > 0 ? said.sentences : ['Nothing says what the customer needs: 6 asks for it.'];
  if (!layout.panelOfAll) {
    const more = ' 6 why, costs ';
    const width = size.columns - more.length;
    const lines = wrap(sentences[0] ?? '', width - 1).map((part) => ` ${part}`);
    const shown = [...lines.slice(0, room - 1), fit(lines.slice(room - 1).join(''), width)];
    return shown.map((part, place) => [
      run(fit(part, width), 'strong'),
      run(place === 0 ? more : '', 'accent'),
    ]);
  }
  return sentences.flatMap((sentence, place) =>
    wrap(sentence, size.columns - 4).map((part) => line(` ${part}`, place === 0 ? 'strong' : 'plain')),
  );
}

function costRows(state: ReadyState, layout: OverviewLayout): readonly Row[] {
  const { model, size } = state;
  const costs = adviceOf(model, typedNeeds(state))?.costs ?? null;
  if (costs === null || !layout.panelOfAll) return [];
  const { plans, width } = layout.plans;
  return [
    line(` ${costs.heading}`, 'dim'),
    ...costs.rows.flatMap(({ label, cells: words }): readonly Row[] => {
      const figures = plans.map((plan) => run(fit(` ${words[plan] ?? ''}`, width)));
      // A label that is wider than its column has a row of its own, so that it can be told from its neighbours.
      const isWide = textWidth(label) >= layout.label;
      const beside = run(fit(isWide ? '' : ` ${label}`, layout.label));
      const row = fitRow([beside, ...figures], size.columns);
      return isWide ? [line(` ${label}`), row] : [row];
    }),
  ];
}
