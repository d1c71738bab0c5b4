import type { Palette } from '../../diagnostics/palette.ts';
import type { QuoteAnswer, QuoteRequest } from '../../engine/money/index.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { quoteToJson } from '../../report/quote-json.ts';
import { renderQuote } from '../../report/quote-text.ts';
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

/** The same as JSON; `noFigure` says why there is none. */
export function quotedJson({ plans }: CompiledPlan, { index, answer }: Quoted, { length }: ReadTerm) {
  const said = { plan: plans[index]?.name ?? null, term: length };
  return answer.kind === 'quote'
    ? { ...said, ...quoteToJson(answer), noFigure: null }
    : { ...said, items: [], invoices: [], totals: [], beside: [], noFigure: reasonOf(answer) };
}
