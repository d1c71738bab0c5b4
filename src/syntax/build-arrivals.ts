import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import { wordsOf } from './build-conduct.ts';
import type { BlockReader } from './block-reader.ts';
import { buildBehaviour } from './build-behaviour.ts';
import { buildCalendarName } from './build-calendar.ts';
import {
  buildAmount,
  buildDateRange,
  buildName,
  timeOfToken,
  buildZoneChoice,
  nameOfToken,
} from './build-parts.ts';
import { buildHourRow, buildQuiet, buildRate, buildShares, percent } from './build-simulation.ts';
import type { ReadClause } from './clause-reader.ts';
import { hasWord, node, nodes, optionalNode, optionalToken, token, tokens, tokenSpan } from './cst.ts';
import type {
  ArrivalEventNode,
  ArrivalsNode,
  BehaviourNode,
  BringsNode,
  EventTimeNode,
  FactSharesNode,
  LogNode,
  LogTakesNode,
  SwingNode,
} from './tree.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export function buildArrivals(blocks: BlockReader, head: ReadClause, path: readonly string[]): ArrivalsNode {
  const [first, base] = tokens(head.cst, 'Text');
  if (first === undefined) throw new Error('the grammar promised a name');
  const name = nameOfToken(first);
  const inner = [...path, `arrivals "${name.text}"`];
  const said: Mutable<
    Pick<ArrivalsNode, 'region' | 'zone' | 'rate' | 'hours' | 'pattern' | 'works' | 'log'>
  > = {
    region: null,
    zone: null,
    rate: null,
    hours: null,
    pattern: null,
    works: null,
    log: null,
  };
  const shares: ArrivalsNode['shares'][number][] = [];
  const quiet: ArrivalsNode['quiet'][number][] = [];
  const swings: SwingNode[] = [];
  const facts: FactSharesNode[] = [];
  const events: ArrivalEventNode[] = [];
  const takes: LogTakesNode[] = [];
  const behaviour: BehaviourNode[] = [];
  const { broken } = blocks.rows(head, 'arrivals', inner, (clause) => {
    const { cst, span } = clause;
    const does = buildBehaviour(clause, blocks.reader.source.text);
    if (does !== null) {
      behaviour.push(does);
      return true;
    }
    switch (clause.rule) {
      case 'namedClause':
        said.region = buildName(node(cst, 'name'));
        return true;
      case 'zoneClause':
        said.zone = buildZoneChoice(cst);
        return true;
      case 'rateClause':
        said.rate = buildRate(cst, span);
        return true;
      case 'quietClause':
        quiet.push(buildQuiet(cst, span));
        return true;
      case 'sharesClause':
        shares.push(buildShares(cst, span));
        return true;
      case 'factSharesClause':
        facts.push(buildFactShares(cst, span));
        return true;
      case 'patternClause':
        said.pattern = { name: hasWord(cst, 'even') ? 'even' : 'office', span };
        return true;
      case 'ownHoursClause':
        said.works = buildCalendarName(node(cst, 'calendarName'));
        return true;
      case 'logTakesClause':
        takes.push(buildLogTakes(cst, span, blocks.reader.source.text));
        return true;
      case 'logClause':
        said.log = buildLog(cst, span);
        return true;
      case 'arrivalEventHead':
        events.push(buildEvent(blocks, clause, inner));
        return true;
      case 'hoursHead': {
        const rows = blocks.rows(clause, 'hours', [...inner, 'hours'], (row) =>
          buildHourRow(row.cst, row.span),
        );
        said.hours = rows.broken ? null : { rows: rows.items, span };
        return rows.broken ? null : true;
      }
      default:
        swings.push(buildSwing(clause.rule, cst, span));
        return true;
    }
  });
  return {
    kind: 'arrivals',
    name,
    extends: base === undefined ? null : nameOfToken(base),
    text: '',
    ...said,
    quiet,
    shares,
    swings,
    facts,
    events,
    takes,
    behaviour,
    broken,
    span: head.span,
  };
}

function buildLog(clause: CstNode, span: Span): LogNode {
  const how = hasWord(clause, 'written') ? 'as written' : hasWord(clause, 'day') ? 'by day' : 'by week';
  const [first, last] = tokens(clause, 'Date');
  return {
    path: nameOfToken(token(clause, 'Text', 0)),
    map: nameOfToken(token(clause, 'Text', 1)),
    dates:
      first === undefined || last === undefined
        ? null
        : { first: nameOfToken(first), last: nameOfToken(last) },
    how,
    span,
  };
}

