import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import { buildCalendarName } from './build-calendar.ts';
import { buildLimit } from './build-cell.ts';
import {
  buildAmount,
  buildCondition,
  buildName,
  buildNames,
  buildSelector,
  buildWords,
  buildZone,
  nameOfToken,
  unquote,
} from './build-parts.ts';
import { buildPeriod, periodOf } from './build-plan.ts';
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
  AvailableNode,
  ChargeNode,
  ChargeRateNode,
  ChargeTermNode,
  EdgeParts,
  EligibleNode,
  LanguagesNode,
  MoneyAmountNode,
  OffHoursNode,
  OverQuota,
  PackNode,
  ProvisionNode,
  QuantityNode,
  QuotaNode,
  QuotaTermNode,
  RolloverNode,
  RolloverTermNode,
  RoundingNode,
  VersionsNode,
} from './entitlement-tree.ts';
import type { AmountNode } from './tree.ts';

export function buildQuota(clause: CstNode, span: Span): QuotaNode {
  const zone = optionalNode(clause, 'zone');
  const amount = optionalToken(clause, 'Number');
  const activity = optionalNode(clause, 'name');
  return {
    kind: 'quota',
    thing: nameOfToken(token(clause, 'Identifier')),
    amount: amount === null ? null : nameOfToken(amount),
    atMost: hasWord(clause, 'most'),
    text: buildWords(clause),
    period: buildPeriod(clause),
    zone: zone === null ? null : buildZone(zone),
    activity: activity === null ? null : buildName(activity),
    terms: nodes(clause, 'quotaTerm').map(buildQuotaTerm),
    for: buildSelector(clause),
    span,
  };
}

function buildQuotaTerm(term: CstNode): QuotaTermNode {
  const span = nodeSpan(term);
  const offHours = optionalNode(term, 'offHours');
  if (offHours !== null) return { kind: 'outside', offHours: buildOffHours(offHours), span };
  const rounding = optionalNode(term, 'rounding');
  if (rounding !== null) return buildRounding(rounding);
  if (hasWord(term, 'rounded')) return { kind: 'not rounded', span };
  const least = optionalNode(term, 'unitAmount');
  if (least !== null) {
    const period = periodOf(node(term, 'period'));
    return {
      kind: 'drawn',
      least: buildUnitAmount(least),
      period,
      madeUpLater: hasWord(term, 'later'),
      span,
    };
  }
  if (hasWord(term, 'used')) {
    const when = (['opened', 'answered', 'closed'] as const).find((word) => hasWord(term, word));
    return { kind: 'used', when: when ?? 'work ends', span };
  }
  if (hasWord(term, 'one')) {
    const thing = nameOfToken(token(term, 'Identifier'));
    return { kind: 'one', thing, per: hasWord(term, 'cause') ? 'cause' : 'ticket', span };
  }
  if (hasWord(term, 'booked')) return { kind: 'booked', before: buildLimit(node(term, 'limit')), span };
  return { kind: 'over', over: nodes(term, 'overQuota').map(buildOver), span };
}

function buildOver(over: CstNode): OverQuota {
  if (hasWord(over, 'refused')) return 'refuse';
  if (hasWord(over, 'billed')) return 'bill';
  if (hasWord(over, 'best')) return 'best effort';
  if (hasWord(over, 'hold')) return 'hold';
  return hasWord(over, 'closed') ? 'close' : 'no promise';
}

function buildOffHours(part: CstNode): OffHoursNode {
  const factor = token(part, 'Factor');
  const parts = optionalNode(part, 'edgeParts');
  return {
    calendar: buildCalendarName(node(part, 'calendarName')),
    factor: { text: factor.image.slice(0, -1), span: tokenSpan(factor) },
    parts: parts === null ? null : buildEdgeParts(parts),
    span: nodeSpan(part),
  };
}

export function buildEdgeParts(parts: CstNode): EdgeParts {
  if (hasWord(parts, 'split')) return 'split at edge';
  return hasWord(parts, 'start') ? 'by start' : 'whole';
}

export function buildRollover(clause: CstNode, span: Span): RolloverNode {
  const upTo = optionalToken(clause, 'Number');
  const condition = optionalNode(clause, 'condition');
  return {
    kind: 'rollover',
    thing: buildName(node(clause, 'name')),
    upTo: upTo === null ? null : nameOfToken(upTo),
    inAll: hasWord(clause, 'all'),
    period: buildPeriod(clause),
    terms: nodes(clause, 'rolloverTerm').map(buildRolloverTerm),
    when: condition === null ? null : buildCondition(condition),
    span,
  };
}

function buildRolloverTerm(term: CstNode): RolloverTermNode {
  const span = nodeSpan(term);
  const after = optionalNode(term, 'unitAmount');
  if (after !== null) return { kind: 'expires', after: buildUnitAmount(after), event: null, span };
  const afterEvent = optionalNode(term, 'amount');
  if (afterEvent !== null) {
    return { kind: 'expires', after: buildAmount(afterEvent), event: buildName(node(term, 'name')), span };
  }
  if (hasWord(term, 'carried')) {
    return { kind: 'carried', carried: hasWord(term, 'once') ? 'once' : 'again', span };
  }
  return { kind: 'order', order: hasWord(term, 'oldest') ? 'oldest first' : 'newest first', span };
}

/** A number and one unit. */
export function buildUnitAmount(part: CstNode): AmountNode {
  const unit = token(part, 'Identifier');
  return {
    amount: token(part, 'Number').image,
    upTo: null,
    unit: unit.image,
    unitSpan: tokenSpan(unit),
    span: nodeSpan(part),
  };
}

