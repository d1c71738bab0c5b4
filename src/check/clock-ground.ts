import type { ClockNode, NameNode } from '../syntax/tree.ts';
import { checkCondition } from './check-condition.ts';
import type { OwnZone } from './check-stretch.ts';
import type { CheckContext } from './context.ts';
import type { CheckedCondition, CheckedFact } from './model.ts';
import type { Scope } from './scope.ts';

/** What clocks are checked against. */
export interface ClockGround {
  readonly scope: Scope;
  readonly own: OwnZone;
  /** The declared facts, and what every ticket has: its severity, channel, type and region. */
  readonly facts: ReadonlyMap<string, CheckedFact>;
}

/** The names that stand for something; the others are reported. */
export function known(
  context: CheckContext,
  { scope }: ClockGround,
  kind: 'event' | 'state',
  names: readonly NameNode[],
): readonly string[] {
  return names.flatMap((name) => scope.resolve(context, kind, name) ?? []);
}

/** What a line of a clock is narrowed by; `lost` where that cannot be made out. */
export function checkGuard(
  context: CheckContext,
  { scope, facts }: ClockGround,
  guard: ClockNode['starts'][number]['guard'],
): CheckedCondition | null | 'lost' {
  if (guard === null) return null;
  const condition = checkCondition(context, scope, facts, guard.condition);
  if (condition === null) return 'lost';
  return guard.kind === 'when' ? condition : { kind: 'not', of: condition };
}
