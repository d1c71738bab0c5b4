import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import { percentOf } from './build-attain.ts';
import { buildCalendarName } from './build-calendar.ts';
import { buildStretch } from './build-conduct.ts';
import { buildMoney, buildUnitAmount } from './build-entitlement.ts';
import type { StretchNode } from './conduct-tree.ts';
import {
  buildAmount,
  buildCondition,
  buildName,
  buildNames,
  buildSelector,
  buildWords,
  buildZone,
  nameOfToken,
  wordsOf,
} from './build-parts.ts';
import { buildPeriod, periodOf, singular } from './build-plan.ts';
import { hasWord, node, nodes, nodeSpan, optionalNode, optionalToken, token, tokens } from './cst.ts';
import type {
  AvailabilityNode,
  AvailabilityTermNode,
  CreditBandNode,
  CreditCauseNode,
  CreditNode,
  CreditsNode,
  CreditsTermNode,
  CreditTermNode,
  PointsNode,
} from './money-tree.ts';

export function buildCredit(clause: CstNode, span: Span): CreditNode {
  const condition = optionalNode(clause, 'condition');
  return {
    kind: 'credit',
    cause: buildCause(clause),
    gives: buildGives(clause),
    terms: nodes(clause, 'creditTerm').map(buildCreditTerm),
    for: buildSelector(clause),
    when: condition === null ? null : buildCondition(condition),
    span,
  };
}

function buildCause(clause: CstNode): CreditCauseNode {
  const cause = optionalNode(clause, 'creditCause');
  if (cause === null) {
    if (isByPoints(clause)) return { kind: 'points', span: nodeSpan(clause) };
    if (optionalNode(clause, 'anyMissed') !== null) return { kind: 'missed', metrics: null };
    const attained = optionalNode(clause, 'name');
    if (attained !== null) {
      return { kind: 'attained', metric: buildName(attained), span: nodeSpan(attained) };
    }
    const missed = optionalNode(clause, 'names');
    if (missed !== null) return { kind: 'missed', metrics: buildNames(missed) };
    const service = nodes(clause, 'words')[isPoints(clause) ? 0 : 1];
    return {
      kind: 'availability',
      service: service === undefined ? null : wordsOf(service),
      span: nodeSpan(clause),
    };
  }
  if (optionalNode(cause, 'anyMissed') !== null) return { kind: 'missed', metrics: null };
  if (hasWord(cause, 'point')) return { kind: 'points', span: nodeSpan(cause) };
  const metric = optionalNode(cause, 'name');
  const each = optionalNode(cause, 'measuredStretch');
  if (metric !== null && each !== null) {
    return {
      kind: 'delay',
      metric: buildName(metric),
      each: buildMeasured(each),
      started: hasWord(cause, 'started'),
      span: nodeSpan(cause),
    };
  }
  if (metric !== null) return { kind: 'missed', metrics: [buildName(metric)] };
  return {
    kind: 'outage',
    each: each === null ? null : buildMeasured(each),
    started: hasWord(cause, 'started'),
    span: nodeSpan(cause),
  };
}

/** Whether a clause gives points, and not by them. */
function isPoints(clause: CstNode): boolean {
  return clause.name === 'pointsClause';
}

function isByPoints(clause: CstNode): boolean {
  return !isPoints(clause) && hasWord(clause, 'points');
}

/** `points 3 per missed respond for P1`. */
export function buildPoints(clause: CstNode, span: Span): PointsNode {
  const credit: CreditNode = {
    kind: 'credit',
    cause: buildCause(clause),
    gives: buildGivenPoints(clause),
    terms: nodes(clause, 'creditTerm').map(buildCreditTerm),
    for: buildSelector(clause),
    when: null,
    span,
  };
  return { kind: 'points', credit, span };
}

