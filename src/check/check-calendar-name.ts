import type { NameNode } from '../syntax/tree.ts';
import { type CheckContext, report } from './context.ts';
import type { CalendarBody } from './model.ts';
import type { Scope } from './scope.ts';

/** `24x7` or a declared calendar; `24x5` alone is reported, since it states no bounds. */
export function checkCalendarName(context: CheckContext, scope: Scope, name: NameNode): string | null {
  if (name.text === '24x7') return '24x7';
  if (name.text === '24x5') {
    report(context, 'calendar/24x5-without-bounds', name.span, {});
    return null;
  }
  return scope.resolve(context, 'calendar', name);
}

/** A calendar of the contract as it would be written, for what to write instead; `Office` where there is none. */
export function anyCalendar(scope: Scope): string {
  const name = scope.names('calendar')[0] ?? 'Office';
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) ? name : `"${name}"`;
}

/** The calendar that a name stands for. */
export function checkNamed(context: CheckContext, scope: Scope, node: NameNode): CalendarBody | null {
  const name = checkCalendarName(context, scope, node);
  if (name === null) return null;
  return name === '24x7' ? { kind: 'always' } : { kind: 'named', calendar: name };
}
