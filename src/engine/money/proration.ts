import Fraction from 'fraction.js';
import type { PlanPeriod } from '../../plan/model.ts';
import type { EpochDay } from '../../time/types.ts';
import { periodDays } from '../entitlement/period.ts';

/** Dates from the first up to the one after the last. */
export interface DaySpan {
  readonly first: EpochDay;
  readonly next: EpochDay;
}

/** In what a period that is not whole is paid. */
export interface ProrationTerms {
  readonly anchor: PlanPeriod['anchor'];
  /** The step, each of which is paid that has begun; null where the period is paid as a whole. */
  readonly prorated: PlanPeriod['unit'] | null;
}

const MONTHLY: ReadonlySet<PlanPeriod['unit']> = new Set(['month', 'quarter', 'year']);

/**
 * The share of a period that is paid by somebody who is there for a span of dates: months by their number, days and
 * weeks by their days. Months and weeks begin where the period's own do.
 *
 *     period   |- Jan -|- Feb -|- Mar -|   prorated by month, from 10 February on: two of three
 *     span                 |···········
 */
export function paidShare(
  period: DaySpan,
  span: DaySpan,
  { anchor, prorated }: ProrationTerms,
  start: EpochDay | null,
): Fraction {
  if (span.next <= period.first || span.first >= period.next) return new Fraction(0);
  if (prorated === null) return new Fraction(1);
  let paid = 0;
  let whole = 0;
  for (let { first } = period; first < period.next;) {
    const [, end] = periodDays({ unit: prorated, anchor }, start, first);
    const next = Math.min(end, period.next);
    const weight = MONTHLY.has(prorated) ? 1 : next - first;
    whole += weight;
    if (span.first < next && span.next > first) paid += weight;
    first = next;
  }
  return new Fraction(paid, whole);
}
