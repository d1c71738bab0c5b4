import type { PlanClock, CompiledPlan } from '../../plan/model.ts';
import { clockOf } from '../../plan/clock-of.ts';
import { epochDayOfDate } from '../../time/civil-date.ts';
import type { InstantMs } from '../../time/types.ts';
import { localToInstant } from '../../time/zone-arithmetic.ts';
import type { Engine } from '../engine.ts';
import { BUILT_IN, OPENED } from './event.ts';
import type { Clock, ClockSet, Effect, Rule, Said, TicketProgram, Version } from './program.ts';

/** What the end of another ticket of the same customer is called in a history. */
export const PREVIOUS_ENDED = 'previous ticket ended';

/**
 * Resolves the names of one contract's versions, oldest first, for machines that judge tickets by them. Most often there is
 * one: `prepareProgram([loadPlan(plan)])`. It is made once and kept. States on which nothing hangs are kept account of
 * where they are named in `alsoStates`.
 */
export function prepareProgram(
  engines: readonly Engine[],
  alsoStates: readonly string[] = [],
): TicketProgram {
  const events = new Numbering<string>(BUILT_IN);
  const states = new Numbering<string>([]);
  const metrics = new Numbering<string>(engines.flatMap(({ plan }) => plan.metrics));
  for (const { plan } of engines) nameStates(plan, states);
  for (const state of alsoStates) states.of(state);
  const versions = engines.map((engine, i) => prepareVersion(engine, i === 0, events, states, metrics));
  return {
    versions,
    events: events.indexes,
    eventNames: events.list,
    states: states.indexes,
    stateNames: states.list,
    metrics: metrics.list,
    changesClocks: new Set(versions.flatMap(({ clockSets }) => clockSets)).size > 1,
    said: saidOf((versions[versions.length - 1] as Version).plan),
  };
}

const ATTRIBUTES = [
  ['plan', 'plans'],
  ['severity', 'severities'],
  ['region', 'regions'],
  ['channel', 'channels'],
  ['type', 'types'],
] as const;

function saidOf(plan: CompiledPlan): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>();
  for (const [index, fact] of plan.facts.entries()) said.set(fact.name, { kind: 'fact', fact, index });
  for (const [of, list] of ATTRIBUTES) {
    const named = plan[list];
    // A name comes before an alias of another.
    const aliases = named.flatMap((each, i) => each.aliases.map((alias) => [alias, i] as const)).reverse();
    const places = new Map([...aliases, ...named.map(({ name }, i) => [name, i] as const)]);
    said.set(of, { kind: 'attribute', of, places, names: named.map(({ name }) => name) });
  }
  return said;
}

/** Gives each name a number, in the order in which they are first said. */
class Numbering<T> {
  readonly list: T[] = [];
  readonly indexes = new Map<T, number>();

  constructor(first: readonly T[]) {
    for (const each of first) this.of(each);
  }

  of(name: T): number {
    let index = this.indexes.get(name);
    if (index === undefined) {
      index = this.list.push(name) - 1;
      this.indexes.set(name, index);
    }
    return index;
  }
}

/** The state in which `wait` puts a ticket, and the one that begins anew whenever something happens. */
export const WAITING = 'waiting for customer';
export const SILENCE = 'silence';

function nameStates({ clocks, conduct }: CompiledPlan, states: Numbering<string>): void {
  for (const { terms } of clocks) {
    for (const { states: of } of terms.pauses) of.forEach((state) => states.of(state));
    terms.countsOnlyWhile.forEach((state) => states.of(state));
    if (terms.closes !== null) states.of(terms.closes.state);
  }
  for (const { trigger, actions, stages } of conduct.rules) {
    if (trigger?.kind === 'state') states.of(trigger.state);
    const all = [...actions, ...stages.flatMap((stage) => stage.actions)];
    if (all.some(({ kind }) => kind === 'wait')) states.of(WAITING);
  }
}

function prepareVersion(
  engine: Engine,
  isFirst: boolean,
  events: Numbering<string>,
  states: Numbering<string>,
  metrics: Numbering<string>,
): Version {
  const { plan } = engine;
  const prepared = new Map<PlanClock, Clock>();
  const clocksOf = plan.plans.map(({ name }) =>
    metrics.list.map((metric, index): Clock | null => {
      const clock = clockOf(plan, name, metric);
      if (clock === null) return null;
      const known = prepared.get(clock) ?? prepareClock(clock, index, events, states);
      prepared.set(clock, known);
      return known;
    }),
  );
  const rules = plan.conduct.rules.map((rule, index): Rule => {
    const { trigger } = rule;
    const of =
      trigger?.kind === 'state'
        ? states.of(trigger.state)
        : trigger?.kind === 'due'
          ? metrics.list.indexOf(trigger.metric)
          : -1;
    return { index, rule, of, resets: rule.resetBy.map((event) => events.of(event)) };
  });
  for (const { basis, floor } of plan.conduct.changes) {
    if (basis.kind === 'from event') events.of(basis.event);
    if (floor !== null && floor.after !== null) events.of(floor.after);
  }
  for (const { rule } of rules) {
    if (rule.trigger?.kind === 'event') events.of(rule.trigger.event);
  }
  for (const cell of plan.plans.flatMap(({ targets }) => targets)) {
    if (cell.promise.kind === 'awaited' && cell.promise.of.kind === 'event') events.of(cell.promise.of.name);
  }
  for (const state of states.list) events.of(state);
  const { bindsBy } = plan.binding;
  const bindingEvent = bindsBy === null ? OPENED : events.of(bindsBy);
  return {
    engine,
    plan,
    from: isFirst ? -Infinity : effectiveFrom(engine),
    bindsBy: bindingEvent,
    clockSets: clockSetsOf(clocksOf, (clocks) => effectsOf(plan, clocks, rules, events, states)),
    rules,
    caps: rules.filter(({ rule }) => rule.trigger === null),
    escalations: plan.conduct.escalations,
    chains: plan.plans.map(({ name }) => chainOf(plan, name)),
    isTimed: isTimed(plan),
    isGuarded: plan.clocks.some(
      ({ terms }) =>
        terms.starts.some(({ when }) => when !== null) || terms.pauses.some(({ when }) => when !== null),
    ),
    factIndexes: new Map(plan.facts.map(({ name }, index) => [name, index])),
    describedFact: plan.facts.findIndex(({ name, type }) => name === 'described' && type.kind === 'truth'),
    cells: new Map(),
    cellOf: new Map(),
  };
}

