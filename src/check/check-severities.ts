import type { MatrixNode, SeveritiesNode } from '../syntax/tree.ts';
import { checkMatrix } from './check-matrix.ts';
import { checkCondition } from './check-condition.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type { Declared } from './declared.ts';
import type { CheckedCondition, CheckedFact, CheckedSeverity } from './model.ts';
import type { Scope } from './scope.ts';

/** Severities, most severe first, with their predicates over declared facts, each its own or all by a matrix. */
export function checkSeverities(
  context: CheckContext,
  scope: Scope,
  facts: ReadonlyMap<string, CheckedFact>,
  node: SeveritiesNode,
  matrix: Declared<MatrixNode> | null,
): readonly CheckedSeverity[] {
  const inner = within(context, 'severities');
  const given = matrix === null ? null : checkMatrix(matrix.context, scope, facts, matrix.node);
  return node.rows.map((row, rank) => {
    const here = within(inner, row.name.text);
    let when: CheckedCondition = { kind: 'unstated' };
    if (matrix !== null && row.when !== null) {
      report(here, 'severity/matrix-and-condition', row.span, { severity: row.name.text });
    } else if (given !== null) {
      // What no cell of the matrix names follows from no facts: it is given by rules and by hand.
      when = given.get(row.name.text) ?? { kind: 'any', of: [] };
    } else if (row.when === 'otherwise') {
      when = { kind: 'otherwise' };
      if (rank < node.rows.length - 1)
        report(here, 'severity/otherwise-not-last', row.span, { severity: row.name.text });
    } else if (row.when !== null) {
      when = checkCondition(here, scope, facts, row.when) ?? { kind: 'unstated' };
    }
    return {
      name: row.name.text,
      aliases: row.aliases.map((alias) => alias.text),
      text: row.text,
      origin: originOf(here, row.span),
      rank,
      when,
    };
  });
}

/** Of a contract that knows no severities, every ticket has the same one; nothing in the contract can name it. */
export function everyTicketAlike(context: CheckContext): readonly CheckedSeverity[] {
  const origin = originOf(context, { start: 0, end: 0 });
  return [{ name: 'every ticket', aliases: [], text: '', origin, rank: 0, when: { kind: 'otherwise' } }];
}
