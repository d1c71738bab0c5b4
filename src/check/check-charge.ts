import type { ChargeNode, ChargeRateNode, ChargeTermNode, QuantityNode } from '../syntax/entitlement-tree.ts';
import type { AmountNode } from '../syntax/tree.ts';
import { checkCondition } from './check-condition.ts';
import { checkCurrency } from './check-money.ts';
import { checkOffHours } from './check-off-hours.ts';
import { type ContractTerms, checkPeriod } from './check-period.ts';
import { checkThing, type Counted } from './check-quota.ts';
import { checkSelector } from './check-selector.ts';
import { checkUnit, wholeAmount } from './check-time.ts';
import { type CheckContext, originOf, report } from './context.ts';
import type { CheckedCharge, CheckedChargeRate, CheckedQuantity } from './entitlement-model.ts';
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
  let rounding: CheckedCharge['rounding'] = null;
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
        rounding = taken(checkRounding(context, term, contract));
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
    }
  }
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
    freeWhen,
    when,
    origin: originOf(context, clause.span),
  };
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

/** A step of rounding that is longer than what it lets go. */
export function checkRounding(
  context: CheckContext,
  { to, grace, period: written, perTicket, span }: Extract<ChargeTermNode, { kind: 'rounded' }>,
  contract: ContractTerms,
): CheckedCharge['rounding'] {
  const seconds = workedSeconds(context, to);
  const graceSeconds = grace === null ? 0 : workedSeconds(context, grace);
  const period = written === null ? null : checkPeriod(context, written, contract);
  if (seconds === null || graceSeconds === null || (written !== null && period === null)) return null;
  if (graceSeconds >= seconds) {
    report(context, 'entitlement/grace-too-long', span, {});
    return null;
  }
  return { seconds, graceSeconds, period, perTicket };
}

/** A length of work in seconds: minutes and hours, since days of work have no length. */
export function workedSeconds(context: CheckContext, amount: AmountNode): number | null {
  const unit = checkUnit(context, amount);
  if (unit === null) return null;
  if (unit.kind === 'elapsed') return wholeAmount(context, amount.amount, unit.seconds, amount);
  report(context, 'entitlement/not-worked-time', amount.span, { unit: amount.unit });
  return null;
}
