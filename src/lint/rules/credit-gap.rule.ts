import type { CheckedAttainment, Period } from '../../check/model.ts';
import type { CheckedCredit, CheckedAvailability, ShortfallBand } from '../../check/money-model.ts';
import { finding, type LintRule } from '../finding.ts';

/** Figures for which a credit by bands gives nothing though the promise was missed. What a plan takes over was found where it stands. */
export const creditGap: LintRule = ({ contract: { plans } }) => {
  const seen = new Set<CheckedCredit>();
  return plans.flatMap(({ credits, availability, attainment }) =>
    credits.flatMap((credit) => {
      if (seen.has(credit)) return [];
      seen.add(credit);
      const gaps = gapsOf(credit, availability, attainment);
      return gaps.length === 0 ? [] : [finding('lint/credit-gap', credit.origin, { gaps })];
    }),
  );
};

function gapsOf(
  { cause, gives }: CheckedCredit,
  promised: readonly CheckedAvailability[],
  attained: readonly CheckedAttainment[],
): readonly string[] {
  if (gives.kind === 'bands') {
    const last = gives.bands[gives.bands.length - 1]?.to ?? null;
    return last === null ? [] : [`${last + 1} misses or more`];
  }
  if (gives.kind !== 'shortfall') return [];
  const share =
    cause.kind === 'attained'
      ? shareOf(attained, cause.metric, gives.period)
      : promised.find(({ service }) => cause.kind === 'availability' && service === cause.service)?.share;
  const ends = share === undefined ? [] : [{ from: percentOf(share), fromIncluded: true }];
  return [...ends, ...gives.bands].flatMap((above, i) => gapBelow(above, gives.bands[i + 1 - ends.length]));
}

/** The share that is promised of a metric in such periods; there is one, or the credit would have none to go by. */
function shareOf(
  attained: readonly CheckedAttainment[],
  metric: string,
  { unit, anchor }: Period,
): CheckedAvailability['share'] | undefined {
  for (const { aim, metric: of, period } of attained) {
    const isIt = of === metric && period.unit === unit && period.anchor === anchor;
    if (isIt && aim.kind === 'share') return aim.share;
  }
  return undefined;
}

/** The figures between the lower end of a band, or of what is promised, and the band below it. */
function gapBelow(
  above: Pick<ShortfallBand, 'from' | 'fromIncluded'>,
  below: ShortfallBand | undefined,
): readonly string[] {
  if (below === undefined) return Number(above.from) === 0 ? [] : [`below ${above.from}%`];
  const [upper, lower] = [Number(above.from), Number(below.to)];
  if (upper === lower && !above.fromIncluded && !below.toIncluded) return [`${above.from}%`];
  return upper > lower ? [`between ${below.to}% and ${above.from}%`] : [];
}

function percentOf({ numerator, denominator }: CheckedAvailability['share']): string {
  return String((numerator * 100) / denominator);
}
