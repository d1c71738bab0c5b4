import type { CheckedSimulation, Team } from '../../check/simulation-model.ts';
import type { Engine } from '../../engine/index.ts';
import { MS_PER_DAY, MS_PER_SECOND } from '../../time/units.ts';
import { openIn } from '../costs/work-pieces.ts';
import { prepareSimulation, type PreparedSimulation } from '../prepare.ts';
import { outcomeOfRuns, simulateRun } from '../run.ts';
import type { RunColumns } from '../run-columns.ts';
import { wantedFigures, type Wanted, type WantedFigures } from './need-figures.ts';
import { OfferedLoad } from './offered-load.ts';
import { searchDesk, type DeskAnswer, type DeskTrial } from './search-desk.ts';
import { whyMissed, type WhyMissed } from './why-missed.ts';

/** The smallest desk for one plan. */
export interface DeskRecommendation {
  /** Place of the plan among those compared, and its name. */
  readonly place: number;
  readonly name: string;
  readonly confidence: number;
  readonly teams: readonly string[];
  /** What an agent costs, a team each, over the days that count: money where every team is paid alike, else hours. */
  readonly costs: readonly number[];
  /** The currency of the costs; null for hours. */
  readonly currency: string | null;
  /** By what it began: Erlang A where tickets are given up. */
  readonly by: 'Erlang C' | 'Erlang A';
  /** Where the search began, and the largest desk that it tried, a team each. */
  readonly start: readonly number[];
  readonly most: readonly number[];
  readonly answer: DeskAnswer;
  /** The desk as the simulation has it. */
  readonly stated: DeskTrial;
  /** Of the desk that was found, or of the largest where none was. */
  readonly figures: readonly WantedFigures[];
  /** Why promises are missed by the largest desk; null where a desk was found. */
  readonly why: WhyMissed | null;
}

export interface DeskRequest {
  readonly simulation: CheckedSimulation;
  readonly engine: Engine;
  readonly place: number;
  readonly wanted: readonly Wanted[];
  readonly confidence: number;
  /** Desks that may be tried. */
  readonly mostTrials: number;
  /** Does all runs of a simulation, in any order. */
  readonly work: (prepared: PreparedSimulation) => Promise<readonly RunColumns[]>;
  /** Told of each desk that is tried. */
  readonly onTrial?: (trial: DeskTrial, tried: number) => void;
}

/**
 * The cheapest desk by which what is wanted of a plan is kept with a confidence: agents per team, in the shifts as they are. It
 * begins where Erlang C or Erlang A says, and every desk works the same tickets. The same request gets the same answer.
 */
export async function recommendDesk(request: DeskRequest): Promise<DeskRecommendation> {
  const { engine, confidence, wanted, place } = request;
  const simulation = ofOnePlan(request);
  const { teams } = simulation.desk;
  const { by, start, most } = beginningOf(simulation, engine, wanted);
  const figuresOf = new Map<string, { figures: readonly WantedFigures[]; why: () => WhyMissed }>();
  let tried = 0;
  const work = async (agents: readonly number[]): Promise<DeskTrial> => {
    const prepared = withAgents(simulation, engine, agents);
    const outcome = outcomeOfRuns(prepared, await request.work(prepared));
    const figures = wanted.map((each) => wantedFigures(outcome, 0, each, confidence));
    figuresOf.set(agents.join(), { figures, why: () => whyMissed(prepared, outcome, figures) });
    const margins = figures.map((each) => each.surelyKept - each.wanted.share);
    const trial: DeskTrial = {
      agents,
      suits: figures.every(({ verdict }) => verdict === 'kept'),
      margin: Math.min(...margins.map((margin) => (Number.isNaN(margin) ? -1 : margin))),
    };
    tried += 1;
    request.onTrial?.(trial, tried);
    return trial;
  };
  const { costs, currency } = costsOf(withAgents(simulation, engine, start), teams);
  const answer = await searchDesk({ costs, start, most, mostTrials: request.mostTrials, work });
  const shown = answer.kind === 'desk' ? answer.found : answer.largest;
  const own = teams.map(({ agents }) => agents);
  const stated = answer.tried.find(({ agents }) => agents.join() === own.join()) ?? (await work(own));
  const known = figuresOf.get(shown.agents.join());
  return {
    place,
    name: simulation.plans[0] ?? '',
    confidence,
    teams: teams.map(({ name }) => name),
    costs,
    currency,
    by,
    start,
    most,
    answer,
    stated,
    figures: known?.figures ?? [],
    why: answer.kind === 'none' ? (known?.why() ?? null) : null,
  };
}

