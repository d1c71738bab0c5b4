import type { AttainmentVerdict } from '../../../simulate/attainment-verdict.ts';
import type { PromiseFigures } from '../../../simulate/summary.ts';
import { countText, elapsedText, intervalText, shareText } from '../../text/figures.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { fitRow, run } from '../../text/row.ts';
import type { Row, Tone } from '../../text/row.ts';
import { fit } from '../../text/width.ts';
import { bar } from '../../widgets/bar/bar.ts';
import type { PlanMark } from './rank-plans.ts';

/** What stands against the figures: the share promised, `90%`, and what the figures say about it; null where none is. */
export interface Against {
  readonly promised: string;
  readonly verdict: AttainmentVerdict;
}

const share = 6;
const interval = 10;
const missed = 7;
const breach = 14;
const promised = 9;
const wait = 12;

/** What a column of a plan has room for; what comes first is given up last. */
interface CellWidths {
  /** A mark alone, or with its word. */
  readonly verdict: 1 | 10;
  readonly promised: 0 | typeof promised;
  readonly breach: 0 | typeof breach;
  readonly rank: 0 | 6;
  readonly wait: 0 | typeof wait;
  readonly bar: number;
}

function widthsOf(width: number): CellWidths {
  let room = width - 1 - share - 1 - interval - missed + 1;
  const take = <Width extends number>(cells: Width): Width | 0 => {
    if (cells > room) return 0;
    room -= cells;
    return cells;
  };
  const verdict = take(9) === 9 ? 10 : 1;
  const widths = {
    verdict,
    breach: take(breach),
    promised: take(promised),
    rank: take(6),
    wait: take(wait),
  } as const;
  return { ...widths, bar: room >= 6 ? Math.min(24, room - 1) : 0 };
}

/** The heads over a column of a plan. */
export function figureHeads(width: number): string {
  const widths = widthsOf(width);
  const heads = [
    'met %'.padStart(share),
    fit('', widths.verdict + (widths.promised > 0 ? 1 : 0)),
    fit('promised', widths.promised === 0 ? 0 : promised - 1),
    fit(' 95 %', interval),
    'missed'.padStart(missed - 1),
    widths.breach === 0 ? '' : 'in breach'.padStart(breach),
    widths.rank === 0 ? '' : fit('', widths.rank),
    widths.wait === 0 ? '' : '90% in'.padStart(wait),
  ];
  return fit(heads.join(''), width);
}

/** What the marks of a column mean, where they stand without a word. */
export function markLegend(width: number, glyphs: Glyphs): string {
  const { verdict } = widthsOf(width);
  const marks = `${glyphs.met} kept  ${glyphs.missed} broken  ${glyphs.unclear} unclear: the 95 % interval against the share promised`;
  return verdict > 1 ? 'the 95 % interval against the share promised' : marks;
}

/** One promise under one plan: the share met, whether that is what was promised, its interval, and the misses. */
export function figureCell(
  figures: PromiseFigures | null,
  against: Against | null,
  rank: PlanMark,
  width: number,
  glyphs: Glyphs,
): Row {
  if (figures === null || figures.attainment === null)
    return [run(fit(`  ${unjudged(figures)}`, width), 'dim')];
  const { met, judged } = figures.attainment;
  const widths = widthsOf(width);
  const tone = against === null ? 'plain' : verdictTone(against.verdict);
  const word = against === null ? '' : verdictText(against.verdict, widths.verdict > 1, glyphs);
  const row: Row = [
    run(shareText(met, judged).slice(0, -1).padStart(share), tone),
    run(fit(widths.verdict > 1 ? ` ${word}` : word, widths.verdict), tone),
    run(widths.promised === 0 ? '' : fit(against === null ? '' : ` of ${against.promised}`, promised), 'dim'),
    run(fit(` ${intervalText(figures.attainment.interval)}`, interval)),
    run(missedCount(figures.missed).padStart(missed - 1)),
    run(widths.breach === 0 ? '' : breachText(figures).padStart(breach)),
    run(widths.rank === 0 ? '' : ` ${fit(rank, widths.rank - 1)}`, rank === 'worst' ? 'warn' : 'accent'),
    run(widths.wait === 0 ? '' : (figures.wait === null ? '' : elapsedText(figures.wait.p90)).padStart(wait)),
    run(widths.bar === 0 ? '' : ` ${bar(met / judged, widths.bar, glyphs)}`, tone),
  ];
  return fitRow(row, width);
}

/** Grouped, unless it would touch the interval before it. */
function missedCount(count: number): string {
  const text = countText(count);
  return text.length < missed - 1 ? text : String(count);
}

export function verdictTone(verdict: AttainmentVerdict): Tone {
  return verdict === 'kept' ? 'good' : verdict === 'broken' ? 'bad' : 'warn';
}

/** `✗ broken`, or the mark alone. */
export function verdictText(verdict: AttainmentVerdict, word: boolean, glyphs: Glyphs): string {
  const mark = verdict === 'kept' ? glyphs.met : verdict === 'broken' ? glyphs.missed : glyphs.unclear;
  return word ? `${mark} ${verdict}` : mark;
}

/** The time past the deadlines, all misses together; those that never stopped have none. */
export function breachText({ late }: PromiseFigures): string {
  if (late === null) return '-';
  return late.count === 0 ? 'no end' : elapsedText(late.total);
}

/** Why there is no share: the word of most cells, or that nothing has ended. */
export function unjudged(figures: PromiseFigures | null): string {
  if (figures === null) return 'not promised';
  const [word] = [...figures.words].sort((a, b) => b.count - a.count);
  if (word !== undefined) return word.word;
  if (figures.unmeasured > 0) return 'not measured';
  return figures.running > 0 ? 'still running' : 'no tickets';
}
