import type { TicketFact } from '../../check/scenario-model.ts';
import type { CompiledPlan, PlanClock, PlanPlan } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { Draft, DraftEvent, DraftRow } from './draft.ts';
import { factsThat } from './facts-for.ts';
import type { Ground } from './ground.ts';
import { ticketsOf } from './promise-drafts.ts';
import type { Difference } from './what-differs.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long after the opening something may happen: soon, within the promise, after it, after a pause, a while later. */
const AFTER = [HOUR, 30 * MINUTE, 3 * HOUR, DAY, 3 * DAY, 8 * DAY, 30 * DAY] as const;
/** How long a story may go on after that. */
const ON = [null, DAY, 5 * DAY, 40 * DAY] as const;

/** What may happen to a ticket that concerns the rules and clocks which an altered plan has otherwise. */
interface Vocabulary {
  /** One of these is in every story. */
  readonly own: readonly DraftEvent[];
  /** What else may come before it and after it. */
  readonly others: readonly DraftEvent[];
  readonly facts: readonly (readonly TicketFact[])[];
  readonly plans: readonly PlanPlan[];
}

/** Stories of few events in which a rule, a change, an escalation or a clock may show: shorter ones first. */
export function* conductDrafts(ground: Ground, differs: Difference): Generator<Draft> {
  const { plan } = ground.engine;
  const { own, others, facts, plans } = vocabularyOf(plan, differs);
  const tickets = facts.flatMap((said) => plans.flatMap((each) => ticketsOf(plan, each, null, said)));
  const first = plan.regions[0]?.name ?? null;
  const some = tickets.filter(({ region }) => region === first);
  const tell = function* (rows: readonly (readonly [DraftEvent, InstantMs])[]): Generator<Draft> {
    for (const on of ON) {
      for (const ticket of some) {
        const opened = ground.at(ticket.region, 10);
        const told = rows.map(([event, after]): DraftRow => ({ ...event, at: opened + after }));
        const last = Math.max(opened, ...told.map(({ at }) => at));
        yield {
          ...ticket,
          opened,
          rows: told,
          until: on === null ? (told.length === 0 ? opened + HOUR : null) : last + on,
        };
      }
    }
  };
  yield* tell([]);
  for (const after of AFTER) for (const event of own) yield* tell([[event, after]]);
  for (const [soon, later] of [
    [HOUR, 2 * HOUR],
    [HOUR, DAY],
    [DAY, 2 * DAY],
    [DAY, 9 * DAY],
  ] as const) {
    for (const event of own) {
      for (const other of others) {
        yield* tell([
          [event, soon],
          [other, later],
        ]);
        yield* tell([
          [other, soon],
          [event, later],
        ]);
      }
    }
  }
  for (const event of own) {
    for (const one of others) {
      for (const other of others) {
        yield* tell([
          [one, HOUR],
          [event, 2 * HOUR],
          [other, 3 * HOUR],
        ]);
        yield* tell([
          [event, HOUR],
          [one, 2 * HOUR],
          [other, 3 * HOUR],
        ]);
        yield* tell([
          [one, HOUR],
          [other, DAY],
          [event, 2 * DAY],
        ]);
      }
    }
  }
}

function vocabularyOf(plan: CompiledPlan, differs: Difference): Vocabulary {
  const own: DraftEvent[] = [];
  const facts: (readonly TicketFact[])[] = [[]];
  let owner: string | null = null;
  for (const index of differs.rules) {
    const rule = plan.conduct.rules[index];
    if (rule === undefined) continue;
    const { trigger, when, resetBy, actions, stages } = rule;
    owner = rule.plan;
    if (trigger?.kind === 'event' && trigger.event !== 'opened') own.push(event(trigger.event));
    if (trigger?.kind === 'state') own.push(state(trigger.state));
    own.push(...resetBy.map(event));
    if (trigger === null) own.push(...severityEvents(plan, 'raised'));
    if (when !== null)
      facts.unshift(...factsThat(plan, when, true).slice(0, 4), ...factsThat(plan, when, false).slice(0, 2));
    const all = [...actions, ...stages.flatMap((stage) => stage.actions)];
    if (all.some(({ kind }) => kind === 'severity by facts')) facts.unshift(...factsOfSeverities(plan));
  }
  for (const index of differs.changes) {
    const change = plan.conduct.changes[index];
    if (change === undefined) continue;
    owner = change.plan;
    own.push(...eventsOfChange(plan, change.of));
  }
  for (const index of differs.escalations) {
    owner = plan.conduct.escalations[index]?.plan ?? null;
  }
  for (const index of differs.clocks) {
    const clock = plan.clocks[index];
    if (clock === undefined) continue;
    owner = clock.plan;
    own.push(...eventsOfClock(clock));
    for (const { when } of [...clock.terms.starts, ...clock.terms.pauses]) {
      if (when !== null)
        facts.unshift(
          ...factsThat(plan, when, true).slice(0, 2),
          ...factsThat(plan, when, false).slice(0, 2),
        );
    }
  }
  const others = [
    ...events(plan),
    ...(differs.changes.length > 0 ? [] : severityEvents(plan, 'raised').slice(0, 2)),
  ];
  return {
    own: unlike(own),
    others: unlike(others).slice(0, 14),
    facts,
    plans: owner === null ? plan.plans : plan.plans.filter(({ name }) => linesOf(plan, name).includes(owner)),
  };
}

