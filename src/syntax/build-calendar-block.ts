import type { BlockReader } from './block-reader.ts';
import {
  buildClosed,
  buildDatesOf,
  buildHolidayRow,
  buildHoursExpression,
  buildOpen,
  buildSeasonHead,
  buildUse,
  buildZoneClause,
} from './build-calendar.ts';
import { buildHolidaysClause, buildOnHolidays } from './build-calendar-holidays.ts';
import { buildClosures } from './build-closures.ts';
import { buildLimited } from './build-limited.ts';
import { buildName, buildWords } from './build-parts.ts';
import type { ReadClause } from './clause-reader.ts';
import { node, optionalNode } from './cst.ts';
import type {
  CalendarClauseNode,
  CalendarNode,
  HolidaysClauseNode,
  HolidaysNode,
  LimitedNode,
  OpenNode,
  SeasonNode,
} from './tree.ts';

export function buildCalendar(blocks: BlockReader, head: ReadClause): CalendarNode {
  const name = buildName(node(head.cst, 'name'));
  const expression = optionalNode(head.cst, 'hoursExpression');
  const path = [`calendar ${name.text}`];
  const { items, broken } = blocks.rows(head, 'calendar', path, (clause) =>
    calendarClause(blocks, clause, path),
  );
  return {
    kind: 'calendar',
    name,
    text: buildWords(head.cst),
    expression: expression === null ? null : buildHoursExpression(expression),
    clauses: items,
    broken,
    span: head.span,
  };
}

function calendarClause(
  blocks: BlockReader,
  clause: ReadClause,
  path: readonly string[],
): CalendarClauseNode {
  const { cst, span } = clause;
  switch (clause.rule) {
    case 'zoneClause':
      return buildZoneClause(cst, span);
    case 'openClause':
      return buildOpen(cst, span);
    case 'closedClause':
      return buildClosed(cst, span);
    case 'holidaysClause':
      return buildHolidaysClause(cst, span);
    case 'onHolidaysClause':
      return buildOnHolidays(cst, span);
    case 'limitedClause':
      return buildLimited(cst, span);
    case 'boundClause':
      return { kind: 'bound', span };
    case 'datesOfClause':
      return buildDatesOf(cst, span);
    case 'closuresClause':
      return buildClosures(cst, span);
    case 'useClause':
      return buildUse(cst, span);
    case 'seasonHead':
      return buildSeason(blocks, clause, path);
    default:
      throw new Error(`no builder for ${clause.rule}`);
  }
}

function buildSeason(blocks: BlockReader, head: ReadClause, path: readonly string[]): SeasonNode {
  const { items, broken } = blocks.rows(head, 'season', [...path, 'season'], ({ rule, cst, span }) =>
    rule === 'limitedClause'
      ? buildLimited(cst, span)
      : rule === 'holidaysClause'
        ? buildHolidaysClause(cst, span)
        : buildOpen(cst, span),
  );
  const open = items.filter((item): item is OpenNode => item.kind === 'open');
  const limited = items.filter((item): item is LimitedNode => item.kind === 'limited');
  const holidays = items.filter((item): item is HolidaysClauseNode => item.kind === 'holidays');
  return {
    kind: 'season',
    ...buildSeasonHead(head.cst),
    open,
    limited,
    holidays,
    broken: broken || open.length + limited.length + holidays.length < items.length,
    span: head.span,
  };
}

export function buildHolidays(blocks: BlockReader, head: ReadClause): HolidaysNode {
  const name = buildName(node(head.cst, 'name'));
  const { items, broken } = blocks.rows(head, 'holidays', [`holidays ${name.text}`], ({ cst, span }) =>
    buildHolidayRow(cst, span),
  );
  return {
    kind: 'holidays',
    name,
    text: buildWords(head.cst),
    sources: items.flatMap((item) => (item.kind === 'source' ? [item.source] : [])),
    rules: items.flatMap((item) => (item.kind === 'rule' ? [item.rule] : [])),
    covers: items.flatMap((item) => (item.kind === 'covers' ? [item.covers] : [])),
    days: items.flatMap((item) => (item.kind === 'day' ? [item.day] : [])),
    keywords: items.flatMap((item) =>
      item.kind === 'source' || item.kind === 'covers' ? [{ ...item.keyword, says: item.kind }] : [],
    ),
    broken,
    span: head.span,
  };
}
