import Fraction from 'fraction.js';
import type { MoneyEstimate } from '../costs/estimate.ts';
import type { CostSummary } from '../costs/summarize-costs.ts';
import type { Outcome } from '../outcome.ts';
import { promisedShares, wantedFigures, type Wanted, type WantedFigures } from './need-figures.ts';

/** Which of the plans a customer should take. */
export interface PlanRecommendation {
  /** Between 0.5 and 1: how sure it has to be that a share is kept. */
  readonly confidence: number;
  /** Whether the needs of the customer decide, or the shares that each plan promises of its own accord. */
  readonly by: 'needs' | 'promised shares';
  /** One a plan, in the order of the outcome. */
  readonly candidates: readonly PlanCandidate[];
  /**
   * The place among the candidates of the cheapest plan by which all is kept; of plans without a figure, the first of them
   * where none has one. Null where there is none.
   */
  readonly best: number | null;
}

export interface PlanCandidate {
  /** Index into `plan.plans`, and its name. */
  readonly plan: number;
  readonly name: string;
  /** What it comes to in all over the days that count; null where there is no figure in one currency. */
  readonly cost: MoneyEstimate | null;
  readonly wanted: readonly WantedFigures[];
  /** Whether all that is wanted is promised and kept. Of a plan of which nothing is wanted nothing is known. */
  readonly suits: boolean;
}

/**
 * The cheapest plan whose promises, and the desk behind them, meet what the customer needs with a confidence. Where no need is
 * stated, that whose own promised shares are kept.
 * @param costs what the plans cost; null where nobody has reckoned it
 * @param needs of the customer, in place of those that the simulation states
 */
export function recommendPlan(
  outcome: Outcome,
  costs: CostSummary | null,
  needs: readonly Wanted[] = outcome.costs?.needs ?? [],
  confidence = 0.95,
): PlanRecommendation {
  const severities = outcome.plan.severities.map(({ name }) => name);
  const currency =
    outcome.plan.currency ??
    costs?.plans.flatMap(({ customer }) => customer?.total ?? [])[0]?.currency ??
    null;
  const candidates = outcome.plans.map(({ plan }, place): PlanCandidate => {
    const of = outcome.plan.plans[plan];
    const all = needs.length > 0 || of === undefined ? needs : promisedShares(of, severities);
    const wanted = all.map((each) => wantedFigures(outcome, place, each, confidence));
    const total = costs?.plans.find((each) => each.plan === plan)?.customer?.total ?? null;
    return {
      plan,
      name: of?.name ?? '',
      cost: costOf(total, currency),
      wanted,
      suits: wanted.length > 0 && wanted.every(({ verdict }) => verdict === 'kept'),
    };
  });
  return {
    confidence,
    by: needs.length > 0 ? 'needs' : 'promised shares',
    candidates,
    best: cheapest(candidates),
  };
}

/** A plan that comes with something else costs nothing, in whatever currency the others cost something. */
function costOf(total: readonly MoneyEstimate[] | null, currency: string | null): MoneyEstimate | null {
  if (total === null || total.length > 1) return null;
  const [only] = total;
  if (only !== undefined) return only;
  return currency === null ? null : { currency, mean: new Fraction(0), low: null, high: null, runs: 1 };
}

function cheapest(candidates: readonly PlanCandidate[]): number | null {
  let best: number | null = null;
  candidates.forEach(({ suits, cost }, place) => {
    if (!suits) return;
    const other = best === null ? null : (candidates[best] as PlanCandidate).cost;
    const isCheaper =
      cost !== null &&
      (other === null || (cost.currency === other.currency && cost.mean.compare(other.mean) < 0));
    if (best === null || isCheaper) best = place;
  });
  return best;
}
