/** Names of a simulation resolved against a compiled plan, once for all runs. */
import type { CheckedSimulation } from '../check/simulation-model.ts';
import type { Engine } from '../engine/index.ts';
import type { CompiledPlan } from '../plan/model.ts';
import { prepareWatch, type PreparedWatch } from './answers/prepare-watch.ts';
import { prepareStreams, spanOf, type Span } from './arrivals/prepare-streams.ts';
import type { PreparedStream } from './arrivals/tickets.ts';
import { prepareCosts, type PreparedCosts } from './costs/prepare-costs.ts';
import { prepareTimes, type PreparedTimes } from './desk/durations.ts';
import { prepareDesk, type PreparedDesk } from './desk/prepare-desk.ts';
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
  return {
    simulation,
    engine,
    span,
    plans,
    metrics,
    streams: prepareStreams(simulation, plan, span),
    times: prepareTimes(simulation.work, plan),
    desk: prepareDesk(simulation, engine, metrics),
    lives: prepareLives(happeningsOf(simulation), engine, plans, metrics),
    watch: prepareWatch(simulation, engine, span, plans, metrics),
    costs: prepareCosts(simulation, engine, plans),
  };
}

function happeningsOf({ work }: CheckedSimulation): Happenings {
  return {
    stops: work.flatMap(({ stops, after, share }) =>
      stops === null ? [] : [{ metric: stops.metric, always: after === null && share === 1 }],
    ),
    states: work.flatMap(({ state }) => state ?? []),
    events: work.flatMap(({ brings }) => brings?.event ?? []),
    changesSeverity: false,
  };
}