/** The simulation for one plan. The customer stays: what its tickets use may take their promises. */
function ofOnePlan({ simulation, place }: DeskRequest): CheckedSimulation {
  const plan = simulation.plans[place];
  if (plan === undefined) throw new Error(`no plan is compared at place ${place}`);
  return { ...simulation, plans: [plan] };
}

function withAgents(
  simulation: CheckedSimulation,
  engine: Engine,
  agents: readonly number[],
  away?: number,
): PreparedSimulation {
  const teams = simulation.desk.teams.map((team, i) => ({
    ...team,
    agents: agents[i] as number,
    away: away ?? team.away,
  }));
  return prepareSimulation({ ...simulation, desk: { ...simulation.desk, teams } }, engine.plan, engine);
}

/** So many that nobody waits for one. */
const EVERYBODY = 1_000_000;
/** Runs from which a beginning is taken. */
const BEGINNING_RUNS = 3;

/** Where the search begins, by Erlang C or Erlang A, and above which no team needs anybody: what a desk does on which nobody waits. */
function beginningOf(
  simulation: CheckedSimulation,
  engine: Engine,
  wanted: readonly Wanted[],
): Pick<DeskRecommendation, 'by' | 'start' | 'most'> {
  const { teams } = simulation.desk;
  const everybody = teams.map(() => EVERYBODY);
  const prepared = withAgents({ ...simulation, customer: null }, engine, everybody, 0);
  const load = new OfferedLoad(teams.length);
  const runs = Math.min(simulation.runs, BEGINNING_RUNS);
  const bySeverity = engine.plan.severities.map(() => 0);
  for (let run = 0; run < runs; run += 1) {
    load.begin();
    const { tickets } = simulateRun(prepared, run, () => load);
    for (const severity of tickets.severity) bySeverity[severity]! += 1;
  }
  const patienceMs = meanPatience(prepared, bySeverity);
  // Within less than a week no hour of it comes twice.
  const weeks = Math.max(1, (prepared.span.to - prepared.span.from) / (7 * MS_PER_DAY)) * runs;
  const limitMs = Math.min(...wanted.map(({ seconds }) => seconds ?? A_DAY)) * MS_PER_SECOND;
  const share = Math.max(...wanted.map((each) => each.share));
  const most = teams.map(({ away }) => Math.ceil((2 * load.most) / (1 - away)));
  return {
    by: patienceMs === Infinity ? 'Erlang C' : 'Erlang A',
    start: teams.map((team, i) =>
      Math.min(load.start(i, team, weeks, { limitMs, share, patienceMs }), most[i] as number),
    ),
    most,
  };
}

/** Numbers at which a time is read for its mean. */
const READINGS = 256;

/** Ms after which tickets are given up, as if all had the rate of giving up that they have in the mean; Infinity for none. */
function meanPatience({ desk }: PreparedSimulation, bySeverity: readonly number[]): number {
  const { patience } = desk.rules;
  let [rate, count] = [0, 0];
  for (const [severity, tickets] of bySeverity.entries()) {
    count += tickets;
    const sample = patience[severity];
    if (sample === null || sample === undefined) continue;
    let sum = 0;
    for (let i = 0; i < READINGS; i += 1) sum += sample((i + 0.5) / READINGS);
    rate += tickets / ((sum / READINGS) * MS_PER_SECOND);
  }
  return rate === 0 ? Infinity : count / rate;
}

/** A promise of the plan is of hours rather than of minutes; a beginning need not be nearer. */
const A_DAY = 86_400;

/** What an agent of each team costs over the days that count: in money where all are paid in one currency, else in hours. */
function costsOf(
  { desk, span }: PreparedSimulation,
  teams: readonly Team[],
): { readonly costs: readonly number[]; readonly currency: string | null } {
  const hours = desk.teams.map(
    ({ calendar }) => openIn(calendar, span.countedFrom, span.to) / (3600 * MS_PER_SECOND),
  );
  const [first] = teams;
  const currency = first?.pay?.currency ?? null;
  const isAlike = currency !== null && teams.every(({ pay }) => pay?.currency === currency);
  return {
    costs: hours.map((each, i) => (isAlike ? each * Number(teams[i]?.pay?.perHour) : each)),
    currency: isAlike ? currency : null,
  };
}
