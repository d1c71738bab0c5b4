import type { ActionNode } from '../syntax/conduct-tree.ts';
import type { NameNode } from '../syntax/tree.ts';
import type { OwnZone } from './check-stretch.ts';
import type { RuleAction } from './conduct-model.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedFact } from './model.ts';
import type { Scope } from './scope.ts';

/** What rules are checked against. */
export interface RuleGround {
  readonly scope: Scope;
  readonly own: OwnZone;
  /** The declared facts, and what every ticket has: its severity, channel, type and region. */
  readonly facts: ReadonlyMap<string, CheckedFact>;
  /** Most severe first. */
  readonly severities: readonly string[];
  /** A severity of which nothing says which tickets are of it; null where each has its condition. */
  readonly ungraded: string | null;
}

/** What a rule does; null, and a finding, where it cannot be made out. */
export function checkAction(context: CheckContext, ground: RuleGround, node: ActionNode): RuleAction | null {
  const severityOf = (name: NameNode) => ground.scope.resolve(context, 'severity', name);
  switch (node.kind) {
    case 'set severity':
    case 'cap severity': {
      const severity = severityOf(node.severity);
      return severity === null ? null : { kind: node.kind, severity };
    }
    case 'raise':
    case 'lower': {
      const severity = severityOf(node.to);
      return severity === null ? null : { kind: node.kind, severity };
    }
    case 'raise by steps':
    case 'lower by steps': {
      const steps: { from: string; to: string }[] = [];
      for (const step of node.steps) {
        const from = severityOf(step.from);
        const to = severityOf(step.to);
        if (from === null || to === null) return null;
        const rises = ground.severities.indexOf(to) < ground.severities.indexOf(from);
        const verb = node.kind === 'raise by steps' ? 'raise' : 'lower';
        if (from === to || rises !== (verb === 'raise')) {
          report(context, 'rule/wrong-direction', step.span, { verb, from, to });
          return null;
        }
        steps.push({ from, to });
      }
      return { kind: node.kind, steps };
    }
    case 'tell':
      return { kind: 'tell', whom: node.whom.text };
    case 'severity by facts':
      if (ground.ungraded === null) return { kind: node.kind };
      report(context, 'rule/no-predicates', node.span, { severity: ground.ungraded });
      return null;
    case 'close':
    case 'wait':
      return { kind: node.kind };
  }
}
