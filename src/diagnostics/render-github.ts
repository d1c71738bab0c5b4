import type { Diagnostic, DiagnosticLevel } from './diagnostic.ts';
import { worstFirst } from './order.ts';
import { placeToJson } from './render-json.ts';
import { levelsInWords, tally } from './tally.ts';

const COMMAND: Readonly<Record<DiagnosticLevel, string>> = {
  error: 'error',
  warning: 'warning',
  assumption: 'notice',
};

/**
 * Findings as workflow commands, which GitHub Actions shows on the lines of a pull request. It shows ten of each
 * level a step, so the worst come first and a line with the total ends the list.
 * Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function renderGithub(diagnostics: readonly Diagnostic[]): string {
  const lines = worstFirst(diagnostics).map((diagnostic) => {
    const { file, line, column, endLine, endColumn } = placeToJson(diagnostic.place);
    // A column range is shown only within one line.
    const range =
      line === endLine
        ? `line=${line},col=${column},endColumn=${Math.max(column + 1, endColumn)}`
        : `line=${line},endLine=${endLine}`;
    const { code, level, message, why, help } = diagnostic;
    const text = [
      message,
      ...(why === null ? [] : [`why: ${why}`]),
      ...(help === null ? [] : [`help: ${help}`]),
    ];
    return `::${COMMAND[level]} file=${property(file)},${range},title=${property(code)}::${data(text.join('\n'))}\n`;
  });
  return lines.join('') + `${levelsInWords(tally(diagnostics).levels)}\n`;
}

/** What stands after the `::` of a command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
