import type { SharesNode } from '../syntax/tree.ts';
import { type CheckContext, report } from './context.ts';
import type { Scope } from './scope.ts';
import type { Share } from './simulation-model.ts';

/** Names with the weight of each, those of no weight left out; null where a name stands for nothing or all weigh nothing. */
export function checkShares(
  context: CheckContext,
  scope: Scope,
  clause: SharesNode,
): readonly Share[] | null {
  const kind = ({ severities: 'severity', regions: 'region', channels: 'channel', types: 'type' } as const)[
    clause.kind
  ];
  const shares = clause.shares.map(({ name, weight }) => ({
    name: scope.resolve(context, kind, name),
    weight,
  }));
  if (shares.some((share) => share.name === null)) return null;
  if (!shares.some((share) => share.weight > 0)) {
    report(context, 'simulation/no-weight', clause.span, { what: `the ${clause.kind}` });
    return null;
  }
  return shares.flatMap(({ name, weight }) => (name === null || weight === 0 ? [] : [{ name, weight }]));
}