function buildGivenPoints(clause: CstNode): CreditNode['gives'] {
  const period = buildPeriod(clause);
  const shortfalls = nodes(clause, 'pointShortfall');
  if (period === null) return { kind: 'share', percent: nameOfToken(token(clause, 'Number')), of: '' };
  if (shortfalls.length === 0)
    return { kind: 'bands', of: '', period, bands: nodes(clause, 'pointBand').map(buildPointBand) };
  const bands = shortfalls.map((band) => ({
    percent: nameOfToken(token(band, 'Number')),
    from: null,
    to: percentOf(token(band, 'Percent')),
    toIncluded: false,
    span: nodeSpan(band),
  }));
  return { kind: 'shortfall', of: '', period, bands };
}

function buildPointBand(band: CstNode): CreditBandNode {
  const from = nameOfToken(token(band, 'Number', 1));
  const to = tokens(band, 'Number')[2];
  return {
    percent: nameOfToken(token(band, 'Number')),
    from,
    to: hasWord(band, 'more') ? 'more' : to === undefined ? from : nameOfToken(to),
    span: nodeSpan(band),
  };
}

function buildGives(clause: CstNode): CreditNode['gives'] {
  const words = buildWords(clause);
  const money = optionalNode(clause, 'money');
  if (money !== null) return { kind: 'money', money: buildMoney(money) };
  const service = optionalNode(clause, 'amount');
  if (service !== null)
    return { kind: 'service', amount: buildAmount(service), upTo: hasWord(clause, 'up'), of: words };
  const period = buildPeriod(clause);
  const shortfalls = nodes(clause, 'shortfallBand');
  if (period !== null && shortfalls.length > 0) {
    const bands = shortfalls.map((band) => ({
      percent: percentOf(token(band, 'Percent')),
      from: hasWord(band, 'from') ? percentOf(token(band, 'Percent', 1)) : null,
      to: percentOf(token(band, 'Percent', hasWord(band, 'from') ? 2 : 1)),
      toIncluded: !hasWord(band, 'below'),
      span: nodeSpan(band),
    }));
    return { kind: 'shortfall', of: words, period, bands };
  }
  if (period !== null) {
    return { kind: 'bands', of: words, period, bands: nodes(clause, 'creditBand').map(buildCreditBand) };
  }
  const percent = optionalToken(clause, 'Percent');
  return percent === null
    ? { kind: 'remedy', text: words }
    : { kind: 'share', percent: percentOf(percent), of: words };
}

function buildCreditBand(band: CstNode): CreditBandNode {
  const from = nameOfToken(token(band, 'Number'));
  const to = tokens(band, 'Number')[1];
  return {
    percent: percentOf(token(band, 'Percent')),
    from,
    to: hasWord(band, 'more') ? 'more' : to === undefined ? from : nameOfToken(to),
    span: nodeSpan(band),
  };
}

function buildCreditTerm(term: CstNode): CreditTermNode {
  const span = nodeSpan(term);
  if (hasWord(term, 'sole')) return { kind: 'sole remedy', span };
  if (hasWord(term, 'beyond')) return { kind: 'beyond', free: buildFree(term), span };
  if (hasWord(term, 'earned')) {
    const unit = singular(nameOfToken(token(term, 'Identifier')));
    return { kind: 'earned back', count: nameOfToken(token(term, 'Number')), unit, span };
  }
  if (hasWord(term, 'counted')) return { kind: 'counted as promised', span };
  if (hasWord(term, 'claimed')) {
    const calendar = optionalNode(term, 'calendarName');
    const unit = hasWord(term, 'end') ? tokens(term, 'Identifier').at(-1) : undefined;
    return {
      kind: 'claimed',
      within: buildAmount(node(term, 'amount')),
      calendar: calendar === null ? null : buildCalendarName(calendar),
      fromEndOf: unit === undefined ? null : nameOfToken(unit),
      how: buildWords(term),
      span,
    };
  }
  const period = optionalNode(term, 'period');
  return {
    kind: 'at most',
    most: buildMost(term),
    period: period === null ? 'ticket' : periodOf(period),
    span,
  };
}

