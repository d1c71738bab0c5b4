/** A comparison of plans for people: what was compared, the figures by severity, the worst misses, the notes. */
import type { ReportPart } from '../check/simulation-model.ts';
import type { Palette } from '../diagnostics/palette.ts';
import type { Answers } from '../simulate/answers/answers.ts';
import type { Outcome } from '../simulate/outcome.ts';
import type { PromiseFigures, Summary } from '../simulate/summary.ts';
import { longAnswers } from './answers/long-answers.ts';
import { shortAnswers } from './answers/short-answers.ts';
import { comparisonHeader } from './comparison-header.ts';
import { costHeading, costRows } from './cost-rows.ts';
import { durationWords } from './duration-words.ts';
import { answerClock } from './answer-clock.ts';
import { priceWords } from './price-words.ts';
import { promiseWords } from './promise-words.ts';
import { promisedShareWords } from './promised-share-words.ts';
import type { ReportContext } from './report-context.ts';
import { attainmentWords, intervalWords } from './share-words.ts';
import { renderTable } from './text-table.ts';
import type { TableRow } from './text-table.ts';
import { worstMisses } from './worst-misses.ts';
import { NO_BREAK, wrap } from '../text/wrap.ts';
import { groupDigits } from '../text/group-digits.ts';

export interface TextOptions {
  /** Columns that a line may take; 80 and up. */
  readonly width: number;
  readonly palette: Palette;
  /** What is to be known beyond the counts, and the parts of it to tell at length. */
  readonly answers?: { readonly of: Answers; readonly parts: readonly ReportPart[] };
}

const WORST = 5;
const NONE = '-';

