import type { PriceAmountNode, PriceNode, PriceTermNode } from '../syntax/money-tree.ts';
import type { Span } from '../text/source.ts';
import { checkCondition } from './check-condition.ts';
import { checkCurrency, checkMoney, fractionOf } from './check-money.ts';
import { checkPeriod, checkPeriodUnit } from './check-period.ts';
import type { ContractTerms } from './check-period.ts';
import { checkSteps } from './check-price-steps.ts';
import { thingOf } from './check-quota.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedQuantity } from './entitlement-model.ts';
import type { CheckedCharged, CheckedPrice } from './money-model.ts';
import { saidAt } from './said.ts';
import type { Scope } from './scope.ts';

export function checkPrice(
  context: CheckContext,
  scope: Scope,
  { price, span }: PriceNode,
  contract: ContractTerms,
): CheckedPrice | null {
  const said = saidAt(context, span);
  if (price.kind === 'included') return { kind: 'included', with: price.with, ...said };
  if (price.kind === 'on request') return { kind: 'on request', ...said };
  return checkCharged(context, scope, price.amount, price.terms, contract, span);
}

/** An amount per period with what bounds and multiplies it. */
export function checkCharged(
  context: CheckContext,
  scope: Scope,
  amount: PriceAmountNode,
  terms: readonly PriceTermNode[],
  contract: ContractTerms,
  span: Span,
): CheckedCharged | null {
  const period = checkPeriod(context, amount.per, contract);
  const per = period?.unit ?? null;
  const { of } = amount;
  const currency = of.kind === 'money' ? checkMoney(context, of.money, contract.currency) : null;
  let complete = per !== null && (of.kind === 'share' || currency !== null);
  const unit = amount.unit?.unit.text ?? null;
  let billed = per;
  let isBilled = false;
  let prorated: CheckedCharged['prorated'] = null;
  let tax: CheckedCharged['tax'] = null;
  const bounds: { kind: 'at least' | 'at most'; quantity: CheckedQuantity }[] = [];
  const factors: CheckedCharged['factors'][number][] = [];
  const seen = new Set<string>();
  const steps = checkSteps(context, terms, of, unit, contract);
  if (steps === null) complete = false;
  for (const term of terms) {
    if (term.kind !== 'factor' && term.kind !== 'step' && seen.has(term.kind))
      report(context, 'plan/clause-twice', term.span, { clause: term.kind });
    seen.add(term.kind);
    switch (term.kind) {
      case 'billed':
        isBilled = true;
        billed = checkPeriodUnit(context, term.period);
        if (billed === null) complete = false;
        break;
      case 'prorated':
        prorated = checkPeriodUnit(context, term.period);
        if (prorated === null) complete = false;
        break;
      case 'at least':
      case 'at most': {
        const quantity = checkBound(context, term, unit, contract);
        if (quantity === null) complete = false;
        else bounds.push({ kind: term.kind, quantity });
        break;
      }
      case 'factor': {
        const when = checkCondition(context, scope, contract.facts, term.when);
        if (when === null) complete = false;
        else factors.push({ factor: fractionOf(term.factor.text), when });
        break;
      }
      case 'tax':
        tax = term.tax;
        break;
      case 'step':
        break;
    }
  }
  if (!complete || steps === null || period === null || per === null || billed === null) return null;
  if (!isBilled) report(context, 'assume/billed', span, { per });
  const { anchor } = period;
  const own = { unit, per, anchor, billed, bounds, steps, factors, prorated, tax };
  const said = { ...own, ...saidAt(context, span) };
  return of.kind === 'money'
    ? { kind: 'amount', amount: of.money.amount.text, currency: currency ?? '', ...said }
    : { kind: 'share', percent: of.percent.text, of: of.base, ...said };
}

function checkBound(
  context: CheckContext,
  { quantity }: Extract<PriceTermNode, { kind: 'at least' | 'at most' }>,
  unit: string | null,
  contract: ContractTerms,
): CheckedQuantity | null {
  const amount = quantity.amount.text;
  if (quantity.kind === 'money') {
    const currency = checkCurrency(context, quantity.unit, contract.currency);
    return currency === null ? null : { kind: 'money', currency, amount };
  }
  const counted = quantity.unit.text;
  if (unit !== null && (thingOf(unit, [counted]) !== null || counted === unit))
    return { kind: 'units', thing: unit, amount };
  report(context, 'money/bound-of-another', quantity.span, { unit, counted });
  return null;
}
