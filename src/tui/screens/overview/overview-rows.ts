import type { PlanPrice } from '../../../plan/model.ts';
import type { PromiseFigures } from '../../../simulate/summary.ts';
import type { ReadyState } from '../../state/state.ts';
import { countText, elapsedText, shareText } from '../../text/figures.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { cells, fitRow, highlight, run } from '../../text/row.ts';
import type { Cell, Row } from '../../text/row.ts';
import { fit } from '../../text/width.ts';
import { bar } from '../../widgets/bar/bar.ts';
import { planWindow } from '../../widgets/plan-window/plan-window.ts';
import { layoutOf } from '../layout.ts';
import { overviewHeights } from './overview-layout.ts';
import { promiseLines } from './promise-lines.ts';
import type { PromiseLine } from './promise-lines.ts';
import { promisedShare } from './promise-words.ts';
import { rankPlans } from './rank-plans.ts';
import type { PlanMark } from './rank-plans.ts';

const leastCell = 22;
const shareWidth = 7;
const missedWidth = 7;
const markWidth = 5;
const waitWidth = 10;

/** The table of the overview in so many columns: a head of three rows, then the promises in sight. */
export function overviewRows(state: ReadyState, width: number, glyphs: Glyphs): readonly Row[] {
  const { overview, model } = state;
  const { plans } = model.summary;
  const lines = promiseLines(model.summary, overview.grouping);
  const labelWidth = layoutOf(state.size) === 'wide' ? 16 : 11;
  const shown = planWindow(
    plans.length,
    overview.plan,
    width - labelWidth,
    layoutOf(state.size) === 'narrow' ? 46 : leastCell,
  );
  const cellWidth = shown.width;
  const names = shown.plans.map((plan): Cell => ({
    text: `${plan === overview.plan ? glyphs.cursor : ' '}${plans[plan]?.name ?? ''}`,
    width: cellWidth - 1,
    tone: 'strong',
  }));
  const prices = shown.plans.map((plan): Cell => ({
    text: ` ${priceText(model.outcome.plan.plans[plans[plan]?.plan ?? -1]?.price ?? null)}`,
    width: cellWidth - 1,
    tone: 'dim',
  }));
  const label = { width: labelWidth - 1 };
  const head: readonly Row[] = [
    cells([
      {
        ...label,
        text:
          shown.plans.length < plans.length
            ? ` ${String(shown.plans.length)} of ${String(plans.length)} plans`
            : ' plan',
        tone: 'dim',
      },
      ...names,
    ]),
    cells([{ ...label, text: '' }, ...prices]),
    [run(fit(' promise', labelWidth), 'dim'), ...shown.plans.map(() => run(columnHeads(cellWidth), 'dim'))],
  ];
  const { top } = overview.list;
  const body = lines.slice(top, top + overviewHeights(state).table).map((one, place) => {
    const current = top + place === overview.list.at;
    const text = one.group === null ? one.metric : `  ${one.group.name}`;
    const marks = rankPlans(one.figures);
    const row: Row = [
      run(
        fit(`${current ? glyphs.cursor : ' '}${text}`, labelWidth),
        one.group === null ? 'strong' : 'plain',
      ),
      ...shown.plans.flatMap((plan) => {
        const promised = promisedShare(
          model.outcome.plan.plans[plans[plan]?.plan ?? -1],
          one,
          overview.grouping,
        );
        const below = isBelow(one.figures[plan] ?? null, promised?.share ?? null);
        return figureCell(one, plan, marks[plan] ?? '', below, cellWidth, glyphs);
      }),
    ];
    return current ? highlight(fitRow(row, width)) : row;
  });
  return [...head, ...body].map((row) => fitRow(row, width));
}

/** Whether a share promised was not reached, compared exactly over the whole stream. */
export function isBelow(
  figures: PromiseFigures | null,
  promised: { readonly numerator: number; readonly denominator: number } | null,
): boolean {
  const reached = figures?.attainment ?? null;
  if (reached === null || promised === null) return false;
  return reached.met * promised.denominator < promised.numerator * reached.judged;
}

interface Widths {
  readonly bar: number;
  readonly waits: 0 | 1 | 2;
}

function widthsOf(cellWidth: number): Widths {
  const rest = cellWidth - shareWidth - missedWidth - markWidth - 1;
  const waits = rest >= 2 * waitWidth + 6 ? 2 : rest >= waitWidth + 6 ? 1 : 0;
  return { waits, bar: Math.max(2, rest - waits * waitWidth - 1) };
}

function columnHeads(cellWidth: number): string {
  const { bar: barWidth, waits } = widthsOf(cellWidth);
  const heads = ` ${fit('met', shareWidth)}${fit('', barWidth)}${'missed '.padStart(missedWidth)}${fit('', markWidth)}`;
  const waitHeads = ['median'.padStart(waitWidth), '90% in'.padStart(waitWidth)].slice(0, waits).join('');
  return fit(heads + waitHeads, cellWidth);
}

function figureCell(
  promise: PromiseLine,
  plan: number,
  mark: PlanMark,
  below: boolean,
  cellWidth: number,
  glyphs: Glyphs,
): Row {
  const { bar: barWidth, waits } = widthsOf(cellWidth);
  const figures = promise.figures[plan] ?? null;
  if (figures?.attainment == null) return [run(fit(` ${unjudged(figures)}`, cellWidth), 'dim')];
  const { met, judged } = figures.attainment;
  const wait = [figures.wait?.median, figures.wait?.p90]
    .slice(0, waits)
    .map((ms) => (ms === undefined ? '' : elapsedText(ms)).padStart(waitWidth))
    .join('');
  const parts: Row = [
    run(` ${fit(shareText(met, judged) + (below ? '!' : ''), shareWidth)}`, below ? 'bad' : 'plain'),
    run(bar(met / judged, barWidth, glyphs), below ? 'bad' : 'good'),
    run(`${countText(figures.missed).padStart(missedWidth - 1)} `),
    run(fit(mark, markWidth), mark === 'worst' ? 'warn' : 'accent'),
    run(wait),
  ];
  return fitRow(parts, cellWidth);
}

/** Why there is no share: the words of the cells, or that nothing has ended. */
export function unjudged(figures: PromiseFigures | null): string {
  if (figures === null) return 'not promised';
  const [word] = [...figures.words].sort((a, b) => b.count - a.count);
  if (word !== undefined) return word.word;
  if (figures.unmeasured > 0) return 'not measured';
  return figures.running > 0 ? 'still running' : 'no tickets';
}

export function priceText(price: PlanPrice | null): string {
  if (price === null) return '';
  switch (price.kind) {
    case 'amount':
      return `${price.amount} ${price.currency} a ${price.per}`;
    case 'included':
      return `included with ${price.with}`;
    case 'on request':
      return 'price on request';
  }
}