/** Ends with a line break. */
export function comparisonText(
  outcome: Outcome,
  summary: Summary,
  context: ReportContext,
  { width, palette, answers }: TextOptions,
): string {
  const metrics = summary.plans[0]?.metrics.map(({ metric }) => metric) ?? [];
  const headings = summary.plans.map(({ name }) => name);
  const sections = [
    comparisonHeader(outcome, summary, context, width, palette),
    ...(outcome.plan.plans.some(({ price }) => price !== null)
      ? [renderTable(headings, [priceRow(outcome, summary)], width, palette)]
      : []),
    ...costSection(summary, headings, width, palette),
    ...metrics.map((metric, m) => [
      palette.strong(metric),
      ...renderTable(headings, metricRows(outcome, summary, metric, m), width, palette),
    ]),
    ...metrics.map((metric) => worstSection(outcome, headings, metric, width, palette)),
    ...answerSections(answers, width, palette),
    notesSection([...summary.notes, ...notesOf(answers)], width, palette),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function costSection(
  { costs }: Summary,
  headings: readonly string[],
  width: number,
  palette: Palette,
): readonly (readonly string[])[] {
  const rows = costs === undefined ? [] : costRows(costs);
  if (costs === undefined || rows.length === 0) return [];
  return [[palette.strong(costHeading(costs)), ...renderTable(headings, rows, width, palette)]];
}

/** Those of the parts that are told at length; else where to find them. */
function notesOf(answers: TextOptions['answers']): readonly string[] {
  if (answers === undefined) return [];
  const { of, parts } = answers;
  if (parts.length === 0)
    return ['`--report all` tells of misses, times, backlog, occupancy and weeks at length.'];
  return of.notes.filter((note) => parts.includes(note.of)).map(({ text }) => text);
}

function answerSections(
  answers: TextOptions['answers'],
  width: number,
  palette: Palette,
): readonly (readonly string[])[] {
  if (answers === undefined) return [];
  return [
    ...shortAnswers(answers.of, width, palette),
    ...longAnswers(answers.of, answers.parts, { width, palette }),
  ];
}

function priceRow(outcome: Outcome, summary: Summary): TableRow {
  const cells = summary.plans.map(({ plan }) => priceWords(outcome.plan.plans[plan]?.price ?? null));
  return { group: '', label: 'price', cells };
}

function metricRows(outcome: Outcome, summary: Summary, metric: string, m: number): readonly TableRow[] {
  const names = outcome.plan.severities.map(({ name }) => name);
  const bySeverity = names.flatMap((name, s) => [
    ...withGroup(name, [
      {
        label: 'promise',
        cells: summary.plans.map(({ plan }) => promiseWords(outcome, plan, metric, s)),
      },
      ...figureRows(summary.plans.map((plan) => plan.metrics[m]?.bySeverity[s]?.figures)),
    ]),
  ]);
  const promised = summary.plans.map(({ plan }) => promisedShareWords(outcome.plan.plans[plan], metric));
  const all = withGroup('all', [
    ...(promised.some((words) => words !== '') ? [{ label: 'promise', cells: promised }] : []),
    ...figureRows(summary.plans.map((plan) => plan.metrics[m]?.overall)),
  ]);
  return [...bySeverity, ...all];
}

type UngroupedRow = Omit<TableRow, 'group'>;

function withGroup(group: string, rows: readonly UngroupedRow[]): readonly TableRow[] {
  return rows.map((row, i) => ({ ...row, group: i === 0 ? group : '' }));
}

function figureRows(figures: readonly (PromiseFigures | undefined)[]): readonly UngroupedRow[] {
  const row = (label: string, cellOf: (each: PromiseFigures) => string): UngroupedRow => ({
    label,
    cells: figures.map((each) => (each === undefined ? NONE : cellOf(each))),
  });
  if (figures.every((each) => each === undefined || each.tickets === 0))
    return [row('tickets', () => 'none')];
  const rows = [
    row('attained', ({ attainment }) => (attainment === null ? NONE : attainmentWords(attainment))),
    row('95 % interval', ({ attainment }) =>
      attainment === null ? NONE : intervalWords(attainment.interval),
    ),
    row('missed', ({ attainment, missed }) =>
      attainment === null ? NONE : `${groupDigits(missed)} of ${groupDigits(attainment.judged)}`,
    ),
    row('median wait', ({ wait }) => (wait === null ? NONE : durationWords(wait.median))),
    row('p90 wait', ({ wait }) => (wait === null ? NONE : durationWords(wait.p90))),
  ];
  const others = row('not judged', otherWords);
  return others.cells.every((cell) => cell === NONE) ? rows : [...rows, others];
}

/** Tickets that are neither met nor missed. */
function otherWords({ running, unmeasured, words }: PromiseFigures): string {
  const counts = [
    { word: 'running', count: running },
    { word: 'unmeasured', count: unmeasured },
    ...words,
  ].filter(({ count }) => count > 0);
  return counts.length === 0
    ? NONE
    : counts.map(({ word, count }) => `${groupDigits(count)} ${word}`.replaceAll(' ', NO_BREAK)).join(', ');
}

function worstSection(
  outcome: Outcome,
  headings: readonly string[],
  metric: string,
  width: number,
  palette: Palette,
): readonly string[] {
  const worst = worstMisses(outcome, metric, WORST);
  if (worst.length === 0) return [];
  const { read } = answerClock(outcome);
  const rows = worst.map(({ ticket, under }): TableRow => {
    const severity = outcome.plan.severities[outcome.tickets.severity[ticket] ?? -1]?.name ?? '';
    return {
      group: '',
      label: `${outcome.tickets.id(ticket)} ${severity} ${read(outcome.tickets.opened[ticket] ?? NaN)}`,
      cells: under.map(({ due, stopped, status }) => {
        if (status !== 'missed' || due === null) return status;
        return stopped === null ? 'never stopped' : durationWords(stopped - due);
      }),
    };
  });
  return [
    palette.strong(`worst misses of ${metric}: time past the deadline`),
    ...renderTable(headings, rows, width, palette),
  ];
}

function notesSection(notes: readonly string[], width: number, palette: Palette): readonly string[] {
  if (notes.length === 0) return [];
  const lines = notes.flatMap((note) =>
    wrap(note, width - 4).map((line, i) => (i === 0 ? `  - ${line}` : `    ${line}`)),
  );
  return [palette.strong('notes'), ...lines];
}
