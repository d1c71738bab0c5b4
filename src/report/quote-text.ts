import type { Palette } from '../diagnostics/palette.ts';
import type { Invoice, PriceLine, Quote, QuoteItem } from '../engine/money/index.ts';
import type { PlanOrigin } from '../plan/model.ts';
import { assertNever } from '../text/assert-never.ts';
import { displayWidth } from '../text/display-width.ts';
import { wrap } from '../text/wrap.ts';
import { formatCivilDate } from '../time/civil-date.ts';
import { exactMoneyWords, grouped, moneyWords } from './money-words.ts';
import { adverbOf, periodsWords } from './period-words.ts';

/** Where the figures of a quote end, however wide the terminal is: a figure far from its words is not read. */
const WIDEST = 100;

/**
 * The quote of one plan for people: each clause by which something is paid with what it comes to, then the invoices.
 *
 *     Seats: 60 users, a year
 *       price EUR 10 per user per month, billed monthly  volume.plan:35:3
 *           60 users at EUR 10.00                                    EUR 600.00
 *           a month                                                  EUR 600.00
 *       12 monthly invoices, each                                    EUR 600.00
 *       in a year                                                  EUR 7,200.00
 */
export function renderQuote(
  { title, length }: { readonly title: string; readonly length: string },
  quote: Quote,
  columns: number,
  palette: Palette,
): string {
  const width = Math.max(40, Math.min(columns, WIDEST));
  const lines = [palette.strong(title)];
  const figure = (indent: number, text: string, amount: string, set = (each: string) => each): void => {
    const room = width - indent - displayWidth(amount) - 2;
    const parts = wrap(text, Math.max(room, 12));
    parts.slice(0, -1).forEach((part) => lines.push(' '.repeat(indent) + part));
    const last = parts[parts.length - 1] ?? '';
    const gap = width - indent - displayWidth(last) - displayWidth(amount);
    const row = amount === '' ? last : `${last}${' '.repeat(Math.max(2, gap))}${amount}`;
    lines.push(' '.repeat(indent) + set(row));
  };
  for (const item of quote.items) {
    lines.push(...clauseLines(item.clause, item.origin, 2, width, palette));
    for (const [text, amount] of reckoned(item)) figure(6, text, amount);
  }
  for (const { invoices, words: said } of alike(quote.invoices)) {
    const [first] = invoices;
    if (first === undefined) continue;
    const own = linesOf(first, quote.items);
    const isPlain = own.length === 1;
    const isOdd = isPlain && first.bill.for !== null && own[0]?.isWhole === false;
    const periods = isOdd ? `, ${own[0]?.periods ?? ''}` : '';
    figure(2, `${said}${periods}`, moneyWords(first.sum));
    if (!isPlain) for (const { words, amount } of own) figure(6, words, amount);
  }
  for (const total of quote.totals) figure(2, `in ${length}`, moneyWords(total), palette.strong);
  for (const note of notesOf(quote)) lines.push(...wrapped(note, 2, width));
  if (quote.beside.length > 0) {
    lines.push('  not in it:');
    for (const { clause, origin } of quote.beside)
      lines.push(...clauseLines(clause, origin, 4, width, palette));
  }
  return `${lines.join('\n')}\n`;
}

function clauseLines(
  clause: string,
  { file, line, column }: PlanOrigin,
  indent: number,
  width: number,
  palette: Palette,
): readonly string[] {
  const place = `${file}:${line}:${column}`;
  const parts = wrap(clause, width - indent - 2);
  const last = parts[parts.length - 1] ?? '';
  const fits = indent + 2 + displayWidth(last) + 2 + place.length <= width;
  const text = parts.map((part, i) => ' '.repeat(i === 0 ? indent : indent + 2) + part);
  const shown = palette.faint(place);
  return fits
    ? [...text.slice(0, -1), `${text[text.length - 1] ?? ''}  ${shown}`]
    : [...text, `${' '.repeat(indent + 2)}${shown}`];
}

function wrapped(text: string, indent: number, width: number): readonly string[] {
  return wrap(text, width - indent).map((part) => ' '.repeat(indent) + part);
}

/** How an item's price is reckoned, a step a line. */
function reckoned(item: QuoteItem): readonly (readonly [text: string, amount: string])[] {
  switch (item.pays) {
    case 'nothing':
      return [[`nothing beside ${item.with}`, '']];
    case 'once': {
      const each = exactMoneyWords({ currency: item.price.currency, amount: item.each });
      const text = `${counted(item.count, item.unit)} at ${each}`;
      return [[text, moneyWords(item.price)]];
    }
    case 'each period': {
      const { currency } = item.price;
      const steps = item.lines.map(
        (line) => [lineWords(line, currency), addedWords(line, currency)] as const,
      );
      const isPlain =
        item.lines.length === 1 && item.lines[0]?.kind === 'units' && item.lines[0].thing === null;
      const each = [`a ${item.charged.per}`, exactMoneyWords(item.price)] as const;
      return isPlain ? [each] : [...steps, each];
    }
  }
}

