import type { QuantityNode } from '../syntax/entitlement-tree.ts';
import type { PriceAmountNode, PriceTermNode } from '../syntax/money-tree.ts';
import { checkCurrency, checkMoney } from './check-money.ts';
import type { ContractTerms } from './check-period.ts';
import { thingOf } from './check-quota.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedQuantity } from './entitlement-model.ts';
import type { CheckedPriceStep } from './money-model.ts';

type StepNode = Extract<PriceTermNode, { kind: 'step' }>;

/** What larger amounts cost, each step beyond more than the one before; null, and findings, where one was rejected. */
export function checkSteps(
  context: CheckContext,
  terms: readonly PriceTermNode[],
  of: PriceAmountNode['of'],
  unit: string | null,
  contract: ContractTerms,
): readonly CheckedPriceStep[] | null {
  const steps: CheckedPriceStep[] = [];
  let isLost = false;
  for (const term of terms) {
    if (term.kind !== 'step') continue;
    const step = checkStep(context, term, of, unit, contract);
    const before = steps[steps.length - 1]?.beyond.amount;
    if (step === null) isLost = true;
    else if (before !== undefined && Number(step.beyond.amount) <= Number(before)) {
      report(context, 'money/steps-unordered', term.beyond.span, { beyond: step.beyond.amount, before });
      isLost = true;
    } else steps.push(step);
  }
  return isLost ? null : steps;
}

function checkStep(
  context: CheckContext,
  { price, forAll, beyond: written }: StepNode,
  of: PriceAmountNode['of'],
  unit: string | null,
  contract: ContractTerms,
): CheckedPriceStep | null {
  if (price.kind !== of.kind) {
    const span = price.kind === 'money' ? price.money.span : price.percent.span;
    report(context, 'money/step-of-another', span, { price: of.kind, step: price.kind });
    return null;
  }
  if (price.kind === 'share') {
    const beyond = checkSpent(context, written, contract);
    return beyond === null ? null : { price: price.percent.text, forAll, beyond };
  }
  const currency = checkMoney(context, price.money, contract.currency);
  const beyond = checkCounted(context, written, unit);
  return currency === null || beyond === null ? null : { price: price.money.amount.text, forAll, beyond };
}

/** A share is paid of money, so its steps lie beyond sums of money. */
function checkSpent(
  context: CheckContext,
  { kind, amount, unit, span }: QuantityNode,
  contract: ContractTerms,
): CheckedQuantity | null {
  if (kind === 'units') {
    report(context, 'money/step-uncounted', span, { price: 'share', unit: null, counted: unit.text });
    return null;
  }
  const currency = checkCurrency(context, unit, contract.currency);
  return currency === null ? null : { kind: 'money', currency, amount: amount.text };
}

/** An amount is paid for each of something, so its steps lie beyond so many of that. */
function checkCounted(
  context: CheckContext,
  { kind, amount, unit: counted, span }: QuantityNode,
  unit: string | null,
): CheckedQuantity | null {
  const isPaidFor = unit !== null && (counted.text === unit || thingOf(unit, [counted.text]) !== null);
  if (kind === 'units' && isPaidFor) return { kind, thing: unit, amount: amount.text };
  report(context, 'money/step-uncounted', span, { price: 'money', unit, counted: counted.text });
  return null;
}
