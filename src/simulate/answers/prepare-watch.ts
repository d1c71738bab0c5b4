/** What every run of a simulation needs to tell how the desk fared: its shifts, dates and promises, as tables. */
import type { CheckedSimulation } from '../../check/simulation-model.ts';
import type { Calendar, Engine } from '../../engine/index.ts';
import { clockOf } from '../../plan/clock-of.ts';
import { wallClockAt, localToInstant } from '../../time/zone-arithmetic.ts';
import { intersection, union, type Edges } from '../../time/interval-set.ts';
import { MS_PER_DAY } from '../../time/units.ts';
import type { InstantMs } from '../../time/types.ts';
import { zoneTable, type Span } from '../arrivals/prepare-streams.ts';
import type { AtClose } from '../desk/desk-model.ts';
import { HourSlots, WallWeek } from './hours-of-week.ts';
import { ALL_TIME, openTimeOf, type OpenTime } from './open-time.ts';
import { calendarOfPromises, ELAPSED, type PromiseCalendars } from './promise-calendar.ts';

/** Hour of each date at which the backlog is read. */
export const BACKLOG_HOUR = 9;
/** Shifts are laid out for so long behind the span; whatever happens later finds the desk shut. */
const BEHIND_MS = 5 * 366 * MS_PER_DAY;

export interface PreparedWatch {
  /** The part of the span that counts. */
  readonly from: InstantMs;
  readonly to: InstantMs;
  readonly zone: string;
  readonly hours: HourSlots;
  /** When the backlog is read, once for each date that counts. */
  readonly days: Float64Array;
  readonly teams: readonly WatchedTeam[];
  /** By compared plan and metric. */
  readonly promises: readonly (readonly WatchedPromise[])[];
  /** The open time of a calendar (`ELAPSED` for all of time) that lies in a shift of one of the teams. */
  readonly shiftsIn: (calendar: number, teams: readonly number[]) => OpenTime;
  readonly openTime: (calendar: number) => OpenTime;
}

export interface WatchedTeam {
  readonly agents: number;
  readonly atClose: AtClose;
  readonly open: OpenTime;
  /** Ms of one agent's shift in each slot of `hours`. */
  readonly openBySlot: Float64Array;
  /** Ms of one agent's shift in each hour of the week, in the part of the span that counts. */
  readonly shiftByHour: Float64Array;
}

export interface WatchedPromise {
  /** Which calendar the promise of a ticket counts by. */
  readonly calendars: PromiseCalendars;
  /** Whether its clock is paused during a step of the work, by step. */
  readonly paused: readonly boolean[];
}

export function prepareWatch(
  simulation: CheckedSimulation,
  engine: Engine,
  span: Span,
  plans: readonly number[],
  metrics: readonly string[],
): PreparedWatch {
  const { plan } = engine;
  const table = zoneTable(plan, simulation.span, simulation.span.zone);
  const hours = new HourSlots(new WallWeek(table), span.countedFrom, span.to);
  const edgesOf = memo((calendar: number): Edges => edgesAround(engine.calendar(calendar), span));
  const calendarOfTeam = simulation.desk.teams.map(({ calendar }) =>
    plan.calendars.findIndex(({ name }) => name === calendar),
  );
  const shiftsOf = memo((teams: string): Edges =>
    teams
      .split(',')
      .filter((team) => team !== '')
      .map((team) => edgesOf(calendarOfTeam[Number(team)] as number))
      .reduce<Edges>((all, edges) => union(all, edges), []),
  );
  const openTime = memo((calendar: number) =>
    calendar === ELAPSED ? ALL_TIME : openTimeOf(edgesOf(calendar)),
  );
  const shiftsIn = memo((key: string) => {
    const [calendar, teams] = key.split(' ') as [string, string];
    const shifts = shiftsOf(teams);
    return openTimeOf(
      Number(calendar) === ELAPSED ? shifts : intersection(shifts, edgesOf(Number(calendar))),
    );
  });
  return {
    from: span.countedFrom,
    to: span.to,
    zone: simulation.span.zone,
    hours,
    days: daysOf(
      span,
      (day, seconds) => localToInstant(table, day, seconds),
      wallClockAt(table, span.countedFrom).epochDay,
    ),
    teams: simulation.desk.teams.map(({ agents, atClose }, i) => {
      const open = openTimeOf(edgesOf(calendarOfTeam[i] as number));
      const openBySlot = openInSlots(open, hours);
      return {
        agents,
        atClose: atClose.kind,
        open,
        openBySlot,
        shiftByHour: hours.byHourOfWeek(openBySlot),
      };
    }),
    promises: plans.map((index) =>
      metrics.map((metric) => {
        const states = clockOf(plan, plan.plans[index]?.name ?? '', metric)?.pausesWhile ?? [];
        return {
          calendars: calendarOfPromises(engine, index, metric),
          paused: simulation.work.map(({ state }) => state !== null && states.includes(state)),
        };
      }),
    ),
    shiftsIn: (calendar, teams) => shiftsIn(`${calendar} ${teams.join()}`),
    openTime,
  };
}

function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key)));
    return value;
  };
}

function edgesAround(calendar: Calendar, span: Span): Edges {
  const from = Math.max(span.from, calendar.horizon.from);
  const to = Math.min(span.to + BEHIND_MS, calendar.horizon.to);
  return from < to ? calendar.edgesBetween(from, to) : [];
}

function daysOf(
  { countedFrom, to }: Span,
  instantOf: (day: number, seconds: number) => InstantMs,
  firstDay: number,
): Float64Array {
  const days: number[] = [];
  for (let day = firstDay; ; day += 1) {
    const at = instantOf(day, BACKLOG_HOUR * 3600);
    if (at >= to) return Float64Array.from(days);
    // A date that the zone skipped is read as the next one, once.
    if (at >= countedFrom && at !== days.at(-1)) days.push(at);
  }
}

function openInSlots(open: OpenTime, { starts, hourOfWeek }: HourSlots): Float64Array {
  return Float64Array.from(hourOfWeek, (_, slot) =>
    open.between(starts[slot] as number, starts[slot + 1] as number),
  );
}
