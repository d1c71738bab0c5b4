import {
  DESCRIBED,
  REOPENED,
  RESUMED,
  STATE,
  type TicketEvent,
  type Verdict,
} from '../../engine/ticket/index.ts';
import type { Tickets } from '../arrivals/tickets.ts';
import type { StepTimes } from '../desk/step-table.ts';
import type { MetricOutcome } from '../outcome.ts';
import type { Promises, Unstopped } from '../promises.ts';
import { factsSaid } from '../ticket-facts.ts';
import type { TicketKinds } from '../ticket-kinds.ts';
import { clockRow } from './clock-row.ts';
import { judgePaused, type DeskColumnsOfRun } from './judge-paused.ts';
import type { DrawnTurns } from './draw-turns.ts';
import type { Happened } from './ticket-turns.ts';
import type { PlanLives, PreparedLives } from './prepare-lives.ts';

/** What a desk made of the tickets of one run under one plan. */
export interface Worked {
  readonly tickets: Tickets;
  readonly steps: readonly LivedStep[];
  readonly times: StepTimes;
  /** The wait that ends as a ticket is reopened; -1 for none. */
  readonly reopens: number;
  /** What became of the tickets beside their work; null for nothing. */
  readonly turns: { readonly drawn: DrawnTurns; readonly happened: Happened } | null;
}

/** What the passing of a step means to the clocks of a ticket. */
export interface LivedStep {
  readonly stops: { readonly metric: string; readonly at: 'start' | 'end' } | null;
  readonly brings: { readonly event: string; readonly at: 'start' | 'end' } | null;
  readonly state: string | null;
}

/**
 * Judges every ticket by what happened to it, promise by promise, as `track` judges a history.
 * @param unstoppedOf how far the clocks of a ticket were watched that nothing stopped
 */
export function judgeLives(
  lives: PreparedLives,
  plan: PlanLives,
  metrics: readonly string[],
  worked: Worked,
  unstoppedOf: (ticket: number) => Unstopped,
  desk: DeskColumnsOfRun,
): readonly MetricOutcome[] {
  const { count } = worked.tickets;
  const eventsOf = eventsIn(lives, plan, worked);
  const outcomes = metrics.map((metric, clock) => ({
    metric,
    due: (desk.promises[clock] as Promises).due.slice(),
    stopped: desk.stopped[clock] as Float64Array,
    status: new Uint8Array(count),
    used: new Float64Array(count),
  }));
  const judged = judgePaused(lives.engine, plan, worked, desk, outcomes);
  for (let ticket = 0; ticket < count; ticket += 1) {
    if (judged[ticket] !== 0) continue;
    const verdict = verdictOf(lives, worked, eventsOf, ticket);
    const unstopped = unstoppedOf(ticket);
    for (const { metric, due, stopped, status, used } of outcomes) {
      const row = clockRow(verdict, metric, unstopped);
      due[ticket] = row.due;
      stopped[ticket] = row.stopped;
      status[ticket] = row.status;
      used[ticket] = row.used;
    }
  }
  return outcomes;
}

/** What happened to one ticket, as it is judged. */
export function lifeOf(
  lives: PreparedLives,
  plan: PlanLives,
  worked: Worked,
  ticket: number,
): readonly TicketEvent[] {
  const eventsOf = eventsIn(lives, plan, worked);
  verdictOf(lives, worked, eventsOf, ticket);
  return eventsOf(ticket);
}

/** A customer who is asked for something by what happened after the work answers as well. */
function verdictOf(
  { machine }: PreparedLives,
  { turns }: Worked,
  eventsOf: (ticket: number) => readonly TicketEvent[],
  ticket: number,
): Verdict {
  for (;;) {
    const verdict = machine.judge(eventsOf(ticket), NaN);
    if (verdict === null) throw new Error('a simulated ticket is opened');
    if (turns === null || verdict.consents.length === 0) return verdict;
    if (!turns.happened.answered(ticket, verdict.consents)) return verdict;
  }
}

/** What has happened to a ticket so far. */
export function eventsIn(
  lives: PreparedLives,
  plan: PlanLives,
  worked: Worked,
): (ticket: number) => readonly TicketEvent[] {
  const { turns, tickets } = worked;
  const steps = worked.steps.map((step) => meaningOf(step, lives, plan));
  // Where nothing says how many tickets come without a description, all of them have one.
  const known = lives.program.versions[0]?.describedFact ?? -1;
  return (ticket) => {
    const events = openingOf(lives, plan, tickets, ticket);
    const said = turns === null ? null : descriptionOf(turns.drawn, ticket);
    if (said !== null) describe(events, said);
    else if (known !== -1 && !saysOf(events, known))
      describe(events, { fact: known, is: true, event: false });
    addSteps(events, steps, worked, ticket);
    if (turns !== null) events.push(...turns.happened.eventsOf(ticket));
    return events;
  };
}

