/** Runs a simulation: the same tickets, run by run, through the same desk under each plan. */
import type { CheckedSimulation } from '../check/simulation-model.ts';
import type { Engine } from '../engine/index.ts';
import type { CompiledPlan } from '../plan/model.ts';
import { DeskLog } from './answers/desk-log.ts';
import { firstWorkOf, NOT_TALLIED, tallyDesk } from './answers/desk-tally.ts';
import { createTickets, type Tickets } from './arrivals/tickets.ts';
import { drawDurations } from './desk/durations.ts';
import { rulesFor } from './desk/desk-rules.ts';
import { teamsIn, urgencyColumns, type Urgency } from './desk/prepare-desk.ts';
import { FINISHED, UNFINISHED, type DeskRules, type DeskWork } from './desk/desk-model.ts';
import { deskWatch } from './desk/desk-watch.ts';
import { runDesk } from './desk/run-desk.ts';
import { assignTeams } from './desk/skills.ts';
import { withoutLost } from './costs/lost-promises.ts';
import { costsWithout, runCosts, wantCosts } from './costs/run-costs.ts';
import { joinRuns } from './join-runs.ts';
import { drawReopening, drawTurns, type DrawnTurns } from './life/draw-turns.ts';
import { historyOf, type LifeObserver } from './life/history-of.ts';
import { judgeLives, type Worked } from './life/judge-lives.ts';
import { lifeView } from './life/life-view.ts';
import type { PlanLives } from './life/prepare-lives.ts';
import { MOST_RUNS } from './most-runs.ts';
import { StepRecorder, type StepTimes } from './life/step-times.ts';
import { TicketTurns } from './life/ticket-turns.ts';
import { simulationNotes } from './notes.ts';
import type { MetricOutcome, Outcome } from './outcome.ts';
import { prepareSimulation, type PreparedSimulation } from './prepare.ts';
import { judge, promisesOf, type Unstopped } from './promises.ts';
import { createDraws } from './random/draws.ts';
import type { RunColumns } from './run-columns.ts';

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
  observe: (plan: number, tickets: number) => LifeObserver | null = () => null,
): RunColumns {
  const { simulation, streams, times, plans } = prepared;
  const draws = createDraws(simulation.seed, run);
  const arrived = createTickets(streams, draws);
  const turns = prepared.turns === null ? null : drawTurns(prepared.turns, arrived, streams, draws);
  const tickets = turns?.tickets ?? arrived;
  const durations = drawDurations(times, arrived, streams, draws);
  if (turns !== null) drawReopening(prepared.work, turns, streams, times, draws, durations);
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
      waitEnds: waitEndsIn(prepared, tickets),
      reopens: prepared.work.reopens,
    },
  };
  const firstCounted = firstNotBefore(tickets.opened, prepared.span.countedFrom);
  return {
    run,
    tickets,
    firstCounted,
    plans: plans.map((plan, place) =>
      workUnder(
        prepared,
        place,
        tickets,
        { shared, firstCounted, drawn: turns },
        observe(plan, tickets.count),
      ),
    ),
  };
}

/** What of the work at the desk is the same under every plan. */
type SharedWork = Omit<DeskWork, 'urgency'>;

/** Of a plan whose tickets nobody watches. */
const NO_TIMES: StepTimes = {
  began: new Float64Array(0),
  ended: new Float64Array(0),
  stopped: new Uint8Array(0),
};

/** A wait that is counted in the hours of a calendar, and the one of those who are reopened. */
function waitEndsIn({ waits, work, turns }: PreparedSimulation, { stream }: Tickets): DeskRules['waitEnds'] {
  if (waits === null && work.reopens === -1) return null;
  return (ticket, step, now, ms) => {
    const of = stream[ticket] as number;
    // What stands for the length of that wait is the number by which it is drawn.
    if (step === work.reopens) return turns?.[of]?.reopened?.elapse(now, ms) ?? NaN;
    return waits?.[step]?.[of]?.(now, ms) ?? now + ms;
  };
}

