import type { OptionNode, RateBandNode, RateNode, SurchargeNode } from '../syntax/money-tree.ts';
import { checkCalendarName } from './check-calendar-name.ts';
import { checkRounding, workedSeconds } from './check-charge.ts';
import { checkCondition } from './check-condition.ts';
import { checkCurrency, fractionOf } from './check-money.ts';
import type { ContractTerms } from './check-period.ts';
import { checkCharged } from './check-price.ts';
import type { BusinessTerms } from './check-bound.ts';
import { checkCell } from './check-cell.ts';
import { checkSelector } from './check-selector.ts';
import { textOf } from './check-time.ts';
import { type CheckContext, originOf, report } from './context.ts';
import type { CheckedTarget } from './model.ts';
import type { CheckedOption, CheckedRate, CheckedSurcharge, RateCosts } from './money-model.ts';
import type { Scope } from './scope.ts';

/** What is charged beside the price: rates by calendar, options, surcharges. */

/** Rates whose calendars are each named once; where they leave hours without one, the last band says what they cost. */
export function checkRate(
  context: CheckContext,
  scope: Scope,
  node: RateNode,
  contract: ContractTerms,
): CheckedRate | null {
  const when = checkSelector(context, scope, node.for);
  const bands: CheckedRate['bands'][number][] = [];
  const seen = new Set<string>();
  for (const { costs: written, hours, span } of node.bands) {
    const costs = checkRateCosts(context, written, contract);
    const named = hours.kind === 'in' ? checkCalendarName(context, scope, hours.calendar) : null;
    if (costs === null || (hours.kind === 'in' && named === null)) return null;
    const calendar = hours.kind === 'always' ? '24x7' : named;
    const key = calendar ?? 'outside';
    if (seen.has(key) || seen.has('24x7')) {
      report(context, 'money/rates-overlap', span, { hours: key });
      return null;
    }
    seen.add(key);
    bands.push({ costs, calendar });
  }
  if (!seen.has('24x7') && !seen.has('outside')) {
    report(context, 'money/rates-leave-gap', node.span, { calendars: [...seen] });
    return null;
  }
  reportTermsTwice(context, node);
  const [least] = node.leasts;
  const [free] = node.frees;
  const [rounded] = node.roundings;
  const freeBelowSeconds = free === undefined ? 0 : workedSeconds(context, free);
  const leastSeconds = least === undefined ? 0 : workedSeconds(context, least);
  const rounding = rounded === undefined ? null : checkRounding(context, rounded, contract);
  if (
    when === null ||
    leastSeconds === null ||
    freeBelowSeconds === null ||
    (rounded !== undefined && rounding === null)
  )
    return null;
  return { bands, leastSeconds, freeBelowSeconds, rounding, when, origin: originOf(context, node.span) };
}

function reportTermsTwice(context: CheckContext, { leasts, frees, roundings }: RateNode): void {
  const seconds = { 'at least': leasts[1], 'free below': frees[1], rounded: roundings[1] };
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
      const currency = checkCurrency(context, costs.money.currency, contract.currency);
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
      ? ({ kind: 'on request', origin: originOf(context, node.span) } as const)
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
  return { text: node.text, price, gives, origin: originOf(context, node.span) };
}

export function checkSurcharge(
  context: CheckContext,
  scope: Scope,
  node: SurchargeNode,
  contract: ContractTerms,
): CheckedSurcharge | null {
  const when = checkSelector(context, scope, node.for);
  const condition = node.when === null ? null : checkCondition(context, scope, contract.facts, node.when);
  if (when === null || (node.when !== null && condition === null)) return null;
  const said = { text: node.text, when, condition, origin: originOf(context, node.span) };
  const { amount } = node;
  if (amount.kind === 'on request') return { ...said, amount };
  if (amount.kind === 'share') return { ...said, amount: { kind: 'share', percent: amount.percent.text } };
  const currency = checkCurrency(context, amount.money.currency, contract.currency);
  if (currency === null) return null;
  const unit = amount.unit.text;
  return { ...said, amount: { kind: 'money', amount: amount.money.amount.text, currency, unit } };
}
