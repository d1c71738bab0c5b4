import type { CheckedSimulation } from '../../check/simulation-model.ts';
import { loadPlan } from '../../engine/index.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { recommendationJson } from '../../report/recommendation-json.ts';
import { recommendationText } from '../../report/recommendation-text.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import { prepareSimulation, type PreparedSimulation } from '../../simulate/prepare.ts';
import { outcomeOfRuns } from '../../simulate/run.ts';
import { RUNTIME_ZONES } from '../../workspace/runtime-zones.ts';
import type { Wanted } from '../../simulate/recommend/need-figures.ts';
import { readNeed } from '../../simulate/recommend/read-need.ts';
import { recommendDesk, type DeskRecommendation } from '../../simulate/recommend/recommend-desk.ts';
import { recommendPlan, type PlanRecommendation } from '../../simulate/recommend/recommend-plan.ts';
import type { DeskTrial } from '../../simulate/recommend/search-desk.ts';
import { summarizeCosts } from '../../simulate/costs/summarize-costs.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { findNamed } from '../find-named.ts';
import { UsageError } from '../usage-error.ts';
import type { Output, Surroundings } from '../io.ts';
import { simulateRuns } from './run-pool.ts';
import { takeRuns } from './take-runs.ts';
import type { RunColumns } from '../../simulate/run-columns.ts';

export interface RecommendFlags {
  /** In place of the needs that the simulation states. */
  readonly need?: readonly string[];
  readonly confidence?: number;
  /** The plan whose desk is looked for. */
  readonly plan?: string;
  readonly desks?: number;
  readonly workers?: number;
  readonly json?: true;
}

/** Which plan a customer should take, and the smallest desk that keeps it; 1 where there is no such plan or no such desk. */
export async function showRecommendation(
  simulation: CheckedSimulation,
  compiled: CompiledPlan,
  flags: RecommendFlags,
  around: Surroundings,
): Promise<ExitCode> {
  const { confidence = 0.95, desks = MOST_DESKS } = flags;
  const needs = flags.need?.map((text) => needOf(text, compiled)) ?? simulation.needs;
  const engine = loadPlan(compiled, RUNTIME_ZONES);
  const runs = Array.from({ length: simulation.runs }, (_, run) => run);
  const outcome = await played(prepareSimulation(simulation, compiled, engine), runs, flags, around.err);
  const costs = outcome.costs === undefined ? null : summarizeCosts(outcome.costs, outcome.plan);
  const plan = recommendPlan(outcome, costs, needs, confidence);
  const place = placeOf(plan, flags.plan);
  const wanted = plan.candidates[place]?.wanted ?? [];
  const canBeKept = wanted.length > 0 && wanted.every(({ verdict }) => verdict !== 'not promised');
  const progress = trialLine(around.err, simulation);
  const work = async (prepared: PreparedSimulation): Promise<readonly RunColumns[]> => {
    const done: RunColumns[] = [];
    await breathe();
    await simulateRuns(prepared, runs, flags.workers ?? 1, (run) => done.push(run));
    return done;
  };
  let desk: DeskRecommendation | null = null;
  try {
    if (canBeKept) {
      desk = await recommendDesk({
        simulation,
        engine,
        place,
        wanted: wanted.map((each) => each.wanted),
        confidence,
        mostTrials: desks,
        work,
        onTrial: progress.show,
      });
    }
  } finally {
    progress.clear();
  }
  if (flags.json === true) {
    around.out.write(`${JSON.stringify(recommendationJson(plan, desk), null, 2)}\n`);
  } else {
    const width = Math.max(80, Math.min(around.out.columns, 160));
    around.out.write(recommendationText(outcome, plan, desk, { width, palette: around.outPalette }));
  }
  return plan.best !== null && desk?.answer.kind !== 'none' ? EXIT.fine : EXIT.findings;
}

function needOf(text: string, compiled: CompiledPlan): Wanted {
  const read = readNeed(text, compiled);
  if ('message' in read) throw new UsageError(`--need: ${read.message}`, read.help);
  return read;
}

async function played(
  prepared: PreparedSimulation,
  runs: readonly number[],
  { workers = null }: { readonly workers?: number | null },
  err: Output,
): Promise<Outcome> {
  const how = { runs, workers, out: null, resume: false, halfWidth: null };
  return outcomeOfRuns(prepared, await takeRuns(prepared, how, err));
}

/** Desks that are tried when nothing else is said. */
const MOST_DESKS = 100;

/** The plan asked for; else the one that is recommended, or the first that promises what is needed. */
function placeOf({ candidates, best }: PlanRecommendation, plan: string | undefined): number {
  if (plan !== undefined) {
    const names = candidates.map(({ name }) => ({ name, aliases: [] }));
    return findNamed(names, plan, '--plan', 'plan');
  }
  const promising = candidates.findIndex(
    ({ wanted }) => wanted.length > 0 && wanted.every(({ verdict }) => verdict !== 'not promised'),
  );
  return best ?? Math.max(0, promising);
}

/** Lets what waits outside, such as the end of the program, have its turn between two desks. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A line of the desk that was tried last, where a person watches. */
function trialLine(
  err: Output,
  { desk: { teams } }: CheckedSimulation,
): { readonly show: (trial: DeskTrial, tried: number) => void; readonly clear: () => void } {
  let shown = '';
  const wipe = () => {
    if (shown !== '') err.write(`\r${' '.repeat(shown.length)}\r`);
    shown = '';
  };
  return {
    show({ agents, suits }, tried) {
      if (!err.isTerminal) return;
      wipe();
      const words = agents.map((count, i) => `${teams[i]?.name ?? ''} ${count}`).join(', ');
      shown =
        `${tried} ${tried === 1 ? 'desk' : 'desks'} tried, last ${words}: ${suits ? 'keeps it' : 'too small'}`.slice(
          0,
          Math.max(20, err.columns - 1),
        );
      err.write(`\r${shown}`);
    },
    clear: wipe,
  };
}
