import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { BlockReader } from './block-reader.ts';
import { buildName, buildNames } from './build-parts.ts';
import type { ReadClause } from './clause-reader.ts';
import { node, nodes } from './cst.ts';
import type { MatrixNode, MatrixRowNode, NameNode } from './tree.ts';

/** The first row names the values of one fact; the rest are values of the other with their severities. */
export function buildMatrix(blocks: BlockReader, head: ReadClause): MatrixNode {
  const { reader } = blocks;
  const [rowFact, columnFact] = nodes(head.cst, 'name').map(buildName) as [NameNode, NameNode];
  const path = [`matrix ${rowFact.text} by ${columnFact.text}`];
  const [first, ...rest] = head.entry.block?.entries ?? [];
  // `high | low` may be read as a row as well; only what is no header is a row that stands in its place.
  const isHeadless =
    first !== undefined && !reader.isA(first, 'matrixHeader') && reader.isA(first, 'matrixRow');
  if (isHeadless) reader.reportMissingHeader(first, path);
  const header = first === undefined || isHeadless ? null : reader.readAs(first, 'matrixHeader', path);
  let broken = header === null || head.entry.block?.close === null;
  if (header !== null || first === undefined) broken = reader.reportEmpty(head.entry, rest, path) || broken;
  const rows: MatrixRowNode[] = [];
  for (const entry of isHeadless ? [first, ...rest] : rest) {
    const clause = reader.read(entry, 'matrix', path);
    if (clause === null) broken = true;
    else rows.push(buildMatrixRow(clause.cst, clause));
  }
  return {
    kind: 'matrix',
    facts: [rowFact, columnFact],
    columns: header === null ? null : nodes(header, 'name').map(buildName),
    rows,
    broken,
    span: head.span,
  };
}

function buildMatrixRow(row: CstNode, { span }: ReadClause): MatrixRowNode {
  return {
    values: buildNames(node(row, 'names')),
    severities: nodes(row, 'name').map(buildName),
    span,
  };
}
