import type { Span } from '../text/source.ts';
import type { ArrivalNode, NameNode, SelectorNode, TargetRowNode } from '../syntax/tree.ts';
import type { BusinessTerms } from './check-bound.ts';
import { checkTickets } from './check-arrival.ts';
import { checkCell } from './check-cell.ts';
import { narrowness, overlap } from './check-selector.ts';
import { textOf } from './check-time.ts';
import { type CheckContext, firstSaid, originOf, report, within } from './context.ts';
import { admitted, factOf, haveSameBands, meet, narrowedIn } from './dimensions.ts';
import type { CheckedTarget, Selector } from './model.ts';
import type { Scope } from './scope.ts';

/** A table with a column a metric (in a plan) or a column a plan (at the top level). */
export interface TargetTable {
  readonly for: SelectorNode | null;
  readonly opened: ArrivalNode | null;
  readonly columns: readonly NameNode[] | null;
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
  readonly row: TargetRowNode;
}

/**
 * The cells of a table as targets, in the order written. `columns` says what each column means; a column that stands
 * for nothing is null and was reported.
 */
export function checkTargetTable(
  context: CheckContext,
  scope: Scope,
  table: TargetTable,
  meanings: readonly (Column | null)[],
): readonly TargetCell[] {
  const { columns: written } = table;
  if (written === null) return [];
  const columns = written.map((name, i) => {
    const first = written.find((other) => other.text === name.text);
    if (first === undefined || first === name) return meanings[i] ?? null;
    const said = { kind: 'column', name: name.text };
    report(context, 'names/declared-twice', name.span, said, firstSaid(context, first.span));
    return null;
  });
  const when = checkTickets(context, scope, table);
  if (when === null) return [];
  if (reportOtherWidth(context, written, table.rows)) return [];
  return table.rows.flatMap((row) => {
    const label = row.severities.map((severity) => severity.text).join(', ');
    const inner = within(context, label);
    if (row.cells.length !== columns.length) {
      report(inner, 'plan/cells-and-columns', row.span, {
        cells: row.cells.length,
        columns: columns.length,
        rows: 1,
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
      return [{ plan: column.plan, target, context: here, span: cell.span, row }];
    });
  });
}

/** Where all rows agree on another number of cells than the first row has columns, the first row is the mistake. */
function reportOtherWidth(
  context: CheckContext,
  columns: readonly NameNode[],
  rows: readonly TargetRowNode[],
): boolean {
  const widths = new Set(rows.map((row) => row.cells.length));
  const [cells = 0] = widths;
  const first = columns[0];
  const last = columns[columns.length - 1];
  if (rows.length < 2 || widths.size > 1 || cells === columns.length) return false;
  if (first === undefined || last === undefined) return false;
  const span = { start: first.span.start, end: last.span.end };
  report(context, 'plan/cells-and-columns', span, { cells, columns: columns.length, rows: rows.length });
  return true;
}

function checkRowSeverities(
  context: CheckContext,
  scope: Scope,
  row: TargetRowNode,
  when: Selector,
): readonly string[] | 'all' | null {
  const [first] = row.severities;
  if (row.severities.length === 1 && first?.text === 'all') return 'all';
  const names = row.severities.map((severity) => scope.resolve(context, 'severity', severity));
  if (names.includes(null)) return null;
  if (when.severities !== null) {
    const first = when.severities.join(', ');
    const second = textOf(context, row.head);
    report(context, 'names/narrowed-twice', row.head, { kind: 'severity', first, second });
    return null;
  }
  return names as string[];
}

/**
 * Reports rows whose cells speak of the same ticket as earlier ones of the plan, equally narrowly. Whether two calendars
 * of opening share an instant is found when their hours are known.
 */
export function reportTwice(cells: readonly TargetCell[]): void {
  const byRow = new Map<TargetRowNode, { readonly cell: TargetCell; readonly earlier: TargetCell }[]>();
  cells.forEach((cell, i) => {
    const earlier = cells.find(
      (other, at) => at < i && other.row !== cell.row && speakOfOneTicket(other, cell),
    );
    if (earlier === undefined) return;
    const pairs = byRow.get(cell.row) ?? [];
    byRow.set(cell.row, [...pairs, { cell, earlier }]);
  });
  // A line that crosses one row of a table crosses its others as well: one mistake.
  const crossed = new Set<TargetRowNode>();
  for (const [row, pairs] of byRow) {
    const [first] = pairs;
    if (first === undefined) continue;
    const { context } = first.cell;
    const metrics = pairs.map(({ cell }) => cell.target.metric);
    const place = { source: first.earlier.context.source, span: first.earlier.span };
    const crossing = whereTheyCross(first.earlier.target.when, first.cell.target.when);
    if (crossing.length > 0 && crossed.has(first.earlier.row)) continue;
    if (crossing.length > 0) crossed.add(first.earlier.row);
    const params = { metrics, row: textOf(context, row.head), crossing };
    report(context, 'plan/target-twice', row.head, params, [{ message: 'first said here', place }]);
  }
}

/** Of two lines that narrow in different kinds, what a ticket is of which both speak; empty where the kinds are the same. */
function whereTheyCross(a: Selector, b: Selector): readonly string[] {
  const both = meet(a, b);
  const kinds = both === null ? [] : narrowedIn(both);
  if (both === null || kinds.length === narrowedIn(a).length) return [];
  return kinds.map((kind) => {
    const [name = ''] = admitted(both, kind) ?? [];
    const fact = factOf(kind);
    if (fact === null) return name;
    if (name === 'yes') return fact;
    return name === 'no' ? `not ${fact}` : `${fact} ${name}`;
  });
}

function speakOfOneTicket({ target: a }: TargetCell, { target: b }: TargetCell): boolean {
  return (
    a.metric === b.metric &&
    narrowness(a.when) === narrowness(b.when) &&
    overlap(a.when, b.when) &&
    haveSameBands(a.when, b.when)
  );
}
