import { clauseAround } from './clause-around.ts';
import type { Place } from './diagnostic.ts';
import { type Fix, writeInstead } from './fix.ts';
import type { Params } from './registry.ts';
import { ATTAINMENT } from './foreign/attainment.ts';
import { CONDITIONS } from './foreign/conditions.ts';
import { DATES } from './foreign/dates.ts';
import { DAYS } from './foreign/days.ts';
import type { ForeignForm, Pattern } from './foreign/form.ts';
import { ELSEWHERE } from './foreign/elsewhere.ts';
import { HOURS_FORMS } from './foreign/hours.ts';
import { LIMITS } from './foreign/limits.ts';
import { MONEY } from './foreign/money.ts';
import { NAMES } from './foreign/names.ts';
import { NUMBERS } from './foreign/numbers.ts';
import { OTHER_LANGUAGES } from './foreign/other-languages.ts';
import { PROMISES } from './foreign/promises.ts';
import { RECURRING } from './foreign/recurring.ts';
import { ZONES } from './foreign/zones.ts';

/** Something that is written as other documents write it. */
export interface Foreign {
  /** The whole of it. */
  readonly place: Place;
  readonly params: Params<'syntax/foreign-form'>;
}

/** What to write for it, in a sentence; null where none is known. */
export function foreignHelp(place: Place, within: string): string | null {
  const { instead } = foreignForm(place, within)?.params ?? { instead: [] };
  return instead.length === 0 ? null : `write ${instead.map((text) => `\`${text}\``).join(' or ')}`;
}

/** The same as fixes. */
export function foreignFixes(place: Place, within: string): readonly Fix[] {
  const foreign = foreignForm(place, within);
  if (foreign === null) return [];
  const { instead, applicability } = foreign.params;
  return instead.map((text) => writeInstead(foreign.place, text, applicability));
}

/** The first that fits is taken, so what is longer or rarer goes before what it might be taken for. */
const FORMS: readonly ForeignForm[] = [
  ...RECURRING,
  ...ATTAINMENT,
  ...LIMITS,
  ...DATES,
  ...NUMBERS,
  ...PROMISES,
  ...DAYS,
  ...HOURS_FORMS,
  ...MONEY,
  ...ZONES,
  ...CONDITIONS,
  ...OTHER_LANGUAGES,
  ...ELSEWHERE,
  ...NAMES,
];

/**
 * The form of another document that stands at, or around, a place; null where none is known. `within` is the first word
 * of the clause, or the rule of its row; where it is null the text tells.
 */
export function foreignForm(place: Place, within: string | null): Foreign | null {
  for (const foreign of foreignForms(place, within)) return foreign;
  return null;
}

/** Characters of a line that are searched. A longer one is no sentence of a contract, and takes time by its square. */
const LONGEST_LINE = 2000;

/** All that it may be, the likeliest first. */
export function* foreignForms({ source, span }: Place, within: string | null): Generator<Foreign> {
  const lineStart = source.text.lastIndexOf('\n', span.start - 1) + 1;
  const lineEnd = source.text.indexOf('\n', span.start);
  const line = source.text.slice(lineStart, lineEnd === -1 ? source.text.length : lineEnd).replace(/\r$/, '');
  if (line.length > LONGEST_LINE) return;
  const at = span.start - lineStart;
  const clause = within ?? clauseByText({ source, span });
  for (const form of FORMS) {
    if (form.within?.test(clause) === false) continue;
    for (const found of line.matchAll(everywhere(form.form))) {
      if (at < found.index || at >= found.index + found[0].length) continue;
      const [start, end] = found.indices?.groups?.['mark'] ?? [found.index, found.index + found[0].length];
      const params = readAs(form, found.groups ?? {}, line.slice(start, end));
      if (params === null) continue;
      yield { place: { source, span: { start: lineStart + start, end: lineStart + end } }, params };
    }
  }
}

function readAs(
  form: ForeignForm,
  parts: Readonly<Record<string, string>>,
  written: string,
): Foreign['params'] | null {
  if ('problem' in form) {
    const advice = { problem: form.problem, help: form.help(parts) };
    const instead = form.write === undefined ? [] : [form.write(parts)];
    return { written, instead, applicability: 'safe', advice };
  }
  const instead = [form.write(parts) ?? []].flat().filter((text) => text !== written);
  return instead.length === 0 ? null : { written, instead, applicability: form.applicability, advice: null };
}

function everywhere(pattern: Pattern): RegExp {
  const known = searches.get(pattern);
  if (known !== undefined) return known;
  const { source, flags } = pattern;
  const search = new RegExp(source, [...new Set(`${flags}dgu`)].join(''));
  searches.set(pattern, search);
  return search;
}

const searches = new Map<Pattern, RegExp>();

/** What kind of clause a place is in, by the text alone: the row of a table, or the first word of the clause. */
function clauseByText(place: Place): string {
  const row = ROWS[blockAround(place)];
  if (row !== undefined) return row;
  const { source, span } = clauseAround(place);
  return firstWord(source.text.slice(span.start, span.end));
}

/** Rows by the first word of the block in which they stand. */
const ROWS: Readonly<Record<string, string>> = {
  targets: 'targetRow',
  severities: 'severityRow',
  holidays: 'holidayRow',
};

/** The first word of the block in which a place stands, by braces alone; empty where it stands in none. */
function blockAround({ source, span }: Place): string {
  let depth = 0;
  for (let at = span.start - 1; at >= 0; at--) {
    const sign = source.text[at];
    if (sign === '}') depth += 1;
    if (sign !== '{') continue;
    if (depth === 0)
      return firstWord(source.text.slice(source.text.lastIndexOf('\n', at) + 1, at).trimStart());
    depth -= 1;
  }
  return '';
}

function firstWord(text: string): string {
  return /^[\p{L}\p{N}_-]*/u.exec(text)?.[0] ?? '';
}
