import type { Answers, KeptPeriods, KeptShare, Verdict } from '../../simulate/answers/answers.ts';
import { groupDigits } from '../../text/group-digits.ts';
import { intervalWords, percentDigits } from '../share-words.ts';
import { renderTable, type TableRow } from '../text-table.ts';
import type { MetricOfPlans, PartOptions, Sections } from './long-answers.ts';

/** The promised shares held against what was attained, overall, by severity and by region, and period by period. */
export function promisedPart(
  { plans }: Answers,
  metrics: readonly MetricOfPlans[],
  { width, palette }: PartOptions,
): Sections {
  const headings = plans.map(({ name }) => name);
  return metrics.flatMap(({ metric, plans: its }) => {
    const kept = its.map((each) => each?.kept ?? []);
    if (kept.every((lines) => lines.length === 0)) return [];
    const groups = new Map<string, { readonly by: string; readonly name: string }>();
    for (const line of kept.flat())
      for (const { by, name } of line.groups) groups.set(`${by} ${name}`, { by, name });
    const row = (group: string, label: string, cellOf: (line: KeptShare) => string): TableRow => ({
      group,
      label,
      cells: kept.map((lines) => (lines.length === 0 ? '-' : lines.map(cellOf).join('; '))),
    });
    const rows: TableRow[] = [row('all', 'share', ({ overall }) => verdictWords(overall))];
    for (const { by, name } of groups.values()) {
      rows.push(
        row(by, name, ({ groups: own }) =>
          verdictWords(own.find((group) => group.by === by && group.name === name)?.verdict ?? null),
        ),
      );
    }
    rows.push(row('periods', 'kept', ({ periods }) => periodWords(periods)));
    return [
      [palette.strong(`${metric}: the promised share`), ...renderTable(headings, once(rows), width, palette)],
    ];
  });
}

/** The name of a group stands in its first row alone. */
function once(rows: readonly TableRow[]): readonly TableRow[] {
  return rows.map((row, i) => ({ ...row, group: rows[i - 1]?.group === row.group ? '' : row.group }));
}

/** `kept, 85.4 to 92.8 %`. */
export function verdictWords(verdict: Verdict | null): string {
  return verdict === null ? '-' : `${verdict.kind}, ${intervalWords(verdict.interval)}`;
}

export function periodWords(periods: KeptPeriods | null): string {
  if (periods === null) return '-';
  if (periods.periods === 0) return `no whole ${periods.unit}`;
  const { kept, periods: all, unit } = periods;
  return `${groupDigits(kept)} of ${groupDigits(all)} ${unit}s (${percentDigits(kept / all)} %)`;
}
