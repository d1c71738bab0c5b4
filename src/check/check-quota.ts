import type { QuotaNode, QuotaTermNode, RolloverNode, RolloverTermNode } from '../syntax/entitlement-tree.ts';
import { checkCondition } from './check-condition.ts';
import { checkOffHours } from './check-off-hours.ts';
import type { BusinessTerms } from './check-bound.ts';
import { checkPeriod, checkPeriodZone } from './check-period.ts';
import type { ContractTerms } from './check-period.ts';
import { checkRounding } from './check-rounding.ts';
import { checkSelector } from './check-selector.ts';
import { checkUnit, wholeAmount } from './check-time.ts';
import { checkBefore } from './check-relation.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedQuota, CheckedRollover } from './entitlement-model.ts';
import type { NameNode } from '../syntax/tree.ts';
import { saidAt } from './said.ts';
import type { Scope } from './scope.ts';

/** Things that are used up, a unit at a time; of the others the customer has so many at any time. */
const USED_UP: ReadonlySet<string> = new Set(['incidents', 'hours', 'visits']);

/** The quotas that a plan counts by; `lost` where one of them was rejected, so that what names it is no second mistake. */
export interface Counted {
  readonly quotas: readonly CheckedQuota[];
  readonly lost: boolean;
}

export function checkQuota(
  context: CheckContext,
  scope: Scope,
  clause: QuotaNode,
  contract: ContractTerms,
  terms: BusinessTerms,
): CheckedQuota | null {
  const thing = clause.thing.text;
  const usedUp = USED_UP.has(thing);
  const isPrepaid = clause.amount === null;
  if (usedUp && !isPrepaid && clause.period === null) {
    report(context, 'plan/quota-without-period', clause.span, { thing });
    return null;
  }
  const over = termOf(context, clause.terms, 'over');
  const outside = termOf(context, clause.terms, 'outside');
  const used = termOf(context, clause.terms, 'used');
  const one = termOf(context, clause.terms, 'one');
  if (!usedUp && clause.period === null) {
    const term = outside ?? used ?? one;
    if (term !== null) {
      report(context, 'entitlement/standing-use', term.span, { thing });
      return null;
    }
  }
  if (over === null && !clause.atMost && (usedUp || clause.period !== null)) {
    report(context, 'plan/quota-without-over', clause.span, { thing });
    return null;
  }
  if (one !== null && thingOf(one.thing.text, [thing]) === null) {
    report(context, 'entitlement/one-of-another', one.thing.span, { thing, other: one.thing.text });
    return null;
  }
  const when = checkSelector(context, scope, clause.for);
  const period = clause.period === null ? null : checkPeriod(context, clause.period, contract);
  const zone =
    clause.period === null
      ? null
      : checkPeriodZone(context, clause.zone, contract, clause.span, `the ${clause.period.unit.text}`);
  const activity = clause.activity === null ? null : scope.resolve(context, 'activity', clause.activity);
  const offHours = outside === null ? null : checkOffHours(context, scope, outside.offHours);
  const drawn = termOf(context, clause.terms, 'drawn');
  const leastDrawn = drawn === null ? null : checkDrawn(context, drawn, thing, contract);
  const rounding = checkQuotaRounding(context, clause, contract, offHours);
  const [first, ...choices] = over?.over ?? [];
  const booked = termOf(context, clause.terms, 'booked');
  const bookedBefore = booked === null ? null : checkBefore(context, scope, terms, booked.before);
  const isLost =
    (drawn !== null && leastDrawn === null) ||
    (booked !== null && bookedBefore === null) ||
    rounding === undefined ||
    when === null ||
    (clause.period !== null && (period === null || zone === null)) ||
    (clause.activity !== null && activity === null) ||
    (outside !== null && offHours === null);
  if (isLost) return null;
  const usedWhen = usedUp ? (used?.when ?? assumedUse(context, clause)) : (used?.when ?? null);
  return {
    thing,
    amount: clause.amount === null ? null : Number(clause.amount.text),
    text: clause.text,
    period,
    zone,
    activity,
    over: first ?? (clause.atMost ? 'refuse' : null),
    overChoices: choices,
    bookedBefore,
    outside: offHours,
    leastDrawn,
    rounding,
    usedWhen,
    oneIs: thing === 'incidents' ? (one?.per ?? assumedIncident(context, clause)) : (one?.per ?? null),
    when,
    ...saidAt(context, clause.span),
  };
}

/** How work is rounded that draws on a quota; undefined where that is wrongly said. */
function checkQuotaRounding(
  context: CheckContext,
  { thing, terms }: QuotaNode,
  contract: ContractTerms,
  outside: CheckedQuota['outside'],
): CheckedQuota['rounding'] | undefined {
  const rounded = termOf(context, terms, 'rounded');
  const exact = termOf(context, terms, 'not rounded');
  if (rounded !== null && exact !== null) {
    report(context, 'plan/clause-twice', exact.span, { clause: 'rounded' });
    return undefined;
  }
  const said = rounded ?? exact;
  if (said !== null && thing.text !== 'hours') {
    report(context, 'entitlement/rounded-units', said.span, { thing: thing.text });
    return undefined;
  }
  if (rounded === null) return null;
  return checkRounding(context, rounded, contract, outside?.parts === 'split at edge') ?? undefined;
}

