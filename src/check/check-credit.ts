import type {
  AvailabilityNode,
  CreditBandNode,
  CreditNode,
  CreditTermNode,
  ShortfallBandNode,
} from '../syntax/money-tree.ts';
import type { AmountNode } from '../syntax/tree.ts';
import { checkShare } from './check-attain.ts';
import { workedSeconds } from './check-charge.ts';
import { checkCondition } from './check-condition.ts';
import { checkCurrency } from './check-money.ts';
import { checkPeriod } from './check-period.ts';
import type { ContractTerms } from './check-period.ts';
import { checkUnit, wholeAmount } from './check-time.ts';
import { type CheckContext, originOf, report } from './context.ts';
import type { CheckedCredit, CreditCap, CreditCause } from './money-model.ts';
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

/** What a missed promise or an outage gives back, with its cap and the time to claim it. */
export function checkCredit(
  context: CheckContext,
  scope: Scope,
  node: CreditNode,
  contract: ContractTerms,
  services: Services,
): CheckedCredit | null {
  const cause = checkCause(context, scope, node, services);
  const gives = checkGives(context, node, contract);
  const condition = node.when === null ? null : checkCondition(context, scope, contract.facts, node.when);
  reportTermsTwice(context, node.terms);
  const most = node.terms.find((term) => term.kind === 'at most');
  const cap = most === undefined ? null : checkCap(context, most, contract);
  const claim = node.terms.find((term) => term.kind === 'claimed');
  const claimedWithin = claim === undefined ? null : checkClaim(context, claim.within);
  if (cause === null || gives === null || (node.when !== null && condition === null)) return null;
  if ((most !== undefined && cap === null) || (claim !== undefined && claimedWithin === null)) return null;
  return {
    cause,
    gives,
    cap,
    claimedWithin,
    claimedHow: claim?.how ?? '',
    soleRemedy: node.terms.some(({ kind }) => kind === 'sole remedy'),
    condition,
    origin: originOf(context, node.span),
  };
}

function checkCause(
  context: CheckContext,
  scope: Scope,
  { cause, terms }: CreditNode,
  services: Services,
): CreditCause | null {
  const beyond = terms.find((term) => term.kind === 'beyond');
  if (beyond !== undefined && cause.kind !== 'outage') {
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
      const currency = checkCurrency(context, gives.money.currency, contract.currency);
      return currency === null ? null : { kind: 'money', currency, amount: gives.money.amount.text };
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

/** Bands by what was reached, each below the one before and worth more. */
function checkShortfalls(
  context: CheckContext,
  nodes: readonly ShortfallBandNode[],
): Extract<CheckedCredit['gives'], { kind: 'shortfall' }>['bands'] | null {
  for (const [i, { percent, below, span }] of nodes.entries()) {
    if (checkShare(context, below) === null) return null;
    const earlier = nodes[i - 1];
    if (earlier === undefined) continue;
    const falls = Number(below.text) < Number(earlier.below.text);
    if (falls && Number(percent.text) > Number(earlier.percent.text)) continue;
    report(context, 'money/shortfall-bands', span, {
      below: earlier.below.text,
      percent: earlier.percent.text,
    });
    return null;
  }
  return nodes.map(({ percent, below }) => ({ percent: percent.text, below: below.text }));
}

function checkCap(
  context: CheckContext,
  { most, period: written }: Extract<CreditTermNode, { kind: 'at most' }>,
  contract: ContractTerms,
): CreditCap | null {
  const period = checkPeriod(context, written, contract);
  if (most.kind === 'share')
    return period === null ? null : { kind: 'share', percent: most.percent.text, period };
  const currency = checkCurrency(context, most.money.currency, contract.currency);
  if (currency === null || period === null) return null;
  return { kind: 'money', currency, amount: most.money.amount.text, period };
}

function reportTermsTwice(context: CheckContext, terms: readonly CreditTermNode[]): void {
  const seen = new Set<string>();
  for (const { kind, span } of terms) {
    if (seen.has(kind)) report(context, 'plan/clause-twice', span, { clause: kind });
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
