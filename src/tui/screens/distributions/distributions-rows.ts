import { binOf } from '../../distribution/distribution.ts';
import type { Distribution, Measure, Percentiles } from '../../distribution/distribution.ts';
import type { ReadyState } from '../../state/state.ts';
import { countText, elapsedText, shortElapsedText } from '../../text/figures.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { fitRow, line, run, spreadKeeping } from '../../text/row.ts';
import type { Row, Run } from '../../text/row.ts';
import { fit } from '../../text/width.ts';
import { listPosition } from '../../widgets/list/list.ts';
import { planWindow } from '../../widgets/plan-window/plan-window.ts';
import { barSteps, stackedBar } from '../../widgets/stacked-bar/stacked-bar.ts';
import { chartsOf } from './charts.ts';
import type { Chart, Charts } from './charts.ts';
import { distributionsHeight } from './distributions-height.ts';
import type { DistributionsState } from './distributions-state.ts';

const leastColumn = 20;

/** Cells of the first column: `30 min-45 min`, `30 min-45 min early`. */
function labelWidthOf({ measure }: DistributionsState): number {
  return measure === 'late' ? 22 : 17;
}

/** Histograms side by side: a bin a row, a plan or a severity a column; below them the percentiles in figures. */
export function distributionsRows(
  state: ReadyState,
  shown: DistributionsState,
  glyphs: Glyphs,
): readonly Row[] {
  const { columns } = state.size;
  const charts = chartsOf(state, shown);
  const window = planWindow(charts.charts.length, charts.at, columns - labelWidthOf(shown), leastColumn);
  const inSight = window.plans.flatMap((place) => charts.charts[place] ?? []);
  const height = distributionsHeight(state);
  const head = [
    titleRow(state, shown, charts, height),
    ...columnHeads(shown, charts, inSight, window.width, glyphs),
  ];
  if (charts.edges.length === 0) {
    return [...head, line(' no clock has stopped: there is nothing to measure yet')].map((row) =>
      fitRow(row, columns),
    );
  }
  const { top, at } = shown.list;
  const bins = Array.from({ length: Math.min(height, charts.rows - top) }, (_, place) =>
    binRow(shown, charts, inSight, top + place, top + place === at, window.width, glyphs),
  );
  return [
    ...head,
    ...bins,
    line(''),
    ...figureRows(shown, inSight, window.width),
    legendRow(shown, glyphs, columns),
  ].map((row) => fitRow(row, columns));
}

function titleRow(state: ReadyState, shown: DistributionsState, charts: Charts, height: number): Row {
  const { outcome, summary } = state.model;
  const severity = shown.severity === null ? 'all severities' : outcome.plan.severities[shown.severity]?.name;
  const of =
    shown.beside === 'plans'
      ? (severity ?? '')
      : `under ${summary.plans[shown.plan]?.name ?? ''}, each on its own scale`;
  const what = {
    wait: 'opening to stop',
    late: 'deadline to stop',
    line: 'in line, opening to first work',
    held: 'waiting for the customer and others',
  }[shown.measure];
  return spreadKeeping(
    [run(` ${shown.metric}`, 'accent'), run(`: ${what}, ${of}`)],
    [run(`${listPosition(shown.list, charts.rows, height)} `, 'dim')],
    state.size.columns,
  );
}

function columnHeads(
  shown: DistributionsState,
  { charts, at }: Charts,
  inSight: readonly Chart[],
  width: number,
  glyphs: Glyphs,
): readonly Row[] {
  const hidden =
    inSight.length < charts.length ? ` ${String(inSight.length)} of ${String(charts.length)}` : '';
  const names = inSight.map((chart): Run => {
    const chosen = charts[at] === chart;
    return run(
      fit(`${chosen ? glyphs.cursor : ' '}${chart.name}`, width - 1) + ' ',
      chosen ? 'strong' : 'plain',
    );
  });
  const counts = inSight.map(({ distribution: { counted } }) =>
    run(fit(` ${countText(counted)} tickets`, width - 1) + ' ', 'dim'),
  );
  const measured = shown.measure === 'late' ? ' early, late' : ' time';
  const labelWidth = labelWidthOf(shown);
  return [
    [run(fit(hidden, labelWidth), 'dim'), ...names],
    [run(fit(measured, labelWidth), 'dim'), ...counts],
  ];
}

function binRow(
  shown: DistributionsState,
  { edges, charts, at }: Charts,
  inSight: readonly Chart[],
  bin: number,
  current: boolean,
  width: number,
  glyphs: Glyphs,
): Row {
  const label = `${current ? glyphs.cursor : ' '}${binWords(shown.measure, edges, bin)}`;
  const row: Run[] = [run(fit(label, labelWidthOf(shown)), current ? 'selected' : 'plain')];
  for (const chart of inSight) {
    const chosen = current && charts[at] === chart;
    row.push(...barCell(shown, chart.distribution, bin, chart.largest, width, chosen, glyphs));
  }
  return row;
}

