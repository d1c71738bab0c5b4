import type { PlanSelector } from '../../plan/model.ts';

/** In how many kinds a selector narrows; of the lines that speak of a ticket the narrowest holds. */
export function narrownessOf({ severities, regions, channels, types, facts, opened }: PlanSelector): number {
  const named = [severities, regions, channels, types].filter((names) => names !== null).length;
  return named + facts.length + (opened.length > 0 ? 1 : 0);
}