/** The work of a plan whose tickets change meanwhile: whoever works on them sees them as they are. */
function workTurned(
  prepared: PreparedSimulation,
  place: number,
  drawn: DrawnTurns,
  shared: SharedWork,
  urgency: Urgency,
  worked: () => Worked,
): { readonly work: DeskWork; readonly turns: TicketTurns } {
  const { desk, engine, lives, metrics } = prepared;
  const { severity } = drawn.tickets;
  const seen = severity.slice();
  const assignment = assignTeams(
    desk.skills,
    { ...drawn.tickets, severity: seen },
    engine.plan.severities.length,
  );
  const { interrupts, weights } = shared.rules;
  const marked = interrupts === null ? null : Uint8Array.from(interrupts.marked);
  const columns = {
    severity: seen,
    urgency,
    interrupts: marked,
    interrupting: desk.rules.interrupting,
    moved: assignment.moved,
  };
  const races = desk.discipline.includes('deadline');
  const view = lifeView(lives, lives.plans[place] as PlanLives, metrics, races, columns, worked);
  const turns = new TicketTurns(
    drawn,
    view,
    engine.plan.severities.length,
    desk.steps.length,
    severity.slice(),
  );
  const rules = {
    ...shared.rules,
    weights: weights === null ? null : { ...weights, classOf: seen },
    interrupts: interrupts === null || marked === null ? null : { ...interrupts, marked, rank: seen },
    turns,
  };
  return { work: { ...shared, ...assignment, urgency: urgency.keys, rules }, turns };
}

function workUnder(
  prepared: PreparedSimulation,
  place: number,
  tickets: Tickets,
  {
    shared,
    firstCounted,
    drawn,
  }: { readonly shared: SharedWork; readonly firstCounted: number; readonly drawn: DrawnTurns | null },
  observer: LifeObserver | null,
): RunColumns['plans'][number] {
  const { engine, metrics, desk, lives } = prepared;
  const plan = prepared.plans[place] as number;
  const life = lives.plans[place] as PlanLives;
  const promises = metrics.map((metric) => promisesOf(engine, plan, metric, tickets));
  const wantsCosts = wantCosts(prepared, place);
  const recorder =
    life.isPlain && !wantsCosts ? null : new StepRecorder(tickets.count, desk.steps.length, observer);
  const log = new DeskLog(tickets.count, desk.steps.length, recorder ?? observer);
  const urgency = urgencyColumns(
    desk,
    tickets,
    promises.map((promise) => promise.due),
  );
  const turned = drawn === null ? null : workTurned(prepared, place, drawn, shared, urgency, () => worked);
  const worked: Worked = {
    tickets,
    steps: prepared.work.steps,
    times: recorder ?? NO_TIMES,
    reopens: prepared.work.reopens,
    turns: turned === null || drawn === null ? null : { drawn, happened: turned.turns },
  };
  observer?.turned?.(worked.turns);
  const { stopped, fate, leftAt } = runDesk(turned?.work ?? { ...shared, urgency: urgency.keys }, log);
  const finished: Unstopped = { kind: 'unmeasured' };
  const waiting: Unstopped = { kind: 'open until', instant: desk.horizon };
  const unstopped = (ticket: number): Unstopped => {
    if (fate[ticket] === FINISHED) return finished;
    return fate[ticket] === UNFINISHED ? waiting : { kind: 'left', instant: leftAt(ticket) };
  };
  const { costs, lost } =
    recorder === null || !wantsCosts
      ? { costs: costsWithout(prepared), lost: [] }
      : runCosts(prepared, place, { plan: life, worked, log, fate, firstCounted, unstoppedOf: unstopped });
  const finish = (asWorked: readonly MetricOutcome[]): RunColumns['plans'][number] => {
    const judged = withoutLost(asWorked, lost);
    return {
      plan,
      fate,
      metrics: judged,
      costs,
      firstWork: firstWorkOf(log, tickets.count),
      desk: !prepared.isTallied
        ? NOT_TALLIED
        : tallyDesk(prepared.watch, place, log, {
            tickets,
            firstCounted,
            work: turned?.work ?? shared,
            teams: shared.teams,
            fate,
            metrics: judged,
            dueAtOpening: promises.map(({ due }) => due),
          }),
    };
  };
  if (!life.isPlain)
    return finish(judgeLives(lives, life, metrics, worked, unstopped, { promises, stopped, fate }));
  return finish(
    metrics.map((metric, clock) => {
      const { due, word } = promises[clock] as (typeof promises)[number];
      const stops = stopped[clock] as Float64Array;
      const status = new Uint8Array(tickets.count);
      for (let i = 0; i < status.length; i += 1) {
        status[i] = judge(due[i] as number, word[i] as number, stops[i] as number, unstopped(i));
      }
      return { metric, due, stopped: stops, status };
    }),
  );
}

/** The first row whose opening is not before an instant; rows are ordered by opening. */
function firstNotBefore(opened: Float64Array, instant: number): number {
  const found = opened.findIndex((at) => at >= instant);
  return found === -1 ? opened.length : found;
}
