import type { Answers, WeekFigure } from '../../simulate/answers/answers.ts';
import { groupDigits } from '../../text/group-digits.ts';
import { percentDigits } from '../share-words.ts';
import { renderTable, type TableRow } from '../text-table.ts';
import type { MetricOfPlans, PartOptions, Sections } from './long-answers.ts';
import { dateWords } from './figure-words.ts';

const WORST = 5;

/** The weeks with the lowest attainment under any plan, and how every plan fared in them. */
export function weeksPart(
  { plans, zone }: Answers,
  metrics: readonly MetricOfPlans[],
  { width, palette }: PartOptions,
): Sections {
  return metrics.flatMap(({ metric, plans: its }) => {
    const weeks = new Map<string, number>();
    for (const each of its) {
      for (const i of each?.weeks.worst.slice(0, WORST) ?? []) {
        const { week, from } = each?.weeks.weeks[i] as WeekFigure;
        weeks.set(week, from);
      }
    }
    if (weeks.size === 0) return [];
    const rows = [...weeks]
      .sort(([, a], [, b]) => a - b)
      .map(([week, from]): TableRow => ({
        group: '',
        label: `${week} from ${dateWords(from, zone)}`,
        cells: its.map((each) => {
          const found = each?.weeks.weeks.find((one) => one.week === week);
          return found === undefined ? '-' : weekWords(found);
        }),
      }));
    return [
      [
        palette.strong(`${metric}: the worst weeks`),
        ...renderTable(
          plans.map(({ name }) => name),
          rows,
          width,
          palette,
        ),
      ],
    ];
  });
}

function weekWords({ judged, missed }: WeekFigure): string {
  return `${percentDigits(1 - missed / judged)} %, ${groupDigits(missed)} of ${groupDigits(judged)} missed`;
}
