import type { LintRule } from './finding.ts';
import { attainOfWords } from './rules/attain-of-words.rule.ts';
import { businessHours24x7 } from './rules/business-hours-24x7.rule.ts';
import { creditGap } from './rules/credit-gap.rule.ts';
import { emptyQuota } from './rules/empty-quota.rule.ts';
import { hoursReplaced } from './rules/hours-replaced.rule.ts';
import { hoursUnder24x7 } from './rules/hours-under-24x7.rule.ts';
import { loopingRules } from './rules/looping-rules.rule.ts';
import { namesAlike } from './rules/names-alike.rule.ts';
import { severityGap } from './rules/severity-gap.rule.ts';
import { severityLeftOut } from './rules/severity-left-out.rule.ts';
import { severityOverlap } from './rules/severity-overlap.rule.ts';
import { targetNotCovered } from './rules/target-not-covered.rule.ts';
import { unusedName } from './rules/unused-name.rule.ts';

export const RULES: readonly LintRule[] = [
  severityGap,
  severityOverlap,
  severityLeftOut,
  targetNotCovered,
  hoursUnder24x7,
  hoursReplaced,
  businessHours24x7,
  attainOfWords,
  creditGap,
  emptyQuota,
  loopingRules,
  namesAlike,
  unusedName,
];
