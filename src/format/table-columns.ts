import { isA, type Token } from '../../grammar/token.ts';
import { Bar, Comma, DateToken, Identifier, NumberToken, Text, Time } from '../../grammar/tokens.ts';
import { assertNever } from '../text/assert-never.ts';
import type { TableContext } from './block-context.ts';
import type { Row } from './row.ts';

export interface TableColumns {
  /** Rows that share columns: those of a table apart from settings among them, such as `covers 2025..2028`. */
  readonly group: 'entries' | 'settings';
  readonly kind: Row['kind'];
  readonly starts: Row['starts'];
}

/**
 * Where the columns of a table's row begin, told from its tokens alone, so that a row with a mistake in it is laid
 * out too. `isFirst` marks the first row of its block.
 */
export function columnsOf(context: TableContext, tokens: readonly Token[], isFirst: boolean): TableColumns {
  switch (context) {
    case 'targets':
    case 'matrix':
      return entry(targetColumns(tokens, isFirst));
    case 'severities':
      return entry(severityColumns(tokens));
    case 'facts':
      return entry([0, secondPart(tokens), textFrom(tokens, 2)]);
    case 'regions':
      return entry(regionColumns(tokens));
    case 'holidays':
      return holidayColumns(tokens);
    case 'work':
      return entry([0, behindNames(tokens)]);
    case 'hours':
      return hourColumns(tokens);
    default:
      return assertNever(context);
  }
}

function entry(starts: Row['starts']): TableColumns {
  return { group: 'entries', kind: 'entry', starts };
}

/** `P1, P2  15 min | 4 h`; the header `respond | resolve` leaves the first column empty. */
function targetColumns(tokens: readonly Token[], isFirst: boolean): (number | null)[] {
  const header = isFirst && isHeader(tokens);
  const cells = header || isBar(tokens[0]) ? 0 : behindNames(tokens);
  const bars = tokens.flatMap((token, i) => (isBar(token) && i > (cells ?? tokens.length) ? [i] : []));
  return [cells === 0 ? null : 0, cells, ...bars];
}

/** Whether a row is names between bars: the metrics or the plans that the columns stand for. */
function isHeader(tokens: readonly Token[]): boolean {
  const names = isBar(tokens[0]) ? tokens.slice(1) : tokens;
  return names.every((token, i) => (i % 2 === 0 ? isName(token) : isBar(token)));
}

/** `P1 critical, urgent  "the definition"  when …`. */
function severityColumns(tokens: readonly Token[]): (number | null)[] {
  const predicate = tokens.findIndex((token, i) => i > 0 && /^(?:when|otherwise)$/.test(token.image));
  const names = predicate === -1 ? tokens : tokens.slice(0, predicate);
  const alias = names[1] !== undefined && isA(names[1], Identifier) ? 1 : null;
  return [0, alias, textFrom(names, 1), predicate === -1 ? null : predicate];
}

/** `EMEA  "Europe and Africa"  zone Europe/London  holidays none`. */
function regionColumns(tokens: readonly Token[]): (number | null)[] {
  const zone = wordFrom(tokens, 'zone', 1);
  const holidays = wordFrom(tokens, 'holidays', (zone ?? 0) + 1);
  return [0, textFrom(tokens.slice(0, zone ?? holidays ?? tokens.length), 1), zone, holidays];
}

/** `2026-12-24  from 14:00  "Christmas Eve"`, or a word and its setting. */
function holidayColumns(tokens: readonly Token[]): TableColumns {
  if (tokens[0]?.image === 'every') {
    const observed = wordFrom(tokens, 'observed', 1);
    const text = tokens.findIndex((token) => isA(token, Text));
    return entry([0, partOfDay(tokens), text === -1 ? null : text, observed]);
  }
  if (tokens[0]?.tokenType !== DateToken) {
    return { group: 'settings', kind: 'clause', starts: [0, secondPart(tokens)] };
  }
  return entry([0, partOfDay(tokens), textFrom(tokens, 1)]);
}

/** Where `from 14:00` begins, or `closed until 12:00`. */
function partOfDay(tokens: readonly Token[]): number | null {
  return wordFrom(tokens, 'closed', 1) ?? wordFrom(tokens, 'from', 1);
}

/** `Mon..Fri  1 2 10 4`. */
function hourColumns(tokens: readonly Token[]): TableColumns {
  const numbers = tokens.flatMap((token, i) => (i > 0 && token.tokenType === NumberToken ? [i] : []));
  return { group: 'entries', kind: 'figures', starts: [0, ...numbers] };
}

/** Index behind the list of names that a row begins with; null where nothing follows. */
function behindNames(tokens: readonly Token[]): number | null {
  let i = 1;
  while (tokens[i]?.tokenType === Comma) i += 2;
  return i < tokens.length ? i : null;
}

function secondPart(tokens: readonly Token[]): number | null {
  return tokens.length > 1 && tokens[1]?.tokenType !== Comma ? 1 : null;
}

function wordFrom(tokens: readonly Token[], word: string, from: number): number | null {
  const index = tokens.findIndex((token, i) => i >= from && token.image === word);
  return index === -1 ? null : index;
}

/** Index of the text that describes a row, from `from` on; a text in a list of names describes nothing. */
function textFrom(tokens: readonly Token[], from: number): number | null {
  const index = tokens.findIndex(
    (token, i) => i >= from && token.tokenType === Text && isValue(tokens[i - 1]),
  );
  return index === -1 ? null : index;
}

function isValue(token: Token | undefined): boolean {
  return isName(token) || token?.tokenType === DateToken || token?.tokenType === Time;
}

function isName(token: Token | undefined): boolean {
  return token !== undefined && (isA(token, Identifier) || token.tokenType === Text);
}

function isBar(token: Token | undefined): boolean {
  return token?.tokenType === Bar;
}
