import type { LogFailure, LogReader, RowSink } from '../../../src/simulate/history/log-rows.ts';

export interface Collected {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly bad: readonly string[];
  readonly failure: LogFailure | null;
}

/** Everything that a reader makes of a text handed to it in these pieces. */
export function collectRows(create: (sink: RowSink) => LogReader, pieces: readonly string[]): Collected {
  const rows: string[][] = [];
  const lines: number[] = [];
  const bad: string[] = [];
  const reader = create({
    row(fields, line) {
      rows.push([...fields]);
      lines.push(line);
    },
    badRow(reason, line, id) {
      bad.push(`line ${String(line)}, ticket ${id}: ${reason}`);
    },
  });
  let failure: LogFailure | null = null;
  for (const piece of pieces) failure ??= reader.write(piece);
  failure ??= reader.end();
  return { rows, lines, bad, failure };
}
