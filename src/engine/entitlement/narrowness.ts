import type { PlanSelector } from '../../plan/model.ts';

/** In how many kinds a selector narrows. */
export function narrownessOf({ severities, regions, channels, types, facts, opened }: PlanSelector): number {
  const named = [severities, regions, channels, types].filter((names) => names !== null).length;
  return named + facts.length + (opened.length > 0 ? 1 : 0);
}

/** Of the lines that speak of a ticket, the narrowest, of several alike the first; null where there is none. */
export function narrowestOf<T extends { readonly when: PlanSelector }>(lines: readonly T[]): T | null {
  return lines.toSorted((a, b) => narrownessOf(b.when) - narrownessOf(a.when))[0] ?? null;
}
