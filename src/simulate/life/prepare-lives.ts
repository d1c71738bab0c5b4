import type { Engine } from '../../engine/index.ts';
import {
  prepareProgram,
  ticketMachine,
  type TicketMachine,
  type TicketProgram,
} from '../../engine/ticket/index.ts';
import { clockOf } from '../../plan/clock-of.ts';
import type { CompiledPlan, PlanClock, PlanPlan } from '../../plan/model.ts';

/** All that may happen to the tickets of a simulation or of a log, beside their opening. */
export interface Happenings {
  /** The clocks that something is said to stop; `always` where it stops them in every ticket. */
  readonly stops: readonly { readonly metric: string; readonly always: boolean }[];
  /** States of the contract in which a ticket may be. */
  readonly states: readonly string[];
  /** Events that the contract may speak of, by its names. */
  readonly events: readonly string[];
  /** Whether a ticket's severity may be changed. */
  readonly changesSeverity: boolean;
  /** Whether tickets say facts, or whose calendars are theirs: then columns do not answer for them. */
  readonly saysFacts?: boolean;
}

/** How tickets are judged by what happens to them. */
export interface PreparedLives {
  readonly engine: Engine;
  readonly program: TicketProgram;
  readonly contract: CompiledPlan;
  readonly machine: TicketMachine;
  /** One entry for each plan compared, in the order in which they are shown. */
  readonly plans: readonly PlanLives[];
}

/** What things mean to the tickets of one plan. Events are places in the program. */
export interface PlanLives {
  /** Index into `plan.plans`. */
  readonly plan: number;
  /**
   * Whether nothing about the clocks but their start at the opening and one stop can matter: then a deadline is that of
   * the opening instant, whatever happens to the ticket, and columns answer it.
   */
  readonly isPlain: boolean;
  /**
   * By metric the states that pause its clock, where nothing but its start at the opening, one stop and these can matter to
   * a ticket of which nothing is changed; null where something else can.
   */
  readonly pausing: ReadonlyMap<string, ReadonlySet<string>> | null;
  /**
   * Whether a promise that a ticket comes to by a change is counted on from there, beside nothing else: no other deadline is
   * held beside it, and it has no least length.
   */
  readonly changesAlone: boolean;
  /** By metric: the event that stops its clock, the first that the contract names. */
  readonly stopOf: ReadonlyMap<string, number>;
  /** What is taken to happen as the ticket opens, since clocks start with it and nothing else is said to be it. */
  readonly atOpening: readonly { readonly event: string; readonly kind: number }[];
}

/** @param plans indexes into `plan.plans` @param metrics what is judged */
export function prepareLives(
  happens: Happenings,
  engine: Engine,
  plans: readonly number[],
  metrics: readonly string[],
): PreparedLives {
  const program = prepareProgram([engine], happens.states);
  return {
    engine,
    program,
    contract: engine.plan,
    machine: ticketMachine(program),
    plans: plans.map((plan) => planLives(plan, happens, engine.plan, metrics, program)),
  };
}

