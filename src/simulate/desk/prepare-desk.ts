/** From the desk of a simulation, in names, to what works tickets, in indexes and calendars. */
import type { CheckedSimulation, Desk, Team, WorkStep } from '../../check/simulation-model.ts';
import { HorizonError, type Calendar, type Engine } from '../../engine/index.ts';
import { zoneTable } from '../arrivals/prepare-streams.ts';
import type { Tickets } from '../arrivals/tickets.ts';
import { distinctPurposes, type Draws, type Purpose } from '../random/draws.ts';
import type { DeskStep, DeskTeam } from './desk-model.ts';
import { prepareRules, type PreparedRules } from './desk-rules.ts';
import { presenceOf, type Shrinkage } from './presence.ts';
import type { ShiftCalendar } from './shift.ts';
import { prepareSkills, type Skills } from './skills.ts';
import type { UrgencyKeys } from './waiting-line.ts';
import { playedWork, type PlayedWork } from './played-work.ts';

export interface PreparedDesk {
  readonly teams: readonly PreparedTeam[];
  readonly steps: readonly DeskStep[];
  /** Clock whose deadline decides how urgent a step is: the one it stops, or else the next that a later step stops. */
  readonly clockOfStep: readonly number[];
  readonly discipline: Desk['discipline'];
  readonly skills: Skills;
  readonly rules: PreparedRules;
  /** The instant in ms after which no team's calendar says anything. */
  readonly horizon: number;
}

/** A team before anybody knows who is away. */
export interface PreparedTeam extends Omit<DeskTeam, 'presence'> {
  readonly shrinkage: Shrinkage | null;
}

/** The teams in one run. */
export function teamsIn({ teams }: PreparedDesk, draws: Draws): readonly DeskTeam[] {
  return teams.map(({ shrinkage, ...team }) => ({
    ...team,
    presence: shrinkage === null ? null : presenceOf(shrinkage, draws),
  }));
}

/** @param clocks metrics in the order of the clocks */
export function prepareDesk(
  simulation: CheckedSimulation,
  engine: Engine,
  clocks: readonly string[],
  { steps: work }: PlayedWork = playedWork(simulation),
): PreparedDesk {
  const calendars = simulation.desk.teams.map((team) => calendarOf(engine, team.calendar));
  const clocksOf = work.map((step) => (step.stops === null ? -1 : clocks.indexOf(step.stops.metric)));
  const { plan } = engine;
  const words = distinctPurposes(simulation.desk.teams.map((team) => `team ${team.name}`));
  const shrinkageOf = ({ agents, away }: Team, i: number): Shrinkage => ({
    team: words[i] as Purpose,
    agents,
    away,
    zone: zoneTable(plan, simulation.span, calendars[i]?.zone ?? simulation.span.zone),
  });
  return {
    teams: simulation.desk.teams.map((team, i) => ({
      agents: team.agents,
      calendar: shiftCalendar(calendars[i] as Calendar),
      atClose: team.atClose.kind,
      shrinkage: team.away > 0 ? shrinkageOf(team, i) : null,
    })),
    steps: work.map((step, i) => stepOf(step, clocksOf[i] as number)),
    clockOfStep: clocksOf.map((_, i) => clocksOf.slice(i).find((clock) => clock !== -1) ?? -1),
    discipline: simulation.desk.discipline,
    skills: prepareSkills(simulation, work, plan),
    rules: prepareRules(simulation, plan),
    horizon: Math.max(...calendars.map((calendar) => calendar.horizon.to)),
  };
}

/** The columns that say how urgent tickets are, and the keys of every step, which lie on them. */
export interface Urgency {
  readonly keys: readonly UrgencyKeys[];
  readonly severities: Float64Array;
  /** By clock. */
  readonly deadlines: readonly Float64Array[];
}

/** Without a deadline a ticket comes after all that have one. */
function lastWithout(due: Float64Array): Float64Array {
  const deadlines = due.slice();
  for (let i = 0; i < due.length; i += 1) if (Number.isNaN(due[i])) deadlines[i] = Infinity;
  return deadlines;
}

/** The keys of every step's urgency under one plan. */
export function urgencyOf(
  desk: PreparedDesk,
  tickets: Tickets,
  dues: readonly Float64Array[],
): readonly UrgencyKeys[] {
  return urgencyColumns(desk, tickets, dues).keys;
}

/**
 * The same, with the columns that they consist of. What comes behind `arrival` in the discipline never decides,
 * since no two tickets have one place in the order of opening.
 * @param dues deadlines by clock and ticket
 */
export function urgencyColumns(desk: PreparedDesk, tickets: Tickets, dues: readonly Float64Array[]): Urgency {
  const deciding = desk.discipline.includes('arrival')
    ? desk.discipline.slice(0, desk.discipline.indexOf('arrival'))
    : desk.discipline;
  const severities = new Float64Array(tickets.severity);
  const none = new Float64Array(tickets.count);
  const byClock = dues.map(lastWithout);
  const keys = desk.clockOfStep.map((clock) => {
    const deadlines = byClock[clock] ?? none;
    const [first, second] = [...new Set(deciding)].map((key) =>
      key === 'severity' ? severities : deadlines,
    );
    return { first: first ?? none, second: second ?? none };
  });
  return { keys, severities, deadlines: byClock };
}

function stepOf(step: WorkStep, clock: number): DeskStep {
  return { kind: step.kind, clock, at: step.stops?.at ?? 'end' };
}

export function calendarOf(engine: Engine, name: string): Calendar {
  const index = engine.plan.calendars.findIndex((calendar) => calendar.name === name);
  if (index === -1) throw new Error(`the compiled plan has no calendar \`${name}\``);
  return engine.calendar(index);
}

/** The engine names a horizon that is reached by throwing; a shift just ends there. */
export function shiftCalendar(calendar: Calendar): ShiftCalendar {
  const end = calendar.horizon.to;
  return {
    add: (start, openMs) => withinHorizon(() => calendar.add(start, openMs), NaN),
    between: (from, to) => calendar.between(Math.min(from, end), Math.min(to, end)),
    isOpen: (at) => at < end && calendar.isOpen(at),
    nextOpen: (at) => withinHorizon(() => calendar.nextOpen(at), Infinity),
    closeAfter: (at) => withinHorizon(() => calendar.nextClose(at) ?? Infinity, end),
  };
}

function withinHorizon(ask: () => number, otherwise: number): number {
  try {
    return ask();
  } catch (error) {
    if (error instanceof HorizonError) return otherwise;
    throw error;
  }
}
