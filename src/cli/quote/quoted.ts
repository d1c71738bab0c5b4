import type { Palette } from '../../diagnostics/palette.ts';
import type { QuoteAnswer, QuoteRequest } from '../../engine/money/index.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { moneyWords } from '../../report/money-words.ts';
import { quoteToJson } from '../../report/quote-json.ts';
import { renderQuote } from '../../report/quote-text.ts';
import { displayWidth } from '../../text/display-width.ts';
import type { ReadTerm } from './read-term.ts';
import { reasonOf } from './refusal.ts';

/** What was found of one plan. */
export interface Quoted {
  /** Index of `plan.plans`. */
  readonly index: number;
  readonly answer: QuoteAnswer;
}

/** The quote of a plan for people, or why there is none, under what was asked. */
export function quotedText(
  { plans }: CompiledPlan,
  { index, answer }: Quoted,
  { sizes, options, packs }: QuoteRequest,
  { length }: ReadTerm,
  columns: number,
  palette: Palette,
): string {
  const name = plans[index]?.name ?? '';
  if (answer.kind !== 'quote') return `${palette.strong(name)}: ${reasonOf(answer)}\n`;
  const counts = [...sizes].map(
    ([unit, count]) => `${count.toString()} ${unit}${count.equals(1) ? '' : 's'}`,
  );
  const booked = [...options, ...packs.keys()].map((text) => `"${text}"`);
  const title = `${name}: ${[...counts, ...booked, length].join(', ')}`;
  return renderQuote({ title, length }, answer, columns, palette);
}

/** What the plans come to, one below the other; empty where there are not several to choose from. */
export function sideBySide({ plans }: CompiledPlan, quoted: readonly Quoted[], { length }: ReadTerm): string {
  const rows = quoted.flatMap(({ index, answer }) => {
    if (answer.kind !== 'quote') return [];
    const sum = answer.totals.length === 0 ? 'nothing' : answer.totals.map(moneyWords).join(' and ');
    return [{ name: plans[index]?.name ?? '', sum }];
  });
  if (rows.length < 2) return '';
  const widest = Math.max(...rows.map(({ name }) => displayWidth(name)));
  const longest = Math.max(...rows.map(({ sum }) => sum.length));
  const lines = rows.map(
    ({ name, sum }) => `  ${name}${' '.repeat(widest - displayWidth(name))}  ${sum.padStart(longest)}\n`,
  );
  return `\nin ${length}\n${lines.join('')}`;
}

/** The same as JSON; `noFigure` says why there is none. */
export function quotedJson({ plans }: CompiledPlan, { index, answer }: Quoted, { length }: ReadTerm) {
  const said = { plan: plans[index]?.name ?? null, term: length };
  return answer.kind === 'quote'
    ? { ...said, ...quoteToJson(answer), noFigure: null }
    : { ...said, items: [], invoices: [], totals: [], beside: [], noFigure: reasonOf(answer) };
}
