import type { Palette } from '../diagnostics/palette.ts';
import type { FitComparison, Pair } from '../simulate/fit/compare-fit.ts';
import type { Workload } from '../simulate/fit/fit-workload.ts';
import { countWeeks, datesOf } from '../simulate/fit/weeks.ts';
import { counted } from '../text/counted.ts';
import { groupDigits } from '../text/group-digits.ts';
import { durationWords } from './duration-words.ts';
import { percentDigits } from './share-words.ts';
import { renderTable, type TableRow } from './text-table.ts';

/** What was fitted, and how far it lies from the log, side by side. */
export function fitText(
  log: string,
  workload: Workload,
  comparison: FitComparison,
  { width, palette }: { readonly width: number; readonly palette: Palette },
): string {
  const { weeks, tickets } = workload;
  const { from, to } = datesOf(weeks);
  const taken = {
    all: '',
    odd: ', every other one from the first',
    even: ', every other one from the second',
  };
  const { perWeek, durations, attainment, against } = comparison;
  const distances = [
    row(
      'tickets a week',
      pair(perWeek, (count) => groupDigits(Math.round(count))),
      '',
    ),
    row('hour of the day', NOTHING, distance(comparison.hourOfDay)),
    row('weekday', NOTHING, distance(comparison.weekday)),
    row('hour of the week', NOTHING, distance(comparison.hourOfWeek)),
    row('severity', NOTHING, distance(comparison.severity)),
    ...durations.flatMap((each) => [
      row(`${each.metric}, median`, pair(each.median, durationWords), distance(each.distance)),
      row(`${each.metric}, p90`, pair(each.p90, durationWords), ''),
      row(`${each.metric}, p99`, pair(each.p99, durationWords), ''),
    ]),
    ...attainment
      .filter(({ kept }) => !Number.isNaN(kept.log) || !Number.isNaN(kept.simulated))
      .map(({ plan, metric, kept }) =>
        row(
          `${plan}: ${metric} kept`,
          pair(kept, (share) => (Number.isNaN(share) ? '-' : `${percentDigits(share)} %`)),
          '',
        ),
      ),
  ];
  return [
    `fitted to ${counted(tickets, 'ticket')} of ${log}`,
    `${counted(countWeeks(weeks), 'week')} from ${from} to ${to} in ${weeks.zone.zone}${taken[weeks.take]}`,
    '',
    `against ${against}`,
    ...renderTable(['log', 'simulated', 'distance'], distances, width, palette),
    '',
    'A distance is 0 for the same and 1 for nothing in common: total variation of profiles and mixes,',
    'Kolmogorov-Smirnov of durations.',
    '',
  ].join('\n');
}

const NOTHING = ['', ''] as const;

function row(label: string, cells: readonly [string, string], far: string): TableRow {
  return { group: '', label, cells: [...cells, far] };
}

function pair({ log, simulated }: Pair, words: (value: number) => string): [string, string] {
  return [words(log), words(simulated)];
}

function distance(value: number): string {
  return Number.isNaN(value) ? '-' : value.toFixed(3);
}