/** What a step comes to, with its sign where it changes what those before it came to. */
function addedWords(line: PriceLine, currency: string): string {
  switch (line.kind) {
    case 'units':
    case 'share':
      return exactMoneyWords({ currency, amount: line.adds });
    case 'paid for':
      return '';
    case 'for each':
    case 'times':
    case 'bound': {
      const sign = line.adds.compare(0) < 0 ? '-' : '+';
      return `${sign} ${exactMoneyWords({ currency, amount: line.adds.abs() })}`;
    }
    default:
      return assertNever(line);
  }
}

function lineWords(line: PriceLine, currency: string): string {
  const money = (amount: PriceLine['adds']) => exactMoneyWords({ currency, amount });
  switch (line.kind) {
    case 'units':
      return line.thing === null ? 'the plan' : `${counted(line.count, line.thing)} at ${money(line.each)}`;
    case 'share':
      return `${line.percent}% of ${money(line.of)}`;
    case 'paid for':
      return `${line.bound} ${counted(line.paid, line.thing)}, where there are ${grouped(line.there.toString())}`;
    case 'for each':
      return `for each of ${counted(line.count, line.thing)}`;
    case 'times':
      return `${line.factor.toString()}x`;
    case 'bound':
      return `${line.bound} ${money(line.to)}`;
    default:
      return assertNever(line);
  }
}

/** `40 users`, `1 user`. */
function counted(count: PriceLine['adds'], thing: string | null): string {
  const digits = grouped(count.toString());
  if (thing === null) return digits;
  return `${digits} ${digits === '1' ? thing : `${thing}s`}`;
}

/** What is on an invoice: the item with how much of it, and what it comes to. */
function linesOf({ lines, sum: { currency } }: Invoice, items: readonly QuoteItem[]) {
  return lines.map(({ item: index, periods: count, amount }) => {
    const item = items[index];
    const name = item === undefined ? '' : nameOf(item);
    const periods = item?.pays === 'each period' ? periodsWords(count, item.charged.per) : '';
    const words = periods === '' ? name : `${name}, ${periods}`;
    const isWhole =
      item?.pays === 'each period' && count.equals(1) && item.charged.per === item.charged.billed;
    return { words, periods, isWhole, amount: moneyWords({ currency, amount }) };
  });
}

function nameOf({ kind, text }: QuoteItem): string {
  return kind === 'price' ? 'the plan' : `${kind} "${text}"`;
}

/** Invoices that follow each other and say the same, and what they are called together. */
function alike(
  invoices: readonly Invoice[],
): readonly { readonly invoices: readonly Invoice[]; readonly words: string }[] {
  const groups: Invoice[][] = [];
  for (const invoice of invoices) {
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    if (group !== undefined && last !== undefined && says(last) === says(invoice)) group.push(invoice);
    else groups.push([invoice]);
  }
  return groups.map((group) => ({ invoices: group, words: invoiceWords(group) }));
}

function says({ billed, lines, sum }: Invoice): string {
  const own = lines.map(({ item, periods, amount }) => [item, periods.toFraction(), amount.toFraction()]);
  return JSON.stringify([billed, sum.currency, own]);
}

function invoiceWords(group: readonly Invoice[]): string {
  const [first] = group;
  const last = group[group.length - 1];
  if (first === undefined || last === undefined) return '';
  if (first.billed === null) return 'once';
  const dates = spanWords(first, last);
  const kind = adverbOf(first.billed);
  return group.length === 1 ? `${kind} invoice${dates}` : `${group.length} ${kind} invoices${dates}, each`;
}

function spanWords({ bill: first }: Invoice, { bill: last }: Invoice): string {
  if (first.there === null || last.there === null) return '';
  return ` for ${formatCivilDate(first.there.first)} .. ${formatCivilDate(last.there.next - 1)}`;
}

function isRounded(items: Quote['items'], { item, periods, amount }: Invoice['lines'][number]): boolean {
  const of = items[item];
  return of !== undefined && of.pays === 'each period' && !of.price.amount.mul(periods).equals(amount);
}

function notesOf({ items, idle, invoices }: Quote): readonly string[] {
  const paid = items.flatMap((item) => (item.pays === 'each period' ? [item] : []));
  const of = (some: readonly QuoteItem[]) =>
    some.length === paid.length ? '' : ` of ${some.map(nameOf).join(', ')}`;
  const cut = paid.filter((item) => item.cutsPeriod && item.charged.prorated === null);
  const units = [...new Set(cut.map(({ charged }) => charged.per))];
  const taxed = (tax: 'added' | 'included' | null) => paid.filter(({ charged }) => charged.tax === tax);
  const [added, included, unsaid] = [taxed('added'), taxed('included'), taxed(null)];
  return [
    ...idle.map((unit) => `nothing in it is for each ${unit}`),
    ...units.map((unit) => {
      const own = cut.filter(({ charged }) => charged.per === unit);
      return `a ${unit}${of(own)} that is not whole is paid in full: the contract says nothing else`;
    }),
    ...(added.length > 0 ? [`tax is added to the price${of(added)}`] : []),
    ...(included.length > 0 ? [`tax is in the price${of(included)}`] : []),
    ...(unsaid.length > 0 ? [`the contract says nothing of tax on the price${of(unsaid)}`] : []),
    ...(invoices.some(({ lines }) => lines.some((line) => isRounded(items, line)))
      ? ['each line of an invoice is rounded to the coin, halves away from zero']
      : []),
  ];
}
