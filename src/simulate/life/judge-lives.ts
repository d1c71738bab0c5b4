import type { TicketEvent } from '../../engine/ticket/index.ts';
import type { Tickets } from '../arrivals/tickets.ts';
import type { MetricOutcome } from '../outcome.ts';
import type { TicketKinds, Unstopped } from '../promises.ts';
import { factsSaid } from '../ticket-facts.ts';
import { clockRow } from './clock-row.ts';
import type { PlanLives, PreparedLives } from './prepare-lives.ts';
import type { StepTimes } from './step-times.ts';

/** What a desk made of the tickets of one run under one plan. */
export interface Worked {
  readonly tickets: Tickets;
  readonly steps: readonly LivedStep[];
  readonly times: StepTimes;
  /** By clock and ticket, when the desk stopped it: of several steps that do, the last of the ticket counts. */
  readonly stopped: readonly Float64Array[];
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
): readonly MetricOutcome[] {
  const { count } = worked.tickets;
  const steps = worked.steps.map((step) => meaningOf(step, lives, plan, metrics));
  const outcomes = metrics.map((metric) => ({
    metric,
    due: new Float64Array(count),
    stopped: new Float64Array(count),
    status: new Uint8Array(count),
  }));
  for (let ticket = 0; ticket < count; ticket += 1) {
    const verdict = lives.machine.judge(eventsOf(lives, plan, steps, worked, ticket), NaN);
    if (verdict === null) throw new Error('a simulated ticket is opened');
    const unstopped = unstoppedOf(ticket);
    for (const { metric, due, stopped, status } of outcomes) {
      const row = clockRow(verdict, metric, unstopped);
      due[ticket] = row.due;
      stopped[ticket] = row.stopped;
      status[ticket] = row.status;
    }
  }
  return outcomes;
}

/** What happened to one ticket, as it is judged. */
export function lifeOf(
  lives: PreparedLives,
  plan: PlanLives,
  metrics: readonly string[],
  worked: Worked,
  ticket: number,
): readonly TicketEvent[] {
  const steps = worked.steps.map((step) => meaningOf(step, lives, plan, metrics));
  return eventsOf(lives, plan, steps, worked, ticket);
}

function eventsOf(
  lives: PreparedLives,
  plan: PlanLives,
  steps: readonly Meaning[],
  worked: Worked,
  ticket: number,
): readonly TicketEvent[] {
  const events = openingOf(lives, plan, worked.tickets, ticket);
  addSteps(events, steps, lives, worked, ticket);
  return events;
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
  /** The clock that it stops, by its place among the metrics; -1 for none. */
  readonly clock: number;
}

function meaningOf(
  { stops, brings, state }: LivedStep,
  { program }: PreparedLives,
  { stopOf }: PlanLives,
  metrics: readonly string[],
): Meaning {
  return {
    brings: brings === null ? -1 : (program.events.get(brings.event) ?? -1),
    bringsAt: brings?.at ?? 'end',
    clock: stops === null ? -1 : metrics.indexOf(stops.metric),
    stops: stops === null ? -1 : (stopOf.get(stops.metric) ?? -1),
    at: stops?.at ?? 'end',
    state: state === null ? -1 : (program.states.get(state) ?? -1),
  };
}

function addSteps(
  events: TicketEvent[],
  steps: readonly Meaning[],
  { program }: PreparedLives,
  { times, stopped }: Worked,
  ticket: number,
): void {
  const [begins, ends] = [program.events.get('state') ?? -1, program.events.get('resumed') ?? -1];
  for (let step = 0; step < steps.length; step += 1) {
    const { stops, at: side, brings, bringsAt, state, clock } = steps[step] as Meaning;
    const began = times.began[ticket * steps.length + step] as number;
    const ended = times.ended[ticket * steps.length + step] as number;
    if (Number.isNaN(began)) continue;
    const at = side === 'start' ? began : ended;
    if (state !== -1) events.push({ at: began, kind: begins, sets: null, state });
    const brought = bringsAt === 'start' ? began : ended;
    if (brings !== -1 && !Number.isNaN(brought))
      events.push({ at: brought, kind: brings, sets: null, state: -1 });
    const column = stopped[clock];
    if (stops !== -1 && !Number.isNaN(at) && (column === undefined || column[ticket] === at))
      events.push({ at, kind: stops, sets: null, state: -1 });
    if (state !== -1 && !Number.isNaN(ended)) events.push({ at: ended, kind: ends, sets: null, state });
  }
}
