import type { PlanCredit } from '../../plan/money-model.ts';
import type { PlanPeriod } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { periodAfter, periodAt, type PeriodSpan } from '../entitlement/period.ts';
import { type Arisen, isOfPeriod, pointsIn } from './credit-grounds.ts';
import type { CreditBasis } from './credit-model.ts';
import { isOf } from './free-misses.ts';

/**
 * When a credit for a period is taken back: at the end of so many periods right after it, each of them as promised. A period
 * of which nothing was found short, since it had no ticket or too few, is as promised. Null where it is not, or not yet.
 */
export function earnedBackAt(
  by: PlanCredit,
  { at, for: ground }: Arisen,
  basis: CreditBasis,
): InstantMs | null {
  const { earnedBackAfter, gives } = by;
  if (earnedBackAfter === null || (gives.kind !== 'bands' && gives.kind !== 'shortfall')) return null;
  const isKept = keptIn(by, gives.period, ground, basis);
  let span = periodAt(gives.period, basis.ground, at - 1);
  for (let count = 0; count < earnedBackAfter; count += 1) {
    span = periodAfter(gives.period, basis.ground, span);
    if (span.to > basis.now || !isKept(span)) return null;
  }
  return span.to;
}

/** Whether a period was as promised, by what the credit goes by. */
function keptIn(
  { cause, when }: PlanCredit,
  period: PlanPeriod,
  ground: Arisen['for'],
  basis: CreditBasis,
): (span: PeriodSpan) => boolean {
  switch (cause.kind) {
    case 'missed': {
      const own = basis.misses.filter((miss) => isOf(cause.metrics, when, miss));
      return ({ from, to }) => !own.some(({ at }) => at >= from && at < to);
    }
    case 'attained': {
      const severity = ground.kind === 'attained' ? ground.severity : null;
      const own = basis
        .attained(cause.metric, period, when)
        .filter((each) => each.severity === severity && !each.kept);
      return ({ from }) => !own.some((each) => each.from === from);
    }
    case 'availability': {
      const own = basis.availability(cause.service, period);
      // Of a period after the end nothing is known.
      return ({ from }) => own.some((each) => each.from === from && each.kept);
    }
    case 'points': {
      const own = pointsIn(basis).map(({ at, for: of }) => (isOfPeriod(of) ? at - 1 : at));
      return ({ from, to }) => !own.some((at) => at >= from && at < to);
    }
    case 'outage':
    case 'delay':
      return () => false;
  }
}
