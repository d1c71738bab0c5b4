import Fraction from 'fraction.js';
import type { PlanCreditCause } from '../../plan/money-model.ts';
import type { PlanSelector } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { type PeriodSpan, periodAt } from '../entitlement/period.ts';
import { selects, type TicketKey } from '../select-target.ts';
import type { CreditBasis, Miss } from './credit-model.ts';

type Missed = Extract<PlanCreditCause, { kind: 'missed' }>;

/** Whether a promise is of one of the metrics, or of any, and of a ticket that counts. */
export function isOf(
  metrics: Missed['metrics'],
  when: PlanSelector,
  { metric, key }: { readonly metric: string; readonly key: TicketKey },
): boolean {
  return (metrics === null || metrics.includes(metric)) && selects(when, key);
}

/**
 * The misses that count: in each period those after the first that are free, in the order of time. A share is of what fell
 * due in the period, and known when it is over; a part of a ticket is not free.
 */
export function beyondFree(
  { metrics, free }: Missed,
  when: PlanSelector,
  misses: readonly Miss[],
  { promises, ground, now }: CreditBasis,
): readonly Miss[] {
  if (free === null) return misses;
  const known = new Map<InstantMs, number>();
  const freeIn = ({ from, to }: PeriodSpan): number => {
    if (free.kind === 'count') return free.count;
    const due = promises.filter(
      (each) => each.due !== null && each.due >= from && each.due < to && isOf(metrics, when, each),
    ).length;
    const { numerator, denominator } = free.share;
    return new Fraction(numerator, denominator).mul(due).floor().valueOf();
  };
  return misses
    .toSorted((a, b) => a.at - b.at || (a.ticket < b.ticket ? -1 : 1))
    .filter(({ at }) => {
      const period = periodAt(free.period, ground, at);
      if (free.kind === 'share' && period.to > now) return false;
      const left = known.get(period.from) ?? freeIn(period);
      known.set(period.from, left - 1);
      return left <= 0;
    });
}
