/** Runs a simulation: the same tickets, run by run, through the same desk under each plan. */
import type { CheckedSimulation } from '../check/simulation-model.ts';
import type { Engine } from '../engine/index.ts';
import type { CompiledPlan } from '../plan/model.ts';
import { createTickets, type Tickets } from './arrivals/tickets.ts';
import { drawDurations, type PreparedTimes } from './desk/durations.ts';
import { rulesFor } from './desk/desk-rules.ts';
import { teamsIn } from './desk/prepare-desk.ts';
import type { DeskRules } from './desk/desk-model.ts';
import { deskWatch } from './desk/desk-watch.ts';
import { assignTeams } from './desk/skills.ts';
import { joinRuns } from './join-runs.ts';
import { drawReopening, drawTurns, type DrawnTurns } from './life/draw-turns.ts';
import { historyOf, type RunObserver } from './life/history-of.ts';
import { describedBy, skipDescribed } from './life/wait-for-description.ts';
import { MOST_RUNS } from './most-runs.ts';
import { simulationNotes } from './notes.ts';
import type { Outcome } from './outcome.ts';
import { prepareSimulation, type PreparedSimulation } from './prepare.ts';
import { createDraws } from './random/draws.ts';
import type { RunColumns } from './run-columns.ts';
import { workUnder, type SharedWork } from './work-plan.ts';

/** How a simulation is run; nothing here changes its outcome. */
export interface SimulateOptions {
  /** Called after each run with the number of runs done. */
  readonly onRun?: (done: number, of: number) => void;
}

/**
 * Simulates all runs. The outcome depends on the simulation and the plan alone: the same seed gives the same bytes.
 * Tickets arrive within the span; the desk then works on until all are done. A ticket that it cannot finish because
 * the calendars of its teams end is missed when it was due by then, else running.
 *
 * `plan` is the contract compiled together with the simulation's own calendars and zones.
 * @throws {HorizonError} when a deadline lies outside what its calendar covers.
 * @throws {RangeError} for more than `MOST_RUNS` runs.
 */
export function simulate(
  simulation: CheckedSimulation,
  plan: CompiledPlan,
  engine: Engine,
  options: SimulateOptions = {},
): Outcome {
  if (simulation.runs > MOST_RUNS) throw new RangeError(`a simulation has at most ${MOST_RUNS} runs`);
  const prepared = prepareSimulation(simulation, plan, engine);
  const runs: RunColumns[] = [];
  for (let run = 0; run < simulation.runs; run += 1) {
    runs.push(simulateRun(prepared, run));
    options.onRun?.(run + 1, simulation.runs);
  }
  return outcomeOfRuns(prepared, runs);
}

/** What the runs come to together: all of a simulation's, or the first of them. They may come in any order. */
export function outcomeOfRuns(prepared: PreparedSimulation, runs: readonly RunColumns[]): Outcome {
  const outcome = joinRuns(prepared, runs, simulationNotes(prepared, runs));
  const number = (ticket: number) => Number(outcome.tickets.id(ticket).split('-')[1]) - 1;
  const placeOf = (ticket: number) => ({ run: outcome.tickets.run[ticket] as number, row: number(ticket) });
  return {
    ...outcome,
    historyOf: historyOf(prepared, placeOf, simulateRun),
    watch: deskWatch(prepared, placeOf, simulateRun),
  };
}

/** One replication, which needs no other. `observe` may watch the desk under each plan. */
export function simulateRun(
  prepared: PreparedSimulation,
  run: number,
  observe: (plan: number) => RunObserver | null = () => null,
): RunColumns {
  const { simulation, streams, times, plans } = prepared;
  const draws = createDraws(simulation.seed, run);
  const arrived = createTickets(streams, draws);
  const turns = prepared.turns === null ? null : drawTurns(prepared.turns, arrived, streams, draws);
  const tickets = turns?.tickets ?? arrived;
  const length = arrived.count * times.length;
  const durations = drawDurations(times, arrived, streams, draws, prepared.scratch.durations(length));
  if (turns !== null) {
    drawReopening(prepared.work, turns, streams, times, draws, durations);
    skipDescribed(times, turns, durations);
  }
  const { desk } = prepared;
  const shared: SharedWork = {
    teams: teamsIn(desk, draws),
    steps: desk.steps,
    opened: tickets.opened,
    durations,
    ...assignTeams(desk.skills, tickets),
    clocks: prepared.metrics.length,
    rules: {
      ...rulesFor(desk.rules, times, tickets, streams, draws, arrived.severity),
      waitEnds: waitEndsIn(prepared, tickets, turns),
      reopens: prepared.work.reopens,
    },
  };
  const firstCounted = firstNotBefore(tickets.opened, prepared.span.countedFrom);
  return {
    run,
    tickets,
    firstCounted,
    plans: plans.map((plan, place) =>
      workUnder(prepared, place, tickets, { shared, firstCounted, drawn: turns }, observe(plan)),
    ),
  };
}

/** A wait that is counted in the hours of a calendar, that for a description, and the one of those who are reopened. */
function waitEndsIn(
  { waits, work, turns, times }: PreparedSimulation,
  { stream }: Tickets,
  drawn: DrawnTurns | null,
): DeskRules['waitEnds'] {
  const forDescriptions = times.some(({ untilDescribed }) => untilDescribed !== null);
  if (waits === null && work.reopens === -1 && !forDescriptions) return null;
  return (ticket, step, now, ms) => {
    const of = stream[ticket] as number;
    const described = forDescriptions ? describedBy(times[step] as PreparedTimes, drawn, ticket, now) : null;
    if (described !== null) return described;
    // What stands for the length of that wait is the number by which it is drawn.
    if (step === work.reopens) return turns?.[of]?.reopened?.elapse(now, ms) ?? NaN;
    return waits?.[step]?.[of]?.(now, ms) ?? now + ms;
  };
}

/** The first row whose opening is not before an instant; rows are ordered by opening. */
function firstNotBefore(opened: Float64Array, instant: number): number {
  const found = opened.findIndex((at) => at >= instant);
  return found === -1 ? opened.length : found;
}
