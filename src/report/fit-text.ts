import type { Palette } from '../diagnostics/palette.ts';
import type { FitComparison, Pair } from '../simulate/fit/compare-fit.ts';
import type { Workload } from '../simulate/fit/fit-workload.ts';
import { countWeeks, datesOf } from '../simulate/fit/weeks.ts';
import { wrap } from '../text/wrap.ts';
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
  {
    width,
    palette,
    leftOut,
  }: {
    readonly width: number;
    readonly palette: Palette;
    /** Facts that the mapping tells and the simulation does not. */
    readonly leftOut: readonly string[];
  },
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
    ...comparison.facts.map((each) => row(each.fact, NOTHING, distance(each.distance))),
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
    ...[...silentWords(workload), ...leftOutWords(leftOut)].flatMap((sentence) => wrap(sentence, width)),
    '',
  ].join('\n');
}

/** A simulation says a fact of every ticket of a stream, or of none. */
function silentWords({ streams, tickets }: Workload): readonly string[] {
  const facts = [...new Set(streams.flatMap((stream) => stream.facts.map(({ fact }) => fact)))];
  return facts.flatMap((fact) => {
    const said = streams
      .flatMap((stream) => stream.facts)
      .filter((each) => each.fact === fact)
      .flatMap(({ shares }) => shares)
      .reduce((sum, { count }) => sum + count, 0);
    if (said === tickets) return [];
    return [
      `\`${fact}\` is said by ${groupDigits(said)} of the ${counted(tickets, 'ticket')}; the simulation gives the others a value by the same shares.`,
    ];
  });
}

function leftOutWords(facts: readonly string[]): readonly string[] {
  if (facts.length === 0) return [];
  return [
    `Left out: ${facts.map((fact) => `\`${fact}\``).join(', ')}. A simulation has shares of facts that are words, or yes or no, in the contract, and of which the log says one of them.`,
  ];
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
