import type { ArrivalsNode, WorkNode } from '../syntax/tree.ts';
import type { Behaviour } from './behaviour-model.ts';
import { asksForTheirHours, type BehaviourGround, checkBehaviours } from './check-behaviour.ts';
import { checkCalendarName } from './check-calendar-name.ts';
import { type CheckContext, report, within } from './context.ts';

/**
 * When the customers of a stream work, and what they do: what its own block says of a kind of behaviour stands in place
 * of what the simulation says of it. Null, and findings, where something is wrong.
 * @param ofAll what the simulation says of all customers; null where it has a mistake
 */
export function checkCustomers(
  context: CheckContext,
  ground: BehaviourGround,
  node: ArrivalsNode,
  ofAll: readonly Behaviour[] | null,
  steps: readonly WorkNode[],
): { readonly works: string | null; readonly behaviour: readonly Behaviour[] } | null {
  const inner = within(context, `arrivals "${node.name.text}"`);
  const works = node.works === null ? null : checkCalendarName(inner, ground.scope, node.works);
  const own = checkBehaviours(inner, ground, node.behaviour);
  if (own === null || ofAll === null || (node.works !== null && works === null)) return null;
  const kinds = new Set<string>(own.map(({ kind }) => kind));
  const behaviour = [...own, ...ofAll.filter(({ kind }) => !kinds.has(kind))];
  const asked =
    behaviour.some(asksForTheirHours) || steps.some(({ during }) => during?.kind === 'their hours');
  if (asked && works === null) {
    if (!node.broken) report(inner, 'simulation/whose-hours', node.span, { stream: node.name.text });
    return null;
  }
  return { works, behaviour };
}
