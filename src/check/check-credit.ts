import type { AvailabilityNode, CreditBandNode, CreditNode, CreditTermNode } from '../syntax/money-tree.ts';
import type { AmountNode } from '../syntax/tree.ts';
import { checkShortfalls } from './check-shortfall.ts';
import { workedSeconds } from './check-rounding.ts';
import { checkCondition } from './check-condition.ts';
import { checkMoney } from './check-money.ts';
import { checkPeriod } from './check-period.ts';
import type { ContractTerms } from './check-period.ts';
import { checkUnit, wholeAmount } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedAttainment, Period } from './model.ts';
import type { CheckedCredit, CreditCap, CreditCause, ServiceLength } from './money-model.ts';
import { saidAt } from './said.ts';
import type { Scope } from './scope.ts';

/** The services of which a plan promises availability, by name, and whether a clause about one was rejected. */
export interface Services {
  readonly names: readonly string[];
  readonly lost: boolean;
}

export function servicesOf(clauses: readonly { readonly kind: string }[], broken: boolean): Services {
  const isAvailability = (clause: { readonly kind: string }): clause is AvailabilityNode =>
    clause.kind === 'availability';
  return { names: clauses.filter(isAvailability).map(({ service }) => service), lost: broken };
}

/** The shares that a plan promises of its tickets, and whether a clause about one was rejected. */
export interface Shares {
  readonly lines: readonly CheckedAttainment[];
  readonly lost: boolean;
}

/** What a missed promise or an outage gives back, with its cap and the time to claim it. */
export function checkCredit(
  context: CheckContext,
  scope: Scope,
  node: CreditNode,
  contract: ContractTerms,
  services: Services,
  shares: Shares,
): CheckedCredit | null {
  const cause =
    node.cause.kind === 'attained'
      ? checkAttained(context, scope, node.cause, node, contract, shares)
      : checkCause(context, scope, node.cause, node, services);
  const gives = checkGives(context, node, contract);
  const condition = node.when === null ? null : checkCondition(context, scope, contract.facts, node.when);
  reportTermsTwice(context, node.terms);
  const caps = checkCaps(context, node, contract);
  const claim = node.terms.find((term) => term.kind === 'claimed');
  const claimedWithin = claim === undefined ? null : checkClaim(context, claim.within);
  if (cause === null || gives === null || (node.when !== null && condition === null)) return null;
  if (caps === null || (claim !== undefined && claimedWithin === null)) return null;
  return {
    cause,
    gives,
    caps,
    claimedWithin,
    claimedHow: claim?.how ?? '',
    soleRemedy: node.terms.some(({ kind }) => kind === 'sole remedy'),
    condition,
    ...saidAt(context, node.span),
  };
}

/** The share that the plan promises of a metric in such periods: one alone, so that nobody need ask which is meant. */
function checkAttained(
  context: CheckContext,
  scope: Scope,
  { metric: written, span }: Extract<CreditNode['cause'], { kind: 'attained' }>,
  { gives, terms }: CreditNode,
  contract: ContractTerms,
  { lines, lost }: Shares,
): CreditCause | null {
  const beyond = terms.find((term) => term.kind === 'beyond');
  if (beyond !== undefined) report(context, 'money/beyond-no-outage', beyond.span, {});
  const metric = scope.resolve(context, 'metric', written);
  const period = gives.kind === 'shortfall' ? checkPeriod(context, gives.period, contract) : null;
  if (metric === null || period === null || beyond !== undefined) return null;
  const { length: count } = sharesOf(lines, metric, period);
  if (count === 1) return { kind: 'attained', metric };
  if (!lost) report(context, 'money/no-one-share', span, { metric, unit: period.unit, count });
  return null;
}

/** The promises of a share of a metric in periods of a kind. */
function sharesOf(
  lines: readonly CheckedAttainment[],
  metric: string,
  { unit, anchor }: Period,
): readonly CheckedAttainment[] {
  return lines.filter(
    ({ aim, metric: of, period }) =>
      aim.kind === 'share' && of === metric && period.unit === unit && period.anchor === anchor,
  );
}

function checkCause(
  context: CheckContext,
  scope: Scope,
  cause: Exclude<CreditNode['cause'], { kind: 'attained' }>,
  { terms }: CreditNode,
  services: Services,
): CreditCause | null {
  const beyond = terms.find((term) => term.kind === 'beyond');
  if (beyond !== undefined && cause.kind !== 'outage' && cause.kind !== 'delay') {
    report(context, 'money/beyond-no-outage', beyond.span, {});
    return null;
  }
  switch (cause.kind) {
    case 'missed': {
      if (cause.metrics === null) return { kind: 'missed', metrics: null };
      const metrics = cause.metrics.flatMap((metric) => scope.resolve(context, 'metric', metric) ?? []);
      return metrics.length < cause.metrics.length ? null : { kind: 'missed', metrics };
    }
    case 'availability': {
      const service = cause.service ?? services.names[0];
      if (service !== undefined && services.names.includes(service)) return { kind: 'availability', service };
      if (!services.lost) report(context, 'money/no-availability', cause.span, { service: cause.service });
      return null;
    }
    case 'delay': {
      const metric = scope.resolve(context, 'metric', cause.metric);
      const eachSeconds = workedSeconds(context, cause.each);
      const beyondSeconds = beyond === undefined ? 0 : workedSeconds(context, beyond.amount);
      if (metric === null || eachSeconds === null || beyondSeconds === null) return null;
      return { kind: 'delay', metric, eachSeconds, started: cause.started, beyondSeconds };
    }
    case 'outage': {
      const eachSeconds = cause.each === null ? null : workedSeconds(context, cause.each);
      const beyondSeconds = beyond === undefined ? 0 : workedSeconds(context, beyond.amount);
      if ((cause.each !== null && eachSeconds === null) || beyondSeconds === null) return null;
      return { kind: 'outage', eachSeconds, started: cause.started, beyondSeconds };
    }
  }
}

