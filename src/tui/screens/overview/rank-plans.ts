import type { PromiseFigures } from '../../../simulate/summary.ts';

export type PlanMark = 'best' | 'worst' | '';

/**
 * Which plans kept the largest and the smallest share of a promise, compared exactly. Nobody is best where all are
 * equal or only one was judged.
 */
export function rankPlans(figures: readonly (PromiseFigures | null)[]): readonly PlanMark[] {
  const shares = figures.map((one) => one?.attainment ?? null);
  const judged = shares.filter((one) => one !== null);
  const above = (a: (typeof judged)[number], b: (typeof judged)[number]): boolean =>
    a.met * b.judged > b.met * a.judged;
  return shares.map((share) => {
    if (share === null || !judged.some((other) => above(other, share) || above(share, other))) return '';
    if (!judged.some((other) => above(other, share))) return 'best';
    return judged.some((other) => above(share, other)) ? '' : 'worst';
  });
}
