import type { BusinessTerms } from './check-bound.ts';
import { checkCondition } from './check-condition.ts';
import { checkCaps, checkLength } from './check-credit-caps.ts';
import { checkCause, type Services, type Shares } from './check-credit-cause.ts';
import { checkClaim } from './check-credit-claim.ts';
import { checkMoney } from './check-money.ts';
import { checkPeriod } from './check-period.ts';
import type { ContractTerms } from './check-period.ts';
import { checkSelector } from './check-selector.ts';
import { checkShortfalls } from './check-shortfall.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedCredit, CheckedPoints, CreditCause } from './money-model.ts';
import { saidAt } from './said.ts';
import type { Scope } from './scope.ts';
import type { PlanNode } from '../syntax/tree.ts';
import type { CreditBandNode, CreditNode, CreditTermNode, PointsNode } from '../syntax/money-tree.ts';

/** What a missed promise or an outage gives back, with its cap and the time to claim it. */
export function checkCredit(
  context: CheckContext,
  scope: Scope,
  node: CreditNode,
  contract: ContractTerms,
  terms: BusinessTerms,
  services: Services,
  shares: Shares,
): CheckedCredit | null {
  const when = checkSelector(context, scope, node.for);
  const cause = checkCause(context, scope, node, contract, terms, services, shares);
  const gives = checkGives(context, node, contract);
  const condition = node.when === null ? null : checkCondition(context, scope, contract.facts, node.when);
  reportTermsTwice(context, node.terms);
  const caps = checkCaps(context, node, contract);
  const claim = node.terms.find((term) => term.kind === 'claimed');
  const claimedWithin = claim === undefined ? null : checkClaim(context, scope, terms, claim);
  const earnedBackAfter = checkEarnedBack(context, node);
  if (cause === null || gives === null || when === null || earnedBackAfter === 'wrong') return null;
  if (node.when !== null && condition === null) return null;
  if (caps === null || (claim !== undefined && claimedWithin === null)) return null;
  if (node.for !== null && isOfNoTicket(cause)) {
    report(context, 'money/credit-of-no-ticket', node.for.span, {});
    return null;
  }
  return {
    cause,
    gives,
    caps,
    claimedWithin,
    claimedHow: claim?.how ?? '',
    earnedBackAfter,
    soleRemedy: node.terms.some(({ kind }) => kind === 'sole remedy'),
    when,
    condition,
    ...saidAt(context, node.span),
  };
}

function isOfNoTicket({ kind }: CreditCause): boolean {
  return kind === 'outage' || kind === 'availability' || kind === 'points';
}

/** Points that failures give, by the grounds for which credits are given. */
export function checkPoints(
  context: CheckContext,
  scope: Scope,
  { credit, span }: PointsNode,
  contract: ContractTerms,
  terms: BusinessTerms,
  services: Services,
  shares: Shares,
): CheckedPoints | null {
  const stray = credit.terms.find(({ kind }) => kind !== 'beyond' && kind !== 'counted as promised');
  if (stray !== undefined || credit.cause.kind === 'points') {
    report(context, 'money/points-only-count', stray?.span ?? span, {});
    return null;
  }
  const checked = checkCredit(context, scope, credit, contract, terms, services, shares);
  if (checked === null || checked.cause.kind === 'points') return null;
  const { cause, gives, when } = checked;
  if (gives.kind !== 'share' && gives.kind !== 'bands' && gives.kind !== 'shortfall') return null;
  return { cause, gives, when, ...saidAt(context, span) };
}

/** Credits and rights by points of a plan in which nothing gives any. */
export function reportNoPoints(
  context: CheckContext,
  { clauses, broken }: PlanNode,
  points: readonly CheckedPoints[],
): void {
  if (points.length > 0 || broken || clauses.some(({ kind }) => kind === 'points')) return;
  for (const clause of clauses) {
    const isBy =
      (clause.kind === 'credit' && clause.cause.kind === 'points') ||
      (clause.kind === 'right' && clause.when.some(({ of }) => of.kind === 'points'));
    if (isBy) report(context, 'money/no-points', clause.span, {});
  }
}

/** After how many kept periods it is taken back: those of the credit's own bands. */
function checkEarnedBack(context: CheckContext, { gives, terms }: CreditNode): number | null | 'wrong' {
  const term = terms.find((each) => each.kind === 'earned back');
  if (term === undefined) return null;
  const unit = gives.kind === 'bands' || gives.kind === 'shortfall' ? gives.period.unit.text : null;
  if (unit !== term.unit.text) {
    report(context, 'money/earned-back-periods', term.span, { unit, said: term.unit.text });
    return 'wrong';
  }
  if (/^[1-9]\d*$/.test(term.count.text)) return Number(term.count.text);
  report(context, 'target/not-a-count', term.count.span, { count: term.count.text });
  return 'wrong';
}

function checkGives(
  context: CheckContext,
  { gives, cause }: CreditNode,
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
      const bands = checkBands(context, gives.bands, cause.kind === 'points');
      return period === null || bands === null ? null : { kind: 'bands', of: gives.of, period, bands };
    }
    case 'shortfall': {
      const period = checkPeriod(context, gives.period, contract);
      const bands = checkShortfalls(context, gives.bands);
      return period === null || bands === null ? null : { kind: 'shortfall', of: gives.of, period, bands };
    }
  }
}

function reportTermsTwice(context: CheckContext, terms: readonly CreditTermNode[]): void {
  const seen = new Set<string>();
  for (const { kind, span } of terms) {
    if (kind !== 'at most' && seen.has(kind)) report(context, 'plan/clause-twice', span, { clause: kind });
    seen.add(kind);
  }
}

type Bands = Extract<CheckedCredit['gives'], { kind: 'bands' }>['bands'];

/** Bands in the order of misses, from the first miss on, or from any number of points: each begins where the one before ends. */
function checkBands(
  context: CheckContext,
  nodes: readonly CreditBandNode[],
  isOfPoints: boolean,
): Bands | null {
  let next: number | null = isOfPoints ? Number(nodes[0]?.from.text ?? 1) : 1;
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
