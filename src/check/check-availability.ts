import type { AvailabilityNode, AvailabilityTermNode } from '../syntax/money-tree.ts';
import { checkShare } from './check-attain.ts';
import type { BusinessTerms } from './check-bound.ts';
import { checkCalendarName } from './check-calendar-name.ts';
import { inPlansDays } from './check-credit-cause.ts';
import { workedSeconds } from './check-rounding.ts';
import { checkStretch } from './check-stretch.ts';
import { checkPeriod, checkPeriodZone, type ContractTerms } from './check-period.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedAvailability } from './money-model.ts';
import { textOf } from './check-time.ts';
import { saidAt } from './said.ts';
import type { Scope } from './scope.ts';

/** The availability of a service; null, with findings, where it leaves open what is measured. */
export function checkAvailability(
  context: CheckContext,
  scope: Scope,
  node: AvailabilityNode,
  contract: ContractTerms,
  terms: BusinessTerms,
): CheckedAvailability | null {
  const share = checkShare(context, node.share);
  const over = checkOver(context, node, contract);
  const calendar = node.calendar === null ? null : checkCalendarName(context, scope, node.calendar);
  reportTermsTwice(context, node.terms);
  const outage = node.terms.find((each) => each.kind === 'outage');
  const formula = node.terms.find((each) => each.kind === 'formula');
  if (outage === undefined) {
    report(context, 'money/outage-undefined', node.span, {});
    return null;
  }
  const amountOf = (kind: 'counted' | 'at least') =>
    node.terms.flatMap((each) => (each.kind === kind ? [each.amount] : []))[0];
  const step = amountOf('counted');
  const least = amountOf('at least');
  const stepSeconds = step === undefined ? 1 : workedSeconds(context, step);
  const leastSeconds = least === undefined ? 0 : workedSeconds(context, least);
  const exclusions = node.terms.flatMap((each) =>
    each.kind === 'except' ? [checkExclusion(context, scope, each, contract, terms)] : [],
  );
  const known = exclusions.flatMap((exclusion) => exclusion ?? []);
  if (share === null || over === null || known.length < exclusions.length) return null;
  if (stepSeconds === null || leastSeconds === null || (node.calendar !== null && calendar === null))
    return null;
  if (step === undefined) report(context, 'assume/outage-step', node.span, {});
  return {
    service: node.service,
    share,
    over,
    calendar: calendar === '24x7' ? null : calendar,
    outage: { from: outage.from, to: outage.to },
    stepSeconds,
    leastSeconds,
    exclusions: known,
    formula: formula?.text ?? '',
    ...saidAt(context, node.span),
  };
}

/** A period that begins in a zone, or any stretch of a length, which begins nowhere and has none. */
function checkOver(
  context: CheckContext,
  { period: written, window, zone: named, span }: AvailabilityNode,
  contract: ContractTerms,
): CheckedAvailability['over'] | null {
  if (window !== null) {
    const seconds = workedSeconds(context, window);
    if (named !== null) {
      report(context, 'money/window-with-zone', named.span, { window: textOf(context, window.span) });
      return null;
    }
    return seconds === null ? null : { kind: 'any', seconds };
  }
  if (written === null) return null;
  const period = checkPeriod(context, written, contract);
  const zone = checkPeriodZone(context, named, contract, span, 'the period');
  return period === null || zone === null ? null : { kind: 'period', period, zone };
}

function checkExclusion(
  context: CheckContext,
  scope: Scope,
  { text, announced: written, upTo }: Extract<AvailabilityTermNode, { kind: 'except' }>,
  contract: ContractTerms,
  terms: BusinessTerms,
): CheckedAvailability['exclusions'][number] | null {
  const own = { zone: contract.zone, lost: contract.lost.zone };
  const notice = written === null ? null : ({ ...inPlansDays(terms, written), end: 'same time' } as const);
  const announced = notice === null ? null : checkStretch(context, scope, own, notice);
  if (written !== null && announced === null) return null;
  if (upTo === null) return { text, announced, upTo: null };
  const seconds = workedSeconds(context, upTo.amount);
  const period = checkPeriod(context, upTo.period, contract);
  return seconds === null || period === null ? null : { text, announced, upTo: { seconds, period } };
}

/** Exclusions may be many. */
function reportTermsTwice(context: CheckContext, terms: readonly AvailabilityTermNode[]): void {
  const seen = new Set<string>();
  for (const { kind, span } of terms) {
    if (kind !== 'except' && seen.has(kind)) report(context, 'plan/clause-twice', span, { clause: kind });
    seen.add(kind);
  }
}
