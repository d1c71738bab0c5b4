import type { Diagnostic, DiagnosticLevel } from './diagnostic.ts';
import { LEVELS, worstFirst } from './order.ts';
import { placeToJson } from './render-json.ts';
import { levelsInWords, tally } from './tally.ts';

const COMMAND: Readonly<Record<DiagnosticLevel, string>> = {
  error: 'error',
  warning: 'warning',
  assumption: 'notice',
};

/** Annotations of a level that GitHub takes from a step; what comes after them is dropped without a word. */
const MOST = 10;

/**
 * Findings as workflow commands, which GitHub Actions shows on the lines of a pull request: worst first, as many of
 * each level as it shows, and a line with the total of all at the end.
 * Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function renderGithub(diagnostics: readonly Diagnostic[]): string {
  const ordered = worstFirst(diagnostics);
  const shown = LEVELS.flatMap((level) => ordered.filter((each) => each.level === level).slice(0, MOST));
  const lines = shown.map((diagnostic) => {
    const { file, line, column, endLine, endColumn } = placeToJson(diagnostic.place);
    // A column range is shown only within one line.
    const range =
      line === endLine
        ? `line=${line},col=${column},endColumn=${Math.max(column + 1, endColumn)}`
        : `line=${line},endLine=${endLine}`;
    const { code, level, message, path, consequence, help } = diagnostic;
    const text = [
      message,
      ...(path.length === 0 ? [] : [`in ${path.join(' > ')}`]),
      ...(consequence === null ? [] : [`here: ${consequence}`]),
      ...(help === null ? [] : [`help: ${help}`]),
    ];
    return `::${COMMAND[level]} file=${property(file)},${range},title=${property(code)}::${data(text.join('\n'))}\n`;
  });
  const left = ordered.length - shown.length;
  const rest = left === 0 ? '' : ` (${left} not annotated, since GitHub shows ${MOST} of a level)`;
  return `${lines.join('')}${levelsInWords(tally(diagnostics).levels)}${rest}\n`;
}

/** What stands after the `::` of a command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
