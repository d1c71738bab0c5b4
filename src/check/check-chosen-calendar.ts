import type { CalendarNode, UseNode } from '../syntax/tree.ts';
import { DIMENSIONS, groupTickets, type CalendarKey, type Names } from './calendar-keys.ts';
import type { ChosenCalendar } from './calendar-model.ts';
import { checkNamed } from './check-calendar-name.ts';
import { checkSelector, EVERYTHING, narrowness } from './check-selector.ts';
import { type CheckContext, originOf, report } from './context.ts';
import type { CalendarBody, Selected } from './model.ts';
import type { Scope } from './scope.ts';

interface Use extends Selected<CalendarBody> {
  readonly node: UseNode;
}

/** A calendar of `use` lines: one for every ticket, and one alone. */
export function checkChosen(context: CheckContext, scope: Scope, node: CalendarNode): ChosenCalendar | null {
  const other = node.clauses.find((clause) => clause.kind !== 'use');
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
  if (node.broken || uses.length < node.clauses.length) return null;
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
  const names: Names = {
    regions: scope.names('region'),
    severities: scope.names('severity'),
    channels: scope.names('channel'),
    types: scope.names('type'),
  };
  const distinct = {
    // Told apart one and all, so that the one left out is named.
    regions: allOrNone(names.regions, namesOf('regions', uses)),
    severities: allOrNone(names.severities, namesOf('severities', uses)),
    channels: namesOf('channels', uses),
    types: namesOf('types', uses),
  };
  for (const { key } of groupTickets(EVERYTHING, distinct, names)) {
    const holding = narrowestFor(uses, key);
    const [first, second] = holding;
    if (first === undefined) {
      const left = wordsOf(key);
      report(context, 'calendar/use-leaves-out', node.span, { calendar: node.name.text, left });
      return false;
    }
    if (second !== undefined) {
      const calendars = [first.node.calendar.text, second.node.calendar.text] as const;
      report(context, 'calendar/use-twice', second.node.span, { calendars, tickets: wordsOf(key) });
      return false;
    }
  }
  return true;
}

function allOrNone(all: readonly string[], named: ReadonlySet<string>): ReadonlySet<string> {
  return named.size === 0 ? named : new Set(all);
}

function namesOf(dimension: keyof CalendarKey, uses: readonly Use[]): ReadonlySet<string> {
  return new Set(uses.flatMap((use) => use.when[dimension] ?? []));
}

function narrowestFor(uses: readonly Use[], key: CalendarKey): readonly Use[] {
  const speaking = uses.filter(({ when }) =>
    DIMENSIONS.every((dimension) => {
      const names = when[dimension];
      const name = key[dimension];
      return names === null || (name !== null && names.includes(name));
    }),
  );
  const most = Math.max(...speaking.map(({ when }) => narrowness(when)));
  return speaking.filter(({ when }) => narrowness(when) === most);
}

/** `P1, phone`, or `other tickets` for those that no line names. */
function wordsOf(key: CalendarKey): string {
  const named = DIMENSIONS.flatMap((dimension) => key[dimension] ?? []);
  return named.length === 0 ? 'other tickets' : named.join(', ');
}
