import type { CalendarExpressionNode, CalendarNode } from '../syntax/tree.ts';
import { checkNamed } from './check-calendar-name.ts';
import { checkChosen } from './check-chosen-calendar.ts';
import { checkCivil } from './check-civil-calendar.ts';
import { type CheckContext, originOf, within } from './context.ts';
import type { CalendarBody, CheckedCalendar } from './model.ts';
import type { Scope } from './scope.ts';

/** A calendar as declared; null where it could not be made out. */
export function checkCalendar(
  context: CheckContext,
  scope: Scope,
  node: CalendarNode,
): CheckedCalendar | null {
  const inner = within(context, `calendar ${node.name.text}`);
  const body =
    node.expression !== null
      ? checkExpression(inner, scope, node.expression)
      : node.clauses.some((clause) => clause.kind === 'use')
        ? checkChosen(inner, scope, node)
        : checkCivil(inner, scope, node);
  if (body === null) return null;
  return { name: node.name.text, aliases: [], text: node.text, origin: originOf(inner, node.span), body };
}

function checkExpression(
  context: CheckContext,
  scope: Scope,
  node: CalendarExpressionNode,
): CalendarBody | null {
  if (node.kind === 'name') {
    return checkNamed(context, scope, node.name);
  }
  const kind = ({ or: 'union', and: 'intersection', except: 'difference' } as const)[node.kind];
  const parts = node.of.map((part) => checkExpression(context, scope, part));
  return parts.reduce((left, right) => (left === null || right === null ? null : { kind, left, right }));
}
