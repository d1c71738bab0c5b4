/** From the tickets of a log to the figures of a workload: how many come when, of which kind, and how long they take. */
import type { EpochDay, InstantMs } from '../../time/types.ts';
import type { FactWord } from '../history/said-of-ticket.ts';
import { percentile } from '../statistics/percentile.ts';
import { hourOfWeek, isTaken, type HourOfWeek, type Weeks } from './weeks.ts';

/** A ticket of a log, its kinds by the contract's names. */
export interface FitTicket {
  readonly opened: InstantMs;
  readonly severity: string;
  readonly region: string | null;
  readonly channel: string | null;
  readonly type: string | null;
  /** What it says of facts of few values, each at most once. */
  readonly facts: readonly FactWord[];
  /** By metric, when its clock stopped; NaN where it did not. */
  readonly stops: readonly InstantMs[];
}

export interface Workload {
  readonly weeks: Weeks;
  /** Tickets that the figures rest on. */
  readonly tickets: number;
  readonly streams: readonly FittedStream[];
  readonly steps: readonly FittedStep[];
}

export interface FittedStream {
  readonly region: string | null;
  readonly perWeek: number;
  /** Tickets of each hour of the week, Monday first, but for those of quiet dates. */
  readonly profile: readonly (readonly number[])[];
  readonly severities: readonly FittedShare[];
  readonly channels: readonly FittedShare[];
  readonly types: readonly FittedShare[];
  /** Of the facts that some of its tickets say, by name; the shares are those of the tickets that say something. */
  readonly facts: readonly FittedFact[];
  /** Of the usual rate, what is left on a quiet date; null where no date of the weeks taken is one. */
  readonly quiet: number | null;
}

export interface FittedFact {
  readonly fact: string;
  readonly shares: readonly FittedShare[];
}

export interface FittedShare {
  readonly name: string;
  readonly count: number;
}

/** What lies between the opening, or the step before, and the stop of a clock: elapsed, whoever had the ticket. */
export interface FittedStep {
  readonly metric: string;
  /** Of all tickets, the share that came to this stop. */
  readonly share: number;
  readonly times: readonly FittedTimes[];
}

export interface FittedTimes {
  /** Null for all that have no line of their own. */
  readonly severity: string | null;
  readonly count: number;
  readonly points: readonly { readonly at: number; readonly seconds: number }[];
}

/** Below so many tickets a severity's own times say less than those of all. */
const FEWEST = 50;

/** Shares at which times are read off; close together where most tickets are, and in the tail. */
const AT = [
  0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8,
  0.85, 0.9, 0.925, 0.95, 0.97, 0.98, 0.99, 1,
];

/**
 * @param metrics names for the stops of the tickets
 * @param quiet dates that are not like others of their weekday
 */
export function fitWorkload(
  tickets: readonly FitTicket[],
  metrics: readonly string[],
  severities: readonly string[],
  weeks: Weeks,
  quiet: ReadonlySet<EpochDay> = new Set(),
): Workload {
  const placed = tickets.flatMap((ticket) => {
    const at = hourOfWeek(weeks, ticket.opened);
    return at === null || !isTaken(weeks, at.week) ? [] : [{ ticket, at }];
  });
  const regions = [...new Set(placed.map(({ ticket }) => ticket.region))].sort();
  const within = placed.map(({ ticket }) => ticket);
  return {
    weeks,
    tickets: placed.length,
    streams: regions.map((region) => {
      const own = placed.filter(({ ticket }) => ticket.region === region);
      const count = (nameOf: (ticket: FitTicket) => string | null) =>
        shares(own.map(({ ticket }) => nameOf(ticket)));
      return {
        region,
        ...ratesOf(
          own.map(({ at }) => at),
          weeks,
          quiet,
        ),
        severities: count((ticket) => ticket.severity),
        channels: count((ticket) => ticket.channel),
        types: count((ticket) => ticket.type),
        facts: factsOf(own.map(({ ticket }) => ticket)),
      };
    }),
    steps: fitSteps(within, metrics, severities),
  };
}

function factsOf(tickets: readonly FitTicket[]): readonly FittedFact[] {
  const names = [...new Set(tickets.flatMap(({ facts }) => facts.map(({ fact }) => fact)))].sort();
  return names.map((fact) => ({ fact, shares: shares(tickets.map((ticket) => wordOf(ticket, fact))) }));
}

/** What a ticket says of a fact; null for nothing. */
export function wordOf({ facts }: FitTicket, fact: string): string | null {
  return facts.find((each) => each.fact === fact)?.word ?? null;
}

