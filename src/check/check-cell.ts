import type { CellNode } from '../syntax/tree.ts';
import { type BusinessTerms, checkBound } from './check-bound.ts';
import { checkRelative } from './check-relation.ts';
import type { CheckContext } from './context.ts';
import type { CheckedPromise } from './model.ts';
import type { Scope } from './scope.ts';

/** A cell of a targets table; null, and a finding, where it cannot be made out. */
export function checkCell(
  context: CheckContext,
  scope: Scope,
  terms: BusinessTerms,
  cell: CellNode,
): CheckedPromise | null {
  if (cell.kind === 'word') return { kind: 'word', word: cell.word };
  if (cell.kind === 'bound' && cell.relation !== null)
    return checkRelative(context, scope, terms, cell.bound, cell.relation);
  const bounds = checkBound(context, scope, terms, cell.bound);
  if (bounds === null) return null;
  const { hard, soft } = bounds;
  if (cell.kind === 'bound') return soft === null ? hard : { kind: 'range', soft, hard };
  const until = cell.until === null ? null : scope.resolve(context, 'metric', cell.until);
  return cell.until !== null && until === null ? null : { kind: 'cadence', soft, hard, until };
}
