import { whatIf } from '../../../simulate/what-if.ts';
import { whatIfWords } from '../../../simulate/what-if-text.ts';
import type { Judged, WhatIfDifference } from '../../../simulate/what-if-difference.ts';
import type { ReadyState } from '../../state/state.ts';
import { countText, shareText } from '../../text/figures.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { cells, fitRow, highlight, line, run, spread } from '../../text/row.ts';
import type { Cell, Row, Run } from '../../text/row.ts';
import { fit, wrap } from '../../text/width.ts';
import { listPosition } from '../../widgets/list/list.ts';
import { planWindow } from '../../widgets/plan-window/plan-window.ts';
import { adviceOf } from '../advice/advice-of.ts';
import { adviceStart } from '../advice/advice-state.ts';
import { costLines } from './cost-lines.ts';
import { differenceLines } from './difference-lines.ts';
import type { DifferenceLine } from './difference-lines.ts';
import { knobName, knobText } from './knobs.ts';
import { knobsHeight, sentencesHeight, tableHeight } from './what-if-layout.ts';
import { knobsIn } from './what-if-state.ts';
import type { WhatIfState } from './what-if-state.ts';

/** What can be changed, what is changed, and each promise before and after, on the same draws. */
export function whatIfRows(state: ReadyState, shown: WhatIfState, glyphs: Glyphs): readonly Row[] {
  const { columns } = state.size;
  if (state.model.simulation === null)
    return [line(''), line(' A history cannot be run again: it is what happened.')];
  const rows = [
    spread(
      [run(' What if: + and - turn, v types a value, Enter runs it', 'strong')],
      [run(`${listPosition(shown.knobs, knobsIn(state).length, knobsHeight(state))} `, 'dim')],
      columns,
    ),
    ...padded(knobRows(state, shown, glyphs), knobsHeight(state)),
    statusRow(state, shown, glyphs),
    ...padded(sentenceRows(state, shown), sentencesHeight(state)),
    ...tableRows(state, shown),
  ];
  const body = padded(rows, rows.length);
  return [...body, line(` ${commandLine(state, shown)}`, 'dim')].map((row) => fitRow(row, columns));
}

function padded(rows: readonly Row[], height: number): readonly Row[] {
  return Array.from({ length: height }, (_, place) => rows[place] ?? line(''));
}

function knobRows(state: ReadyState, { knobs: list, changes }: WhatIfState, glyphs: Glyphs): readonly Row[] {
  return knobsIn(state)
    .slice(list.top, list.top + knobsHeight(state))
    .map((knob, place) => {
      const current = list.top + place === list.at;
      const text = knobText(knob, changes);
      const isChanged = text !== knobText(knob, []);
      const row = cells([
        { text: `${current ? glyphs.cursor : ' '}${knobName(knob)}`, width: 30 },
        { text, width: 44, tone: isChanged ? 'warn' : 'plain' },
      ]);
      return current ? highlight(fitRow(row, Math.min(76, state.size.columns))) : row;
    });
}

function statusRow(state: ReadyState, { changes }: WhatIfState, glyphs: Glyphs): Row {
  const { rerun } = state;
  const said = ` ${statusText(state, changes)} `;
  const tone = rerun !== null && rerun.changes !== changes ? 'warn' : 'dim';
  return [
    run(glyphs.rule.repeat(2), 'dim'),
    run(said, tone),
    run(glyphs.rule.repeat(Math.max(0, state.size.columns - said.length - 2)), 'dim'),
  ];
}

function statusText({ rerun, model }: ReadyState, changes: WhatIfState['changes']): string {
  if (rerun === null) return changes.length === 0 ? 'nothing is changed' : 'not run yet: Enter runs it';
  if (rerun.changes !== changes) return 'changed since it was run: Enter runs it again';
  if (rerun.status === 'failed') return 'it could not be run';
  if (rerun.model.kind === 'loading') {
    const share = rerun.model.progress;
    return `running${share === null ? '' : ` ${String(Math.round(share * 100))} %`}`;
  }
  const { summary, arriving } = rerun.model;
  const tickets = `${countText(summary.tickets)} tickets instead of ${countText(model.summary.tickets)}`;
  return arriving === null
    ? `before and after, in the same ${countText(summary.runs)} runs: ${tickets}`
    : `the first ${countText(arriving.done)} of ${countText(arriving.of)} runs: ${tickets}`;
}

