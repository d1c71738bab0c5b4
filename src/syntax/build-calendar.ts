import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import type { Weekday } from '../time/types.ts';
import { buildPartOfDay } from './build-part-of-day.ts';
import { buildDaysFrom, buildHolidayRule } from './build-holiday-rule.ts';
import {
  buildDateRange,
  buildDateRanges,
  buildName,
  buildSelector,
  buildTimeRange,
  buildTimeRanges,
  buildWeekdays,
  buildWords,
  buildZone,
  buildZoneChoice,
  nameOfToken,
  timeOfToken,
  weekdayOf,
} from './build-parts.ts';
import { node, nodes, nodeSpan, optionalNode, optionalToken, token, tokens, tokenSpan } from './cst.ts';
import type {
  CalendarClauseNode,
  CalendarExpressionNode,
  ClosedNode,
  HolidayDayNode,
  HolidayRuleNode,
  NameNode,
  OpenNode,
  OpenOnNode,
  TimeNode,
  UseNode,
  WeekWindowNode,
  ZoneChoiceNode,
} from './tree.ts';

/** `24x7`, `24x5` or a name; the first two are what they say. */
export function buildCalendarName(calendar: CstNode): NameNode {
  const fixed = optionalToken(calendar, 'RoundTheClock') ?? optionalToken(calendar, 'FiveDays');
  return fixed === null ? buildName(node(calendar, 'name')) : nameOfToken(fixed);
}

export function buildHoursExpression(expression: CstNode): CalendarExpressionNode {
  return join('except', expression, nodes(expression, 'hoursUnion').map(buildUnion));
}

function buildUnion(union: CstNode): CalendarExpressionNode {
  return join('or', union, nodes(union, 'hoursMeet').map(buildMeet));
}

function buildMeet(meet: CstNode): CalendarExpressionNode {
  return join('and', meet, nodes(meet, 'hoursAtom').map(buildAtom));
}

function buildAtom(atom: CstNode): CalendarExpressionNode {
  const inner = optionalNode(atom, 'hoursExpression');
  if (inner !== null) return buildHoursExpression(inner);
  const name = node(atom, 'calendarName');
  return { kind: 'name', name: buildCalendarName(name), span: nodeSpan(name) };
}

function join(
  kind: 'or' | 'and' | 'except',
  parent: CstNode,
  of: readonly CalendarExpressionNode[],
): CalendarExpressionNode {
  return of.length === 1 ? (of[0] as CalendarExpressionNode) : { kind, of, span: nodeSpan(parent) };
}

export function buildZoneClause(clause: CstNode, span: Span): CalendarClauseNode {
  return { kind: 'zone', choice: buildZoneChoice(clause), span };
}

/** An owner of zones stands where a zone does. */
export function buildDatesOf(clause: CstNode, span: Span): CalendarClauseNode {
  const zone = buildZone(node(clause, 'zone'));
  const isOwner = zone.text === 'region' || zone.text === 'customer';
  const choice: ZoneChoiceNode = isOwner
    ? { kind: 'of', owner: { text: zone.text, span: zone.span }, span: zone.span }
    : { kind: 'zone', zone, span: zone.span };
  return { kind: 'dates of', choice, span };
}

const DAY = 86_400;

function wholeWeek(span: Span): WeekWindowNode {
  return {
    fromDay: 1,
    fromTime: { seconds: 0, span },
    toDay: 7,
    toTime: { seconds: DAY, span },
    zones: null,
    span,
  };
}

/** Where the `on` before dates stands. */
export function spanOfOn(clause: CstNode): Span | null {
  const on = optionalToken(clause, 'Word_on');
  return on === null ? null : tokenSpan(on);
}

