import { positionAt } from '../text/source.ts';
import { wrap } from '../text/wrap.ts';
import type { Diagnostic, Place } from './diagnostic.ts';
import { firstShown, moreInWords } from './first-shown.ts';
import { inReadingOrder } from './order.ts';
import type { Palette } from './palette.ts';
import { snippetsOf } from './snippet.ts';
import { levelsInWords, tally } from './tally.ts';

/** How wide prose is set where no terminal says otherwise, and at most: longer lines are hard to read. */
const WIDEST = 100;

/**
 * Findings for people, in reading order, each with its place and a way out, and a tally at the end:
 *
 *     error time/bare-days: `2 days` may be business days or calendar days
 *       --> contracts/desk.plan:21:14 in plan Gold > targets > S2
 *        |
 *     21 |     S2   2 days    | 8 h
 *        |          ^^^^^^
 *        why: a count of days says what a day is and where it ends
 *        here: from Thu 15:00 they end on Sat or on Mon
 *        help: write `2 business days in Office` or `2 calendar days in Office`
 *
 * Why a finding matters is said with the first of its kind; the others would repeat it. Of more than a hundred, as many are
 * shown, errors first, and all are counted.
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  palette: Palette,
  width = WIDEST,
): string {
  if (diagnostics.length === 0) return '';
  const shown = firstShown(inReadingOrder(diagnostics));
  const findings = withoutRepeatedWhy(shown).map((diagnostic) =>
    renderDiagnostic(diagnostic, palette, width),
  );
  const more = moreInWords(diagnostics.length - shown.length);
  return `${findings.join('\n')}\n${more}${renderTally(diagnostics, palette)}`;
}

/** The findings in their order, with the reason given by the first of each code alone. */
export function withoutRepeatedWhy(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const explained = new Set<string>();
  return diagnostics.map((diagnostic) => {
    if (explained.has(diagnostic.code)) return { ...diagnostic, why: null };
    explained.add(diagnostic.code);
    return diagnostic;
  });
}

/**
 * One finding, ending in a line break. `width` is that of the terminal, in columns; its first line is kept on one line where
 * there is none, since programs look for it.
 */
export function renderDiagnostic(
  diagnostic: Diagnostic,
  palette: Palette,
  width = WIDEST,
  isTerminal = false,
): string {
  const { level, code, message, place, path, why, consequence, help, related } = diagnostic;
  const lastLine = positionAt(place.source, place.span.end).line;
  const margin = ' '.repeat(String(lastLine).length);
  const columns = Math.max(40, width - margin.length - 3);
  const snippets = snippetsOf(place, columns);
  const bar = palette.faint('|');
  const within = path.length === 0 ? '' : ` in ${path.join(' > ')}`;
  const prose = Math.min(columns, WIDEST);
  const lines = [
    ...headline(`${level} ${code}`, `: ${message}`, palette, level, isTerminal ? width : Infinity),
    `${margin} ${palette.faint('-->')} ${placeInWords(place)}${within}`,
    `${margin} ${bar}`,
    ...snippets.flatMap(({ line, text, marks }, i) => [
      ...(i > 0 && line > (snippets[i - 1]?.line ?? line) + 1 ? [palette.faint('...')] : []),
      `${palette.faint(String(line).padStart(margin.length))} ${bar} ${text}`,
      `${margin} ${bar} ${palette[level](marks)}`,
    ]),
    ...(why === null ? [] : remark(margin, 'why', why, palette, prose)),
    ...(consequence === null ? [] : remark(margin, 'here', consequence, palette, prose)),
    ...(help === null ? [] : remark(margin, 'help', help, palette, prose)),
    ...related.flatMap((other) =>
      remark(margin, placeInWords(other.place), other.message, palette, Number.POSITIVE_INFINITY),
    ),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

/** What is found, its further lines set in. */
function headline(
  what: string,
  message: string,
  palette: Palette,
  level: Diagnostic['level'],
  width: number,
): readonly string[] {
  const whole = what + message;
  const [first = '', ...others] = whole.length <= width ? [whole] : wrap(whole, width - 2);
  return [
    palette[level](what) + palette.strong(first.slice(what.length)),
    ...others.map((line) => `  ${palette.strong(line)}`),
  ];
}

/** `contracts/desk.plan:21:14`, which terminals and editors make a link of. */
export function placeInWords({ source, span }: Place): string {
  const { line, column } = positionAt(source, span.start);
  return `${source.name}:${line}:${column}`;
}

/** A remark below the snippet; its further lines stand under its first. */
function remark(
  margin: string,
  label: string,
  text: string,
  palette: Palette,
  width: number,
): readonly string[] {
  const indent = ' '.repeat(label.length + 2);
  return text
    .split('\n')
    .flatMap((line) => wrap(line, width - indent.length))
    .map((line, index) => `${margin} ${index === 0 ? `${palette.strong(`${label}:`)} ` : indent}${line}`);
}

/** How many findings there are, by level and by code. Ends in a line break. */
export function renderTally(diagnostics: readonly Diagnostic[], palette: Palette): string {
  const { levels, codes } = tally(diagnostics);
  const width = Math.max(0, ...codes.map(({ count }) => String(count).length));
  const lines = codes.map(
    ({ code, level, count }) => `  ${String(count).padStart(width)}  ${palette[level](code)}\n`,
  );
  return `${palette.strong(levelsInWords(levels))}\n${lines.join('')}`;
}