/** A plan and those that it extends. */
function linesOf({ plans }: CompiledPlan, name: string): readonly string[] {
  const parent = plans.find((each) => each.name === name)?.extends ?? null;
  return parent === null ? [name] : [name, ...linesOf({ plans } as CompiledPlan, parent)];
}

function event(name: string): DraftEvent {
  return { what: { kind: 'event', event: name, ends: null }, says: {} };
}

function state(name: string): DraftEvent {
  return { what: { kind: 'state', state: name }, says: {} };
}

/** Each fact of few values, said anew as the ticket goes on. */
function factEvents({ facts }: CompiledPlan): readonly DraftEvent[] {
  return facts.flatMap(({ name, type }) => {
    const values = type.kind === 'words' ? type.words : type.kind === 'truth' ? [true, false] : [];
    return values.map((value): DraftEvent => ({
      what: { kind: 'says' },
      says: {},
      facts: [{ fact: name, value }],
    }));
  });
}

function severityEvents(plan: CompiledPlan, kind: 'raised' | 'lowered' | 'corrected'): readonly DraftEvent[] {
  return plan.severities.map(({ name }) => ({ ...event(kind), says: { severity: name } }));
}

function eventsOfChange(plan: CompiledPlan, of: string): readonly DraftEvent[] {
  const says = (key: 'channel' | 'region' | 'type' | 'plan', names: readonly { readonly name: string }[]) =>
    names.map(({ name }): DraftEvent => ({ what: { kind: 'says' }, says: { [key]: name } }));
  switch (of) {
    case 'raise':
      return severityEvents(plan, 'raised');
    case 'lower':
      return severityEvents(plan, 'lowered');
    case 'correction':
      return severityEvents(plan, 'corrected');
    case 'completion':
      return plan.severities.map(({ name }) => ({ ...event('described'), says: { severity: name } }));
    case 'change of channel':
      return says('channel', plan.channels);
    case 'change of region':
      return says('region', plan.regions);
    case 'change of type':
      return says('type', plan.types);
    case 'change of a fact':
      return factEvents(plan);
    default:
      return says('plan', plan.plans);
  }
}

function eventsOfClock({ startsOn, stopsOn, terms }: PlanClock): readonly DraftEvent[] {
  const states = [
    ...terms.pauses.flatMap((pause) => pause.states),
    ...terms.countsOnlyWhile,
    ...(terms.closes === null || terms.closes.state === 'silence' ? [] : [terms.closes.state]),
  ];
  const starts = terms.starts.flatMap((start) =>
    start.kind === 'events' ? start.steps.flatMap((step) => step.events) : startsOn,
  );
  return [
    ...stopsOn.map(event),
    ...starts.filter((name) => name !== 'opened').map(event),
    ...states.map((name) => (name === 'closed' ? event('closed') : state(name))),
    ...(terms.repeats === null ? [] : [event(terms.repeats.on)]),
    ...(terms.reopen.does === 'never' ? [] : [event('reopened')]),
  ];
}

/** What the contract's clocks and rules hear of, and what every ticket may come to. */
function events(plan: CompiledPlan): readonly DraftEvent[] {
  const { rules } = plan.conduct;
  const asks = rules.some(({ consent }) => consent !== null);
  const named = [
    ...(asks ? ['agreed', 'refused'] : []),
    ...plan.clocks.flatMap(({ stopsOn }) => stopsOn),
    ...plan.clocks.flatMap(({ startsOn }) => startsOn),
    ...rules.flatMap(({ trigger }) => (trigger?.kind === 'event' ? [trigger.event] : [])),
    ...rules.flatMap(({ resetBy }) => resetBy),
    'closed',
    'reopened',
  ];
  const paused = plan.clocks.some(({ terms }) => terms.pauses.length > 0 || terms.countsOnlyWhile.length > 0);
  const states = plan.clocks.flatMap(({ terms }) => terms.pauses.flatMap((pause) => pause.states));
  return [
    ...named.filter((name) => name !== 'opened').map(event),
    ...(paused ? [event('resumed'), ...states.map(state)] : []),
  ];
}

/** Facts that make a ticket each of the severities. */
function factsOfSeverities(plan: CompiledPlan): readonly (readonly TicketFact[])[] {
  return plan.severities.flatMap(({ when }) => factsThat(plan, when, true).slice(0, 1));
}

function unlike(all: readonly DraftEvent[]): readonly DraftEvent[] {
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}
