import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Token } from '../../grammar/token.ts';
import type { Weekday } from '../time/types.ts';
import {
  hasWord,
  node,
  nodes,
  nodeSpan,
  optionalNode,
  optionalToken,
  token,
  tokens,
  tokenSpan,
} from './cst.ts';
import type {
  AmountNode,
  ConditionNode,
  DateRangeNode,
  MomentNode,
  NameNode,
  SelectorNode,
  SelectorTermNode,
  TimeNode,
  TimeRangeNode,
  ZoneChoiceNode,
  ZoneNode,
} from './tree.ts';

/** The parts that clauses are made of: names, zones, amounts, dates, selectors, conditions. */

export function nameOfToken(token: Token): NameNode {
  return { text: token.image.startsWith('"') ? unquote(token.image) : token.image, span: tokenSpan(token) };
}

export function buildName(name: CstNode): NameNode {
  return nameOfToken(optionalToken(name, 'Identifier') ?? token(name, 'Text'));
}

export function buildNames(names: CstNode): readonly NameNode[] {
  return nodes(names, 'name').map(buildName);
}

export function unquote(image: string): string {
  return image.slice(1, -1).replace(/\\(["\\])/g, '$1');
}

/** The texts of a `words` node as one, joined by a blank; empty when there is none. */
export function buildWords(parent: CstNode): string {
  const words = optionalNode(parent, 'words');
  return words === null ? '' : wordsOf(words);
}

export function wordsOf(words: CstNode): string {
  return tokens(words, 'Text')
    .map((text) => unquote(text.image))
    .join(' ');
}

export function buildZone(zone: CstNode): ZoneNode {
  const span = nodeSpan(zone);
  const fixed = optionalToken(zone, 'FixedOffset');
  if (fixed !== null) {
    const offset = fixed.image.slice(-6);
    const sign = offset.startsWith('-') ? -1 : 1;
    const seconds = Number(offset.slice(1, 3)) * 3600 + Number(offset.slice(4, 6)) * 60;
    return { text: offset, offsetSeconds: sign * seconds, span };
  }
  return {
    text: (optionalToken(zone, 'ZoneName') ?? token(zone, 'Identifier')).image,
    offsetSeconds: null,
    span,
  };
}

export function buildZoneChoice(clause: CstNode): ZoneChoiceNode {
  const span = nodeSpan(clause);
  const zone = optionalNode(clause, 'zone');
  return zone === null
    ? { kind: 'of', owner: nameOfToken(token(clause, 'Identifier')), span }
    : { kind: 'zone', zone: buildZone(zone), span };
}

export function buildAmount(amount: CstNode): AmountNode {
  const numbers = tokens(amount, 'Number');
  const units = tokens(amount, 'Identifier');
  const first = units[0];
  const last = units[units.length - 1];
  return {
    amount: token(amount, 'Number').image,
    upTo: numbers[1]?.image ?? null,
    unit: units.map((unit) => unit.image).join(' '),
    unitSpan: { start: first?.startOffset ?? 0, end: last === undefined ? 0 : tokenSpan(last).end },
    span: nodeSpan(amount),
  };
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export function weekdayOf(token: Token): Weekday {
  return (WEEKDAYS.indexOf(token.image.slice(0, 3)) + 1) as Weekday;
}

/** The days that `Mon..Fri, Sun` names, in the order written; a range may wrap the week's end. */
export function buildWeekdays(weekdays: CstNode): readonly Weekday[] {
  const all = tokens(weekdays, 'Weekday');
  const joined = new Set(tokens(weekdays, 'DotDot').map((dots) => dots.startOffset));
  const days: Weekday[] = [];
  for (let i = 0; i < all.length; i++) {
    const from = all[i] as Token;
    const to = all[i + 1];
    const ranged = to !== undefined && [...joined].some((at) => at > from.startOffset && at < to.startOffset);
    if (!ranged) {
      days.push(weekdayOf(from));
      continue;
    }
    const last = weekdayOf(to);
    for (let day = weekdayOf(from); ; day = ((day % 7) + 1) as Weekday) {
      days.push(day);
      if (day === last) break;
    }
    i++;
  }
  return days;
}

const DAY = 86_400;

export function timeOfToken(time: Token): TimeNode {
  const [hours = 0, minutes = 0, seconds = 0] = time.image.split(':').map(Number);
  const daySeconds = hours * 3600 + minutes * 60 + seconds;
  const exists = minutes < 60 && seconds < 60 && daySeconds <= DAY;
  return { seconds: exists ? daySeconds : null, span: tokenSpan(time) };
}

export function buildTimeRange(range: CstNode): TimeRangeNode {
  return {
    from: timeOfToken(token(range, 'Time', 0)),
    to: timeOfToken(token(range, 'Time', 1)),
    span: nodeSpan(range),
  };
}

export function buildTimeRanges(ranges: CstNode): readonly TimeRangeNode[] {
  return nodes(ranges, 'timeRange').map(buildTimeRange);
}

const WHICH = ['first', 'second', 'third', 'fourth'] as const;

export function buildDateRange(range: CstNode): DateRangeNode {
  const nth = optionalNode(range, 'nthWeekday');
  if (nth !== null) {
    const month = optionalToken(nth, 'Number');
    return {
      kind: 'nth weekday',
      which: WHICH.find((which) => hasWord(nth, which)) ?? 'last',
      weekday: weekdayOf(token(nth, 'Weekday')),
      month: month === null ? null : nameOfToken(month),
      saysEachMonth: hasWord(nth, 'each'),
      span: nodeSpan(range),
    };
  }
  const cycle = optionalNode(range, 'everyFewWeeks');
  if (cycle !== null) {
    const [first, last = first] = tokens(cycle, 'Date').map(nameOfToken);
    const every = nameOfToken(token(cycle, 'Number'));
    const unit = hasWord(cycle, 'weeks') ? 'weeks' : 'days';
    return { kind: 'cycle', every, unit, from: first ?? every, to: last ?? every, span: nodeSpan(range) };
  }
  const weeks = optionalNode(range, 'weekdaysOfWeeks');
  if (weeks !== null) {
    const [first = 1, last = first] = tokens(weeks, 'Weekday').map(weekdayOf);
    const number = hasWord(weeks, 'odd') ? 'odd' : 'even';
    return { kind: 'weeks', from: first, to: last, number, span: nodeSpan(range) };
  }
  const every = hasWord(range, 'every');
  const kind = every ? 'MonthDay' : 'Date';
  const from = nameOfToken(token(range, kind));
  const to = tokens(range, kind)[1];
  return { kind: 'dates', every, from, to: to === undefined ? from : nameOfToken(to), span: nodeSpan(range) };
}

export function buildDateRanges(ranges: CstNode): readonly DateRangeNode[] {
  return nodes(ranges, 'dateRange').map(buildDateRange);
}

export function buildMoment(moment: CstNode): MomentNode {
  const weekday = optionalToken(moment, 'Weekday');
  const instant = optionalToken(moment, 'Instant');
  const zone = optionalNode(moment, 'zone');
  return {
    weekday: weekday === null ? null : { day: weekdayOf(weekday), span: tokenSpan(weekday) },
    at:
      instant === null
        ? {
            kind: 'local',
            date: nameOfToken(token(moment, 'Date')),
            time: timeOfToken(token(moment, 'Time')),
          }
        : { kind: 'instant', text: instant.image },
    zone: zone === null ? null : buildZone(zone),
    span: nodeSpan(moment),
  };
}

export function buildSelector(clause: CstNode): SelectorNode | null {
  const selector = optionalNode(clause, 'selector');
  if (selector === null) return null;
  return { terms: nodes(selector, 'selectorTerm').map(buildSelectorTerm), span: nodeSpan(selector) };
}

function buildSelectorTerm(term: CstNode): SelectorTermNode {
  const kind = optionalToken(term, 'Identifier');
  return {
    kind: kind === null ? null : nameOfToken(kind),
    negated: hasWord(term, 'not'),
    names: buildNames(node(term, 'names')),
    span: nodeSpan(term),
  };
}

export function buildCondition(condition: CstNode): ConditionNode {
  return junction('any', condition, nodes(condition, 'conjunction').map(buildConjunction));
}

function buildConjunction(conjunction: CstNode): ConditionNode {
  return junction('all', conjunction, nodes(conjunction, 'factTest').map(buildFactTest));
}

function junction(kind: 'any' | 'all', parent: CstNode, of: readonly ConditionNode[]): ConditionNode {
  return of.length === 1 ? (of[0] as ConditionNode) : { kind, of, span: nodeSpan(parent) };
}

const OPERATORS = {
  Equal: '=',
  NotEqual: '!=',
  AtMost: '<=',
  AtLeast: '>=',
  Less: '<',
  Greater: '>',
} as const;

export function buildFactTest(test: CstNode): ConditionNode {
  const span = nodeSpan(test);
  const negated = optionalNode(test, 'factTest');
  if (negated !== null) return { kind: 'not', of: buildFactTest(negated), span };
  const inner = optionalNode(test, 'condition');
  if (inner !== null) return buildCondition(inner);
  const fact = nameOfToken(token(test, 'Identifier'));
  const operator = (Object.keys(OPERATORS) as (keyof typeof OPERATORS)[]).find(
    (name) => tokens(test, name).length > 0,
  );
  if (operator === undefined) return { kind: 'test', fact, operator: null, value: null, span };
  const number = optionalToken(test, 'Number');
  const value = number ?? tokens(test, 'Identifier')[1] ?? token(test, 'Text');
  return {
    kind: 'test',
    fact,
    operator: OPERATORS[operator],
    value: { ...nameOfToken(value), number: number !== null },
    span,
  };
}
