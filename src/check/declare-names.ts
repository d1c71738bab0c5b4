import type { DeclarationNode, WordNode } from '../syntax/tree.ts';
import { originOf, within } from './context.ts';
import type { Declared } from './declared.ts';
import type { Named } from './model.ts';
import type { Kind, Scope } from './scope.ts';

/** Names first, so that declarations may stand in any order. */
export function declareAll(
  scope: Scope,
  all: readonly Declared<DeclarationNode>[],
  severities: readonly Declared<Extract<DeclarationNode, { kind: 'severities' }>>[],
  regions: readonly Declared<Extract<DeclarationNode, { kind: 'regions' }>>[],
): void {
  const kinds = { calendar: 'calendar', holidays: 'holiday set', plan: 'plan' } as const;
  for (const { node, context } of all) {
    switch (node.kind) {
      case 'channel':
      case 'activity':
      case 'metric':
      case 'type':
      case 'event':
      case 'state':
        scope.declare(context, node.kind, node.name);
        break;
      case 'calendar':
      case 'holidays':
      case 'plan':
        scope.declare(context, kinds[node.kind], node.name, node.kind === 'plan' ? node.aliases : []);
        break;
      case 'facts':
        for (const row of node.rows) scope.declare(context, 'fact', row.name);
        if (node.broken) scope.markIncomplete('fact');
        break;
      default:
        break;
    }
  }
  const severity = severities[0];
  for (const row of severity?.node.rows ?? []) {
    if (severity !== undefined) scope.declare(severity.context, 'severity', row.name, row.aliases);
  }
  if (severity?.node.broken === true) scope.markIncomplete('severity');
  const region = regions[0];
  if (region?.node.broken === true) scope.markIncomplete('region');
  for (const row of region?.node.rows ?? [])
    if (region !== undefined) scope.declare(region.context, 'region', row.name);
}

/** The names of a kind, those that need no declaration first, each with the words given to it. */
export function words(scope: Scope, kind: Kind, declared: readonly Declared<WordNode>[]): readonly Named[] {
  const byName = new Map(declared.map((item) => [item.node.name.text, item]));
  return scope.names(kind).map((name) => {
    const item = byName.get(name);
    const origin =
      item === undefined
        ? { file: '', line: 0, column: 0, path: [] }
        : originOf(within(item.context, `${kind} ${name}`), item.node.span);
    return { name, aliases: [], text: item?.node.text ?? '', origin };
  });
}
