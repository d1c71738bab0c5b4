import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Token } from '../../grammar/token.ts';
import type { Span } from '../text/source.ts';
import { percentOf } from './build-attain.ts';
import { buildCell } from './build-cell.ts';
import { buildCalendarName } from './build-calendar.ts';
import {
  buildEdgeParts,
  buildFreeBelow,
  buildMoney,
  buildQuantity,
  buildRounding,
  buildUnitAmount,
} from './build-entitlement.ts';
import { buildCondition, buildName, buildSelector, buildWords, nameOfToken } from './build-parts.ts';
import { buildArrival, periodOf } from './build-plan.ts';
import { hasWord, node, nodes, nodeSpan, optionalNode, optionalToken, token, tokenSpan } from './cst.ts';
import type {
  OptionNode,
  PriceAmountNode,
  PriceNode,
  PriceTermNode,
  RateBandNode,
  RateNode,
  SurchargeNode,
} from './money-tree.ts';
import type { NameNode, PeriodNode } from './tree.ts';

export function buildPrice(clause: CstNode, span: Span): PriceNode {
  const amount = optionalNode(clause, 'priceAmount');
  if (amount !== null) {
    const terms = nodes(clause, 'priceTerm').map(buildPriceTerm);
    return { kind: 'price', price: { kind: 'charged', amount: buildPriceAmount(amount), terms }, span };
  }
  if (hasWord(clause, 'included'))
    return { kind: 'price', price: { kind: 'included', with: buildWords(clause) }, span };
  return { kind: 'price', price: { kind: 'on request' }, span };
}

function buildPriceAmount(amount: CstNode): PriceAmountNode {
  const percent = optionalToken(amount, 'Percent');
  const periods = nodes(amount, 'period').map(periodOf);
  return {
    of:
      percent === null
        ? { kind: 'money', money: buildMoney(node(amount, 'money')) }
        : { kind: 'share', percent: percentOf(percent), base: buildWords(amount) },
    unit: periods.length > 1 ? (periods[0] ?? null) : null,
    per: periods[periods.length - 1] as PeriodNode,
    span: nodeSpan(amount),
  };
}

function buildPriceTerm(term: CstNode): PriceTermNode {
  const span = nodeSpan(term);
  const step = optionalNode(term, 'priceStep');
  if (step !== null) return buildStep(step);
  const quantity = optionalNode(term, 'quantity');
  if (quantity !== null) {
    const kind = hasWord(term, 'least') ? 'at least' : 'at most';
    return { kind, quantity: buildQuantity(quantity), span };
  }
  const condition = optionalNode(term, 'condition');
  if (condition !== null) {
    return {
      kind: 'factor',
      factor: factorOf(token(term, 'Factor')),
      when: buildCondition(condition),
      span,
    };
  }
  if (hasWord(term, 'tax')) {
    return { kind: 'tax', tax: hasWord(term, 'included') ? 'included' : 'added', span };
  }
  const kind = hasWord(term, 'billed') ? 'billed' : 'prorated';
  return { kind, period: nameOfToken(token(term, 'Identifier')), span };
}

/** The digits of a factor such as `1.5x`. */
function factorOf(factor: Token): NameNode {
  return { text: factor.image.slice(0, -1), span: tokenSpan(factor) };
}

function buildStep(step: CstNode): PriceTermNode {
  const percent = optionalToken(step, 'Percent');
  return {
    kind: 'step',
    price:
      percent === null
        ? { kind: 'money', money: buildMoney(node(step, 'money')) }
        : { kind: 'share', percent: percentOf(percent) },
    forAll: hasWord(step, 'all'),
    beyond: buildQuantity(node(step, 'quantity')),
    span: nodeSpan(step),
  };
}

export function buildRate(clause: CstNode, span: Span): RateNode {
  return {
    kind: 'rate',
    bands: [...nodes(clause, 'rateBand'), ...nodes(clause, 'rateMultiple')]
      .map(buildRateBand)
      .sort((a, b) => a.span.start - b.span.start),
    leasts: nodes(clause, 'unitAmount').map(buildUnitAmount),
    frees: nodes(clause, 'freeBelow').map(buildFreeBelow),
    roundings: nodes(clause, 'rounding').map(buildRounding),
    parts: nodes(clause, 'edgeParts').map((parts) => ({
      parts: buildEdgeParts(parts),
      span: nodeSpan(parts),
    })),
    for: buildSelector(clause),
    span,
  };
}

function buildRateBand(band: CstNode): RateBandNode {
  return { costs: buildRateCosts(band), hours: buildRateHours(band), span: nodeSpan(band) };
}

function buildRateCosts(band: CstNode): RateBandNode['costs'] {
  const factor = optionalToken(band, 'Factor');
  if (factor !== null) return { kind: 'multiple', factor: factorOf(factor) };
  const unit = nameOfToken(token(band, 'Identifier'));
  const money = optionalNode(band, 'money');
  return money === null
    ? { kind: 'words', text: buildWords(band), unit }
    : { kind: 'money', money: buildMoney(money), unit };
}

function buildRateHours(band: CstNode): RateBandNode['hours'] {
  const hours = optionalNode(band, 'rateHours');
  if (hours === null) return { kind: 'always' };
  const calendar = optionalNode(hours, 'calendarName');
  return calendar === null ? { kind: 'outside' } : { kind: 'in', calendar: buildCalendarName(calendar) };
}

export function buildOption(clause: CstNode, span: Span): OptionNode {
  const amount = optionalNode(clause, 'priceAmount');
  return {
    kind: 'option',
    text: buildWords(clause),
    amount: amount === null ? null : buildPriceAmount(amount),
    terms: nodes(clause, 'priceTerm').map(buildPriceTerm),
    gives: nodes(clause, 'optionCell').map((given) => ({
      metric: buildName(node(given, 'name')),
      cell: buildCell(node(given, 'cell')),
      for: buildSelector(given),
      span: nodeSpan(given),
    })),
    span,
  };
}

export function buildSurcharge(clause: CstNode, span: Span): SurchargeNode {
  const condition = optionalNode(clause, 'condition');
  return {
    kind: 'surcharge',
    text: buildWords(clause),
    amount: buildSurchargeAmount(clause),
    for: buildSelector(clause),
    opened: buildArrival(clause),
    when: condition === null ? null : buildCondition(condition),
    span,
  };
}

function buildSurchargeAmount(clause: CstNode): SurchargeNode['amount'] {
  if (hasWord(clause, 'request')) return { kind: 'on request' };
  const percent = optionalToken(clause, 'Percent');
  if (percent !== null) return { kind: 'share', percent: percentOf(percent) };
  const unit = nameOfToken(token(clause, 'Identifier'));
  return { kind: 'money', money: buildMoney(node(clause, 'money')), unit };
}