function buildFree(term: CstNode): Extract<CreditTermNode, { kind: 'beyond' }>['free'] {
  const stretch = optionalNode(term, 'measuredStretch');
  if (stretch !== null) return { kind: 'time', stretch: buildMeasured(stretch) };
  const period = periodOf(node(term, 'period'));
  const share = optionalToken(term, 'Percent');
  return share === null
    ? { kind: 'count', count: nameOfToken(token(term, 'Number')), period }
    : { kind: 'share', share: percentOf(share), period };
}

export function buildMeasured(measured: CstNode): StretchNode {
  const calendar = optionalNode(measured, 'calendarName');
  return buildStretch(node(measured, 'stretch'), calendar === null ? null : buildCalendarName(calendar));
}

/** `credits at most 15% of "the monthly fee" per month, sole remedy`. */
export function buildCredits(clause: CstNode, span: Span): CreditsNode {
  return { kind: 'credits', terms: nodes(clause, 'creditsTerm').map(buildCreditsTerm), span };
}

function buildCreditsTerm(term: CstNode): CreditsTermNode {
  const span = nodeSpan(term);
  if (hasWord(term, 'sole')) return { kind: 'sole remedy', span };
  const percent = optionalToken(term, 'Percent');
  const period = optionalNode(term, 'period');
  return {
    kind: 'at most',
    most:
      percent === null
        ? { kind: 'money', money: buildMoney(node(term, 'money')) }
        : { kind: 'share', percent: percentOf(percent), of: buildWords(term) },
    period: period === null ? 'ticket' : periodOf(period),
    span,
  };
}

function buildMost(term: CstNode): Extract<CreditTermNode, { kind: 'at most' }>['most'] {
  const percent = optionalToken(term, 'Percent');
  if (percent !== null) return { kind: 'share', percent: percentOf(percent) };
  const amount = optionalNode(term, 'amount');
  return amount === null
    ? { kind: 'money', money: buildMoney(node(term, 'money')) }
    : { kind: 'service', amount: buildAmount(amount) };
}

export function buildAvailability(clause: CstNode, span: Span): AvailabilityNode {
  const zone = optionalNode(clause, 'zone');
  const calendar = optionalNode(clause, 'calendarName');
  const window = optionalNode(clause, 'unitAmount');
  return {
    kind: 'availability',
    service: buildWords(clause),
    share: percentOf(token(clause, 'Percent')),
    period: buildPeriod(clause),
    window: window === null ? null : buildUnitAmount(window),
    calendar: calendar === null ? null : buildCalendarName(calendar),
    zone: zone === null ? null : buildZone(zone),
    terms: nodes(clause, 'availabilityTerm').map(buildAvailabilityTerm),
    span,
  };
}

function buildAvailabilityTerm(term: CstNode): AvailabilityTermNode {
  const span = nodeSpan(term);
  const words = nodes(term, 'words').map(wordsOf);
  const amounts = nodes(term, 'unitAmount').map(buildUnitAmount);
  const [first = ''] = words;
  if (hasWord(term, 'outage')) return { kind: 'outage', from: first, to: words[1] ?? '', span };
  if (hasWord(term, 'formula')) return { kind: 'formula', text: first, span };
  if (hasWord(term, 'except')) {
    const announced = optionalNode(term, 'measuredStretch');
    const period = buildPeriod(term);
    const [cap] = amounts;
    return {
      kind: 'except',
      text: first,
      announced: announced === null ? null : buildMeasured(announced),
      upTo: period === null || cap === undefined ? null : { amount: cap, period },
      span,
    };
  }
  const amount = buildUnitAmount(node(term, 'unitAmount'));
  return { kind: hasWord(term, 'counted') ? 'counted' : 'at least', amount, span };
}