function checkGives(
  context: CheckContext,
  { gives }: CreditNode,
  contract: ContractTerms,
): CheckedCredit['gives'] | null {
  switch (gives.kind) {
    case 'remedy':
      return gives;
    case 'share':
      return { kind: 'share', percent: gives.percent.text, of: gives.of };
    case 'money': {
      const currency = checkMoney(context, gives.money, contract.currency);
      return currency === null ? null : { kind: 'money', currency, amount: gives.money.amount.text };
    }
    case 'service': {
      const length = checkLength(context, gives.amount);
      return length === null ? null : { kind: 'service', length, upTo: gives.upTo, of: gives.of };
    }
    case 'bands': {
      const period = checkPeriod(context, gives.period, contract);
      const bands = checkBands(context, gives.bands);
      return period === null || bands === null ? null : { kind: 'bands', of: gives.of, period, bands };
    }
    case 'shortfall': {
      const period = checkPeriod(context, gives.period, contract);
      const bands = checkShortfalls(context, gives.bands);
      return period === null || bands === null ? null : { kind: 'shortfall', of: gives.of, period, bands };
    }
  }
}

/** The caps of a credit, in what it gives: of each period one, and one of a ticket. */
function checkCaps(
  context: CheckContext,
  { gives, terms }: CreditNode,
  contract: ContractTerms,
): readonly CreditCap[] | null {
  const caps: CreditCap[] = [];
  const seen = new Set<string>();
  for (const term of terms) {
    if (term.kind !== 'at most') continue;
    const isService = term.most.kind === 'service';
    if (isService !== (gives.kind === 'service')) {
      report(context, 'money/cap-of-another', term.span, { isService });
      return null;
    }
    const cap = checkCap(context, term, contract);
    if (cap === null) return null;
    const key = JSON.stringify(cap.period);
    if (seen.has(key)) report(context, 'plan/clause-twice', term.span, { clause: 'at most' });
    seen.add(key);
    caps.push(cap);
  }
  return caps;
}

function checkCap(
  context: CheckContext,
  { most, period: written }: Extract<CreditTermNode, { kind: 'at most' }>,
  contract: ContractTerms,
): CreditCap | null {
  const period = written === 'ticket' ? null : checkPeriod(context, written, contract);
  if (written !== 'ticket' && period === null) return null;
  switch (most.kind) {
    case 'share':
      return { kind: 'share', percent: most.percent.text, period };
    case 'service': {
      const length = checkLength(context, most.amount);
      return length === null ? null : { kind: 'service', length, period };
    }
    case 'money': {
      const currency = checkMoney(context, most.money, contract.currency);
      return currency === null ? null : { kind: 'money', currency, amount: most.money.amount.text, period };
    }
  }
}

/** A length of service: hours of work, or a time by dates. */
function checkLength(context: CheckContext, amount: AmountNode): ServiceLength | null {
  const unit = checkUnit(context, amount);
  if (unit === null) return null;
  if (unit.kind === 'elapsed') {
    const seconds = wholeAmount(context, amount.amount, unit.seconds, amount);
    return seconds === null ? null : { kind: 'time', seconds };
  }
  if (unit.kind !== 'days' || unit.unit === 'business day') {
    report(context, 'money/service-unit', amount.span, { unit: amount.unit });
    return null;
  }
  const count = wholeAmount(context, amount.amount, unit.times, amount);
  return count === null ? null : { kind: 'dates', unit: unit.unit, count };
}

function reportTermsTwice(context: CheckContext, terms: readonly CreditTermNode[]): void {
  const seen = new Set<string>();
  for (const { kind, span } of terms) {
    if (kind !== 'at most' && seen.has(kind)) report(context, 'plan/clause-twice', span, { clause: kind });
    seen.add(kind);
  }
}

type Bands = Extract<CheckedCredit['gives'], { kind: 'bands' }>['bands'];

/** Bands in the order of misses, from the first miss on: each begins where the one before ends. */
function checkBands(context: CheckContext, nodes: readonly CreditBandNode[]): Bands | null {
  let next: number | null = 1;
  const bands: Bands[number][] = [];
  for (const { percent, from: written, to: end, span } of nodes) {
    const from = Number(written.text);
    const to = end === 'more' ? null : Number(end.text);
    if (from !== next || (to !== null && to < from)) {
      report(context, 'money/credit-bands', span, { from, next });
      return null;
    }
    next = to === null ? null : to + 1;
    bands.push({ percent: percent.text, from, to });
  }
  return bands;
}

function checkClaim(context: CheckContext, amount: AmountNode): CheckedCredit['claimedWithin'] {
  const unit = checkUnit(context, amount);
  if (unit === null) return null;
  if (unit.kind !== 'days' || unit.unit === 'business day') {
    report(context, 'money/claim-unit', amount.span, { unit: amount.unit });
    return null;
  }
  const count = wholeAmount(context, amount.amount, unit.times, amount);
  return count === null ? null : { unit: unit.unit, count };
}