export function buildOpen(clause: CstNode, span: Span): OpenNode | OpenOnNode {
  const selector = buildSelector(clause);
  const always = optionalToken(clause, 'RoundTheClock');
  if (always !== null) {
    const windows = [wholeWeek(tokenSpan(always))];
    return { kind: 'open', windows, always: true, fiveDays: null, for: selector, span };
  }
  const dates = optionalNode(clause, 'dateRanges');
  if (dates !== null) {
    const hours = optionalNode(clause, 'timeRanges');
    const as = optionalToken(clause, 'Weekday');
    return {
      kind: 'open on',
      on: spanOfOn(clause),
      dates: buildDateRanges(dates),
      hours: hours === null ? [] : buildTimeRanges(hours),
      as: as === null ? null : weekdayOf(as),
      label: buildWords(clause),
      for: selector,
      span,
    };
  }
  const fiveDays = optionalToken(clause, 'FiveDays');
  return {
    kind: 'open',
    windows: buildWeekWindows(node(clause, 'weekWindow')),
    always: false,
    fiveDays: fiveDays === null ? null : tokenSpan(fiveDays),
    for: selector,
    span,
  };
}

export function buildWeekWindows(window: CstNode): readonly WeekWindowNode[] {
  const ranges = optionalNode(window, 'timeRanges');
  if (ranges === null) {
    const [from, to] = tokens(window, 'Weekday');
    if (from === undefined || to === undefined) return [];
    const [fromZone, toZone] = nodes(window, 'zone').map(buildZone);
    return [
      {
        fromDay: weekdayOf(from),
        fromTime: timeOfToken(token(window, 'Time', 0)),
        toDay: weekdayOf(to),
        toTime: timeOfToken(token(window, 'Time', 1)),
        zones: fromZone === undefined || toZone === undefined ? null : { from: fromZone, to: toZone },
        span: nodeSpan(window),
      },
    ];
  }
  return buildWeekdays(node(window, 'weekdays')).flatMap((day) =>
    nodes(ranges, 'timeRange')
      .map(buildTimeRange)
      .map((range) => ({
        fromDay: day,
        fromTime: range.from,
        // Up to a time before its start, a window ends on the day after.
        toDay: isBefore(range.to, range.from) ? (((day % 7) + 1) as Weekday) : day,
        toTime: range.to,
        zones: null,
        span: range.span,
      })),
  );
}

function isBefore(a: TimeNode, b: TimeNode): boolean {
  return a.seconds !== null && b.seconds !== null && a.seconds < b.seconds;
}

export function buildClosed(clause: CstNode, span: Span): ClosedNode {
  return {
    kind: 'closed',
    dates: buildDateRanges(node(clause, 'dateRanges')),
    label: buildWords(clause),
    for: buildSelector(clause),
    span,
  };
}

export function buildSeasonHead(clause: CstNode) {
  return {
    label: buildWords(clause),
    dates: buildDateRange(node(clause, 'dateRange')),
    for: buildSelector(clause),
  };
}

export function buildUse(clause: CstNode, span: Span): UseNode {
  return {
    kind: 'use',
    calendar: buildCalendarName(node(clause, 'calendarName')),
    for: buildSelector(clause),
    span,
  };
}

export type HolidayRow =
  | { readonly kind: 'day'; readonly day: HolidayDayNode }
  | { readonly kind: 'rule'; readonly rule: HolidayRuleNode }
  | { readonly kind: 'source'; readonly keyword: NameNode; readonly source: NameNode }
  | {
      readonly kind: 'covers';
      readonly keyword: NameNode;
      readonly covers: { readonly from: number; readonly to: number; readonly span: Span };
    };

export function buildHolidayRow(row: CstNode, span: Span): HolidayRow {
  const rule = optionalNode(row, 'holidayRule');
  if (rule !== null) return { kind: 'rule', rule: buildHolidayRule(rule, span) };
  const [first, last] = tokens(row, 'Date');
  if (first !== undefined) {
    return {
      kind: 'day',
      day: { dates: buildDaysFrom(first, last), part: buildPartOfDay(row), label: buildWords(row), span },
    };
  }
  const keyword = nameOfToken(token(row, 'Identifier'));
  const words = optionalNode(row, 'words');
  if (words !== null)
    return { kind: 'source', keyword, source: { text: buildWords(row), span: nodeSpan(words) } };
  return {
    kind: 'covers',
    keyword,
    covers: { from: Number(token(row, 'Number', 0).image), to: Number(token(row, 'Number', 1).image), span },
  };
}
