import { type Case, casesOf, holds, witness } from '../cases.ts';
import { finding, type LintRule } from '../finding.ts';

/** Two severities that claim one case. */
export const severityOverlap: LintRule = ({ contract: { facts, severities } }) => {
  const conditions = severities.map(({ when }) => when);
  const cases = casesOf(facts, conditions) ?? [];
  const pairs = claimedTwice(
    cases,
    (index, one) => {
      const condition = conditions[index];
      return condition !== undefined && holds(condition, one);
    },
    severities.length,
  );
  return severities.flatMap((lower, index) =>
    [...(pairs[index] ?? [])]
      .sort((a, b) => a - b)
      .flatMap((other) => {
        const higher = severities[other];
        if (higher === undefined) return [];
        const both = witness(cases, (one) => holds(higher.when, one) && holds(lower.when, one));
        if (both === null) return [];
        const params = { higher: higher.name, lower: lower.name, both };
        const related = [{ message: `\`${higher.name}\` claims it here`, origin: higher.origin }];
        return [finding('lint/severity-overlap', lower.origin, params, related)];
      }),
  );
};

/** For each severity those before it that claim a case of its own; each case is looked at once, not once a pair. */
function claimedTwice(
  cases: readonly Case[],
  claims: (severity: number, one: Case) => boolean,
  count: number,
): readonly ReadonlySet<number>[] {
  const pairs = Array.from({ length: count }, () => new Set<number>());
  for (const one of cases) {
    const claimants: number[] = [];
    for (let severity = 0; severity < count; severity++) {
      if (!claims(severity, one)) continue;
      claimants.forEach((earlier) => pairs[severity]?.add(earlier));
      claimants.push(severity);
    }
  }
  return pairs;
}
