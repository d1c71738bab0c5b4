import type { PromiseFigures } from '../../../simulate/summary.ts';
import { countText, elapsedText, shareText } from '../../text/figures.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { fitRow, run } from '../../text/row.ts';
import type { Row } from '../../text/row.ts';
import { fit } from '../../text/width.ts';
import { bar } from '../../widgets/bar/bar.ts';
import type { PlanMark } from './rank-plans.ts';

const share = 7;
const missed = 7;
const wait = 12;

/** Widths of what a column of a plan shows: a bar, a mark as a word or a sign, and as many waits as there is room. */
interface CellWidths {
  readonly bar: number;
  readonly mark: number;
  readonly waits: 0 | 1 | 2;
}

function widthsOf(width: number): CellWidths {
  const mark = width >= 28 ? 6 : 2;
  const rest = width - 1 - share - missed - mark;
  const waits = rest >= 2 * wait + 6 ? 2 : rest >= wait + 6 ? 1 : 0;
  return { mark, waits, bar: Math.max(1, Math.min(24, rest - waits * wait)) };
}

/** The heads over a column of a plan. */
export function figureHeads(width: number): string {
  const widths = widthsOf(width);
  const waits = ['median'.padStart(wait), '90% in'.padStart(wait)].slice(0, widths.waits).join('');
  return fit(
    ` ${fit('met', share + widths.bar)}${'missed '.padStart(missed)}${fit('', widths.mark)}${waits}`,
    width,
  );
}

/** What the marks of a column mean, where they are signs. */
export function markLegend(width: number): string {
  return widthsOf(width).mark > 2 ? '! below what is promised' : '! below what is promised  + best  - worst';
}

/** One promise under one plan: the share met, as a figure and a bar, the misses, and how it stands among the plans. */
export function figureCell(
  figures: PromiseFigures | null,
  mark: PlanMark,
  below: boolean,
  width: number,
  glyphs: Glyphs,
): Row {
  if (figures === null || figures.attainment === null)
    return [run(fit(` ${unjudged(figures)}`, width), 'dim')];
  const { met, judged } = figures.attainment;
  const widths = widthsOf(width);
  const sign = mark === 'best' ? '+' : mark === 'worst' ? '-' : '';
  const waits = [figures.wait?.median, figures.wait?.p90]
    .slice(0, widths.waits)
    .map((ms) => (ms === undefined ? '' : elapsedText(ms)).padStart(wait))
    .join('');
  const row: Row = [
    run(` ${fit(shareText(met, judged) + (below ? '!' : ''), share)}`, below ? 'bad' : 'plain'),
    run(bar(met / judged, widths.bar, glyphs), below ? 'bad' : 'good'),
    run(`${countText(figures.missed).padStart(missed - 1)} `),
    run(fit(widths.mark > 2 ? mark : sign, widths.mark), mark === 'worst' ? 'warn' : 'accent'),
    run(waits),
  ];
  return fitRow(row, width);
}

/** Why there is no share: the word of most cells, or that nothing has ended. */
export function unjudged(figures: PromiseFigures | null): string {
  if (figures === null) return 'not promised';
  const [word] = [...figures.words].sort((a, b) => b.count - a.count);
  if (word !== undefined) return word.word;
  if (figures.unmeasured > 0) return 'not measured';
  return figures.running > 0 ? 'still running' : 'no tickets';
}