/** Rates of dates like others, and what is left of them on those that are not. */
function ratesOf(
  opened: readonly HourOfWeek[],
  weeks: Weeks,
  quiet: ReadonlySet<EpochDay>,
): Pick<FittedStream, 'perWeek' | 'profile' | 'quiet'> {
  const profile = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  const onQuiet = new Array<number>(7).fill(0);
  for (const { week, weekday, hour } of opened) {
    if (quiet.has(weeks.from + week * 7 + weekday)) onQuiet[weekday]! += 1;
    else (profile[weekday] as number[])[hour]! += 1;
  }
  const days = Array.from({ length: (weeks.to - weeks.from + 1) / 7 }, (_, week) => week)
    .filter((week) => isTaken(weeks, week))
    .flatMap((week) => Array.from({ length: 7 }, (_, weekday) => ({ week, weekday })));
  const isQuiet = ({ week, weekday }: { week: number; weekday: number }) =>
    quiet.has(weeks.from + week * 7 + weekday);
  const perDay = profile.map((hours, weekday) => {
    const usual = days.filter((day) => day.weekday === weekday && !isQuiet(day)).length;
    return usual === 0 ? 0 : hours.reduce((sum, count) => sum + count, 0) / usual;
  });
  const perWeek = perDay.reduce((sum, count) => sum + count, 0);
  const expected = days.filter(isQuiet).reduce((sum, { weekday }) => sum + (perDay[weekday] as number), 0);
  return {
    perWeek,
    profile: evened(profile, perDay),
    quiet: expected === 0 ? null : onQuiet.reduce((sum, count) => sum + count, 0) / expected,
  };
}

/** Weights of the hours, so that a weekday of which some were quiet weighs what its usual ones do. */
function evened(
  profile: readonly (readonly number[])[],
  perDay: readonly number[],
): readonly (readonly number[])[] {
  const most = Math.max(
    ...profile.map((hours, day) => hours.reduce((a, b) => a + b, 0) / ((perDay[day] as number) || 1)),
  );
  return profile.map((hours, day) => {
    const sum = hours.reduce((a, b) => a + b, 0);
    const factor = sum === 0 ? 1 : ((perDay[day] as number) * most) / sum;
    return hours.map((count) => Math.round(count * factor));
  });
}

function shares(names: readonly (string | null)[]): readonly FittedShare[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => ({ name, count }));
}

/** Steps in the order in which most tickets come to their stops; each takes from the stop before it on. */
function fitSteps(
  tickets: readonly FitTicket[],
  metrics: readonly string[],
  severities: readonly string[],
): readonly FittedStep[] {
  const order = metrics
    .map((metric, place) => ({ metric, place, median: medianOf(tickets, place) }))
    .filter(({ median }) => !Number.isNaN(median))
    .sort((a, b) => a.median - b.median);
  return order.map(({ metric, place }, i) => {
    const before = order.slice(0, i).map((each) => each.place);
    const took = tickets.flatMap((ticket) => {
      const stop = ticket.stops[place] ?? NaN;
      if (Number.isNaN(stop)) return [];
      const from = Math.max(
        ticket.opened,
        ...before.map((each) => ticket.stops[each] ?? NaN).filter((at) => !Number.isNaN(at)),
      );
      // What stopped before the step that mostly comes first took no time after it.
      return [{ severity: ticket.severity, seconds: Math.max(stop - from, 0) / 1000 }];
    });
    const own = severities.flatMap((severity): FittedTimes[] => {
      const of = took.filter((each) => each.severity === severity);
      return of.length < FEWEST ? [] : [timesOf(severity, of)];
    });
    const covered = own.reduce((sum, { count }) => sum + count, 0) === took.length;
    return {
      metric,
      share: took.length / tickets.length,
      times: covered && own.length > 0 ? own : [...own, timesOf(null, took)],
    };
  });
}

function medianOf(tickets: readonly FitTicket[], place: number): number {
  const took = tickets
    .map(({ opened, stops }) => (stops[place] ?? NaN) - opened)
    .filter((ms) => !Number.isNaN(ms));
  return took.length === 0 ? NaN : percentile(Float64Array.from(took).sort(), 0.5);
}

function timesOf(severity: string | null, took: readonly { readonly seconds: number }[]): FittedTimes {
  const sorted = Float64Array.from(took, ({ seconds }) => seconds).sort();
  const points = AT.map((at) => ({
    at,
    seconds: at === 0 ? (sorted[0] as number) : percentile(sorted, at),
  }));
  return { severity, count: sorted.length, points: withoutMiddles(points) };
}

/** Points that lie on the line between their neighbours say nothing. */
function withoutMiddles(
  points: readonly { readonly at: number; readonly seconds: number }[],
): readonly { readonly at: number; readonly seconds: number }[] {
  return points.filter(({ seconds }, i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    return (
      before === undefined || after === undefined || before.seconds !== seconds || after.seconds !== seconds
    );
  });
}