function checkDrawn(
  context: CheckContext,
  { least, period: written, madeUpLater }: Extract<QuotaTermNode, { kind: 'drawn' }>,
  thing: string,
  contract: ContractTerms,
): CheckedQuota['leastDrawn'] {
  const period = checkPeriod(context, written, contract);
  if (thingOf(least.unit, [thing]) === null) {
    report(context, 'entitlement/drawn-of-another', least.span, { thing, other: least.unit });
    return null;
  }
  return period === null ? null : { amount: Number(least.amount), period, madeUpLater };
}

function assumedUse(context: CheckContext, clause: QuotaNode): NonNullable<CheckedQuota['usedWhen']> {
  const thing = clause.thing.text;
  const when = thing === 'incidents' ? 'opened' : 'work ends';
  report(context, 'assume/used-when', clause.thing.span, { thing, when });
  return when;
}

function assumedIncident(context: CheckContext, clause: QuotaNode): 'ticket' {
  report(context, 'assume/one-incident', clause.thing.span, {});
  return 'ticket';
}

/** The term of a kind, which a clause says once. */
function termOf<K extends QuotaTermNode['kind']>(
  context: CheckContext,
  terms: readonly QuotaTermNode[],
  kind: K,
): Extract<QuotaTermNode, { kind: K }> | null {
  const [first, second] = terms.filter(
    (term): term is Extract<QuotaTermNode, { kind: K }> => term.kind === kind,
  );
  if (second !== undefined) report(context, 'plan/clause-twice', second.span, { clause: kind });
  return first ?? null;
}

export function checkRollover(
  context: CheckContext,
  scope: Scope,
  clause: RolloverNode,
  contract: ContractTerms,
  counted: Counted,
): CheckedRollover | null {
  const thing = checkThing(context, clause.thing, counted);
  if (thing === null) return null;
  const termOfKind = <K extends RolloverTermNode['kind']>(kind: K) =>
    clause.terms.find((term): term is Extract<RolloverTermNode, { kind: K }> => term.kind === kind) ?? null;
  const order = termOfKind('order');
  if (order === null) {
    report(context, 'entitlement/rollover-order', clause.span, { thing });
    return null;
  }
  const period = clause.period === null ? null : checkPeriod(context, clause.period, contract);
  if (clause.period !== null && period === null) return null;
  const expires = termOfKind('expires');
  const expiresAfter = expires === null ? null : checkExpiry(context, expires);
  if (expires !== null && expiresAfter === null) return null;
  const condition = clause.when === null ? null : checkCondition(context, scope, contract.facts, clause.when);
  if (clause.when !== null && condition === null) return null;
  const carried = termOfKind('carried');
  if (carried === null) report(context, 'assume/carried', clause.span, { thing });
  const upTo = clause.upTo === null ? null : Number(clause.upTo.text);
  const quota = counted.quotas.find((candidate) => candidate.thing === thing);
  const amount = quota?.amount ?? null;
  if (upTo !== null && quota?.period === null && period === null) {
    report(context, 'entitlement/rollover-without-period', clause.span, { thing });
    return null;
  }
  if (upTo !== null && period === null && !clause.inAll)
    report(context, 'assume/rollover-cap', clause.upTo?.span ?? clause.span, { thing, upTo });
  const isYearly = quota?.period?.unit === 'year' || quota?.period?.unit === period?.unit;
  const isReached = upTo === null || amount === null || !isYearly || upTo <= amount;
  if (clause.upTo !== null && upTo !== null && !isReached && carried?.carried !== 'again') {
    report(context, 'entitlement/rollover-above-quota', clause.upTo.span, {
      thing,
      upTo,
      amount,
    });
  }
  return {
    thing,
    upTo,
    period,
    order: order.order,
    carried: carried?.carried ?? 'once',
    expiresAfter,
    expiresFrom: expires?.event?.text ?? null,
    condition,
    ...saidAt(context, clause.span),
  };
}

function checkExpiry(
  context: CheckContext,
  { after }: Extract<RolloverTermNode, { kind: 'expires' }>,
): CheckedRollover['expiresAfter'] {
  const unit = checkUnit(context, after);
  if (unit === null) return null;
  if (unit.kind !== 'days' || unit.unit === 'business day') {
    report(context, 'entitlement/expiry-unit', after.span, { unit: after.unit });
    return null;
  }
  const count = wholeAmount(context, after.amount, unit.times, after);
  return count === null ? null : { unit: unit.unit, count };
}

/** The quota that a word means, in the singular or the plural; null, and a finding, where the plan has none. */
export function checkThing(context: CheckContext, word: NameNode, { quotas, lost }: Counted): string | null {
  const known = [...new Set(quotas.map((quota) => quota.thing))];
  const thing = thingOf(word.text, known);
  if (thing === null && !lost)
    report(context, 'entitlement/unknown-quota', word.span, { thing: word.text, known });
  return thing;
}

export function thingOf(word: string, things: readonly string[]): string | null {
  return things.find((thing) => thing === word || thing === `${word}s`) ?? null;
}
