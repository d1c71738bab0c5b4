/** From the columns of an outcome to the figures that reports and the terminal show. */
import type { MetricOutcome, Outcome, TicketColumns } from './outcome.ts';
import { costNotes } from './costs/cost-notes.ts';
import { summarizeCosts } from './costs/summarize-costs.ts';
import { pairedDifferences } from './paired-difference.ts';
import { promiseFigures } from './promise-figures.ts';
import type { GroupFigures, MetricSummary, PairedDifference, Summary } from './summary.ts';

/** Counts, attainment, waits and misses of each plan and metric, and how the plans differ on the same tickets. */
export function summarize(outcome: Outcome): Summary {
  const { tickets, plan, source } = outcome;
  const groups: Groups = {
    all: everyRow(tickets.count),
    severities: rowsByIndex(tickets.severity, plan.severities.length),
    regions: rowsByIndex(tickets.region, plan.regions.length),
    severityNames: plan.severities.map(({ name }) => name),
    regionNames: plan.regions.map(({ name }) => name),
  };
  const differences = pairedDifferences(outcome);
  return {
    title: outcome.title,
    tickets: tickets.count,
    runs: source.kind === 'simulation' ? source.runs : 1,
    opened: firstAndLast(tickets.opened),
    plans: outcome.plans.map((entry) => ({
      plan: entry.plan,
      name: plan.plans[entry.plan]?.name ?? '',
      metrics: entry.metrics.map((metric) => metricSummary(metric, tickets, groups)),
    })),
    differences,
    ...(outcome.costs === undefined ? {} : { costs: summarizeCosts(outcome.costs, plan) }),
    notes: [
      ...figureNotes(outcome),
      ...varianceNote(differences),
      ...outcome.notes,
      ...(outcome.costs === undefined ? [] : costNotes(outcome.costs, plan)),
    ],
  };
}

function everyRow(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows;
}

/** Rows of all tickets, by severity, and by region with those without one at the end. */
interface Groups {
  readonly all: Uint32Array;
  readonly severities: readonly Uint32Array[];
  readonly regions: readonly Uint32Array[];
  readonly severityNames: readonly string[];
  readonly regionNames: readonly string[];
}

function metricSummary(metric: MetricOutcome, tickets: TicketColumns, groups: Groups): MetricSummary {
  const overall = promiseFigures(metric, tickets, groups.all);
  const figuresOf = (rows: Uint32Array, index: number, name: string): GroupFigures => ({
    name,
    index,
    // A group that holds every ticket fares as they all do.
    figures: rows.length === tickets.count ? overall : promiseFigures(metric, tickets, rows),
  });
  return {
    metric: metric.metric,
    overall,
    bySeverity: groups.severityNames.map((name, i) =>
      figuresOf(groups.severities[i] as Uint32Array, i, name),
    ),
    byRegion: groups.regions.flatMap((rows, i) => {
      if (rows.length === 0) return [];
      const name = groups.regionNames[i];
      return [name === undefined ? figuresOf(rows, -1, '(none)') : figuresOf(rows, i, name)];
    }),
  };
}

/** Rows for each index from 0, and behind them those of -1. */
function rowsByIndex(column: Uint8Array | Int8Array, size: number): readonly Uint32Array[] {
  const counts = new Array<number>(size + 1).fill(0);
  for (const index of column) counts[index === -1 ? size : index]! += 1;
  const rows = counts.map((count) => new Uint32Array(count));
  const next = counts.map(() => 0);
  for (let row = 0; row < column.length; row += 1) {
    const index = column[row] as number;
    const place = index === -1 ? size : index;
    (rows[place] as Uint32Array)[next[place]!++] = row;
  }
  return rows;
}

/** A replay's tickets need not be ordered by opening. */
function firstAndLast(opened: Float64Array): Summary['opened'] {
  if (opened.length === 0) return null;
  let first = Infinity;
  let last = -Infinity;
  for (const at of opened) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  return { first, last };
}

function figureNotes({ source }: Outcome): readonly string[] {
  const intervals =
    source.kind === 'simulation' && source.runs > 1
      ? `Intervals are 95 % t-intervals over ${source.runs} independent runs; where fewer than two runs have a judged ticket, or all runs came out alike, Wilson's interval over tickets, taken as independent.`
      : 'Intervals are 95 % Wilson intervals that take the tickets as independent; tickets that queue behind each other are not, so the truth is wider. Differences between plans are paired by ticket (Agresti and Min).';
  const ask =
    source.kind === 'simulation' && source.runs === 1
      ? [
          'One run says nothing of how far another would be from it: `runs 20` in the simulation, or `--runs 20`, gives intervals over runs, and `--half-width 1` as many runs as it takes to know every attainment to one per cent.',
        ]
      : [];
  return [
    'Attainment is met / (met + missed); running, unmeasured and unpromised tickets are in neither count.',
    'Waits run from opening to the stop of the clock, elapsed, whatever was promised; a percentile is the smallest wait that at least so many tickets did not exceed.',
    intervals,
    ...ask,
  ];
}

/** What it is worth that all plans see the same tickets. */
function varianceNote(differences: readonly PairedDifference[]): readonly string[] {
  const ratios = differences.flatMap(({ variance }) => (variance === null ? [] : [variance.ratio]));
  if (ratios.length === 0) return [];
  const percent = (ratio: number) => (100 * ratio).toFixed(ratio < 0.1 ? 1 : 0);
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map(percent);
  const range = least === most ? `${least} %` : `${least} to ${most} %`;
  return [
    `The difference between two plans, on the same tickets, has ${range} of the variance that it would have if each had runs of its own.`,
  ];
}
