import { finding, type LintRule } from '../finding.ts';

/** A quota of nothing. */
export const emptyQuota: LintRule = ({ contract: { plans } }) =>
  plans.flatMap(({ quotas }) =>
    quotas
      .filter(({ amount }) => amount === 0)
      .map(({ thing, origin }) => finding('lint/empty-quota', origin, { thing })),
  );