/** What is different, and which plan to take then. */
function sentenceRows(state: ReadyState, { changes }: WhatIfState): readonly Row[] {
  const { model, size } = state;
  if (model.simulation === null) return [];
  const result = whatIf(model.simulation, model.outcome.plan, changes);
  const said = result.kind === 'wrong' ? [] : result.sentences.map((sentence) => line(` - ${sentence}`));
  const then = sentenceThen(state);
  if (then === null) return said;
  const rows = wrap(then, size.columns - 3).map((part) => line(` ${part}`, 'strong'));
  return [...said.slice(0, Math.max(0, sentencesHeight(state) - rows.length)), ...rows];
}

function sentenceThen({ rerun, advice, model }: ReadyState): string | null {
  if (rerun?.model.kind !== 'ready') return null;
  const needs = (advice ?? adviceStart).needs;
  const now = adviceOf(model, needs)?.sentences[0];
  const then = adviceOf(rerun.model, needs)?.sentences[0];
  if (then === undefined) return null;
  return then === now ? `As before: ${then}` : `Then: ${then}`;
}

const label = 16;
const leastPlan = 32;

function tableRows(state: ReadyState, shown: WhatIfState): readonly Row[] {
  const { summary } = state.model;
  const lines = differenceLines(state);
  const height = tableHeight(state);
  if (lines === null) return padded([], height + 2);
  const { plans, width } = planWindow(
    summary.plans.length,
    shown.plan,
    state.size.columns - label,
    leastPlan,
  );
  const heads: Row = cells([
    { text: plans.length < summary.plans.length ? ' Tab: plans' : '', width: label - 1, tone: 'dim' },
    ...plans.map((plan): Cell => ({
      text: summary.plans[plan]?.name ?? '',
      width: width - 1,
      tone: 'strong',
    })),
  ]);
  const figures = fit('before after points (95 %)', width);
  const names: Row = [run(fit(' promise', label) + plans.map(() => figures).join(''), 'dim')];
  const body = [
    ...lines.map((each): Row => [
      run(
        fit(` ${each.severity === null ? each.metric : `  ${each.severity}`}`, label),
        each.severity === null ? 'strong' : 'plain',
      ),
      ...plans.flatMap((plan) => cellOf(each, plan, width)),
    ]),
    ...costRows(state, plans, width),
  ].slice(shown.top, shown.top + height);
  return [heads, names, ...padded(body, height)];
}

/** What it costs, and below it what it costs then where that is something else; none where nothing is said of money. */
function costRows(state: ReadyState, plans: readonly number[], width: number): readonly Row[] {
  return costLines(state).flatMap(({ label: said, before, after }): readonly Row[] => {
    const rowOf = (name: string, texts: readonly string[]): Row => [
      run(fit(name, label), 'strong'),
      ...plans.map((plan) => run(fit(texts[plan] ?? '', width))),
    ];
    const then = before.map((cell, plan) => (cell === after[plan] ? '' : `then ${after[plan] ?? ''}`));
    const isSame = plans.every((plan) => then[plan] === '');
    return [rowOf(` ${said}`, before), ...(isSame ? [] : [rowOf('', then)])];
  });
}

function cellOf(promise: DifferenceLine, plan: number, width: number): readonly Run[] {
  const found = promise.plans[plan] ?? null;
  if (found === null) return [run(fit('not promised', width), 'dim')];
  const { before, after, difference } = found;
  const figures = `${attained(before).padStart(5)} ${attained(after).padStart(5)} `;
  const tone =
    difference === null || (difference.low <= 0 && difference.high >= 0)
      ? 'plain'
      : difference.high < 0
        ? 'bad'
        : 'good';
  return [run(figures), run(fit(differenceText(found), Math.max(0, width - figures.length)), tone)];
}

function attained({ met, missed }: Judged): string {
  return met + missed === 0 ? '-' : shareText(met, met + missed).slice(0, -1);
}

/** `-3.2 (-4.0..-2.4)`. */
function differenceText({ difference }: WhatIfDifference): string {
  if (difference === null) return '-';
  const { centre, low, high } = difference;
  return `${points(centre)} (${points(low)}..${points(high)})`;
}

function points(share: number): string {
  const tenths = Math.round(share * 1000) / 10 + 0;
  return `${tenths > 0 ? '+' : ''}${tenths.toFixed(1)}`;
}

/** The command line that answers the same. */
export function commandLine({ model }: ReadyState, { changes }: WhatIfState): string {
  const { source } = model.outcome;
  if (source.kind !== 'simulation') return '';
  const asked = changes.map((change) => ` --what-if ${quoted(whatIfWords(change))}`).join('');
  return `surety simulate ${source.file} --seed ${String(source.seed)} --runs ${String(source.runs)}${asked}`;
}

/** For a shell: what is between single quotes stands for itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
