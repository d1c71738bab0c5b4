import type { PromiseFigures } from '../../../simulate/summary.ts';
import type { ReadyState } from '../../state/state.ts';
import { countText, elapsedText, shareText } from '../../text/figures.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { fitRow, line, run, spread } from '../../text/row.ts';
import type { Row } from '../../text/row.ts';
import { isBelow, unjudged } from './overview-rows.ts';
import { promiseLines } from './promise-lines.ts';
import type { PromiseLine } from './promise-lines.ts';
import { promisedShare, promiseWords } from './promise-words.ts';

/** What is to be said of the promise under the cursor: for the chosen plan, or for every plan where there is room. */
export function promisePanel(
  state: ReadyState,
  width: number,
  height: number,
  glyphs: Glyphs,
): readonly Row[] {
  const { overview, model } = state;
  const promise = promiseLines(model.summary, overview.grouping)[overview.list.at];
  if (promise === undefined) return [];
  const group = promise.group === null ? 'all tickets' : promise.group.name;
  const text =
    promise.group === null || overview.grouping === 'region'
      ? ''
      : (model.outcome.plan.severities[promise.group.index]?.text ?? '');
  const title = spread(
    [run(` ${promise.metric}, ${group}`, 'strong')],
    text === '' ? [] : [run(`${text} `, 'dim')],
    width,
  );
  const rule = line(glyphs.rule.repeat(width), 'dim');
  const plans = model.summary.plans.map((_, plan) => plan);
  const perPlan = 6; // five rows and one between
  const room = Math.max(1, Math.floor((height - 2) / perPlan));
  const first = Math.max(0, Math.min(overview.plan - room + 1, plans.length - room));
  const shown = room === 1 ? [overview.plan] : plans.slice(first, first + room);
  const blocks = shown.flatMap((plan) => [
    ...planBlock(state, promise, plan, width),
    ...(room === 1 ? [] : [line('')]),
  ]);
  return [rule, title, ...blocks].slice(0, height).map((row) => fitRow(row, width));
}

function planBlock(state: ReadyState, promise: PromiseLine, place: number, width: number): readonly Row[] {
  const { model, overview } = state;
  const plan = model.summary.plans[place];
  if (plan === undefined) return [];
  const figures = promise.figures[place] ?? null;
  const words = promiseWords(model.outcome.plan, plan.plan, promise, overview.grouping);
  const promised = promisedShare(model.outcome.plan.plans[plan.plan], promise, overview.grouping);
  const head = spread(
    [run(` ${plan.name}: `, 'accent'), run(words.promise)],
    [run(`${words.place} `, 'dim')],
    width,
  );
  if (figures?.attainment == null) return [head, line(`   ${unjudged(figures)}`, 'dim')];
  const { met, judged, interval } = figures.attainment;
  const below = isBelow(figures, promised?.share ?? null);
  const share = [run(`   ${shareText(met, judged)} of ${countText(judged)} met`)];
  const range = run(`  95%: ${percent(interval.low)} to ${percent(interval.high)} (${interval.kind})`, 'dim');
  const verdict =
    promised === null
      ? run('   no share is promised', 'dim')
      : run(
          `   ${below ? 'below' : 'at or above'} the ${shareText(promised.share.numerator, promised.share.denominator)} promised per ${promised.period.unit}, over the whole stream`,
          below ? 'bad' : 'good',
        );
  return [head, [...share, range], [verdict], missedRow(figures), waitRow(figures)].slice(0, 5);
}

function missedRow(figures: PromiseFigures): Row {
  if (figures.late === null) return line('   nothing missed');
  const { median, max, neverStopped } = figures.late;
  const open = neverStopped > 0 ? `, ${countText(neverStopped)} never stopped` : '';
  return line(
    `   ${countText(figures.missed)} missed, by ${elapsedText(median)} (median), ${elapsedText(max)} at most${open}`,
  );
}

function waitRow(figures: PromiseFigures): Row {
  if (figures.wait === null) return line('   nothing waited for', 'dim');
  const { median, p90, p99 } = figures.wait;
  return line(
    `   waited ${elapsedText(median)} (median), ${elapsedText(p90)} (90%), ${elapsedText(p99)} (99%)`,
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
