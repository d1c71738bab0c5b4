import { fixFor } from '../../diagnostics/apply-fixes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { firstShown, moreInWords } from '../../diagnostics/first-shown.ts';
import { inReadingOrder } from '../../diagnostics/order.ts';
import type { Palette } from '../../diagnostics/palette.ts';
import {
  placeInWords,
  renderDiagnostic,
  renderTally,
  withoutRepeatedWhy,
} from '../../diagnostics/render-text.ts';
import { tally } from '../../diagnostics/tally.ts';
import { wrap } from '../../text/wrap.ts';
import type { CheckReport } from './check-files.ts';

/** What `check` found, for people: findings with their snippets, then what was assumed, then the tally. */
export function renderCheck(
  { files, diagnostics, unreadable }: CheckReport,
  palette: Palette,
  width: number,
  isTerminal = false,
): string {
  const ordered = withoutRepeatedWhy(firstShown(inReadingOrder(diagnostics)));
  const findings = ordered.filter(({ level }) => level !== 'assumption');
  const assumptions = ordered.filter(({ level }) => level === 'assumption');
  const read = files.length - unreadable.length;
  const refused = unreadable.length === 0 ? '' : `, ${unreadable.length} not readable`;
  const count = `${read} ${read === 1 ? 'file' : 'files'} checked${refused}: `;
  const parts = [
    ...findings.map((finding) => renderDiagnostic(finding, palette, width, isTerminal)),
    ...(assumptions.length === 0
      ? []
      : [
          `${palette.strong('assumed, since the contract leaves it open')}\n` +
            assumptions.map((assumption) => assumed(assumption, palette, width, isTerminal)).join(''),
        ]),
    moreInWords(diagnostics.length - ordered.length) +
      count +
      renderTally(diagnostics, palette) +
      next(diagnostics),
  ];
  return parts.join('\n');
}

/** An assumption: how it was read, what that comes to, and how to state it. */
function assumed(
  { code, message, consequence, help, place }: Diagnostic,
  palette: Palette,
  width: number,
  isTerminal: boolean,
): string {
  const prose = Math.min(width, 100) - 6;
  const remarks = [consequence, help].flatMap((text) => text?.split('\n') ?? []);
  const whole = `${placeInWords(place)}: ${message}`;
  const [first = '', ...others] = isTerminal ? wrap(whole, width - 4) : [whole];
  const head = [`  ${first}`, ...others.map((line) => `    ${line}`)];
  const last = head[head.length - 1] ?? '';
  const fits = !isTerminal || last.length + 2 + code.length <= width;
  return [
    `${head.join('\n')}${fits ? '  ' : '\n    '}${palette.faint(code)}\n`,
    ...remarks.flatMap((text) => wrap(text, prose)).map((line) => `      ${line}\n`),
  ].join('');
}

/** What to do next about what was found. */
function next(diagnostics: readonly Diagnostic[]): string {
  const [first] = tally(diagnostics).codes;
  if (first === undefined) return '';
  const safe = diagnostics.filter((diagnostic) => fixFor(diagnostic, 'safe') !== null).length;
  const suggested = diagnostics.filter((diagnostic) => fixFor(diagnostic, 'suggested') !== null).length;
  const more = suggested - safe;
  return [
    `\`surety explain ${first.code}\` shows it wrong and right\n`,
    ...(safe === 0 ? [] : [`\`surety check --fix\` mends ${safe}\n`]),
    ...(more === 0
      ? []
      : [`\`surety check --fix-suggested\` has a suggestion for ${more}${safe === 0 ? '' : ' more'}\n`]),
  ].join('');
}
