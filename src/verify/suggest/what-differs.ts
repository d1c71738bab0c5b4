import type { CompiledPlan, PlanPlan } from '../../plan/model.ts';

/** The places at which an altered plan is another: alterations leave all else the same object. */
export interface Difference {
  readonly calendars: readonly number[];
  readonly plans: readonly number[];
  /** What of these plans. */
  readonly parts: ReadonlySet<keyof PlanPlan>;
  readonly clocks: readonly number[];
  readonly severities: readonly number[];
  readonly rules: readonly number[];
  readonly changes: readonly number[];
  readonly escalations: readonly number[];
}

export function whatDiffers(one: CompiledPlan, other: CompiledPlan): Difference {
  const plans = unlike(one.plans, other.plans);
  const parts = new Set<keyof PlanPlan>();
  for (const index of plans) {
    const [a, b] = [one.plans[index], other.plans[index]];
    if (a === undefined || b === undefined) continue;
    for (const part of PARTS) if (JSON.stringify(a[part]) !== JSON.stringify(b[part])) parts.add(part);
  }
  return {
    calendars: unlike(one.calendars, other.calendars),
    plans,
    parts,
    clocks: unlike(one.clocks, other.clocks),
    severities: unlike(one.severities, other.severities),
    rules: unlike(one.conduct.rules, other.conduct.rules),
    changes: unlike(one.conduct.changes, other.conduct.changes),
    escalations: unlike(one.conduct.escalations, other.conduct.escalations),
  };
}

const PARTS = [
  'targets',
  'quotas',
  'rollovers',
  'charges',
  'packs',
  'eligibility',
  'provisions',
] as const satisfies readonly (keyof PlanPlan)[];

/** Places whose entries are not the same. */
function unlike(one: readonly unknown[], other: readonly unknown[]): readonly number[] {
  if (one === other) return [];
  return one.flatMap((each, i) =>
    each !== other[i] && JSON.stringify(each) !== JSON.stringify(other[i]) ? [i] : [],
  );
}