/** `│████▒▒    1,234 90-95 `: the mark of what is promised, the bar, how many, and which percentiles fall here. */
function barCell(
  shown: DistributionsState,
  { edges, met, missed, others, without, percentiles, promised }: Distribution,
  bin: number,
  largest: number,
  width: number,
  chosen: boolean,
  glyphs: Glyphs,
): Row {
  const isBin = bin < edges.length - 1;
  const marks = isBin ? percentileMarks(percentiles, edges, bin) : '';
  const count = isBin ? (met[bin] ?? 0) + (missed[bin] ?? 0) + (others[bin] ?? 0) : without;
  const isPromised =
    isBin &&
    shown.measure === 'wait' &&
    promised !== null &&
    bin >= binOf(edges, promised.least) &&
    bin <= binOf(edges, promised.most);
  const barWidth = Math.max(2, width - 2 - 7 - 6);
  const steps = barSteps(shown.bars, glyphs);
  const bar = stackedBar(
    [
      { count: isBin ? (met[bin] ?? 0) : 0, tone: 'good', steps },
      { count: isBin ? (missed[bin] ?? 0) : 0, tone: 'bad', steps: [glyphs.missedBar] },
      { count: isBin ? (others[bin] ?? 0) : without, tone: 'dim', steps: [glyphs.barEmpty] },
    ],
    largest,
    barWidth,
  );
  const figure = count === 0 ? '' : countText(count);
  return [
    run(isPromised ? glyphs.due : ' ', 'warn'),
    ...bar,
    run(figure.padStart(7), chosen ? 'selected' : 'plain'),
    run(fit(marks === '' ? '' : ` ${marks}`, Math.max(0, width - 1 - barWidth - 7)), 'accent'),
  ];
}

/** `50`, `90-95`: the percentiles that fall into a bin. */
function percentileMarks(percentiles: Percentiles | null, edges: readonly number[], bin: number): string {
  if (percentiles === null) return '';
  const here = ([50, 90, 95, 99] as const).filter((one) => binOf(edges, percentiles[`p${one}`]) === bin);
  const [first] = here;
  const last = here.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? String(first) : `${String(first)}-${String(last)}`;
}

/** `1 h to 2 h`, `1 d to 12 h early`, `under 10 s late`, `no stop`. */
export function binWords(measure: Measure, edges: readonly number[], bin: number): string {
  const [from, to] = [edges[bin], edges[bin + 1]];
  if (from === undefined || to === undefined)
    return { wait: 'not stopped', late: 'not to be told', line: 'not worked on', held: 'never waited' }[
      measure
    ];
  const early = measure === 'late' && to <= 0;
  const side = measure !== 'late' ? '' : early ? ' early' : ' late';
  const [near, far] = early ? [-to, -from] : [from, to];
  if (!Number.isFinite(far)) return `over ${edgeWords(near)}${side}`;
  return near === 0 ? `under ${edgeWords(far)}${side}` : `${edgeWords(near)}-${edgeWords(far)}${side}`;
}

/** `90 min`, `36 h`, `14 d`: in one unit, so that two of them have room beside each other. */
function edgeWords(ms: number): string {
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1000],
  ] as const;
  const [unit, size] = units.find(([, one]) => ms >= one && ms % one === 0) ?? ['s', 1000];
  return `${String(ms / size)} ${unit}`;
}

/** The percentiles and what was promised, as figures in the columns. */
function figureRows(shown: DistributionsState, inSight: readonly Chart[], width: number): readonly Row[] {
  const figures = inSight.map(({ distribution }) => figuresOf(shown.measure, distribution, width));
  return [0, 1, 2, 3].map((place) => [
    run(fit(rowLabels[place] ?? '', labelWidthOf(shown)), 'dim'),
    ...figures.map((texts) => run(fit(` ${texts[place] ?? ''}`, width - 1) + ' ')),
  ]);
}

const rowLabels = [' 50%, 90% by', ' 95%, 99% by', ' longest', ' promised'];

function figuresOf(
  measure: Measure,
  { percentiles, promised }: Distribution,
  width: number,
): readonly string[] {
  const words = width >= (measure === 'late' ? 42 : 30) ? elapsedText : shortElapsedText;
  const signed = (ms: number): string =>
    measure !== 'late'
      ? words(ms)
      : ms < 0
        ? `${words(-ms)} early`
        : ms === 0
          ? 'on time'
          : `${words(ms)} late`;
  if (percentiles === null) return ['nothing'];
  const { p50, p90, p95, p99, max } = percentiles;
  const range =
    promised === null
      ? 'no deadline'
      : promised.least === promised.most
        ? words(promised.least)
        : `${words(promised.least)} to ${words(promised.most)}`;
  return [`${signed(p50)}, ${signed(p90)}`, `${signed(p95)}, ${signed(p99)}`, signed(max), range];
}

function legendRow(shown: DistributionsState, glyphs: Glyphs, columns: number): Row {
  const whole = barSteps(shown.bars, glyphs).at(-1) ?? '';
  const promised = shown.measure === 'wait' ? `  ${glyphs.due} as long as promised` : '';
  const long = columns >= 100 ? '  50 90 95 99 per cent stopped by there' : '  50 90 95 99 % by there';
  return [
    run(` ${whole} met`, 'good'),
    run(`  ${glyphs.missedBar} missed`, 'bad'),
    run(`  ${glyphs.barEmpty} not judged`, 'dim'),
    run(promised, 'warn'),
    run(long, 'accent'),
  ];
}
