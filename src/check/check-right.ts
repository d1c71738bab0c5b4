import type { BadPeriodsNode, PeriodTallyNode, RightNode } from '../syntax/money-tree.ts';
import type { NameNode } from '../syntax/tree.ts';
import { checkShare } from './check-attain.ts';
import type { BusinessTerms } from './check-bound.ts';
import { hasOneShare, inPlansDays, type Services, type Shares } from './check-credit-cause.ts';
import { checkMoney } from './check-money.ts';
import { checkPeriod, type ContractTerms } from './check-period.ts';
import { checkSelector } from './check-selector.ts';
import { checkStretch } from './check-stretch.ts';
import { type CheckContext, report } from './context.ts';
import type { BadMeasure, BadPeriods, CheckedRight, PeriodTally } from './money-model.ts';
import { saidAt } from './said.ts';
import type { Scope } from './scope.ts';

/** What the customer may do once periods were bad; null, and findings, where it cannot be made out. */
export function checkRight(
  context: CheckContext,
  scope: Scope,
  node: RightNode,
  contract: ContractTerms,
  terms: BusinessTerms,
  services: Services,
  shares: Shares,
): CheckedRight<string> | null {
  const when = node.when.map((bad) => checkBad(context, scope, bad, contract, services, shares));
  const known = when.flatMap((bad) => bad ?? []);
  const own = { zone: contract.zone, lost: contract.lost.zone };
  // A day is over with its midnight, at which a period ends as well.
  const stretchOf = (kind: 'used' | 'notice'): CheckedRight<string>['notice'] | 'wrong' => {
    const term = node.terms.find((each) => each.kind === kind);
    if (term === undefined) return null;
    const stretch = { ...inPlansDays(terms, term.stretch), end: 'same time' } as const;
    return checkStretch(context, scope, own, stretch) ?? 'wrong';
  };
  const [usedWithin, notice] = [stretchOf('used'), stretchOf('notice')];
  if (known.length < when.length || usedWithin === 'wrong' || notice === 'wrong') return null;
  return { text: node.text, when: known, usedWithin, notice, ...saidAt(context, node.span) };
}

function checkBad(
  context: CheckContext,
  scope: Scope,
  { of, tally: written, span }: BadPeriodsNode,
  contract: ContractTerms,
  services: Services,
  shares: Shares,
): BadPeriods | null {
  const tally = checkTally(context, written, contract);
  const measure = checkMeasure(context, scope, of, contract);
  if (tally === null || measure === null) return null;
  const isShare = measure.kind === 'attained' || measure.kind === 'availability';
  if (isShare && tally.kind === 'any' && tally.together > 1) {
    report(context, 'money/shares-together', written.span, {
      count: tally.together,
      unit: tally.period.unit,
    });
    return null;
  }
  if (measure.kind === 'attained') {
    const when = of.kind === 'attained' && of.for === null ? null : measure.when;
    return hasOneShare(context, measure.metric, tally.period, when, shares, span)
      ? { of: measure, tally }
      : null;
  }
  if (measure.kind !== 'availability') return { of: measure, tally };
  const said = of.kind === 'availability' ? of.service : null;
  const service = said ?? services.names[0];
  if (service !== undefined && services.names.includes(service))
    return { of: { ...measure, service }, tally };
  if (!services.lost) report(context, 'money/no-availability', span, { service: said });
  return null;
}

function checkMeasure(
  context: CheckContext,
  scope: Scope,
  of: BadPeriodsNode['of'],
  contract: ContractTerms,
): BadMeasure | null {
  switch (of.kind) {
    case 'attained': {
      const metric = scope.resolve(context, 'metric', of.metric);
      const when = checkSelector(context, scope, of.for);
      const below = of.below === null ? null : checkShare(context, of.below);
      if (metric === null || when === null || (of.below !== null && below === null)) return null;
      return { kind: 'attained', metric, when, below };
    }
    case 'availability': {
      const below = of.below === null ? null : checkShare(context, of.below);
      if (of.below !== null && below === null) return null;
      return { kind: 'availability', service: of.service ?? '', below };
    }
    case 'missed': {
      const metrics = of.metrics?.map((metric) => scope.resolve(context, 'metric', metric)) ?? null;
      const known = metrics?.flatMap((metric) => metric ?? []) ?? null;
      const when = checkSelector(context, scope, of.for);
      const count = checkNumber(context, of.count);
      if (when === null || count === null || metrics?.length !== known?.length) return null;
      return { kind: 'missed', metrics: known, when, count };
    }
    case 'points': {
      const count = checkNumber(context, of.count);
      return count === null ? null : { kind: 'points', count };
    }
    case 'credits': {
      const { reach } = of;
      if (reach.kind === 'share')
        return { kind: 'credits', reach: { kind: 'share', percent: reach.percent.text, of: reach.of } };
      const currency = checkMoney(context, reach.money, contract.currency);
      const amount = reach.money.amount.text;
      return currency === null ? null : { kind: 'credits', reach: { kind: 'money', currency, amount } };
    }
  }
}

function checkTally(
  context: CheckContext,
  { kind, first, second, unit, span }: PeriodTallyNode,
  contract: ContractTerms,
): PeriodTally | null {
  const period = checkPeriod(context, unit, contract);
  const count = first === null ? 1 : checkNumber(context, first);
  const of = second === null ? 1 : checkNumber(context, second);
  if (contract.zone === null && !contract.lost.zone)
    report(context, 'plan/period-without-zone', span, { what: 'the period' });
  if (period === null || count === null || of === null || contract.zone === null) return null;
  switch (kind) {
    case 'any':
      return { kind, together: count, period };
    case 'in a row':
      return { kind, count, period };
    case 'of':
      if (count <= of) return { kind, count, of, period };
      report(context, 'money/more-than-there-are', span, { count, of, unit: period.unit });
      return null;
  }
}

function checkNumber(context: CheckContext, { text, span }: NameNode): number | null {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  report(context, 'target/not-a-count', span, { count: text });
  return null;
}