function planLives(
  index: number,
  happens: Happenings,
  plan: CompiledPlan,
  metrics: readonly string[],
  program: TicketProgram,
): PlanLives {
  const name = plan.plans[index]?.name ?? '';
  const clocks = metrics.flatMap((metric) => clockOf(plan, name, metric) ?? []);
  const stops = new Map(
    happens.stops.flatMap(({ metric }) => {
      const clock = clockOf(plan, name, metric);
      const event = clock?.stopsOn.find((each) => !clock.terms.stopsNotOn.includes(each));
      return event === undefined ? [] : [[metric, event] as const];
    }),
  );
  const placeOf = (event: string) => program.events.get(event) ?? -1;
  const said = new Set([...stops.values(), ...happens.events]);
  const targets = plan.plans[index]?.targets ?? [];
  const states = new Set(happens.states);
  const isAlone = eachStopsItsOwn(happens.stops, stops, clocks);
  return {
    plan: index,
    pausing:
      isAlone &&
      clocks.length === metrics.length &&
      happens.events.every((event) => OF_CHANGED_TICKETS.has(event)) &&
      plan.conduct.rules.length === 0 &&
      targets.every(({ promise }) => !BY_OTHERS.has(promise.kind)) &&
      !mayRefuse(plan.plans[index]) &&
      clocks.every((clock) => isOnlyPaused(clock, states, said))
        ? new Map(clocks.map((clock) => [clock.metric, pausingStates(clock)]))
        : null,
    changesAlone: plan.conduct.changes.every(({ earlierOfBoth, floor }) => !earlierOfBoth && floor === null),
    isPlain:
      happens.events.length === 0 &&
      !happens.changesSeverity &&
      happens.saysFacts !== true &&
      plan.conduct.rules.length === 0 &&
      targets.every(({ promise }) => promise.kind !== 'awaited' && promise.kind !== 'cadence') &&
      clocks.every((clock) => isPlain(clock, states)) &&
      isAlone,
    stopOf: new Map([...stops].map(([metric, event]) => [metric, placeOf(event)])),
    atOpening: startsAtOpening(clocks, said).map((event) => ({ event, kind: placeOf(event) })),
  };
}

/** A clock that the opening starts, or something that happens, waits for that. */
function startsAtOpening(clocks: readonly PlanClock[], said: ReadonlySet<string>): readonly string[] {
  const events = clocks.flatMap(({ terms }) => {
    const lines = terms.starts.filter((line) => line.kind === 'events');
    const named = lines.flatMap((line) => line.steps.flatMap((step) => step.events));
    return named.some((event) => event === 'opened' || said.has(event)) ? [] : named.slice(0, 1);
  });
  return [...new Set(events)];
}

/** Whether no event stops another clock beside the one that it is said to stop, unless that was stopped before. */
function eachStopsItsOwn(
  said: Happenings['stops'],
  events: ReadonlyMap<string, string>,
  clocks: readonly PlanClock[],
): boolean {
  const stopped = new Set<string>();
  return said.every(({ metric, always }) => {
    if (always) stopped.add(metric);
    const event = events.get(metric);
    if (event === undefined) return true;
    const also = clocks.filter(({ stopsOn }) => stopsOn.includes(event)).map((clock) => clock.metric);
    return also.every((other) => other === metric || stopped.has(other));
  });
}

function isPlain({ terms, startsOn }: PlanClock, states: ReadonlySet<string>): boolean {
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

/** Events that come only to tickets that are changed. */
const OF_CHANGED_TICKETS: ReadonlySet<string> = new Set([
  'raised',
  'lowered',
  'corrected',
  'agreed',
  'refused',
  'reopened',
]);

/** Promises that hang on another clock or on something that is still to come. */
const BY_OTHERS: ReadonlySet<string> = new Set(['awaited', 'cadence', 'relative']);

function mayRefuse(plan: PlanPlan | undefined): boolean {
  if (plan === undefined) return false;
  const { eligibility, languages, provisions } = plan;
  return eligibility.length > 0 || languages !== null || provisions.some(({ says }) => says === 'exclude');
}

/** Whether a clock starts with the ticket, stops once, and stands still in states alone in which a step puts it. */
function isOnlyPaused(
  { terms, startsOn }: PlanClock,
  states: ReadonlySet<string>,
  said: ReadonlySet<string>,
): boolean {
  return (
    startsOn.length === 1 &&
    startsOn[0] === 'opened' &&
    terms.starts.every(({ kind, when }) => kind === 'events' && when === null) &&
    // An event may be the beginning of a state of its name.
    terms.pauses.every(
      ({ states: of, during, when, cap }) =>
        during === null && when === null && cap === null && !of.some((state) => said.has(state)),
    ) &&
    terms.countsOnlyWhile.length === 0 &&
    (terms.closes === null || !states.has(terms.closes.state)) &&
    terms.repeats === null
  );
}

function pausingStates({ terms }: PlanClock): ReadonlySet<string> {
  return new Set(terms.pauses.flatMap(({ states }) => states));
}