/** Plans that have the same clocks are served by one set of them. */
function clockSetsOf(
  clocksOf: readonly (readonly (Clock | null)[])[],
  effectsFor: (clocks: readonly (Clock | null)[]) => ClockSet['effects'],
): readonly ClockSet[] {
  const sets: ClockSet[] = [];
  return clocksOf.map((clocks) => {
    const known = sets.find((set) => set.clocks.every((clock, metric) => clock === clocks[metric]));
    if (known !== undefined) return known;
    const set = { clocks, effects: effectsFor(clocks) };
    sets.push(set);
    return set;
  });
}

function prepareClock(
  { terms }: PlanClock,
  metric: number,
  events: Numbering<string>,
  states: Numbering<string>,
): Clock {
  const pauses = terms.pauses.map((line) => ({ states: line.states.map((state) => states.of(state)), line }));
  return {
    metric,
    terms,
    starts: terms.starts.map((start) => ({
      when: start.when,
      steps:
        start.kind === 'events'
          ? start.steps.map((step) => ({ ...step, events: step.events.map((event) => events.of(event)) }))
          : [{ which: 'first' as const, events: [events.of(PREVIOUS_ENDED)] }],
    })),
    pauses,
    pausesDuring: pauses.some(({ line }) => line.during !== null),
    countsOnlyWhile: terms.countsOnlyWhile.map((state) => states.of(state)),
    closesIn: terms.closes === null ? -1 : states.of(terms.closes.state),
    pausesNever: pauses.length === 0 && terms.countsOnlyWhile.length === 0,
  };
}

function effectsOf(
  plan: CompiledPlan,
  clocks: readonly (Clock | null)[],
  rules: readonly Rule[],
  events: Numbering<string>,
  states: Numbering<string>,
): readonly (Effect | undefined)[] {
  const present = clocks.filter((clock) => clock !== null);
  const stopsOf = (clock: Clock) => {
    const said = plan.clocks.find(({ terms }) => terms === clock.terms)?.stopsOn ?? [];
    return said.filter((event) => !clock.terms.stopsNotOn.includes(event)).map((event) => events.of(event));
  };
  const stops = new Map(present.map((clock) => [clock, new Set(stopsOf(clock))]));
  const repeats = new Map(
    present.map((clock) => [clock, clock.terms.repeats === null ? -1 : events.of(clock.terms.repeats.on)]),
  );
  return events.list.map((name, event) => {
    const metricsOf = (holds: (clock: Clock) => boolean) => present.filter(holds).map(({ metric }) => metric);
    const effect = {
      starts: metricsOf(({ starts }) =>
        starts.some(({ steps }) => steps.some((step) => step.events.includes(event))),
      ),
      stops: metricsOf((clock) => stops.get(clock)?.has(event) === true),
      repeats: metricsOf((clock) => repeats.get(clock) === event),
      rules: rules.filter(({ rule }) => rule.trigger?.kind === 'event' && rule.trigger.event === name),
      begins: states.indexes.get(name) ?? -1,
    };
    const { starts, stops: stopped, repeats: repeated, rules: fired, begins } = effect;
    const isNothing = starts.length + stopped.length + repeated.length + fired.length === 0 && begins === -1;
    return isNothing ? undefined : effect;
  });
}

function chainOf(plan: CompiledPlan, name: string): readonly string[] {
  const chain: string[] = [];
  for (let at: string | null = name; at !== null && !chain.includes(at);) {
    chain.push(at);
    at = plan.plans.find((each) => each.name === at)?.extends ?? null;
  }
  return chain;
}

function isTimed({ clocks, conduct }: CompiledPlan): boolean {
  return (
    conduct.escalations.length > 0 ||
    clocks.some(({ terms }) => terms.closes !== null) ||
    conduct.rules.some(
      ({ trigger, consent }) =>
        trigger?.kind === 'state' || trigger?.kind === 'due' || consent?.silence === 'agrees',
    )
  );
}

/** A version that says not since when it is in force cannot follow another. */
function effectiveFrom(engine: Engine): InstantMs {
  const { plan } = engine;
  if (plan.effective === null) {
    throw new Error(`version ${plan.contractVersion} does not say since when it is in force`);
  }
  return localToInstant(engine.zone(plan.effective.zone), epochDayOfDate(plan.effective.from), 0);
}
