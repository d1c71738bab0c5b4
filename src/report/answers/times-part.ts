import type {
  Answers,
  ElapsedAndWorking,
  MetricAnswers,
  TimeFigures,
} from '../../simulate/answers/answers.ts';
import { durationWords } from '../duration-words.ts';
import { renderTable, type TableRow } from '../text-table.ts';
import type { MetricOfPlans, PartOptions, Sections } from './long-answers.ts';

const FIGURES = ['p50', 'p90', 'p95', 'p99'] as const;

/** Percentiles of the times of each promise, and the time behind its deadlines. */
export function timesPart(
  { plans }: Answers,
  metrics: readonly MetricOfPlans[],
  { width, palette }: PartOptions,
): Sections {
  const headings = plans.map(({ name }) => name);
  return metrics.flatMap(({ metric, plans: its }) => {
    const rows = [
      ...timeRows('first work', its, ({ times }) => times.firstWork),
      ...timeRows(metric, its, ({ times }) => times.stop),
      ...breachRows(its),
    ];
    return rows.length === 0
      ? []
      : [[palette.strong(`${metric}: how long it took`), ...renderTable(headings, rows, width, palette)]];
  });
}

type Its = readonly (MetricAnswers | undefined)[];

function timeRows(
  what: string,
  its: Its,
  timesOf: (metric: MetricAnswers) => ElapsedAndWorking | null,
): readonly TableRow[] {
  return (['elapsed', 'working'] as const).flatMap((how) => {
    const figures = its.map((each) => (each === undefined ? null : (timesOf(each)?.[how] ?? null)));
    if (figures.every((each) => each === null)) return [];
    return FIGURES.map((figure, i) => ({
      group: i === 0 ? `${what}, ${how}` : '',
      label: figure,
      cells: figures.map((each: TimeFigures | null) => (each === null ? '-' : durationWords(each[figure]))),
    }));
  });
}

function breachRows(its: Its): readonly TableRow[] {
  if (its.every((each) => each === undefined || each.inBreach.misses + each.inBreach.neverStopped === 0))
    return [];
  return (['elapsed', 'working'] as const).flatMap((how) =>
    (
      [
        ['in all', 'totalMs'],
        ['a ticket', 'perTicketMs'],
        ['a miss', 'perMissMs'],
      ] as const
    ).map(([label, key], i) => ({
      group: i === 0 ? `past the deadline, ${how}` : '',
      label,
      cells: its.map((each) => {
        const ms = each?.inBreach[how][key] ?? null;
        return ms === null ? '-' : durationWords(ms);
      }),
    })),
  );
}
