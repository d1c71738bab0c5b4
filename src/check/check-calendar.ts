import type { CalendarExpressionNode, CalendarNode } from '../syntax/tree.ts';
import { checkDatesOf } from './check-zone-choice.ts';
import { checkNamed } from './check-calendar-name.ts';
import { checkChosen } from './check-chosen-calendar.ts';
import { checkCivil } from './check-civil-calendar.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type { CalendarBody, CheckedCalendar } from './model.ts';
import type { Scope } from './scope.ts';

/** A calendar as declared; null where it could not be made out. */
export function checkCalendar(
  context: CheckContext,
  scope: Scope,
  node: CalendarNode,
): CheckedCalendar | null {
  const inner = within(context, `calendar ${node.name.text}`);
  const dates = checkDatesOf(inner, node);
  const body =
    node.expression !== null
      ? checkCombined(inner, scope, node, node.expression)
      : node.clauses.some((clause) => clause.kind === 'use')
        ? checkChosen(inner, scope, node)
        : checkCivil(inner, scope, node, dates);
  if (body === null || dates.lost) return null;
  return {
    name: node.name.text,
    aliases: [],
    text: node.text,
    origin: originOf(inner, node.span),
    dates: dates.zone,
    body,
  };
}

/** Hours of other calendars; what stands beside them can say whose dates count, and nothing else. */
function checkCombined(
  context: CheckContext,
  scope: Scope,
  node: CalendarNode,
  expression: CalendarExpressionNode,
): CalendarBody | null {
  const body = checkExpression(context, scope, expression);
  const other = node.clauses.find((clause) => clause.kind !== 'dates of');
  if (other === undefined) return node.broken ? null : body;
  report(context, 'calendar/combined-and-hours', other.span, { calendar: node.name.text });
  return null;
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
