/** Names of a simulation resolved against a compiled plan, once for all runs. */
import type { Behaviour } from '../check/behaviour-model.ts';
import type { CheckedSimulation } from '../check/simulation-model.ts';
import type { Engine } from '../engine/index.ts';
import type { CompiledPlan } from '../plan/model.ts';
import { prepareWatch, type PreparedWatch } from './answers/prepare-watch.ts';
import { prepareStreams, spanOf, type Span } from './arrivals/prepare-streams.ts';
import type { PreparedStream } from './arrivals/tickets.ts';
import { prepareCosts, type PreparedCosts } from './costs/prepare-costs.ts';
import { playedWork, type PlayedWork } from './desk/played-work.ts';
import { prepareTimes, type PreparedTimes } from './desk/durations.ts';
import { prepareDesk, type PreparedDesk } from './desk/prepare-desk.ts';
import { RunScratch } from './run-scratch.ts';
import { prepareTurns, prepareWaits, type StreamTurns, type AddTime } from './life/prepare-turns.ts';
import { prepareLives, type Happenings, type PreparedLives } from './life/prepare-lives.ts';

/** A simulation with its names resolved and its rates summed: what every run of it shares. */
export interface PreparedSimulation {
  readonly simulation: CheckedSimulation;
  readonly engine: Engine;
  readonly span: Span;
  /** Indexes into `plan.plans`, in the order to show them. */
  readonly plans: readonly number[];
  /** What is judged: the metrics that a compared plan promises, in the contract's order. */
  readonly metrics: readonly string[];
  readonly streams: readonly PreparedStream[];
  readonly times: readonly PreparedTimes[];
  readonly desk: PreparedDesk;
  readonly lives: PreparedLives;
  readonly watch: PreparedWatch;
  readonly costs: PreparedCosts;
  /** Whether it is tallied how the desk fared, which no one needs who works a run again to watch it. */
  readonly isTallied: boolean;
  /** Of those who keep nothing of a run but what it comes to. */
  readonly scratch: RunScratch;
  /** The steps of the work, and those of tickets that are reopened. */
  readonly work: PlayedWork;
  /** By stream, what its customers do; null where they do nothing. */
  readonly turns: readonly StreamTurns[] | null;
  /** By step and stream, how a wait is counted; null where all are counted on the clock on the wall. */
  readonly waits: readonly (readonly AddTime[])[] | null;
}

export function prepareSimulation(
  simulation: CheckedSimulation,
  plan: CompiledPlan,
  engine: Engine,
): PreparedSimulation {
  const span = spanOf(simulation, plan);
  const plans = simulation.plans.map((name) => {
    const index = plan.plans.findIndex((entry) => entry.name === name);
    if (index === -1) throw new Error(`the compiled plan has no plan \`${name}\``);
    return index;
  });
  const metrics = plan.metrics.filter((metric) =>
    plans.some((index) => plan.plans[index]?.targets.some((target) => target.metric === metric)),
  );
  const work = playedWork(simulation);
  const lives = prepareLives(happeningsOf(simulation), engine, plans, metrics);
  return {
    simulation,
    engine,
    span,
    plans,
    metrics,
    streams: prepareStreams(simulation, plan, span),
    times: prepareTimes(work.steps, plan),
    desk: prepareDesk(simulation, engine, metrics, work),
    lives,
    watch: prepareWatch({ ...simulation, work: work.steps }, engine, span, plans, metrics),
    work,
    turns: prepareTurns(simulation, work, engine, lives.program),
    waits: prepareWaits(simulation, work, engine),
    costs: prepareCosts(simulation, engine, plans),
    isTallied: true,
    scratch: new RunScratch(),
  };
}

function happeningsOf({ work, arrivals }: CheckedSimulation): Happenings {
  const does = arrivals.flatMap(({ behaviour }) => behaviour);
  return {
    stops: work.flatMap(({ stops, after, share }) =>
      stops === null ? [] : [{ metric: stops.metric, always: after === null && share === 1 }],
    ),
    states: work.flatMap(({ state }) => state ?? []),
    events: [...new Set([...work.flatMap(({ brings }) => brings?.event ?? []), ...does.flatMap(eventsOf)])],
    changesSeverity: does.length > 0,
  };
}

/** The events of the contract that a behaviour brings. */
function eventsOf(behaviour: Behaviour): readonly string[] {
  switch (behaviour.kind) {
    case 'misjudged':
      return ['corrected'];
    case 'raised':
    case 'lowered':
      return [behaviour.kind];
    case 'event':
      return [behaviour.event];
    case 'undescribed':
      return ['described'];
    case 'agrees':
      return ['agreed', 'refused'];
    case 'reopened':
      return ['reopened'];
  }
}
