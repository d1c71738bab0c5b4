import type { ChangeBasisNode, ChangeNode, ChangeRuleNode } from '../syntax/conduct-tree.ts';
import { checkStretch, type OwnZone } from './check-stretch.ts';
import type { ChangeBasis, ChangeTerms } from './conduct-model.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type { Scope } from './scope.ts';

export function checkChange(
  context: CheckContext,
  scope: Scope,
  own: OwnZone,
  node: ChangeNode,
  plan: string | null,
): ChangeTerms<string> | null {
  const clause = `on ${node.of}`;
  const inner = within(context, clause);
  const basis = checkBasis(inner, scope, node.basis);
  if (basis === null) return null;
  const said = new Map<ChangeRuleNode['kind'], ChangeRuleNode>();
  for (const rule of node.rules) {
    if (said.has(rule.kind)) {
      report(inner, 'contract/clause-twice', rule.span, { clause: NAMES[rule.kind] });
      return null;
    }
    said.set(rule.kind, rule);
  }
  const bound = said.get('earlier of both') ?? said.get('floor');
  if (basis.kind === 'keep old' && bound !== undefined) {
    report(inner, 'change/nothing-new', bound.span, { clause });
    return null;
  }
  const limit = said.get('floor');
  const by = limit?.kind === 'floor' ? checkStretch(inner, scope, own, limit.stretch) : null;
  const from = limit?.kind === 'floor' && limit.event !== null ? limit.event : null;
  const after = from === null ? null : scope.resolve(inner, 'event', from);
  if (limit !== undefined && (by === null || (from !== null && after === null))) return null;
  const late = said.get('late from');
  const breach = said.get('breach');
  if (late === undefined && by === null && mayLieBefore(basis) && node.of !== 'lower') {
    report(inner, 'assume/late-from', node.span, { clause });
  }
  if (breach === undefined && basis.kind !== 'keep old' && node.of !== 'raise') {
    report(inner, 'assume/breach-stays', node.span, { clause });
  }
  return {
    of: node.of,
    plan,
    basis,
    earlierOfBoth: said.has('earlier of both'),
    floor: by === null ? null : { after, by },
    lateFrom: late?.kind === 'late from' ? late.value : 'deadline',
    breachStays: !(breach?.kind === 'breach' && breach.value === 'is forgotten'),
    saysMetStays: said.has('met stays'),
    origin: originOf(inner, node.span),
  };
}

const NAMES: Readonly<Record<ChangeRuleNode['kind'], string>> = {
  'earlier of both': 'earlier of old and new',
  floor: 'never due less than',
  'late from': 'late from',
  breach: 'a breach',
  'met stays': 'met targets stay met',
};

export function checkBasis(context: CheckContext, scope: Scope, node: ChangeBasisNode): ChangeBasis | null {
  if (node.kind !== 'from event') return { kind: node.kind };
  const event = scope.resolve(context, 'event', node.event);
  return event === null ? null : { kind: 'from event', event };
}

/** Whether the new deadline may lie before the change, so that the ticket is late at once. */
function mayLieBefore({ kind }: ChangeBasis): boolean {
  return kind === 'from open' || kind === 'keep elapsed' || kind === 'from event';
}