export function buildCharge(clause: CstNode, span: Span): ChargeNode {
  return {
    kind: 'charge',
    name: buildName(node(clause, 'name')),
    rate: buildChargeRate(node(clause, 'chargeRate')),
    terms: nodes(clause, 'chargeTerm').map(buildChargeTerm),
    for: buildSelector(clause),
    span,
  };
}

function buildChargeRate(rate: CstNode): ChargeRateNode {
  const amount = optionalNode(rate, 'unitAmount');
  const kind = hasWord(rate, 'first') ? 'first' : hasWord(rate, 'started') ? 'per started' : 'per';
  return {
    quantity: buildQuantity(node(rate, 'quantity')),
    of: amount === null ? null : { kind, amount: buildUnitAmount(amount) },
    span: nodeSpan(rate),
  };
}

export function buildQuantity(quantity: CstNode): QuantityNode {
  const amount = token(quantity, 'Number');
  const unit = token(quantity, 'Identifier');
  return {
    kind: unit.startOffset < amount.startOffset ? 'money' : 'units',
    amount: nameOfToken(amount),
    unit: nameOfToken(unit),
    span: nodeSpan(quantity),
  };
}

function buildChargeTerm(term: CstNode): ChargeTermNode {
  const span = nodeSpan(term);
  const rate = optionalNode(term, 'chargeRate');
  if (rate !== null) return { kind: 'then', rate: buildChargeRate(rate), span };
  const rounding = optionalNode(term, 'rounding');
  if (rounding !== null) return buildRounding(rounding);
  const offHours = optionalNode(term, 'offHours');
  if (offHours !== null) return { kind: 'outside', offHours: buildOffHours(offHours), span };
  const condition = optionalNode(term, 'condition');
  if (condition !== null) return { kind: 'free', when: buildCondition(condition), span };
  const names = nodes(term, 'name').map(buildName);
  if (hasWord(term, 'besides')) return { kind: 'besides', names, span };
  if (hasWord(term, 'instead')) return { kind: 'instead of', names, span };
  const event = optionalNode(term, 'name');
  if (event !== null) return { kind: 'on', event: buildName(event), span };
  const freeBelow = optionalNode(term, 'freeBelow');
  if (freeBelow !== null) return { kind: 'free below', amount: buildFreeBelow(freeBelow), span };
  return { kind: 'at least', amount: buildUnitAmount(node(term, 'unitAmount')), span };
}

export function buildFreeBelow(freeBelow: CstNode): AmountNode {
  return buildUnitAmount(node(freeBelow, 'unitAmount'));
}

export function buildRounding(rounding: CstNode): RoundingNode {
  const grace = nodes(rounding, 'unitAmount')[1];
  return {
    kind: 'rounded',
    to: buildUnitAmount(node(rounding, 'unitAmount')),
    grace: grace === undefined ? null : buildUnitAmount(grace),
    period: buildPeriod(rounding),
    perTicket: hasWord(rounding, 'ticket'),
    order: !hasWord(rounding, 'splitting')
      ? null
      : hasWord(rounding, 'before')
        ? 'before splitting'
        : 'after splitting',
    span: nodeSpan(rounding),
  };
}

export function buildEligible(clause: CstNode, span: Span): EligibleNode {
  return {
    kind: 'eligible',
    when: buildCondition(node(clause, 'condition')),
    refusal: buildWords(clause),
    span,
  };
}

export function buildProvision(clause: CstNode, span: Span): ProvisionNode {
  const condition = optionalNode(clause, 'condition');
  return {
    kind: 'provision',
    says: token(clause, 'Identifier').image as ProvisionNode['says'],
    text: buildWords(clause),
    for: buildSelector(clause),
    when: condition === null ? null : buildCondition(condition),
    otherwise: buildOtherwise(clause),
    span,
  };
}

function buildOtherwise(clause: CstNode): ProvisionNode['otherwise'] {
  const otherwise = optionalToken(clause, 'Word_else');
  if (otherwise === null) return null;
  const does = hasWord(clause, 'refused')
    ? 'refuse'
    : hasWord(clause, 'best')
      ? 'best effort'
      : hasWord(clause, 'pauses')
        ? 'pause'
        : 'no promise';
  return { does, span: { start: otherwise.startOffset, end: nodeSpan(clause).end } };
}

export function buildPack(clause: CstNode, span: Span): PackNode {
  const money = optionalNode(clause, 'money');
  return {
    kind: 'pack',
    text: buildWords(clause),
    money: money === null ? null : buildMoney(money),
    gives: buildUnitAmount(node(clause, 'unitAmount')),
    valid: buildValidity(clause),
    span,
  };
}

function buildValidity(clause: CstNode): PackNode['valid'] {
  if (optionalNode(clause, 'withoutLimit') !== null) return 'without limit';
  const valid = optionalNode(clause, 'amount');
  return valid === null ? null : buildAmount(valid);
}

export function buildMoney(money: CstNode): MoneyAmountNode {
  return {
    currency: nameOfToken(token(money, 'Identifier')),
    amount: nameOfToken(token(money, 'Number')),
    span: nodeSpan(money),
  };
}

export function buildLanguages(clause: CstNode, span: Span): LanguagesNode {
  return { kind: 'languages', names: buildNames(node(clause, 'names')), span };
}

export function buildVersions(clause: CstNode, span: Span): VersionsNode {
  const names = nodes(clause, 'versionWords').map((words) => {
    const text = optionalToken(words, 'Text');
    const said =
      text === null
        ? tokens(words, 'Identifier')
            .map((word) => word.image)
            .join(' ')
        : unquote(text.image);
    return { text: said, span: nodeSpan(words) };
  });
  return { kind: 'versions', names, span };
}

export function buildAvailable(clause: CstNode, span: Span): AvailableNode {
  return { kind: 'available', regions: buildNames(node(clause, 'names')), span };
}
