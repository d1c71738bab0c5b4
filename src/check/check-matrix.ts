import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { MatrixNode, MatrixRowNode, NameNode } from '../syntax/tree.ts';
import { wordsOfFact } from './check-selector.ts';
import { type CheckContext, firstSaid, report, within } from './context.ts';
import type { CheckedCondition, CheckedFact } from './model.ts';
import type { Scope } from './scope.ts';

/** A fact of few values, all of which a matrix has to name. */
interface Axis {
  readonly fact: CheckedFact;
  readonly values: readonly string[];
}

/**
 * What each severity of a matrix asks of the facts, by the severity's name; null, with findings, where the matrix does
 * not give every pair of values one severity.
 */
export function checkMatrix(
  context: CheckContext,
  scope: Scope,
  facts: ReadonlyMap<string, CheckedFact>,
  node: MatrixNode,
): ReadonlyMap<string, CheckedCondition> | null {
  const [rowFact, columnFact] = node.facts;
  const inner = within(context, `matrix ${rowFact.text} by ${columnFact.text}`);
  const rows = checkAxis(inner, scope, facts, rowFact);
  const columns = checkAxis(inner, scope, facts, columnFact);
  if (rows === null || columns === null || node.columns === null) return null;
  if (rows.fact.name === columns.fact.name) {
    report(inner, 'severity/matrix-of-one-fact', columnFact.span, { fact: rows.fact.name });
    return null;
  }
  const areColumnsKnown = checkValues(inner, 'column', columns, node.columns);
  const areRowsKnown = checkValues(
    inner,
    'row',
    rows,
    node.rows.flatMap(({ values }) => values),
  );
  const cells = node.rows.map((row) => checkCells(inner, scope, row, node.columns?.length ?? 0));
  if (!areColumnsKnown || !areRowsKnown || cells.includes(null) || node.broken) return null;
  if (reportGaps(inner, node, rows, columns, node.columns)) return null;
  const pairs = new Map<string, CheckedCondition[]>();
  node.rows.forEach((row, i) => {
    cells[i]?.forEach((severity, j) => {
      const column = node.columns?.[j];
      if (column === undefined) return;
      const above = isValue(columns, column);
      const found = row.values.map((value): CheckedCondition => ({
        kind: 'all',
        of: [isValue(rows, value), above],
      }));
      pairs.set(severity, [...(pairs.get(severity) ?? []), ...found]);
    });
  });
  return new Map([...pairs].map(([severity, of]) => [severity, { kind: 'any', of }]));
}

function checkAxis(
  context: CheckContext,
  scope: Scope,
  facts: ReadonlyMap<string, CheckedFact>,
  name: NameNode,
): Axis | null {
  const fact = facts.get(scope.resolve(context, 'fact', name) ?? '');
  if (fact === undefined) return null;
  const values = wordsOfFact(fact);
  if (values === null) report(context, 'names/fact-without-few-values', name.span, { fact: fact.name });
  return values === null ? null : { fact, values };
}

/** Whether each name is a value of the fact, and is named once. */
function checkValues(
  context: CheckContext,
  kind: 'row' | 'column',
  { fact, values }: Axis,
  names: readonly NameNode[],
): boolean {
  let areKnown = true;
  for (const name of names) {
    const first = names.find(({ text }) => text === name.text);
    if (!values.includes(name.text)) {
      const nearest = nearestWord(name.text, values);
      const params = { kind: `value of \`${fact.name}\``, name: name.text, nearest, candidates: values };
      report(context, 'names/unknown', name.span, params);
      areKnown = false;
    } else if (first !== undefined && first !== name) {
      report(
        context,
        'names/declared-twice',
        name.span,
        { kind, name: name.text },
        firstSaid(context, first.span),
      );
      areKnown = false;
    }
  }
  return areKnown;
}

function checkCells(
  context: CheckContext,
  scope: Scope,
  row: MatrixRowNode,
  columns: number,
): readonly string[] | null {
  if (row.severities.length !== columns) {
    report(context, 'severity/matrix-row', row.span, { cells: row.severities.length, columns });
    return null;
  }
  const names = row.severities.map((severity) => scope.resolve(context, 'severity', severity));
  return names.includes(null) ? null : (names as string[]);
}

/** Reports the values that no row or no column names. */
function reportGaps(
  context: CheckContext,
  node: MatrixNode,
  rows: Axis,
  columns: Axis,
  named: readonly NameNode[],
): boolean {
  const missing = ({ fact, values }: Axis, given: readonly NameNode[]): readonly string[] =>
    values
      .filter((value) => !given.some(({ text }) => text === value))
      .map((value) => `${fact.name} = ${value}`);
  const cases = [
    ...missing(
      rows,
      node.rows.flatMap(({ values }) => values),
    ),
    ...missing(columns, named),
  ];
  if (cases.length > 0) report(context, 'severity/matrix-gap', node.span, { cases });
  return cases.length > 0;
}

function isValue({ fact }: Axis, { text }: NameNode): CheckedCondition {
  const value = fact.type.kind === 'truth' ? text === 'yes' : text;
  return { kind: 'compare', fact: fact.name, operator: '=', value };
}
