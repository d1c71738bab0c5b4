/** The answers in a few lines: what the misses have in common, the backlog, how busy the desk was, the worst weeks. */
import type { Palette } from '../../diagnostics/palette.ts';
import type {
  Answers,
  Backlog,
  MetricAnswers,
  Occupancy,
  PlanAnswers,
} from '../../simulate/answers/answers.ts';
import { groupDigits } from '../../text/group-digits.ts';
import { wrap } from '../../text/wrap.ts';
import { intervalWords, percentDigits } from '../share-words.ts';
import { causeSentence, eatenSentence } from './cause-words.ts';
import { amountWords, dateWords } from './figure-words.ts';
import { periodWords } from './promised-part.ts';

/** Sections, each a heading and its lines. */
export function shortAnswers(
  answers: Answers,
  width: number,
  palette: Palette,
): readonly (readonly string[])[] {
  const metrics = answers.plans[0]?.metrics.map(({ metric }) => metric) ?? [];
  const labels = answers.plans.map(({ name }) => name);
  return [
    ...metrics.map((metric, m) =>
      section(
        `${metric}: the promised share`,
        labels,
        answers.plans.map(({ metrics: its }) => promisedLine(its[m])),
        width,
        palette,
      ),
    ),
    ...metrics.map((metric, m) =>
      section(
        `${metric}: what the misses have in common`,
        labels,
        answers.plans.map(({ metrics: its }) => causesLine(its[m])),
        width,
        palette,
      ),
    ),
    section(
      'backlog',
      labels,
      answers.plans.map((plan) => backlogLine(plan, answers.zone)),
      width,
      palette,
    ),
    section(
      'occupancy of the agents',
      labels,
      answers.plans.map(({ occupancy }) => occupancyLine(occupancy)),
      width,
      palette,
    ),
  ].filter((lines) => lines.length > 0);
}

/** Plans of which there is nothing to say are left out. */
function section(
  heading: string,
  labels: readonly string[],
  lines: readonly (string | null)[],
  width: number,
  palette: Palette,
): readonly string[] {
  const [first = null] = lines;
  if (lines.every((line) => line === null)) return [];
  // What is the same under every plan is said once.
  if (lines.length > 1 && lines.every((line) => line === first))
    return section(heading, ['every plan'], [first], width, palette);
  const label = Math.max(...labels.map((each) => each.length)) + 2;
  return [
    palette.strong(heading),
    ...lines.flatMap((line, i) =>
      line === null
        ? []
        : wrap(line, width - label - 2).map(
            (text, k) => `  ${palette.faint((k === 0 ? (labels[i] ?? '') : '').padEnd(label))}${text}`,
          ),
    ),
  ];
}

function promisedLine(metric: MetricAnswers | undefined): string | null {
  const lines = (metric?.kept ?? []).flatMap(({ share, overall, periods }) => {
    if (share === null || overall === null) return [];
    const kept = periods === null || periods.periods === 0 ? '' : `; kept in ${periodWords(periods)}`;
    return [`${SAID[overall.kind]} (${intervalWords(overall.interval)} of ${percent(share)} %)${kept}`];
  });
  return lines.length === 0 ? null : lines.join('; ');
}

const SAID = { kept: 'kept', broken: 'broken', unclear: 'not clear whether kept' } as const;

function percent(share: number): string {
  return String(Number((100 * share).toFixed(4)));
}

function causesLine(metric: MetricAnswers | undefined): string | null {
  if (metric === undefined || metric.breaches.judged === 0) return null;
  const { missed, causes, eaten, shortened } = metric.breaches;
  if (missed === 0) return 'no misses';
  const [first] = causes;
  const parts = [
    first === undefined
      ? `${groupDigits(missed)} ${missed === 1 ? 'miss' : 'misses'}, with nothing in common that stands out`
      : causeSentence(first, missed),
    eaten === null ? null : eatenSentence(eaten),
    shortened === 0
      ? null
      : `${groupDigits(shortened)} would have been met by the deadline that stood at the opening, which a change of severity or a rule shortened`,
    worstWeek(metric),
  ];
  return parts.filter((part) => part !== null).join('; ');
}

function worstWeek({ weeks: { weeks, worst } }: MetricAnswers): string | null {
  const week = weeks[worst[0] ?? -1];
  if (week === undefined || weeks.length < 2) return null;
  return `worst week ${week.week} with ${percentDigits(1 - week.missed / week.judged)} %`;
}

function backlogLine({ backlog }: PlanAnswers, zone: string): string | null {
  if (backlog === null) return null;
  const { mean, worst, hour, daysToClear, trend } = backlog;
  const at = `${String(hour).padStart(2, '0')}:00`;
  const most = worst === null ? '' : `, most on ${dateWords(worst.at, zone)} with ${amountWords(worst.open)}`;
  return `${amountWords(mean)} open at ${at} in the mean${most}; ${clearWords(daysToClear)}; ${trendWords(trend)}`;
}

export function clearWords(daysToClear: Backlog['daysToClear']): string {
  return daysToClear === null ? 'never cleared at its pace' : `${amountWords(daysToClear)} days to clear`;
}

export function trendWords({ kind, change }: Backlog['trend']): string {
  return kind === 'steady'
    ? 'steady'
    : `${kind} (${change > 0 ? '+' : '-'}${amountWords(Math.abs(change))} from half to half)`;
}

function occupancyLine(occupancy: Occupancy | null): string | null {
  if (occupancy === null) return null;
  return occupancy.teams
    .map(({ team, share }) => `${team} ${share === null ? 'has no shift' : `${percentDigits(share)} %`}`)
    .join(', ');
}
