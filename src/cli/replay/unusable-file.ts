import type { Outcome } from '../../simulate/outcome.ts';
import type { ReportUnusable } from '../../simulate/history/unusable-report.ts';
import { LineFile } from '../../workspace/line-file.ts';

/**
 * What of a log could not be used, in a file of JSON Lines: a line for each row and ticket as it is found, and at the end one
 * with the counts by reason, which are those of the answer.
 */
export interface UnusableFile {
  readonly report: ReportUnusable;
  /** @param outcome null where nothing came of the log */
  close(outcome: Outcome | null): void;
}

/** @throws {Unreadable} when it cannot be written. */
export function openUnusable(path: string): UnusableFile {
  const file = new LineFile(path);
  return {
    report: (entry) => {
      file.write(JSON.stringify(entry));
    },
    close(outcome) {
      if (outcome?.source.kind === 'replay') {
        const { read, used, unusable, rows } = outcome.source;
        const counted = (list: typeof unusable) => list.map(({ reason, count }) => ({ reason, count }));
        file.write(
          JSON.stringify({
            kind: 'total',
            rows: { read: rows.read, unusable: counted(rows.unusable) },
            tickets: { read, used, unusable: counted(unusable) },
          }),
        );
      }
      file.close();
    },
  };
}
