/** A simulation before and after some changes, for people: what is different, and what each promise comes to. */
import type { Palette } from '../diagnostics/palette.ts';
import type { Answers } from '../simulate/answers/answers.ts';
import type { Outcome } from '../simulate/outcome.ts';
import type { Summary } from '../simulate/summary.ts';
import type { Judged, WhatIfDifference } from '../simulate/what-if-difference.ts';
import { counted } from '../text/counted.ts';
import { groupDigits } from '../text/group-digits.ts';
import { wrap } from '../text/wrap.ts';
import { comparisonHeader } from './comparison-header.ts';
import type { TextOptions } from './comparison-text.ts';
import type { ReportContext } from './report-context.ts';
import { percentDigits } from './share-words.ts';
import { renderTable, type TableRow } from './text-table.ts';

export interface WhatIfAnswer {
  readonly before: Answered;
  readonly after: Answered;
  /** What each change makes different. */
  readonly sentences: readonly string[];
  readonly differences: readonly WhatIfDifference[];
}

export interface Answered {
  readonly outcome: Outcome;
  readonly summary: Summary;
  readonly answers: Answers;
}

const NONE = '-';

/** Ends with a line break. */
export function whatIfText(
  { before, after, sentences, differences }: WhatIfAnswer,
  context: ReportContext,
  { width, palette }: TextOptions,
): string {
  const { outcome, summary } = before;
  const metrics = [...new Set(differences.map(({ metric }) => metric))];
  const headings = summary.plans.map(({ name }) => name);
  const sections = [
    comparisonHeader(outcome, summary, context, width, palette),
    [
      palette.strong('what if'),
      ...sentences.flatMap((sentence) =>
        wrap(sentence, width - 4).map((line, i) => (i === 0 ? `  - ${line}` : `    ${line}`)),
      ),
      ...(after.summary.tickets === summary.tickets
        ? []
        : [
            `  - ${counted(after.summary.tickets, 'ticket')} in all instead of ${groupDigits(summary.tickets)}`,
          ]),
    ],
    ...metrics.map((metric) => [
      palette.strong(metric),
      ...renderTable(headings, rowsOf(metric, headings.length, differences), width, palette),
    ]),
    notes(before.summary.runs, width, palette),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function rowsOf(
  metric: string,
  plans: number,
  differences: readonly WhatIfDifference[],
): readonly TableRow[] {
  const own = differences.filter((each) => each.metric === metric);
  const severities = [...new Set(own.flatMap(({ severity }) => severity ?? [])), null];
  return severities.flatMap((severity) => {
    const byPlan = Array.from({ length: plans }, (_, place) =>
      own.find((each) => each.place === place && each.severity === severity),
    );
    const row = (label: string, cellOf: (each: WhatIfDifference) => string, group = ''): TableRow => ({
      group,
      label,
      cells: byPlan.map((each) => (each === undefined ? NONE : cellOf(each))),
    });
    return [
      row('before', (each) => attained(each.before), severity ?? 'all'),
      row('after', (each) => attained(each.after)),
      row('difference', differenceWords),
      row('missed before', (each) => missedOf(each.before)),
      row('missed after', (each) => missedOf(each.after)),
    ];
  });
}

function attained({ met, missed }: Judged): string {
  return met + missed === 0 ? NONE : `${percentDigits(met / (met + missed))} %`;
}

function missedOf({ met, missed }: Judged): string {
  return met + missed === 0 ? 'none' : `${groupDigits(missed)} of ${groupDigits(met + missed)}`;
}

/** `-3.2 (-4.0 to -2.4)`: points of a per cent. */
function differenceWords({ before, after, difference }: WhatIfDifference): string {
  if (difference === null) {
    // Of one run there is a change, and nothing that says how sure it is.
    const change = after.met / (after.met + after.missed) - before.met / (before.met + before.missed);
    return Number.isNaN(change) ? NONE : points(change);
  }
  const { centre, low, high } = difference;
  return `${points(centre)} (${points(low)} to ${points(high)})`;
}

function points(share: number): string {
  // What is added makes nothing of a nothing below nothing.
  const tenths = Math.round(share * 1000) / 10 + 0;
  return `${tenths > 0 ? '+' : ''}${tenths.toFixed(1)}`;
}

function notes(runs: number, width: number, palette: Palette): readonly string[] {
  const difference =
    runs > 1
      ? `Differences are in points of a per cent, means over ${runs} runs with their 95 % t-interval: run against run of the same draws, so that only what was changed tells them apart. A mean over runs need not be the difference of the two shares, in which long runs weigh more.`
      : 'One run before and one after say nothing of how sure the difference is: `--runs 20` gives each its interval.';
  return [
    palette.strong('notes'),
    ...wrap(difference, width - 4).map((line, i) => (i === 0 ? `  - ${line}` : `    ${line}`)),
  ];
}
