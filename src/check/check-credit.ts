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
import type { CheckedCredit } from './money-model.ts';
import { saidAt } from './said.ts';
import type { Scope } from './scope.ts';
import type { CreditBandNode, CreditNode, CreditTermNode } from '../syntax/money-tree.ts';

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
  if (node.for !== null && (cause.kind === 'outage' || cause.kind === 'availability')) {
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
