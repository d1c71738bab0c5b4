import type { ReadyState } from '../../state/state.ts';
import { countText, shareText } from '../../text/figures.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { fitRow, line, run, spread } from '../../text/row.ts';
import type { Row, Run } from '../../text/row.ts';
import { fit, textWidth, wrap } from '../../text/width.ts';
import { sparkline } from '../../widgets/sparkline/sparkline.ts';
import { adviceOf, weeksOf } from './advice-of.ts';
import { markLegend } from './figure-cell.ts';
import type { OverviewLayout } from './overview-layout.ts';
import { promiseLines } from './promise-lines.ts';
import type { PromiseLine } from './promise-lines.ts';
import { noShare, promiseSentences } from './promise-sentences.ts';

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
  const rows = [
    ruleRow(layout, size.columns, glyphs),
    titleRow(state, promise),
    ...blocks,
    ...(layout.panelOfAll ? [line('')] : []),
    ...adviceRows(state),
    ...differenceRows(state, layout, promise),
    ...costRows(state, layout),
  ];
  // The weeks are asked for only where there is room for them.
  const rest = layout.panel - rows.length;
  if (layout.panelOfAll && rest >= 2 + layout.plans.plans.length) {
    rows.push(...weekRows(state, layout, promise.metric, glyphs));
  }
  return rows.slice(0, layout.panel).map((row) => fitRow(row, size.columns));
}

function ruleRow(layout: OverviewLayout, width: number, glyphs: Glyphs): Row {
  const legend = ` ${markLegend(layout.plans.width, glyphs)} `;
  return [
    run(glyphs.rule.repeat(2) + legend + glyphs.rule.repeat(Math.max(0, width - 2 - legend.length)), 'dim'),
  ];
}

function titleRow(state: ReadyState, promise: PromiseLine): Row {
  const { overview, model, size } = state;
  const group = promise.group === null ? 'all tickets' : promise.group.name;
  const severity =
    promise.group === null || overview.grouping === 'region'
      ? undefined
      : model.outcome.plan.severities[promise.group.index];
  return spread(
    [run(` ${promise.metric}, ${group}`, 'strong')],
    severity === undefined ? [] : [run(`${severity.text} `, 'dim')],
    size.columns,
  );
}

function chosenPlan(state: ReadyState, promise: PromiseLine, glyphs: Glyphs): readonly Row[] {
  const { overview, model, size } = state;
  // A row is dear here, and that nothing is promised shows by the missing mark.
  const [first, ...rest] = promiseSentences(state, promise, overview.plan, glyphs).filter(
    ({ text }) => text !== noShare,
  );
  const name = run(` ${model.summary.plans[overview.plan]?.name ?? ''}: `, 'accent');
  const inset = ({ text, tone }: Run): readonly Row[] =>
    wrap(text, size.columns - 4).map((part) => [run('   '), run(part, tone)]);
  return first === undefined ? [] : [[name, first], ...rest.flatMap(inset)];
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
    const sentences = [name, ...promiseSentences(state, promise, plan, glyphs)];
    return sentences.flatMap(({ text, tone }) => wrap(text, width - 3).map((part) => run(part, tone)));
  });
  const height = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, row) => [
    run(' '.repeat(layout.label)),
    ...columns.flatMap((column) => fitRow([run(' '), column[row] ?? run('')], width)),
  ]);
}

/** `Premium +12.1 points (95%: +10.8 to +13.4): met 412 that Standard missed, missed 3 that it met`. */
function differenceRows(state: ReadyState, layout: OverviewLayout, promise: PromiseLine): readonly Row[] {
  const rows = state.model.summary.differences.flatMap((one): readonly Row[] => {
    if (one.metric !== promise.metric || one.interval === null) return [];
    const { centre, low, high } = one.interval;
    const range = layout.panelOfAll ? ` (95%: ${signed(low)} to ${signed(high)})` : '';
    const more = `met ${countText(one.onlySecondMet)} that ${one.firstName} missed`;
    const less = `missed ${countText(one.onlyFirstMet)} that it met`;
    return [
      [
        run(`   ${one.secondName} `, 'accent'),
        run(`${signed(centre)} points${range}`, 'strong'),
        run(`: ${more}, ${less}`),
      ],
    ];
  });
  return rows.length === 0
    ? []
    : [line(` ${promise.metric}, the same tickets under two plans`, 'dim'), ...rows];
}

function signed(share: number): string {
  const points = (share * 100).toFixed(1);
  return share > 0 ? `+${points}` : points;
}

/** Which plan to take, and the figures that decide it. */
function adviceRows({ model, size }: ReadyState): readonly Row[] {
  const sentences = adviceOf(model)?.sentences ?? [];
  return sentences.flatMap((sentence, place) =>
    wrap(sentence, size.columns - 4).map((part) => line(` ${part}`, place === 0 ? 'strong' : 'plain')),
  );
}

function costRows({ model, size }: ReadyState, layout: OverviewLayout): readonly Row[] {
  const costs = adviceOf(model)?.costs ?? null;
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

/** The share kept week by week, from nothing to all, and the worst of them. */
function weekRows(
  { model, size }: ReadyState,
  { label, plans: { plans } }: OverviewLayout,
  metric: string,
  glyphs: Glyphs,
): readonly Row[] {
  const rows = plans.flatMap((plan): readonly Row[] => {
    const told = weeksOf(model, plan, metric);
    if (told === null || told.weeks.length === 0) return [];
    const shares = told.weeks.map(({ judged, missed }) => (judged - missed) / judged);
    const worst = told.worst.flatMap((place) => {
      const week = told.weeks[place];
      return week === undefined ? [] : [`${week.week} ${shareText(week.judged - week.missed, week.judged)}`];
    });
    const said = worst.length === 0 ? 'no week with a miss' : `worst: ${worst.join(', ')}`;
    const room = Math.max(8, size.columns - label - 62);
    return [
      [
        run(fit(` ${model.summary.plans[plan]?.name ?? ''}`, label), 'accent'),
        run(sparkline(shares.slice(-room), glyphs, 1), 'good'),
        run(`  ${said}`),
      ],
    ];
  });
  return rows.length === 0 ? [] : [line(` ${metric} kept, week by week of opening`, 'dim'), ...rows];
}
