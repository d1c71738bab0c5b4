import Fraction from 'fraction.js';
import type { PlanStretch } from '../../plan/conduct-model.ts';
import type { PlanBadMeasure, PlanBadPeriods, PlanRight } from '../../plan/money-model.ts';
import type { InstantMs } from '../../time/types.ts';
import { periodAfter, periodAt, type PeriodSpan } from '../entitlement/period.ts';
import { endOfTerm, termOfStretch } from '../ticket/find-stretch.ts';
import { isOfPeriod, pointsIn } from './credit-grounds.ts';
import type { Credit, CreditBasis } from './credit-model.ts';
import { NO_TICKET } from './delay-steps.ts';
import { isOf } from './free-misses.ts';

/** What a customer may do, since periods were bad. */
export interface Right {
  readonly by: PlanRight;
  /** The case by which, of those of the clause. */
  readonly for: PlanBadPeriods;
  /** When it arose: at the end of the period that made it so. */
  readonly at: InstantMs;
  /** The bad periods, in their order; of several that are counted together all of them. */
  readonly periods: readonly { readonly from: InstantMs; readonly to: InstantMs }[];
  /** The moment before which it has to be used; null for any. */
  readonly useBefore: InstantMs | null;
  /** When it takes effect if it is used as it arises; null where it needs no notice. */
  readonly effectFrom: InstantMs | null;
}

/**
 * The rights that arose, in the order of time: with each period that is over, that is bad and with which there are as many as
 * the contract says. So a right arises again with each further bad period. A period that is not judged is not bad.
 */
export function rightsOf(
  rights: readonly PlanRight[],
  basis: CreditBasis,
  credits: readonly Credit[],
  held: { readonly start: InstantMs; readonly end: InstantMs },
): readonly Right[] {
  const over = (from: InstantMs, stretch: PlanStretch | null): InstantMs | null =>
    stretch === null ? null : endOfTerm(termOfStretch(basis.engine, stretch, NO_TICKET), from);
  return rights
    .flatMap((by): readonly Right[] => {
      const known = new Map<InstantMs, Right>();
      for (const each of by.when)
        for (const periods of timesOf(each, basis, credits, held)) {
          const at = periods.at(-1)?.to;
          if (at === undefined || known.has(at)) continue;
          const [useBefore, effectFrom] = [over(at, by.usedWithin), over(at, by.notice)];
          known.set(at, { by, for: each, at, periods, useBefore, effectFrom });
        }
      return [...known.values()];
    })
    .sort((a, b) => a.at - b.at);
}

type Span = Pick<PeriodSpan, 'from' | 'to'>;

/** Each time that there were as many bad periods as a case needs: those, the last of which is the one that made it so. */
function timesOf(
  { of, tally }: PlanBadPeriods,
  basis: CreditBasis,
  credits: readonly Credit[],
  { start, end }: { readonly start: InstantMs; readonly end: InstantMs },
): readonly (readonly Span[])[] {
  const spans: Span[] = [];
  const last = Math.min(end, basis.now);
  for (
    let span = periodAt(tally.period, basis.ground, start);
    span.to <= last;
    span = periodAfter(tally.period, basis.ground, span)
  )
    spans.push({ from: span.from, to: span.to });
  if (tally.kind === 'any') {
    const { together } = tally;
    const isBad = badIn(of, basis, credits, tally.period);
    return spans.flatMap((_, i) => {
      const own = spans.slice(Math.max(0, i + 1 - together), i + 1);
      const [first, final] = [own[0], own.at(-1)];
      if (first === undefined || final === undefined) return [];
      // What was enough before the last of them came is not new with it.
      const isNew = together === 1 || isBad(final) || addsTo(of, basis, credits, final);
      return isNew && isBad({ from: first.from, to: final.to }) ? [own] : [];
    });
  }
  const isBad = badIn(of, basis, credits, tally.period);
  const bad = spans.map(isBad);
  const window = tally.kind === 'of' ? tally.of : tally.count;
  return spans.flatMap((_, i) => {
    if (bad[i] !== true) return [];
    const own = spans.filter((__, j) => j > i - window && j <= i && bad[j] === true);
    return own.length >= tally.count ? [own] : [];
  });
}

/** Whether a span is bad: a period, or several together. */
function badIn(
  of: PlanBadMeasure,
  basis: CreditBasis,
  credits: readonly Credit[],
  period: PlanBadPeriods['tally']['period'],
): (span: Span) => boolean {
  switch (of.kind) {
    case 'attained': {
      const { below } = of;
      const own = basis
        .attained(of.metric, period, of.when)
        .filter(({ share, kept }) => (below === null ? !kept : share.lt(fractionOf(below))));
      return ({ from }) => own.some((each) => each.from === from);
    }
    case 'availability': {
      const { below } = of;
      const own = basis
        .availability(of.service, period)
        .filter(({ share, kept }) => (below === null ? !kept : share.lt(fractionOf(below))));
      return ({ from }) => own.some((each) => each.from === from);
    }
    case 'missed':
      return (span) => missesIn(of, basis, span) >= of.count;
    case 'points':
      return (span) => pointsOf(basis, span).gte(of.count);
    case 'credits': {
      const { reach } = of;
      const fee = reach.kind === 'share' ? basis.feeOf(reach.of) : null;
      const most =
        reach.kind === 'money'
          ? { currency: reach.currency, amount: new Fraction(reach.amount) }
          : fee === null
            ? null
            : { currency: fee.currency, amount: fee.amount.mul(reach.percent).div(100) };
      return (span) => most !== null && creditedIn(credits, most.currency, span).gte(most.amount);
    }
  }
}

/** Whether a period adds anything to what several come to together. */
function addsTo(of: PlanBadMeasure, basis: CreditBasis, credits: readonly Credit[], span: Span): boolean {
  if (of.kind === 'missed') return missesIn(of, basis, span) > 0;
  if (of.kind === 'points') return pointsOf(basis, span).gt(0);
  return of.kind === 'credits' && credits.some((credit) => isIn(span, credit) && credit.status !== 'lapsed');
}

function pointsOf(basis: CreditBasis, span: Span): Fraction {
  return pointsIn(basis)
    .filter((each) => isIn(span, each))
    .reduce((sum, { measure }) => sum.add(measure), new Fraction(0));
}

function missesIn(
  { metrics, when }: Extract<PlanBadMeasure, { kind: 'missed' }>,
  { misses }: CreditBasis,
  { from, to }: Span,
): number {
  return misses.filter((miss) => isOf(metrics, when, miss) && miss.at >= from && miss.at < to).length;
}

function creditedIn(credits: readonly Credit[], currency: string, span: Span): Fraction {
  return credits.reduce(
    (sum, credit) =>
      credit.status !== 'lapsed' &&
      credit.gives.kind === 'money' &&
      credit.gives.currency === currency &&
      isIn(span, credit)
        ? sum.add(credit.gives.amount)
        : sum,
    new Fraction(0),
  );
}

function isIn({ from, to }: Span, { at, for: ground }: Pick<Credit, 'at' | 'for'>): boolean {
  const arose = isOfPeriod(ground) ? at - 1 : at;
  return arose >= from && arose < to;
}

function fractionOf({
  numerator,
  denominator,
}: {
  readonly numerator: number;
  readonly denominator: number;
}) {
  return new Fraction(numerator, denominator);
}
