import { needExamples } from '../../../simulate/recommend/read-need.ts';
import type { AdviceRow } from '../../model.ts';
import type { ReadyState } from '../../state/state.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { fitRow, line, run } from '../../text/row.ts';
import type { Row } from '../../text/row.ts';
import { fit, textWidth, wrap } from '../../text/width.ts';
import { planWindow } from '../../widgets/plan-window/plan-window.ts';
import type { PlanWindow } from '../../widgets/plan-window/plan-window.ts';
import { metricNames } from '../../tickets/verdict.ts';
import { WORKED_OUT } from '../worked-out.ts';
import { adviceOf } from './advice-of.ts';
import { adviceStart } from './advice-state.ts';
import { differenceRows } from './difference-rows.ts';
import { weekRows } from './week-rows.ts';

const leastPlan = 17;
/** Cells that most of what is said of a plan has room in. */
const usualPlan = 24;

/** The whole page, however long: which plan and why, what is needed, what it costs, where plans differ, the weeks. */
export function adviceRows(state: ReadyState, glyphs: Glyphs): readonly Row[] {
  const { model, size } = state;
  const shown = state.advice ?? adviceStart;
  const advice = adviceOf(model, shown.needs);
  if (advice === null) {
    const why = model.arriving === null ? WORKED_OUT : 'nothing is advised before all runs are there';
    return [line(''), line(` ${why}`)];
  }
  const label = labelWidthOf(state, [...advice.wanted, ...(advice.costs?.rows ?? [])]);
  const window = planWindow(model.outcome.plans.length, shown.plan, size.columns - label, leastPlan);
  const table = (rows: readonly AdviceRow[]): readonly Row[] =>
    rows.flatMap((row) => tableRow(row, label, window, size.columns));
  const all = model.outcome.plans.length;
  const hidden = window.plans.length < all ? ` ${String(window.plans.length)} of ${String(all)}, Tab` : '';
  const names: Row = [
    run(fit(hidden, label), 'dim'),
    ...window.plans.map((plan) =>
      run(
        fit(
          `${model.summary.plans[plan]?.name ?? ''}${plan === advice.best ? ', take this' : ''}`,
          window.width,
        ),
        plan === advice.best ? 'good' : 'strong',
      ),
    ),
  ];
  return [
    ...sentenceRows(state),
    ...(advice.wanted.length === 0
      ? []
      : [
          line(''),
          line(
            ` ${advice.by === 'needs' ? 'What the customer needs' : 'What each plan promises to keep'}`,
            'dim',
          ),
          names,
          ...table(advice.wanted),
        ]),
    ...(advice.costs === null
      ? [line(''), line(` ${noCosts(state)}`, 'dim')]
      : [line(''), line(` ${advice.costs.heading}`, 'dim'), names, ...table(advice.costs.rows)]),
    ...metricNames(model.outcome).flatMap((metric) => [
      ...differenceRows(state, metric),
      ...weekRows(state, metric, usualLabel(size.columns), glyphs),
    ]),
  ].map((row) => fitRow(row, size.columns));
}

/** Why there is no cost. */
function noCosts({ model }: ReadyState): string {
  return model.outcome.source.kind === 'simulation'
    ? 'Nothing says what it costs: the simulation names no `customer`.'
    : 'Nothing says what it costs: a history has no `customer`, a simulation names it.';
}

/** What is advised, in sentences; where nothing can be, how to say what is needed. */
function sentenceRows(state: ReadyState): readonly Row[] {
  const { model, size } = state;
  const { needs } = state.advice ?? adviceStart;
  const sentences = adviceOf(model, needs)?.sentences ?? [];
  const said =
    sentences.length > 0
      ? sentences
      : ['Nothing says what the customer needs, so no plan can be recommended.'];
  const [example = ''] = needExamples(model.outcome.plan).slice(1);
  const how =
    needs.length > 0
      ? [`As typed: ${needs.map(({ words }) => words).join('; ')}. n adds to it, u takes the last one back.`]
      : [`n asks with other needs, such as \`${example}\`.`];
  return [
    ...said.flatMap((sentence, place) =>
      wrap(sentence, size.columns - 3).map((part) => line(` ${part}`, place === 0 ? 'strong' : 'plain')),
    ),
    ...how.flatMap((sentence) => wrap(sentence, size.columns - 3).map((part) => line(` ${part}`, 'dim'))),
  ];
}

function usualLabel(columns: number): number {
  return columns >= 120 ? 34 : columns >= 80 ? 22 : 16;
}

/** Cells of the first column; it takes what few plans leave over, as far as its labels need it. */
function labelWidthOf({ model, size }: ReadyState, rows: readonly AdviceRow[]): number {
  const longest = Math.max(0, ...rows.map(({ label }) => textWidth(label) + 3));
  return Math.max(
    usualLabel(size.columns),
    Math.min(longest, size.columns - usualPlan * model.outcome.plans.length),
  );
}

/**
 * A label and a cell a plan, each in as many lines as it takes. A label that would stand in many lines has rows of its own
 * above the cells where that takes no more.
 */
function tableRow(
  { label, cells }: AdviceRow,
  labelWidth: number,
  { plans, width }: PlanWindow,
  columns: number,
): readonly Row[] {
  const left = wrap(label, labelWidth - 3);
  const right = plans.map((plan) => wrap(cells[plan] ?? '', width - 2));
  const rowsBeside = (lines: readonly string[]): readonly Row[] =>
    Array.from({ length: Math.max(lines.length, ...right.map((cell) => cell.length)) }, (_, row) => [
      run(fit(` ${row > 0 && lines[row] !== undefined ? ' ' : ''}${lines[row] ?? ''}`, labelWidth)),
      ...right.map((cell) => run(fit(cell[row] ?? '', width))),
    ]);
  const beside = rowsBeside(left);
  if (left.length < 3) return beside;
  const above = [...wrap(label, columns - 3).map((part) => line(` ${part}`)), ...rowsBeside([])];
  return above.length <= beside.length ? above : beside;
}
