import type { TimesOfFileNode } from '../syntax/tree.ts';
import { type CheckContext, report } from './context.ts';
import { secondsOfField, secondsOfUnit } from './seconds-of-unit.ts';
import { NO_DATA } from './simulation-data.ts';
import type { Distribution } from './simulation-model.ts';

/** The times in a column of a file, each as likely as the other; fields that are empty are left out. */
export function checkTimesOfFile(
  context: CheckContext,
  { path, column, unit }: TimesOfFileNode,
): Distribution | null {
  const times = secondsOfUnit(unit?.text ?? column.text.toLowerCase());
  if (times === null) {
    report(context, 'simulation/unit-of-column', unit?.span ?? column.span, {
      column: column.text,
      unit: unit?.text ?? null,
    });
    return null;
  }
  const wrong = (problem: string, help: string | null): null => {
    report(context, 'simulation/data-file', path.span, { file: path.text, problem, help });
    return null;
  };
  const read = (context.data ?? NO_DATA).column(context.source, path.text, column.text);
  if (read.kind === 'problem') return wrong(read.problem, read.help);
  const seconds: number[] = [];
  for (const { text, line } of read.fields) {
    const value = secondsOfField(text, times);
    if (value === null) {
      return wrong(
        `line ${line} has \`${text}\` in \`${column.text}\`, which is no time`,
        'write numbers without a unit, with a point for decimals; leave a field empty where there is none',
      );
    }
    seconds.push(value);
  }
  if (seconds.length === 0) return wrong(`\`${column.text}\` has no times`, 'one number a line is needed');
  return { kind: 'values', seconds: seconds.sort((a, b) => a - b) };
}
