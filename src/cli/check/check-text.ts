import { inReadingOrder } from '../../diagnostics/order.ts';
import type { Palette } from '../../diagnostics/palette.ts';
import { placeInWords, renderDiagnostic, renderTally } from '../../diagnostics/render-text.ts';
import type { CheckReport } from './check-files.ts';

/** What `check` found, for people: findings with their snippets, then what was assumed, then the tally. */
export function renderCheck({ files, diagnostics, unreadable }: CheckReport, palette: Palette): string {
  const ordered = inReadingOrder(diagnostics);
  const findings = ordered.filter(({ level }) => level !== 'assumption');
  const assumptions = ordered.filter(({ level }) => level === 'assumption');
  const read = files.length - unreadable.length;
  const refused = unreadable.length === 0 ? '' : `, ${unreadable.length} not readable`;
  const count = `${read} ${read === 1 ? 'file' : 'files'} checked${refused}: `;
  const parts = [
    ...findings.map((finding) => renderDiagnostic(finding, palette)),
    ...(assumptions.length === 0
      ? []
      : [
          `${palette.strong('assumed, since the contract leaves it open')}\n` +
            assumptions
              .map(({ code, message, help, place }) =>
                [
                  `  ${placeInWords(place)}: ${message}  ${palette.faint(code)}\n`,
                  ...(help === null ? [] : help.split('\n').map((line) => `      ${line}\n`)),
                ].join(''),
              )
              .join(''),
        ]),
    count + renderTally(diagnostics, palette),
  ];
  return parts.join('\n');
}
