import type { Answers, BreachGroup, Breaches } from '../../simulate/answers/answers.ts';
import { PARTS } from '../../simulate/answers/answers.ts';
import { groupDigits } from '../../text/group-digits.ts';
import { wrap } from '../../text/wrap.ts';
import { percentDigits } from '../share-words.ts';
import { renderTable, type TableRow } from '../text-table.ts';
import { causeSentence, PART_WORDS } from './cause-words.ts';
import type { MetricOfPlans, PartOptions, Sections } from './long-answers.ts';
import { weekGrid } from './week-grid.ts';

/** Everything that the misses of each promise have in common. */
export function breachesPart(
  { plans }: Answers,
  metrics: readonly MetricOfPlans[],
  options: PartOptions,
): Sections {
  const headings = plans.map(({ name }) => name);
  return metrics.flatMap(({ metric, plans: its }) => {
    const breaches = its.map((each) => each?.breaches);
    if (breaches.every((each) => each === undefined || each.missed === 0)) return [];
    const { width, palette } = options;
    return [
      [
        palette.strong(`${metric}: misses by group, and where their time went`),
        ...renderTable(headings, [...groupRows(breaches), ...partRows(breaches)], width, palette),
      ],
      ...breaches.flatMap((each, i) =>
        each === undefined || each.missed === 0 ? [] : [weekOf(metric, headings[i] ?? '', each, options)],
      ),
    ];
  });
}

function groupRows(breaches: readonly (Breaches | undefined)[]): readonly TableRow[] {
  const names = new Map<string, Pick<BreachGroup, 'by' | 'name'>>();
  for (const each of breaches)
    for (const { by, name } of each?.groups ?? []) names.set(`${by} ${name}`, { by, name });
  const rows: TableRow[] = [];
  let last = '';
  for (const { by, name } of names.values()) {
    // Where all tickets are of no region, that says nothing.
    if (name === '(none)' && [...names.values()].every((one) => one.by !== by || one.name === name)) continue;
    const cells = breaches.map((each) => {
      const group = each?.groups.find((own) => own.by === by && own.name === name);
      return group === undefined ? '-' : ofWords(group.missed, group.tickets);
    });
    rows.push({ group: by === last ? '' : by, label: name, cells });
    last = by;
  }
  return rows;
}

/** `12 of 300 (4.0 %)`. */
function ofWords(part: number, whole: number): string {
  return `${groupDigits(part)} of ${groupDigits(whole)} (${percentDigits(whole === 0 ? 0 : part / whole)} %)`;
}

function partRows(breaches: readonly (Breaches | undefined)[]): readonly TableRow[] {
  if (breaches.every((each) => (each?.eaten?.misses ?? 0) === 0)) return [];
  const rows = (
    group: string,
    cellOf: (eaten: NonNullable<Breaches['eaten']>, part: number) => string,
  ): readonly TableRow[] =>
    PARTS.map((part, p) => ({
      group: p === 0 ? group : '',
      label: PART_WORDS[part],
      cells: breaches.map(({ eaten } = { eaten: null } as Breaches) =>
        eaten === null || eaten.misses === 0 ? '-' : cellOf(eaten, p),
      ),
    }));
  const shareOf =
    (key: 'elapsedMs' | 'countedMs') => (eaten: NonNullable<Breaches['eaten']>, part: number) => {
      const whole = eaten.parts.reduce((sum, each) => sum + each[key], 0);
      return whole === 0 ? '-' : `${percentDigits((eaten.parts[part]?.[key] ?? 0) / whole)} %`;
    };
  return [
    ...rows('elapsed', shareOf('elapsedMs')),
    ...rows('working', shareOf('countedMs')),
    ...rows('took most of', ({ parts, misses }, p) => ofWords(parts[p]?.most ?? 0, misses)),
    ...rows('met without', ({ parts, misses }, p) => ofWords(parts[p]?.enough ?? 0, misses)),
  ];
}

function weekOf(
  metric: string,
  plan: string,
  { hours, causes, missed }: Breaches,
  { width, palette }: PartOptions,
): readonly string[] {
  return [
    ...wrap(
      `${metric} under ${plan}: misses in a hundred tickets, by the hours of their opening (${hours.zone ?? ''})`,
      width,
    ).map(palette.strong),
    ...weekGrid(hours.missed, hours.tickets),
    ...causes.flatMap((cause) =>
      wrap(causeSentence(cause, missed), width - 4).map((line, i) =>
        i === 0 ? `  - ${line}` : `    ${line}`,
      ),
    ),
  ];
}
