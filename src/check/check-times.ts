import type { WorkRowNode } from '../syntax/tree.ts';
import { checkDistribution } from './check-distribution.ts';
import type { CheckContext } from './context.ts';
import type { Scope } from './scope.ts';
import type { Distribution, TimeBySeverity } from './simulation-model.ts';

/** Rows of times, each for some severities or for those that no row names; null, and findings, where one has a mistake. */
export function checkTimes(
  context: CheckContext,
  scope: Scope,
  rows: readonly WorkRowNode[],
): readonly TimeBySeverity[] | null {
  const times = rows.map((row) => {
    const names = row.severities?.map((name) => scope.resolve(context, 'severity', name)) ?? null;
    const time: Distribution | null =
      row.distribution === null ? { kind: 'until described' } : checkDistribution(context, row.distribution);
    return time === null || names?.includes(null) === true
      ? null
      : { severities: names?.filter((name) => name !== null) ?? null, time };
  });
  const whole = times.filter((row) => row !== null);
  return whole.length < times.length ? null : whole;
}