/** By step the events that its begin and its end are, or may be, by their places in the program. */
export function eventsOfSteps(
  lives: PreparedLives,
  plan: PlanLives,
  { steps, reopens }: Worked,
): readonly { readonly start: readonly number[]; readonly end: readonly number[] }[] {
  return steps.map((step, i) => {
    const { stops, at, brings, bringsAt, state } = meaningOf(step, lives, plan);
    const of = (side: 'start' | 'end') => [
      ...(at === side ? [stops] : []),
      ...(bringsAt === side ? [brings] : []),
      ...(state === -1 ? [] : [side === 'start' ? STATE : RESUMED]),
      ...(side === 'end' && i === reopens ? [REOPENED] : []),
    ];
    return { start: of('start'), end: of('end') };
  });
}

interface Description {
  readonly fact: number;
  readonly is: boolean;
  /** Whether having it is an event as well. */
  readonly event: boolean;
}

/** What a ticket says of its description as it opens; null where that is left open. */
function descriptionOf({ described, ofStream, tickets }: DrawnTurns, ticket: number): Description | null {
  const { undescribed } = ofStream[tickets.stream[ticket] as number] ?? { undescribed: null };
  const is = described[ticket] === 1;
  return undescribed === null ? null : { fact: undescribed.fact, is, event: is };
}

function saysOf([opening]: readonly TicketEvent[], fact: number): boolean {
  return opening?.sets?.facts.some((each) => each.fact === fact) === true;
}

function describe(events: TicketEvent[], { fact, is, event }: Description): void {
  const opening = events[0];
  if (opening === undefined || opening.sets === null) return;
  const facts = [...opening.sets.facts, { fact, value: is }];
  events[0] = { ...opening, sets: { ...opening.sets, facts } };
  if (event) events.push({ at: opening.at, kind: DESCRIBED, sets: null, state: -1 });
}

/** The opening of a ticket, and what is taken to happen with it. */
export function openingOf(
  { program, contract }: PreparedLives,
  { plan, atOpening }: PlanLives,
  tickets: TicketKinds,
  ticket: number,
): TicketEvent[] {
  const at = tickets.opened[ticket] as number;
  const opening: TicketEvent = {
    at,
    kind: program.events.get('opened') ?? -1,
    sets: {
      plan,
      severity: tickets.severity[ticket] as number,
      region: tickets.region[ticket] as number,
      channel: tickets.channel[ticket] as number,
      type: tickets.type[ticket] as number,
      facts: factsSaid(tickets.facts, ticket, contract),
    },
    state: -1,
  };
  return [opening, ...atOpening.map(({ kind }) => ({ at, kind, sets: null, state: -1 }))];
}

interface Meaning {
  /** An event that its start or end is beside that, by its place in the program; -1 for none. */
  readonly brings: number;
  readonly bringsAt: 'start' | 'end';
  /** The event that its start or end is, by its place in the program; -1 for none. */
  readonly stops: number;
  readonly at: 'start' | 'end';
  /** The state in which a ticket is meanwhile, by its place in the program; -1 for none. */
  readonly state: number;
}

function meaningOf(
  { stops, brings, state }: LivedStep,
  { program }: PreparedLives,
  { stopOf }: PlanLives,
): Meaning {
  return {
    brings: brings === null ? -1 : (program.events.get(brings.event) ?? -1),
    bringsAt: brings?.at ?? 'end',
    stops: stops === null ? -1 : (stopOf.get(stops.metric) ?? -1),
    at: stops?.at ?? 'end',
    state: state === null ? -1 : (program.states.get(state) ?? -1),
  };
}

function addSteps(
  events: TicketEvent[],
  steps: readonly Meaning[],
  { times, reopens }: Worked,
  ticket: number,
): void {
  for (let step = 0; step < steps.length; step += 1) {
    const { stops, at: side, brings, bringsAt, state } = steps[step] as Meaning;
    const began = times.began[ticket * steps.length + step] as number;
    const ended = times.ended[ticket * steps.length + step] as number;
    if (Number.isNaN(began)) continue;
    const at = side === 'start' ? began : ended;
    if (state !== -1) events.push({ at: began, kind: STATE, sets: null, state });
    const brought = bringsAt === 'start' ? began : ended;
    if (brings !== -1 && !Number.isNaN(brought))
      events.push({ at: brought, kind: brings, sets: null, state: -1 });
    if (stops !== -1 && times.stopped[ticket * steps.length + step] === 1)
      events.push({ at, kind: stops, sets: null, state: -1 });
    if (state !== -1 && !Number.isNaN(ended)) events.push({ at: ended, kind: RESUMED, sets: null, state });
    if (step === reopens && !Number.isNaN(ended))
      events.push({ at: ended, kind: REOPENED, sets: null, state: -1 });
  }
}
