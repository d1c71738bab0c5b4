import type { CalendarExpressionNode, CalendarNode } from '../syntax/tree.ts';
import { type CheckContext, report, within } from './context.ts';

/** Reports each calendar that is made of itself, once a circle. */
export function reportCycles(
  declared: readonly { readonly node: CalendarNode; readonly context: CheckContext }[],
): void {
  const parts = new Map(declared.map(({ node }) => [node.name.text, madeOf(node)]));
  const reported = new Set<string>();
  for (const { node, context } of declared) {
    const name = node.name.text;
    const way = wayBack(name, name, parts, new Set());
    if (way === null || way.some((step) => reported.has(step)) || reported.has(name)) continue;
    reported.add(name);
    report(within(context, `calendar ${name}`), 'calendar/refers-to-itself', node.name.span, {
      calendar: name,
      through: way,
    });
  }
}

/**
 * The calendars between `from` and `to` on a way along what each is made of; null when there is none. `seen` are
 * those from which no way is left to try, so that each is tried once.
 */
function wayBack(
  from: string,
  to: string,
  parts: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): readonly string[] | null {
  for (const part of parts.get(from) ?? []) {
    if (part === to) return [];
    if (seen.has(part)) continue;
    seen.add(part);
    const way = wayBack(part, to, parts, seen);
    if (way !== null) return [part, ...way];
  }
  return null;
}

function madeOf(node: CalendarNode): readonly string[] {
  const used = node.clauses.flatMap((clause) => (clause.kind === 'use' ? [clause.calendar.text] : []));
  return node.expression === null ? used : namesIn(node.expression);
}

function namesIn(expression: CalendarExpressionNode): readonly string[] {
  return expression.kind === 'name' ? [expression.name.text] : expression.of.flatMap(namesIn);
}
