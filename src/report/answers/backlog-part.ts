import { AGE_BANDS, type Answers, type Backlog } from '../../simulate/answers/answers.ts';
import { renderTable, type TableRow } from '../text-table.ts';
import { amountWords, dateWords } from './figure-words.ts';
import type { PartOptions, Sections } from './long-answers.ts';
import { trendWords } from './short-answers.ts';

/** What stood open: in the mean, by age, at worst, and week by week. */
export function backlogPart({ plans, zone }: Answers, { width, palette }: PartOptions): Sections {
  const backlogs = plans.map(({ backlog }) => backlog);
  const [first] = backlogs.filter((each) => each !== null);
  if (first === undefined) return [];
  const row = (group: string, label: string, cellOf: (backlog: Backlog) => string): TableRow => ({
    group,
    label,
    cells: backlogs.map((each) => (each === null ? '-' : cellOf(each))),
  });
  const rows = [
    row('open', 'mean', ({ mean }) => amountWords(mean)),
    row('', 'most', ({ worst }) =>
      worst === null ? '-' : `${amountWords(worst.open)} on ${dateWords(worst.at, zone)}`,
    ),
    row('', 'most in a run', ({ mostInARun }) => amountWords(mostInARun)),
    ...AGE_BANDS.map(({ name }, band) =>
      row(band === 0 ? 'by age' : '', name, ({ meanByAge }) => amountWords(meanByAge[band] ?? 0)),
    ),
    row('pace', 'done a day', ({ donePerDay }) => amountWords(donePerDay)),
    row('', 'days to clear', ({ daysToClear }) =>
      daysToClear === null ? 'never' : amountWords(daysToClear),
    ),
    row('', 'trend', ({ trend }) => trendWords(trend)),
    ...weeklyRows(first, zone, row),
  ];
  const hour = `${String(first.hour).padStart(2, '0')}:00`;
  return [
    [
      palette.strong(`tickets open at ${hour} (${zone})`),
      ...renderTable(
        plans.map(({ name }) => name),
        rows,
        width,
        palette,
      ),
    ],
  ];
}

function weeklyRows(
  { days }: Backlog,
  zone: string,
  row: (group: string, label: string, cellOf: (backlog: Backlog) => string) => TableRow,
): readonly TableRow[] {
  const rows: TableRow[] = [];
  for (let from = 0; from < days.length; from += 7) {
    const label = dateWords(days[from]?.at ?? NaN, zone);
    rows.push(
      row(from === 0 ? '7 days from' : '', label, (backlog) => {
        const week = backlog.days.slice(from, from + 7);
        return amountWords(week.reduce((sum, { open }) => sum + open, 0) / week.length);
      }),
    );
  }
  return rows;
}
