import { positionAt } from '../text/source.ts';
import type { Diagnostic, Place } from './diagnostic.ts';
import { inReadingOrder } from './order.ts';
import type { Palette } from './palette.ts';
import { snippetOf } from './snippet.ts';
import { levelsInWords, tally } from './tally.ts';

/**
 * Findings for people, in reading order, each with its place and a way out, and a tally at the end:
 *
 *     error target/bare-days: `2 days` does not say which days
 *       --> contracts/desk.plan:21:14 in plan Gold > targets > S2
 *        |
 *     21 |     S2   2 days    | 8 h
 *        |          ^^^^^^
 *        why: business days and calendar days end on different dates
 *        help: write `2 business days in Office` or `2 calendar days in Office`
 */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], palette: Palette): string {
  if (diagnostics.length === 0) return '';
  const findings = inReadingOrder(diagnostics).map((diagnostic) => renderDiagnostic(diagnostic, palette));
  return `${findings.join('\n')}\n${renderTally(diagnostics, palette)}`;
}

/** One finding, ending in a line break. */
export function renderDiagnostic(diagnostic: Diagnostic, palette: Palette): string {
  const { level, code, message, place, path, why, help, related } = diagnostic;
  const snippet = snippetOf(place);
  const number = String(snippet.line);
  const margin = ' '.repeat(number.length);
  const bar = palette.faint('|');
  const within = path.length === 0 ? '' : ` in ${path.join(' > ')}`;
  const lines = [
    `${palette[level](`${level} ${code}`)}${palette.strong(`: ${message}`)}`,
    `${margin} ${palette.faint('-->')} ${placeInWords(place)}${within}`,
    `${margin} ${bar}`,
    `${palette.faint(number)} ${bar} ${snippet.text}`,
    `${margin} ${bar} ${palette[level](snippet.marks)}`,
    ...(why === null ? [] : remark(margin, 'why', why, palette)),
    ...(help === null ? [] : remark(margin, 'help', help, palette)),
    ...related.flatMap((other) => remark(margin, placeInWords(other.place), other.message, palette)),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

/** `contracts/desk.plan:21:14`, which terminals and editors make a link of. */
export function placeInWords({ source, span }: Place): string {
  const { line, column } = positionAt(source, span.start);
  return `${source.name}:${line}:${column}`;
}

/** A remark below the snippet; its further lines stand under its first. */
function remark(margin: string, label: string, text: string, palette: Palette): readonly string[] {
  const indent = ' '.repeat(label.length + 2);
  return text
    .split('\n')
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
