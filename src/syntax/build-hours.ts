import type { CstNode } from '../../grammar/concrete-tree.ts';
import { buildCalendarName } from './build-calendar.ts';
import { nodeSpan, optionalNode } from './cst.ts';
import type { HoursNode } from './tree.ts';

export function buildHours(hours: CstNode): HoursNode {
  const calendar = optionalNode(hours, 'calendarName');
  return calendar === null
    ? { kind: 'their hours', span: nodeSpan(hours) }
    : { kind: 'calendar', name: buildCalendarName(calendar) };
}
