import type { CalendarNode, UseNode } from '../syntax/tree.ts';
import {
  type CalendarKey,
  type Distinctions,
  groupTickets,
  narrowestFor,
  ticketNames,
  wordsOfKey,
} from './calendar-keys.ts';
import type { ChosenCalendar } from './calendar-model.ts';
import { checkNamed } from './check-calendar-name.ts';
import { checkSelector, EVERYTHING } from './check-selector.ts';
import { admitted, type Names, narrowedIn } from './dimensions.ts';
import { type CheckContext, originOf, report } from './context.ts';
import type { CalendarBody, Selected } from './model.ts';
import type { Scope } from './scope.ts';

interface Use extends Selected<CalendarBody> {
  readonly node: UseNode;
}

/** A calendar of `use` lines: one for every ticket, and one alone. */
export function checkChosen(context: CheckContext, scope: Scope, node: CalendarNode): ChosenCalendar | null {
  const other = node.clauses.find((clause) => clause.kind !== 'use' && clause.kind !== 'dates of');
  if (other !== undefined) {
    report(context, 'calendar/use-and-hours', other.span, { calendar: node.name.text });
    return null;
  }
  const uses: Use[] = [];
  for (const clause of node.clauses) {
    if (clause.kind !== 'use') continue;
    const when = checkSelector(context, scope, clause.for);
    const value = checkNamed(context, scope, clause.calendar);
    if (when !== null && value !== null) {
      uses.push({ when, value, origin: originOf(context, clause.span), node: clause });
    }
  }
  const lines = node.clauses.filter((clause) => clause.kind === 'use');
  if (node.broken || uses.length < lines.length) return null;
  return isOneForEach(context, scope, node, uses)
    ? { kind: 'chosen', of: uses.map(({ when, value, origin }) => ({ when, value, origin })) }
    : null;
}

function isOneForEach(
  context: CheckContext,
  scope: Scope,
  node: CalendarNode,
  uses: readonly Use[],
): boolean {
  const names = ticketNames({
    regions: scope.names('region'),
    severities: scope.names('severity'),
    channels: scope.names('channel'),
    types: scope.names('type'),
    facts: scope.facts(),
  });
  const distinct = distinctionsIn(uses, names);
  for (const { key } of groupTickets(EVERYTHING, distinct, names)) {
    const holding = narrowestFor(uses, key);
    const [first, second] = holding;
    if (first === undefined) {
      const left = wordsOf(key, names);
      report(context, 'calendar/use-leaves-out', node.span, { calendar: node.name.text, left });
      return false;
    }
    if (second !== undefined) {
      const calendars = [first.node.calendar.text, second.node.calendar.text] as const;
      report(context, 'calendar/use-twice', second.node.span, { calendars, tickets: wordsOf(key, names) });
      return false;
    }
  }
  return true;
}

/** What the lines tell apart; severities like regions one and all, so that the one left out is named. */
function distinctionsIn(uses: readonly Use[], names: Names): Distinctions {
  const told = new Set(uses.flatMap(({ when }) => narrowedIn(when)));
  return new Map(
    [...told].map((dimension) => {
      const isPartial = dimension === 'channels' || dimension === 'types';
      const own = uses.flatMap(({ when }) => admitted(when, dimension) ?? []);
      return [dimension, new Set(isPartial ? own : names.get(dimension))];
    }),
  );
}

/** `P1, phone`, or `other tickets` for those that no line names. */
function wordsOf(key: CalendarKey, names: Names): string {
  const named = wordsOfKey(key, names);
  return named.length === 0 ? 'other tickets' : named.join(', ');
}
