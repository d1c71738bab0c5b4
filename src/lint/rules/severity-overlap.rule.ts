import { casesOf, holds, witness } from '../cases.ts';
import { finding, type LintRule } from '../finding.ts';

/** Two severities that claim one case. */
export const severityOverlap: LintRule = ({ contract: { facts, severities } }) => {
  const cases = casesOf(
    facts,
    severities.map(({ when }) => when),
  );
  return severities.flatMap((lower, index) =>
    severities.slice(0, index).flatMap((higher) => {
      const both = witness(cases ?? [], (one) => holds(higher.when, one) && holds(lower.when, one));
      if (both === null) return [];
      const params = { higher: higher.name, lower: lower.name, both };
      const related = [{ message: `\`${higher.name}\` claims it here`, origin: higher.origin }];
      return [finding('lint/severity-overlap', lower.origin, params, related)];
    }),
  );
};
