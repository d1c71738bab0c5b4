import type { CheckedSimulation } from '../../check/simulation-model.ts';
import type { Engine } from '../../engine/index.ts';
import {
  prepareProgram,
  ticketMachine,
  type TicketMachine,
  type TicketProgram,
} from '../../engine/ticket/index.ts';
import { clockOf } from '../../plan/clock-of.ts';
import type { CompiledPlan, PlanClock } from '../../plan/model.ts';

/** How the tickets of a simulation are judged: the machine, and what the steps of the work are to it. */
export interface PreparedLives {
  readonly program: TicketProgram;
  readonly machine: TicketMachine;
  /** By step: the state in which a ticket is meanwhile, by its place in the program; -1 for none. */
  readonly states: readonly number[];
  /** One entry for each plan compared, in the order in which they are shown. */
  readonly plans: readonly PlanLives[];
}

/** What happens to a ticket of one plan, beside the passing of its steps. Events are places in the program. */
export interface PlanLives {
  /** Index into `plan.plans`. */
  readonly plan: number;
  /**
   * Whether nothing about the clocks but their start at the opening and one stop can matter: then a deadline is that of
   * the opening instant, whatever happens to the ticket, and columns answer it.
   */
  readonly isPlain: boolean;
  /** By step: the event that its start or its end is, as the clock that it stops names it; -1 for none. */
  readonly stops: readonly number[];
  /** What happens as the ticket opens, since clocks start with it and no step is it. */
  readonly atOpening: readonly number[];
}

/** @param plans indexes into `plan.plans` @param metrics what is judged */
export function prepareLives(
  { work }: Pick<CheckedSimulation, 'work'>,
  engine: Engine,
  plans: readonly number[],
  metrics: readonly string[],
): PreparedLives {
  const states = work.map(({ state }) => state);
  const program = prepareProgram(
    [engine],
    states.filter((state) => state !== null),
  );
  return {
    program,
    machine: ticketMachine(program),
    states: states.map((state) => (state === null ? -1 : (program.states.get(state) ?? -1))),
    plans: plans.map((plan) => planLives(plan, work, engine.plan, metrics, program)),
  };
}

/** What starts the clocks of a plan and is not a step: it is taken to happen as the ticket opens. */
export function startsAtOpening(
  work: CheckedSimulation['work'],
  plan: CompiledPlan,
  name: string,
  metrics: readonly string[],
): readonly string[] {
  const steps = new Set(work.flatMap((step) => stopEvent(step, plan, name) ?? []));
  const events = clocksOf(plan, name, metrics).flatMap(({ terms }) => {
    const lines = terms.starts.filter((line) => line.kind === 'events');
    const named = lines.flatMap((line) => line.steps.flatMap((step) => step.events));
    // A clock that a step starts, or the opening, waits for that.
    return named.some((event) => event === 'opened' || steps.has(event)) ? [] : named.slice(0, 1);
  });
  return [...new Set(events)];
}

function planLives(
  index: number,
  work: CheckedSimulation['work'],
  plan: CompiledPlan,
  metrics: readonly string[],
  program: TicketProgram,
): PlanLives {
  const name = plan.plans[index]?.name ?? '';
  const placeOf = (event: string | null) => (event === null ? -1 : (program.events.get(event) ?? -1));
  return {
    plan: index,
    isPlain: isPlain(index, work, plan, metrics),
    stops: work.map((step) => placeOf(stopEvent(step, plan, name))),
    atOpening: startsAtOpening(work, plan, name, metrics).map(placeOf),
  };
}

function clocksOf(plan: CompiledPlan, name: string, metrics: readonly string[]): readonly PlanClock[] {
  return metrics.flatMap((metric) => clockOf(plan, name, metric) ?? []);
}

/** The first event of which the contract says that it stops the clock. */
function stopEvent(
  { stops }: CheckedSimulation['work'][number],
  plan: CompiledPlan,
  name: string,
): string | null {
  const clock = stops === null ? null : clockOf(plan, name, stops.metric);
  return clock?.stopsOn.find((event) => !clock.terms.stopsNotOn.includes(event)) ?? null;
}

function isPlain(
  index: number,
  work: CheckedSimulation['work'],
  plan: CompiledPlan,
  metrics: readonly string[],
): boolean {
  const name = plan.plans[index]?.name ?? '';
  const states = new Set(work.flatMap(({ state }) => state ?? []));
  const targets = plan.plans[index]?.targets ?? [];
  const stopped = new Set<string>();
  for (const step of work) {
    const event = stopEvent(step, plan, name);
    if (step.stops === null || event === null) continue;
    if (step.share === 1) stopped.add(step.stops.metric);
    // What stops another clock as well, which nothing has stopped for certain, is not its own step's alone.
    const also = metrics.filter((metric) => clockOf(plan, name, metric)?.stopsOn.includes(event) === true);
    if (also.some((metric) => metric !== step.stops?.metric && !stopped.has(metric))) return false;
  }
  return (
    plan.conduct.rules.length === 0 &&
    targets.every(({ promise }) => promise.kind !== 'awaited' && promise.kind !== 'cadence') &&
    metrics.every((metric) => {
      const clock = clockOf(plan, name, metric);
      return clock === null || isPlainClock(clock, states);
    })
  );
}

function isPlainClock({ terms, startsOn }: PlanClock, states: ReadonlySet<string>): boolean {
  return (
    startsOn.length === 1 &&
    startsOn[0] === 'opened' &&
    terms.starts.every(({ kind, when }) => kind === 'events' && when === null) &&
    terms.pauses.every(
      ({ states: of, during }) => during === null && !of.some((state) => states.has(state)),
    ) &&
    terms.countsOnlyWhile.length === 0 &&
    (terms.closes === null || !states.has(terms.closes.state)) &&
    terms.repeats === null
  );
}
