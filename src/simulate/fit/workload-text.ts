import type { FittedShare, FittedStream, FittedTimes, Workload } from './fit-workload.ts';
import { nameWord, quoted } from '../../text/name-word.ts';
import { countWeeks, datesOf } from './weeks.ts';

/** What a workload is played against, and what is said of where it comes from. */
export interface WorkloadHead {
  readonly title: string;
  /** Path of the contract from where the simulation is to lie. */
  readonly contract: string;
  readonly plans: readonly string[];
  readonly severities: readonly string[];
  /** Sets of holidays whose dates are quiet. */
  readonly holidays: readonly string[];
  readonly seed: number;
  readonly runs: number;
  /** Lines of the comment at the top, without `# `. */
  readonly comment: readonly string[];
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A workload as a simulation in the language; what lays it out is the formatter's. */
export function workloadText(workload: Workload, head: WorkloadHead): string {
  const { weeks, streams, steps, tickets } = workload;
  const { from, to } = datesOf(weeks);
  const zone = weeks.zone.zone;
  // Nobody waits for another: a ticket that is worked as long as it was open takes nobody's turn.
  const agents =
    10 **
    Math.ceil(Math.log10(Math.max(10, (tickets / countWeeks(weeks)) * ((weeks.to - weeks.from) / 7 + 2))));
  return [
    ...head.comment.map((line) => (line === '' ? '#' : `# ${line}`)),
    '',
    `simulation ${quoted(head.title)} {`,
    `contract ${quoted(head.contract)}`,
    `plans ${head.plans.map(nameWord).join(', ')}`,
    `span ${from} .. ${to} in ${zone}`,
    `seed ${head.seed}`,
    `runs ${head.runs}`,
    ...streams.flatMap((stream) => streamLines(stream, zone, head.holidays)),
    ...steps.flatMap(({ metric, share, times }) => [
      '',
      `work ${quoted(`until ${metric}`)}${share < 1 ? ` in ${percent(share)}` : ''} stops ${nameWord(metric)} at end {`,
      ...times.map((line) => timesLine(line, head.severities)),
      '}',
    ]),
    '',
    '# The log says how long tickets were open, not who worked on them: here are so many people that no ticket waits',
    '# for one. Put in their place the desk that you have, and above what a step takes an agent.',
    'desk {',
    `team "Everybody" ${agents} agents in 24x7`,
    'takes by arrival',
    '}',
    '}',
    '',
  ].join('\n');
}

function streamLines(stream: FittedStream, zone: string, holidays: readonly string[]): readonly string[] {
  const { region, perWeek, profile, severities, channels, types, facts, quiet } = stream;
  return [
    '',
    `arrivals ${quoted(region === null ? 'tickets' : `tickets of ${region}`)} {`,
    ...(region === null ? [] : [`region ${nameWord(region)}`]),
    `zone ${zone}`,
    `rate ${Math.round(perWeek * 100) / 100} per week`,
    'hours {',
    ...profile.map((hours, day) => `${DAYS[day] ?? ''} ${hours.join(' ')}`),
    '}',
    ...(holidays.length === 0
      ? []
      : [`holidays ${holidays.map(nameWord).join(', ')} at ${Math.round((quiet ?? 0) * 1000) / 10}%`]),
    ...sharesLine('severities', severities),
    ...sharesLine('channels', channels),
    ...sharesLine('types', types),
    ...facts.flatMap(({ fact, shares }) => sharesLine(`fact ${nameWord(fact)}`, shares)),
    '}',
  ];
}

function sharesLine(word: string, shares: readonly FittedShare[]): readonly string[] {
  if (shares.length === 0) return [];
  return [`${word} ${shares.map(({ name, count }) => `${nameWord(name)} ${count}`).join(', ')}`];
}

function timesLine({ severity, points }: FittedTimes, severities: readonly string[]): string {
  const known = severity !== null && severities.includes(severity);
  const list = points.map(({ at, seconds }) => `${percent(at)} ${duration(seconds)}`);
  return `${known ? nameWord(severity) : 'otherwise'} quantiles ${list.join(', ')}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100_000) / 1000}%`;
}

function duration(seconds: number): string {
  if (seconds >= 3600 && seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.round(seconds * 1000) / 1000} s`;
}
