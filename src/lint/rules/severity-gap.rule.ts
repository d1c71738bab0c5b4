import { casesOf, holds, witness } from '../cases.ts';
import { finding, type LintRule } from '../finding.ts';

/** Predicates that leave a case to no severity. Severities of which one says no predicate are left alone. */
export const severityGap: LintRule = ({ contract: { facts, severities } }) => {
  const conditions = severities.map(({ when }) => when);
  const last = severities.at(-1);
  if (last === undefined || conditions.some(({ kind }) => kind === 'unstated' || kind === 'otherwise'))
    return [];
  const falls = witness(
    casesOf(facts, conditions) ?? [],
    (one) => !conditions.some((condition) => holds(condition, one)),
  );
  return falls === null ? [] : [finding('lint/severity-gap', last.origin, { falls })];
};
