/** What one plan makes of the tickets of a run: the desk works them by its deadlines, and its promises are judged. */
import { DeskLog } from './answers/desk-log.ts';
import { NOT_TALLIED, tallyDesk } from './answers/desk-tally.ts';
import { turningPoints } from './answers/turning-points.ts';
import { pathsInLog, pathsInTable } from './answers/ticket-paths.ts';
import type { Tickets } from './arrivals/tickets.ts';
import { urgencyColumns, type Urgency } from './desk/prepare-desk.ts';
import { FINISHED, UNFINISHED, type DeskWork } from './desk/desk-model.ts';
import { passesStepsOnce, runDesk } from './desk/run-desk.ts';
import { assignTeams } from './desk/skills.ts';
import { withoutLost } from './costs/lost-promises.ts';
import { costsWithout, runCosts, wantCosts } from './costs/run-costs.ts';
import type { DrawnTurns } from './life/draw-turns.ts';
import type { RunObserver } from './life/history-of.ts';
import { judgeLives, type Worked } from './life/judge-lives.ts';
import { lifeView } from './life/life-view.ts';
import type { PlanLives } from './life/prepare-lives.ts';
import { TicketTurns } from './life/ticket-turns.ts';
import type { MetricOutcome } from './outcome.ts';
import type { PreparedSimulation } from './prepare.ts';
import { judge, promisesOf, type Unstopped } from './promises.ts';
import type { RunColumns } from './run-columns.ts';

/** What of the work at the desk is the same under every plan. */
export type SharedWork = Omit<DeskWork, 'urgency'>;

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
  const assignment = assignTeams(desk.skills, drawn.tickets, engine.plan.severities.length);
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

/**
 * The tickets of a run at the desk under one plan, at a place of those that are compared, and how its promises ended.
 * @param observer watches the desk; null for nobody
 */
export function workUnder(
  prepared: PreparedSimulation,
  place: number,
  tickets: Tickets,
  {
    shared,
    firstCounted,
    drawn,
  }: { readonly shared: SharedWork; readonly firstCounted: number; readonly drawn: DrawnTurns | null },
  observer: RunObserver | null,
): RunColumns['plans'][number] {
  const { engine, metrics, desk, lives } = prepared;
  const plan = prepared.plans[place] as number;
  const life = lives.plans[place] as PlanLives;
  const promises = metrics.map((metric) => promisesOf(engine, plan, metric, tickets));
  const table = prepared.scratch.table(tickets.count, desk.steps.length);
  const urgency = urgencyColumns(
    desk,
    tickets,
    promises.map((promise) => promise.due),
  );
  const turned = drawn === null ? null : workTurned(prepared, place, drawn, shared, urgency, () => worked);
  const worked: Worked = {
    tickets,
    steps: prepared.work.steps,
    times: table,
    reopens: prepared.work.reopens,
    turns: turned === null || drawn === null ? null : { drawn, happened: turned.turns },
  };
  observer?.works?.(worked);
  const work = turned?.work ?? { ...shared, urgency: urgency.keys };
  const log = passesStepsOnce(work) ? null : new DeskLog(tickets.count, desk.steps.length, observer);
  const { stopped, fate, leftAt } = runDesk(work, log ?? observer, table);
  const paths = log === null ? pathsInTable(table) : pathsInLog(log, tickets.count);
  const finished: Unstopped = { kind: 'unmeasured' };
  const waiting: Unstopped = { kind: 'open until', instant: desk.horizon };
  const unstopped = (ticket: number): Unstopped => {
    if (fate[ticket] === FINISHED) return finished;
    return fate[ticket] === UNFINISHED ? waiting : { kind: 'left', instant: leftAt(ticket) };
  };
  const { costs, lost } = wantCosts(prepared, place)
    ? runCosts(prepared, place, { plan: life, worked, paths, fate, firstCounted, unstoppedOf: unstopped })
    : { costs: costsWithout(prepared), lost: [] };
  const finish = (asWorked: readonly MetricOutcome[]): RunColumns['plans'][number] => {
    const judged = withoutLost(asWorked, lost);
    const points = turningPoints(paths, tickets.opened, fate, desk.horizon);
    return {
      plan,
      fate,
      metrics: judged,
      costs,
      firstWork: points.firstWork,
      ...(points.waited === null ? {} : { waited: points.waited }),
      desk: !prepared.isTallied
        ? NOT_TALLIED
        : tallyDesk(prepared.watch, place, paths, {
            tickets,
            firstCounted,
            work,
            teams: shared.teams,
            closed: points.closed,
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
