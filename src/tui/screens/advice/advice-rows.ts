import { needExamples } from '../../../simulate/recommend/read-need.ts';
import type { AdviceRow } from '../../model.ts';
import type { ReadyState } from '../../state/state.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { fitRow, line, run } from '../../text/row.ts';
import type { Row } from '../../text/row.ts';
import { fit, wrap } from '../../text/width.ts';
import { planWindow } from '../../widgets/plan-window/plan-window.ts';
import type { PlanWindow } from '../../widgets/plan-window/plan-window.ts';
import { metricNames } from '../../tickets/verdict.ts';
import { adviceOf } from './advice-of.ts';
import { adviceStart } from './advice-state.ts';
import { differenceRows } from './difference-rows.ts';
import { weekRows } from './week-rows.ts';

const leastPlan = 17;

/** The whole page, however long: which plan and why, what is needed, what it costs, where plans differ, the weeks. */
export function adviceRows(state: ReadyState, glyphs: Glyphs): readonly Row[] {
  const { model, size } = state;
  const shown = state.advice ?? adviceStart;
  const advice = adviceOf(model, shown.needs);
  if (advice === null) return [line(''), line(' Nothing is advised before all runs are there.')];
  const label = size.columns >= 120 ? 34 : size.columns >= 80 ? 22 : 16;
  const window = planWindow(model.outcome.plans.length, shown.plan, size.columns - label, leastPlan);
  const table = (rows: readonly AdviceRow[]): readonly Row[] =>
    rows.flatMap((row) => tableRow(row, label, window));
  const names: Row = [
    run(fit('', label)),
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
      ...weekRows(state, metric, label, glyphs),
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

/** A label and a cell a plan, each in as many lines as it takes. */
function tableRow(
  { label, cells }: AdviceRow,
  labelWidth: number,
  { plans, width }: PlanWindow,
): readonly Row[] {
  const left = wrap(label, labelWidth - 3);
  const columns = plans.map((plan) => wrap(cells[plan] ?? '', width - 2));
  const height = Math.max(left.length, ...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, row) => [
    run(fit(` ${row > 0 && left[row] !== undefined ? ' ' : ''}${left[row] ?? ''}`, labelWidth)),
    ...columns.map((column) => run(fit(column[row] ?? '', width))),
  ]);
}
