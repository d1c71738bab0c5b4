import type { Span } from '../text/source.ts';
import type { NameNode, SelectorNode, TargetRowNode } from '../syntax/tree.ts';
import { type BusinessTerms, checkCell } from './check-promise.ts';
import { checkSelector, narrowness, overlap } from './check-selector.ts';
import { textOf } from './check-time.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type { CheckedTarget, Selector } from './model.ts';
import type { Scope } from './scope.ts';

/** A table with a column a metric (in a plan) or a column a plan (at the top level). */
export interface TargetTable {
  readonly for: SelectorNode | null;
  readonly columns: readonly NameNode[];
  readonly rows: readonly TargetRowNode[];
}

/** One column read: what it is for a plan, and the words that plan gives to business hours and days. */
export interface Column {
  readonly metric: string;
  readonly plan: string;
  readonly terms: BusinessTerms;
}

/** A target and the cell that says it. */
export interface TargetCell {
  readonly plan: string;
  readonly target: CheckedTarget;
  readonly context: CheckContext;
  readonly span: Span;
}

/**
 * The cells of a table as targets, in the order written. `columns` says what each column means; a column that stands
 * for nothing is null and was reported.
 */
export function checkTargetTable(
  context: CheckContext,
  scope: Scope,
  table: TargetTable,
  columns: readonly (Column | null)[],
): readonly TargetCell[] {
  const when = checkSelector(context, scope, table.for);
  if (when === null) return [];
  return table.rows.flatMap((row) => {
    const label = row.severities.map((severity) => severity.text).join(', ');
    const inner = within(context, label);
    if (row.cells.length !== table.columns.length) {
      report(inner, 'plan/cells-and-columns', row.span, {
        cells: row.cells.length,
        columns: table.columns.length,
      });
      return [];
    }
    const severities = checkRowSeverities(inner, scope, row, when);
    if (severities === null) return [];
    const selector: Selector = { ...when, severities: severities === 'all' ? when.severities : severities };
    return row.cells.flatMap((cell, i) => {
      const column = columns[i];
      if (column === undefined || column === null) return [];
      const here = within(inner, column.metric);
      const promise = checkCell(here, scope, column.terms, cell);
      if (promise === null) return [];
      const origin = originOf(here, cell.span);
      const words = textOf(context, cell.span);
      const target = { metric: column.metric, when: selector, promise, words, origin };
      return [{ plan: column.plan, target, context: here, span: cell.span }];
    });
  });
}

function checkRowSeverities(
  context: CheckContext,
  scope: Scope,
  row: TargetRowNode,
  when: Selector,
): readonly string[] | 'all' | null {
  const [first] = row.severities;
  if (row.severities.length === 1 && first?.text === 'all' && !scope.has('severity', 'all')) return 'all';
  const names = row.severities.map((severity) => scope.resolve(context, 'severity', severity));
  if (names.includes(null)) return null;
  if (when.severities !== null) {
    report(context, 'plan/clause-twice', row.span, { clause: 'for severity' });
    return null;
  }
  return names as string[];
}

/** Reports cells of one plan that speak of the same ticket, equally narrowly. */
export function reportTwice(cells: readonly TargetCell[]): void {
  cells.forEach(({ target, context, span }, i) => {
    const earlier = cells
      .slice(0, i)
      .find(
        ({ target: other }) =>
          other.metric === target.metric &&
          narrowness(other.when) === narrowness(target.when) &&
          overlap(other.when, target.when),
      );
    if (earlier === undefined) return;
    const related = [
      { message: 'first said here', place: { source: earlier.context.source, span: earlier.span } },
    ];
    report(context, 'plan/target-twice', span, { metric: target.metric }, related);
  });
}
