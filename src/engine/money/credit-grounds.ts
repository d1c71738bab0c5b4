import Fraction from 'fraction.js';
import type { PlanCredit, PlanShortfallBand } from '../../plan/money-model.ts';
import type { PlanPeriod } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { type PeriodGround, periodAt } from '../entitlement/period.ts';
import type { FactOf } from '../grade-ticket.ts';
import { selects } from '../select-target.ts';
import type { CreditBasis, CreditGround, Miss } from './credit-model.ts';
import { stepsOf } from './delay-steps.ts';
import { beyondFree, isOf } from './free-misses.ts';

/** Something for which a credit is due, and how much of what the clause gives. */
export interface Arisen {
  readonly for: CreditGround;
  readonly at: InstantMs;
  /** How many times a sum or a length, or per cent of a fee. */
  readonly measure: Fraction;
  readonly factOf: FactOf;
  readonly claimed: InstantMs | null;
}

/** For what a clause gives something, whether or not the case holds in which it does. */
export function arisenBy(
  { cause, gives, when }: Pick<PlanCredit, 'cause' | 'gives' | 'when'>,
  basis: CreditBasis,
): readonly Arisen[] {
  switch (cause.kind) {
    case 'missed': {
      const own = basis.misses.filter((miss) => isOf(cause.metrics, when, miss));
      if (gives.kind === 'bands') return byCount(gives, own, basis);
      return beyondFree(cause, when, own, basis).map(({ ticket, metric, at, factOf, claimed }) => {
        return { for: { kind: 'miss', ticket, metric }, at, measure: onceOf(gives), factOf, claimed };
      });
    }
    case 'outage':
      return basis.outages.flatMap(({ from, to, claimed }): readonly Arisen[] => {
        const times = stepsOf(basis.engine, cause, from, to, null);
        if (times === 0) return [];
        const measure = onceOf(gives).mul(times);
        return [{ for: { kind: 'outage', from, to, times }, at: to, measure, factOf: basis.factOf, claimed }];
      });
    case 'delay':
      return basis.misses.flatMap((miss): readonly Arisen[] => {
        const { ticket, metric, at: from, keptAt, factOf, claimed } = miss;
        if (metric !== cause.metric || !selects(when, miss.key)) return [];
        const to = keptAt ?? Math.max(from, basis.now);
        const times = stepsOf(basis.engine, cause, from, to, miss);
        if (times === 0) return [];
        const measure = onceOf(gives).mul(times);
        return [
          { for: { kind: 'delay', ticket, metric, from, to, times }, at: to, measure, factOf, claimed },
        ];
      });
    case 'points':
      return gives.kind === 'bands'
        ? bandsOfPoints(gives, basis)
        : pointsIn(basis).map((each) => ({ ...each, measure: onceOf(gives).mul(each.measure) }));
    case 'attained': {
      if (gives.kind !== 'shortfall') return [];
      const { metric } = cause;
      return basis.attained(metric, gives.period, when).flatMap((period): readonly Arisen[] => {
        const band = gives.bands.find((each) => holds(each, period.share.mul(100)));
        if (band === undefined) return [];
        const { kept: _, ...attained } = period;
        const { from, to } = attained;
        return [
          {
            for: { kind: 'attained', metric, ...attained },
            at: to,
            measure: new Fraction(band.percent),
            factOf: basis.factOf,
            claimed: basis.claimedForMisses(from, to),
          },
        ];
      });
    }
    case 'availability': {
      if (gives.kind !== 'shortfall') return [];
      const { service } = cause;
      return basis.availability(service, gives.period).flatMap((available): readonly Arisen[] => {
        const { from, to, share } = available;
        const band = gives.bands.find((each) => holds(each, share.mul(100)));
        if (band === undefined) return [];
        const claimed = basis.claimedFor(service, available);
        const measure = new Fraction(band.percent);
        return [
          {
            for: { kind: 'availability', service, share, from, to },
            at: to,
            measure,
            factOf: basis.factOf,
            claimed,
          },
        ];
      });
    }
  }
}

/** What one cause gives: per cent of a fee, or the sum or length once. */
function onceOf(gives: PlanCredit['gives']): Fraction {
  return new Fraction(gives.kind === 'share' ? gives.percent : 1);
}

/** By how many were missed in each period that is over. */
function byCount(
  { period, bands }: Extract<PlanCredit['gives'], { kind: 'bands' }>,
  misses: readonly Miss[],
  basis: CreditBasis,
): readonly Arisen[] {
  return inPeriods(misses, period, basis.ground).flatMap(({ from, to, own }): readonly Arisen[] => {
    const count = own.length;
    const band = bands.find((each) => each.from <= count && (each.to === null || count <= each.to));
    if (to > basis.now || band === undefined) return [];
    const claimed = basis.claimedForMisses(from, to);
    return [
      {
        for: { kind: 'misses', count, from, to },
        at: to,
        measure: new Fraction(band.percent),
        factOf: basis.factOf,
        claimed,
      },
    ];
  });
}

/** What gave points, each with how many. */
export function pointsIn(basis: CreditBasis): readonly Arisen[] {
  return basis.points
    .flatMap((points) => (points.cause.kind === 'points' ? [] : arisenBy(points, basis)))
    .sort((a, b) => a.at - b.at);
}

/** By the points of each period that is over. */
function bandsOfPoints(
  { period, bands }: Extract<PlanCredit['gives'], { kind: 'bands' }>,
  basis: CreditBasis,
): readonly Arisen[] {
  const sums = new Map<InstantMs, { readonly to: InstantMs; readonly points: Fraction }>();
  for (const { at, for: ground, measure } of pointsIn(basis)) {
    const { from, to } = periodAt(period, basis.ground, isOfPeriod(ground) ? at - 1 : at);
    sums.set(from, { to, points: (sums.get(from)?.points ?? new Fraction(0)).add(measure) });
  }
  return [...sums].flatMap(([from, { to, points }]): readonly Arisen[] => {
    const band = bands.find((each) => points.gte(each.from) && (each.to === null || points.lte(each.to)));
    if (to > basis.now || band === undefined) return [];
    return [
      {
        for: { kind: 'points', points, from, to },
        at: to,
        measure: new Fraction(band.percent),
        factOf: basis.factOf,
        claimed: basis.claimedForMisses(from, to),
      },
    ];
  });
}

function inPeriods(misses: readonly Miss[], period: PlanPeriod, ground: PeriodGround) {
  const periods = new Map<
    InstantMs,
    { readonly from: InstantMs; readonly to: InstantMs; readonly own: Miss[] }
  >();
  for (const miss of misses) {
    const { from, to } = periodAt(period, ground, miss.at);
    const known = periods.get(from) ?? { from, to, own: [] };
    known.own.push(miss);
    periods.set(from, known);
  }
  return [...periods.values()].sort((a, b) => a.from - b.from);
}

/** Whether what a credit is for is a whole period, which is over with its last day. */
export function isOfPeriod({ kind }: CreditGround): boolean {
  return kind === 'misses' || kind === 'availability' || kind === 'attained' || kind === 'points';
}

function holds({ from, fromIncluded, to, toIncluded }: PlanShortfallBand, percent: Fraction): boolean {
  const [low, high] = [percent.compare(new Fraction(from)), percent.compare(new Fraction(to))];
  return (low > 0 || (low === 0 && fromIncluded)) && (high < 0 || (high === 0 && toIncluded));
}
