import { COMPARISON_SCHEMA_VERSION, comparisonData } from './comparison-json.ts';
import type { ReportContext } from './report-context.ts';
import type { WhatIfAnswer } from './what-if-text.ts';

/**
 * Every figure before and after, each as without changes, and the differences. Ends with a line break.
 * @param written the changes, as they were asked for
 */
export function whatIfJson(
  { before, after, sentences, differences }: WhatIfAnswer,
  written: readonly string[],
  context: ReportContext,
): string {
  const data = {
    schemaVersion: COMPARISON_SCHEMA_VERSION,
    whatIf: sentences.map((sentence, i) => ({ change: written[i] ?? '', sentence })),
    differences: differences.map(({ plan, metric, severity, before, after, difference }) => ({
      plan,
      metric,
      severity,
      before,
      after,
      difference,
    })),
    before: comparisonData(before.outcome, before.summary, context, before.answers),
    after: comparisonData(after.outcome, after.summary, context, after.answers),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
