import { createSourceFile, positionAt } from '../../text/source.ts';
import type { MappingProblem } from './mapping-fields.ts';

/** Where a text stops being JSON. The runtime's message gives an offset; people look for a line. */
export function jsonSyntaxProblem(text: string, error: SyntaxError): MappingProblem {
  const offset = /at position (\d+)/.exec(error.message)?.[1];
  const { line, column } = positionAt(
    createSourceFile('', text),
    offset === undefined ? text.length : Number(offset),
  );
  return {
    at: '',
    message: `not valid JSON at line ${String(line)}, column ${String(column)}`,
    help: 'look for a comma too many or too few, and quotes around every name; JSON has no comments, `"notes"` takes them',
  };
}
