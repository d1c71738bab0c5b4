import type { OptionNode, RateBandNode, RateNode, SurchargeNode } from '../syntax/money-tree.ts';
import { checkCalendarName } from './check-calendar-name.ts';
import { checkCondition } from './check-condition.ts';
import { checkMoney, fractionOf } from './check-money.ts';
import type { ContractTerms } from './check-period.ts';
import { checkCharged } from './check-price.ts';
import type { BusinessTerms } from './check-bound.ts';
import { checkCell } from './check-cell.ts';
import { checkTickets } from './check-arrival.ts';
import { checkRounding, workedSeconds } from './check-rounding.ts';
import { checkSelector } from './check-selector.ts';
import { textOf } from './check-time.ts';
import { type CheckContext, originOf, report } from './context.ts';
import type { EdgeParts } from './entitlement-model.ts';
import type { CheckedTarget } from './model.ts';
import type { CheckedOption, CheckedRate, CheckedSurcharge, RateCosts } from './money-model.ts';
import { saidAt } from './said.ts';
import type { Scope } from './scope.ts';

/** What is charged beside the price: rates by calendar, options, surcharges. */

/** Rates by calendar. Whether the calendars share or leave out an instant is found when their hours are known. */
export function checkRate(
  context: CheckContext,
  scope: Scope,
  node: RateNode,
  contract: ContractTerms,
): CheckedRate | null {
  const when = checkSelector(context, scope, node.for);
  const bands: CheckedRate['bands'][number][] = [];
  for (const { costs: written, hours, span } of node.bands) {
    const costs = checkRateCosts(context, written, contract);
    const named = hours.kind === 'in' ? checkCalendarName(context, scope, hours.calendar) : null;
    if (costs === null || (hours.kind === 'in' && named === null)) return null;
    const calendar = hours.kind === 'always' ? '24x7' : named;
    if (calendar === null && bands.some((band) => band.calendar === null)) {
      report(context, 'money/rates-overlap', span, { hours: 'outside', at: null });
      return null;
    }
    bands.push({ costs, calendar });
  }
  reportTermsTwice(context, node);
  const [least] = node.leasts;
  const [free] = node.frees;
  const [rounded] = node.roundings;
  const freeBelowSeconds = free === undefined ? 0 : workedSeconds(context, free);
  const leastSeconds = least === undefined ? 0 : workedSeconds(context, least);
  const parts = checkParts(context, node);
  const split = bands.length > 1 && parts === 'split at edge';
  const rounding = rounded === undefined ? null : checkRounding(context, rounded, contract, split);
  if (
    when === null ||
    parts === null ||
    leastSeconds === null ||
    freeBelowSeconds === null ||
    (rounded !== undefined && rounding === null)
  )
    return null;
  return { bands, leastSeconds, freeBelowSeconds, rounding, parts, when, ...saidAt(context, node.span) };
}

/** By whose rate work counts that lies in several bands; of one band there are no parts. */
function checkParts(
  context: CheckContext,
  { bands, parts: [said], span, for: tickets }: RateNode,
): EdgeParts | null {
  if (said === undefined) {
    const end = tickets === null ? span.end : trimmedBefore(context, tickets.span.start);
    if (bands.length > 1) report(context, 'assume/rate-parts', { start: span.start, end }, {});
    return 'split at edge';
  }
  if (bands.length > 1) return said.parts;
  report(context, 'money/parts-of-one-rate', said.span, { parts: said.parts });
  return null;
}

/** Where the text that ends at an offset ends without its last blanks. */
function trimmedBefore({ source }: CheckContext, offset: number): number {
  return source.text.slice(0, offset).trimEnd().length;
}

function reportTermsTwice(context: CheckContext, { leasts, frees, roundings, parts }: RateNode): void {
  const seconds = {
    'at least': leasts[1],
    'free below': frees[1],
    rounded: roundings[1],
    'split at edge': parts[1],
  };
  for (const [clause, second] of Object.entries(seconds))
    if (second !== undefined) report(context, 'plan/clause-twice', second.span, { clause });
}

function checkRateCosts(
  context: CheckContext,
  costs: RateBandNode['costs'],
  contract: ContractTerms,
): RateCosts | null {
  switch (costs.kind) {
    case 'words':
      return { kind: 'words', text: costs.text, unit: costs.unit.text };
    case 'multiple':
      return { kind: 'multiple', factor: fractionOf(costs.factor.text) };
    case 'money': {
      const currency = checkMoney(context, costs.money, contract.currency);
      if (currency === null) return null;
      return { kind: 'money', amount: costs.money.amount.text, currency, unit: costs.unit.text };
    }
  }
}

export function checkOption(
  context: CheckContext,
  scope: Scope,
  node: OptionNode,
  contract: ContractTerms,
  terms: BusinessTerms,
): CheckedOption | null {
  const price =
    node.amount === null
      ? ({ kind: 'on request', ...saidAt(context, node.span) } as const)
      : checkCharged(context, scope, node.amount, node.terms, contract, node.span);
  const gives = node.gives.flatMap((given): readonly CheckedTarget[] => {
    const metric = scope.resolve(context, 'metric', given.metric);
    const when = checkSelector(context, scope, given.for);
    const promise = checkCell(context, scope, terms, given.cell);
    if (metric === null || when === null || promise === null) return [];
    const words = textOf(context, given.cell.span);
    return [{ metric, when, promise, words, origin: originOf(context, given.span) }];
  });
  if (price === null || gives.length < node.gives.length) return null;
  return { text: node.text, price, gives, ...saidAt(context, node.span) };
}

export function checkSurcharge(
  context: CheckContext,
  scope: Scope,
  node: SurchargeNode,
  contract: ContractTerms,
): CheckedSurcharge | null {
  const when = checkTickets(context, scope, node);
  const condition = node.when === null ? null : checkCondition(context, scope, contract.facts, node.when);
  if (when === null || (node.when !== null && condition === null)) return null;
  const said = { text: node.text, when, condition, ...saidAt(context, node.span) };
  const { amount } = node;
  if (amount.kind === 'on request') return { ...said, amount };
  if (amount.kind === 'share') return { ...said, amount: { kind: 'share', percent: amount.percent.text } };
  const currency = checkMoney(context, amount.money, contract.currency);
  if (currency === null) return null;
  const unit = amount.unit.text;
  return { ...said, amount: { kind: 'money', amount: amount.money.amount.text, currency, unit } };
}