function buildLogTakes(clause: CstNode, span: Span, text: string): LogTakesNode {
  const step = nameOfToken(token(clause, 'Text'));
  const state = optionalNode(clause, 'state');
  if (state !== null) return { step, from: { kind: 'state', state: wordsOf(state, text) }, span };
  const unit = tokens(clause, 'Identifier')[1];
  return {
    step,
    from: {
      kind: 'column',
      column: buildName(node(clause, 'name')),
      unit: unit === undefined ? null : nameOfToken(unit),
    },
    span,
  };
}

function buildSwing(rule: string, clause: CstNode, span: Span): SwingNode {
  switch (rule) {
    case 'growthClause':
      return {
        kind: token(clause, 'Identifier').image === 'decline' ? 'decline' : 'growth',
        share: percentOf(clause),
        per: nameOfToken(token(clause, 'Identifier', 1)),
        span,
      };
    case 'rateSeasonClause':
      return {
        kind: 'season',
        dates: buildDateRange(node(clause, 'dateRange')),
        share: percentOf(clause),
        span,
      };
    case 'burstsClause': {
      const factor = token(clause, 'Factor');
      const [length, every] = nodes(clause, 'amount').map(buildAmount);
      if (length === undefined || every === undefined) throw new Error('the grammar promised two amounts');
      const text = factor.image.replace('x', '');
      return { kind: 'bursts', length, every, factor: { text, span: tokenSpan(factor) }, span };
    }
    case 'daysVaryClause':
      return { kind: 'days vary', by: percentOf(clause), span };
    default:
      throw new Error(`no builder for ${rule}`);
  }
}

function percentOf(clause: CstNode) {
  const share = token(clause, 'Percent');
  return percent(share.image, tokenSpan(share));
}

function buildFactShares(clause: CstNode, span: Span): FactSharesNode {
  const [fact, ...names] = nodes(clause, 'name').map(buildName);
  if (fact === undefined) throw new Error('the grammar promised a fact');
  const weights = [...tokens(clause, 'Number'), ...tokens(clause, 'Percent')].sort(
    (a, b) => a.startOffset - b.startOffset,
  );
  return {
    fact,
    shares: names.map((name, i) => ({ name, weight: Number.parseFloat(weights[i]?.image ?? '0') })),
    span,
  };
}

function buildEvent(blocks: BlockReader, head: ReadClause, path: readonly string[]): ArrivalEventNode {
  const name = nameOfToken(token(head.cst, 'Text'));
  const said: Mutable<Pick<ArrivalEventNode, 'time' | 'brings'>> = { time: null, brings: null };
  const shares: ArrivalEventNode['shares'][number][] = [];
  const facts: FactSharesNode[] = [];
  const { broken } = blocks.rows(head, 'event', [...path, `event "${name.text}"`], ({ rule, cst, span }) => {
    if (rule === 'eventTimeClause') said.time = buildEventTime(cst, span);
    else if (rule === 'bringsClause') said.brings = buildBrings(cst, span);
    else if (rule === 'factSharesClause') facts.push(buildFactShares(cst, span));
    else shares.push(buildShares(cst, span));
    return true;
  });
  return { kind: 'event', name, text: '', ...said, shares, facts, broken, span: head.span };
}

/** A time of day belongs to the date that it follows. */
function buildEventTime(clause: CstNode, span: Span): EventTimeNode {
  const times = tokens(clause, 'Time');
  const at = (index: 0 | 1) => {
    const date = token(clause, 'Date', index);
    const next = index === 0 ? token(clause, 'Date', 1).startOffset : Infinity;
    const time = times.find(({ startOffset }) => startOffset > date.startOffset && startOffset < next);
    return { date: nameOfToken(date), time: time === undefined ? null : timeOfToken(time) };
  };
  return { from: at(0), to: at(1), span };
}

function buildBrings(clause: CstNode, span: Span): BringsNode {
  if (optionalToken(clause, 'Percent') !== null) return { amount: percentOf(clause), of: 'per cent', span };
  return { amount: nameOfToken(token(clause, 'Number')), of: 'tickets', span };
}
