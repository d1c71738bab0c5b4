import type { Outcome } from '../outcome.ts';
import { percentile } from '../statistics/percentile.ts';
import { statusCode } from '../promises.ts';
import { kolmogorovSmirnov, totalVariation } from './distances.ts';
import { wordOf, type FitTicket } from './fit-workload.ts';
import { countWeeks, hourOfWeek, isTaken, leftOver, type Weeks } from './weeks.ts';

/** How near a simulation comes to a log: on the weeks that it was fitted to, or better on those that were left out. */
export interface FitComparison {
  readonly against: 'the same weeks' | 'the weeks left out';
  readonly perWeek: Pair;
  /** Total variation, from 0 for the same to 1 for nothing in common. */
  readonly hourOfDay: number;
  readonly weekday: number;
  readonly hourOfWeek: number;
  readonly severity: number;
  /** Of each fact that the log tells; a ticket that says nothing of it is a value of its own. */
  readonly facts: readonly FactComparison[];
  readonly durations: readonly DurationComparison[];
  readonly attainment: readonly AttainmentComparison[];
}

export interface FactComparison {
  readonly fact: string;
  readonly distance: number;
}

export interface Pair {
  readonly log: number;
  readonly simulated: number;
}

/** From opening to the stop of a clock, elapsed, in ms, for tickets whose clock stopped. */
export interface DurationComparison {
  readonly metric: string;
  /** Kolmogorov-Smirnov distance. */
  readonly distance: number;
  readonly median: Pair;
  readonly p90: Pair;
  readonly p99: Pair;
}

/** Share of judged promises that were kept; NaN where none was judged. */
export interface AttainmentComparison {
  readonly plan: string;
  readonly metric: string;
  readonly kept: Pair;
}

/**
 * @param replayed the log's tickets of the weeks to compare with, under the plans of the simulation
 * @param simulated what was fitted, played
 * @param fitted the weeks that it was fitted to
 * @param tickets those of the log, with what they say of facts
 */
export function compareFit(
  replayed: Outcome,
  simulated: Outcome,
  fitted: Weeks,
  tickets: readonly FitTicket[],
): FitComparison {
  const weeks = leftOver(fitted);
  const runs = simulated.source.kind === 'simulation' ? simulated.source.runs : 1;
  const [log, played] = [profileOf(replayed, weeks), profileOf(simulated, weeks)];
  const far = (sum: (profile: Profile) => readonly number[]) => totalVariation(sum(log), sum(played));
  const pair = (of: (outcome: Outcome) => number): Pair => ({ log: of(replayed), simulated: of(simulated) });
  const metrics = simulated.plans[0]?.metrics.map(({ metric }) => metric) ?? [];
  return {
    against: fitted.take === 'all' ? 'the same weeks' : 'the weeks left out',
    perWeek: {
      log: log.tickets / countWeeks(weeks),
      simulated: played.tickets / (countWeeks(weeks) * runs),
    },
    hourOfDay: far(({ hours }) => hours.map((_, hour) => sumOf(hours[hour] ?? []))),
    weekday: far(({ hours }) =>
      Array.from({ length: 7 }, (_, day) => sumOf(hours.map((days) => days[day] ?? 0))),
    ),
    hourOfWeek: far(({ hours }) => hours.flat()),
    severity: far(({ severities }) => severities),
    facts: compareFacts(tickets, simulated, weeks),
    durations: metrics.flatMap((metric) => {
      const a = durationsOf(replayed, metric);
      const b = durationsOf(simulated, metric);
      if (a.length === 0 || b.length === 0) return [];
      const at = (share: number): Pair => ({ log: percentile(a, share), simulated: percentile(b, share) });
      return [{ metric, distance: kolmogorovSmirnov(a, b), median: at(0.5), p90: at(0.9), p99: at(0.99) }];
    }),
    attainment: simulated.plans.flatMap(({ plan }, place) =>
      metrics.map((metric) => ({
        plan: simulated.plan.plans[plan]?.name ?? '',
        metric,
        kept: pair((outcome) => keptOf(outcome, place, metric)),
      })),
    ),
  };
}

function compareFacts(
  log: readonly FitTicket[],
  { tickets, plan }: Outcome,
  weeks: Weeks,
): readonly FactComparison[] {
  const isWithin = (opened: number) => {
    const at = hourOfWeek(weeks, opened);
    return at !== null && isTaken(weeks, at.week);
  };
  const within = log.filter(({ opened }) => isWithin(opened));
  const played = Array.from({ length: tickets.count }, (_, row) => row).filter((row) =>
    isWithin(tickets.opened[row] as number),
  );
  return plan.facts.flatMap(({ name, type }, fact): FactComparison[] => {
    const said = within.map((ticket) => wordOf(ticket, name));
    if (said.every((word) => word === null)) return [];
    const words: readonly (string | null)[] = [...(type.kind === 'words' ? type.words : ['yes', 'no']), null];
    const column = tickets.facts.find((each) => each.fact === fact)?.words;
    const drawn = played.map((row) => words[column?.[row] ?? -1] ?? null);
    const [a, b] = [said, drawn].map((list) =>
      words.map((word) => list.filter((each) => each === word).length),
    );
    return [{ fact: name, distance: totalVariation(a ?? [], b ?? []) }];
  });
}

interface Profile {
  readonly tickets: number;
  /** By hour of the day, then weekday. */
  readonly hours: readonly (readonly number[])[];
  readonly severities: readonly number[];
}

function profileOf({ tickets, plan }: Outcome, weeks: Weeks): Profile {
  const hours = Array.from({ length: 24 }, () => new Array<number>(7).fill(0));
  const severities = plan.severities.map(() => 0);
  let count = 0;
  for (let row = 0; row < tickets.count; row += 1) {
    const at = hourOfWeek(weeks, tickets.opened[row] as number);
    if (at === null || !isTaken(weeks, at.week)) continue;
    count += 1;
    (hours[at.hour] as number[])[at.weekday]! += 1;
    const severity = tickets.severity[row] as number;
    if (severity < severities.length) severities[severity]! += 1;
  }
  return { tickets: count, hours, severities };
}

/** Rising. What stops a clock is the same under every plan. */
function durationsOf({ tickets, plans }: Outcome, metric: string): Float64Array {
  const stopped = plans[0]?.metrics.find((each) => each.metric === metric)?.stopped ?? new Float64Array();
  return stopped
    .map((at, row) => at - (tickets.opened[row] as number))
    .filter((ms) => !Number.isNaN(ms))
    .sort();
}

const MET = statusCode('met');
const MISSED = statusCode('missed');

function keptOf({ plans }: Outcome, place: number, metric: string): number {
  const status = plans[place]?.metrics.find((each) => each.metric === metric)?.status ?? new Uint8Array();
  let met = 0;
  let judged = 0;
  for (const code of status) {
    if (code === MET) met += 1;
    if (code === MET || code === MISSED) judged += 1;
  }
  return met / judged;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
