import type { PlanClaimTime } from '../../plan/money-model.ts';
import { addMonths } from '../../time/civil-date.ts';
import type { InstantMs } from '../../time/types.ts';
import { localToInstant, wallClockAt } from '../../time/zone-arithmetic.ts';
import { periodAt } from '../entitlement/period.ts';
import { type Arisen, isOfPeriod } from './credit-grounds.ts';
import type { CreditBasis } from './credit-model.ts';

/**
 * The end of the last day on which a credit can be claimed, counted from the day on which it arose, or from the last one of
 * the period in which it did; a period is over with its last day.
 */
export function claimEnd(
  { unit, count, calendar, fromEndOf }: PlanClaimTime,
  { at, for: ground }: Pick<Arisen, 'at' | 'for'>,
  { engine, ground: { zone, start } }: Pick<CreditBasis, 'engine' | 'ground'>,
): InstantMs {
  const arose = isOfPeriod(ground) ? at - 1 : at;
  const from =
    fromEndOf === null
      ? arose
      : periodAt({ unit: fromEndOf, anchor: 'calendar' }, { zone, start }, arose).to - 1;
  if (calendar !== null) {
    const own = engine.zone(engine.calendar(calendar).zone ?? zone.zone);
    const { epochDay } = wallClockAt(own, from);
    const last = engine.businessDates(calendar, own.zone).after(epochDay, count);
    return localToInstant(own, last + 1, 0);
  }
  const { epochDay } = wallClockAt(zone, from);
  const last = unit === 'month' ? addMonths(epochDay, count) : epochDay + count;
  return localToInstant(zone, last + 1, 0);
}
