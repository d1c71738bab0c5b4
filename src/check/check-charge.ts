import type {
  ChargeNode,
  ChargeRateNode,
  ChargeTermNode,
  QuantityNode,
  RoundingNode,
} from '../syntax/entitlement-tree.ts';
import type { NameNode } from '../syntax/tree.ts';
import { checkCondition } from './check-condition.ts';
import { checkCurrency } from './check-money.ts';
import { checkOffHours } from './check-off-hours.ts';
import type { ContractTerms } from './check-period.ts';
import { checkThing, type Counted } from './check-quota.ts';
import { checkSelector } from './check-selector.ts';
import { checkRounding, workedSeconds } from './check-rounding.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedCharge, CheckedChargeRate, CheckedQuantity } from './entitlement-model.ts';
import { saidAt } from './said.ts';
import type { Scope } from './scope.ts';

/** What a piece of work costs, in money or in units of a quota. */
export function checkCharge(
  context: CheckContext,
  scope: Scope,
  clause: ChargeNode,
  contract: ContractTerms,
  counted: Counted,
): CheckedCharge | null {
  reportTermsTwice(context, clause.terms);
  const when = checkSelector(context, scope, clause.for);
  const rate = checkRate(context, clause.rate, contract, counted);
  let complete = when !== null && rate !== null;
  const taken = <T>(value: T | null): T | null => {
    if (value === null) complete = false;
    return value;
  };
  const then: CheckedChargeRate[] = [];
  let before = clause.rate;
  let leastSeconds = 0;
  let rounded: RoundingNode | null = null;
  let insteadOf: readonly NameNode[] = [];
  let besides: readonly NameNode[] = [];
  let freeBelowSeconds = 0;
  let outside: CheckedCharge['outside'] = null;
  let on: string | null = null;
  let freeWhen: CheckedCharge['freeWhen'] = null;
  for (const term of clause.terms) {
    switch (term.kind) {
      case 'then': {
        const next = taken(checkRate(context, term.rate, contract, counted));
        if (next !== null) then.push(next);
        if (before.of?.kind !== 'first') report(context, 'entitlement/then-without-first', term.span, {});
        before = term.rate;
        break;
      }
      case 'at least':
        leastSeconds = taken(workedSeconds(context, term.amount)) ?? 0;
        break;
      case 'rounded':
        rounded = term;
        break;
      case 'outside':
        outside = taken(checkOffHours(context, scope, term.offHours));
        break;
      case 'on':
        on = term.event.text;
        break;
      case 'free below':
        freeBelowSeconds = taken(workedSeconds(context, term.amount)) ?? 0;
        break;
      case 'free':
        freeWhen = taken(checkCondition(context, scope, contract.facts, term.when));
        break;
      case 'besides':
        besides = term.names;
        break;
      case 'instead of':
        insteadOf = term.names;
    }
  }
  const parts = (outside ?? offHoursOf(rate, counted))?.parts ?? null;
  const rounding =
    rounded === null ? null : taken(checkRounding(context, rounded, contract, parts === 'split at edge'));
  if (rate === null || when === null || !complete) return null;
  const name = clause.name.text;
  if (on === null) report(context, 'assume/charged-on', clause.span, { charge: name });
  return {
    name,
    rate,
    then,
    leastSeconds,
    freeBelowSeconds,
    rounding,
    outside,
    on: on ?? 'closed',
    insteadOf: insteadOf.map(({ text }) => text),
    besides: besides.map(({ text }) => text),
    freeWhen,
    when,
    ...saidAt(context, clause.span),
  };
}

/** What the quota that a charge draws on says of work outside hours. */
function offHoursOf(rate: CheckedChargeRate | null, { quotas }: Counted): CheckedCharge['outside'] {
  if (rate?.quantity.kind !== 'units') return null;
  const { thing } = rate.quantity;
  return quotas.find((quota) => quota.thing === thing)?.outside ?? null;
}

function reportTermsTwice(context: CheckContext, terms: readonly ChargeTermNode[]): void {
  const seen = new Set<string>();
  for (const { kind, span } of terms) {
    if (kind !== 'then' && seen.has(kind)) report(context, 'plan/clause-twice', span, { clause: kind });
    seen.add(kind);
  }
}

function checkRate(
  context: CheckContext,
  { quantity, of }: ChargeRateNode,
  contract: ContractTerms,
  counted: Counted,
): CheckedChargeRate | null {
  const checked = checkQuantity(context, quantity, contract, counted);
  if (of === null) return checked === null ? null : { quantity: checked, of: { kind: 'work' } };
  const seconds = workedSeconds(context, of.amount);
  return checked === null || seconds === null ? null : { quantity: checked, of: { kind: of.kind, seconds } };
}

export function checkQuantity(
  context: CheckContext,
  { kind, amount, unit }: QuantityNode,
  contract: ContractTerms,
  counted: Counted,
): CheckedQuantity | null {
  if (kind === 'money') {
    const currency = checkCurrency(context, unit, contract.currency);
    return currency === null ? null : { kind, currency, amount: amount.text };
  }
  const thing = checkThing(context, unit, counted);
  return thing === null ? null : { kind, thing, amount: amount.text };
}
