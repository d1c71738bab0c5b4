import type { Span } from '../text/source.ts';
import type { StretchNode } from '../syntax/conduct-tree.ts';
import type { AvailabilityNode, CreditNode, CreditTermNode } from '../syntax/money-tree.ts';
import { checkShare } from './check-attain.ts';
import type { BusinessTerms } from './check-bound.ts';
import { checkPeriod, type ContractTerms } from './check-period.ts';
import { checkSelector, EVERYTHING } from './check-selector.ts';
import { checkStretch } from './check-stretch.ts';
import { type CheckContext, report } from './context.ts';
import { selectorKey } from './dimensions.ts';
import type { Stretch } from './conduct-model.ts';
import type { CheckedAttainment, Period, Selector } from './model.ts';
import type { CreditCause, FreeMisses } from './money-model.ts';
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

type Beyond = Extract<CreditTermNode, { kind: 'beyond' }>;

/** What a credit is given for; null, and a finding, where it cannot be made out. */
export function checkCause(
  context: CheckContext,
  scope: Scope,
  node: CreditNode,
  contract: ContractTerms,
  terms: BusinessTerms,
  services: Services,
  shares: Shares,
): CreditCause | null {
  const { cause } = node;
  const beyond = node.terms.find((term) => term.kind === 'beyond');
  const counted = node.terms.find((term) => term.kind === 'counted as promised');
  if (beyond !== undefined && !mayBeFree(cause, node.gives, beyond)) {
    report(context, 'money/beyond-no-outage', beyond.span, {});
    return null;
  }
  if (counted !== undefined && cause.kind !== 'delay') {
    report(context, 'money/counted-no-delay', counted.span, {});
    return null;
  }
  const stretchOf = (stretch: StretchNode): Stretch<string> | null =>
    checkStretch(
      context,
      scope,
      { zone: contract.zone, lost: contract.lost.zone },
      inPlansDays(terms, stretch),
    );
  const freeTime = (): Stretch<string> | null | undefined => {
    if (beyond === undefined || beyond.free.kind !== 'time') return null;
    return stretchOf(beyond.free.stretch) ?? undefined;
  };
  switch (cause.kind) {
    case 'missed': {
      const free = beyond === undefined ? null : checkFree(context, beyond.free, contract);
      if (beyond !== undefined && free === null) return null;
      if (cause.metrics === null) return { kind: 'missed', metrics: null, free };
      const metrics = cause.metrics.flatMap((metric) => scope.resolve(context, 'metric', metric) ?? []);
      return metrics.length < cause.metrics.length ? null : { kind: 'missed', metrics, free };
    }
    case 'attained': {
      const metric = scope.resolve(context, 'metric', cause.metric);
      const period =
        node.gives.kind === 'shortfall' ? checkPeriod(context, node.gives.period, contract) : null;
      const when = node.for === null ? null : checkSelector(context, scope, node.for);
      if (metric === null || period === null || (node.for !== null && when === null)) return null;
      return hasOneShare(context, metric, period, when, shares, cause.span)
        ? { kind: 'attained', metric }
        : null;
    }
    case 'availability': {
      const service = cause.service ?? services.names[0];
      if (service !== undefined && services.names.includes(service)) return { kind: 'availability', service };
      if (!services.lost) report(context, 'money/no-availability', cause.span, { service: cause.service });
      return null;
    }
    case 'points':
      return { kind: 'points' };
    case 'delay': {
      const metric = scope.resolve(context, 'metric', cause.metric);
      const each = stretchOf(cause.each);
      const free = freeTime();
      if (metric === null || each === null || free === undefined) return null;
      if (counted !== undefined && (each.kind !== 'elapsed' || (free !== null && free.kind !== 'elapsed'))) {
        report(context, 'money/counted-twice', counted.span, {});
        return null;
      }
      const asPromised = counted !== undefined;
      return { kind: 'delay', metric, each, asPromised, started: cause.started, beyond: free };
    }
    case 'outage': {
      const each = cause.each === null ? null : stretchOf(cause.each);
      const free = freeTime();
      if ((cause.each !== null && each === null) || free === undefined) return null;
      return { kind: 'outage', each, started: cause.started, beyond: free };
    }
  }
}

/** Whether part of what a credit is for can be free: of time that runs on a time, of misses some of a period. */
function mayBeFree(cause: CreditNode['cause'], gives: CreditNode['gives'], { free }: Beyond): boolean {
  switch (cause.kind) {
    case 'outage':
    case 'delay':
      return free.kind === 'time';
    case 'missed':
      return free.kind !== 'time' && gives.kind !== 'bands';
    case 'attained':
    case 'availability':
    case 'points':
      return false;
  }
}

/** Business days that name no calendar are those of the plan. */
export function inPlansDays({ days }: BusinessTerms, stretch: StretchNode): StretchNode {
  const isBusiness = stretch.amount.unit.startsWith('business day');
  if (!isBusiness || stretch.calendar !== null || days === null) return stretch;
  const end = days.end === null || days.end.kind === 'clock' ? null : days.end.kind;
  return { ...stretch, calendar: days.calendar, end: stretch.end ?? end };
}

function checkFree(context: CheckContext, free: Beyond['free'], contract: ContractTerms): FreeMisses | null {
  if (free.kind === 'time') return null;
  const period = checkPeriod(context, free.period, contract);
  if (free.kind === 'share') {
    const share = checkShare(context, free.share);
    return share === null || period === null ? null : { kind: 'share', share, period };
  }
  const count = Number(free.count.text);
  if (!/^[1-9]\d*$/.test(free.count.text)) {
    report(context, 'target/not-a-count', free.count.span, { count: free.count.text });
    return null;
  }
  return period === null ? null : { kind: 'count', count, period };
}

/** The share that the plan promises of a metric in such periods: one alone, so that nobody need ask which is meant. */
export function hasOneShare(
  context: CheckContext,
  metric: string,
  period: Period,
  when: Selector | null,
  { lines, lost }: Shares,
  span: Span,
): boolean {
  const { length: count } = sharesOf(lines, metric, period, when);
  if (count !== 1 && !lost) {
    report(context, 'money/no-one-share', span, { metric, unit: period.unit, count });
  }
  return count === 1;
}

/**
 * The promises of a share of a metric in periods of a kind. A credit that is `for` some tickets goes by the promise for the
 * same, or, of severities, by the one that counts each severity by itself.
 */
function sharesOf(
  lines: readonly CheckedAttainment[],
  metric: string,
  { unit, anchor }: Period,
  when: Selector | null,
): readonly CheckedAttainment[] {
  const all = lines.filter(
    ({ aim, metric: of, period }) =>
      aim.kind === 'share' && of === metric && period.unit === unit && period.anchor === anchor,
  );
  if (when === null) return all;
  const same = all.filter((line) => selectorKey(line.when) === selectorKey(when));
  if (same.length > 0) return same;
  const bySeverity = selectorKey({ ...when, severities: null }) === selectorKey(EVERYTHING);
  return all.filter(({ each, when: of }) => bySeverity && each === 'severity' && of.severities === null);
}
