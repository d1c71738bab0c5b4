import type { TicketEvent } from '../../engine/ticket/index.ts';
import type { InstantMs } from '../../time/types.ts';
import type { Tickets } from '../arrivals/tickets.ts';
import { FINISHED, type DeskStep } from '../desk/desk-model.ts';
import type { MetricOutcome } from '../outcome.ts';
import { clockRow } from './clock-row.ts';
import type { PlanLives, PreparedLives } from './prepare-lives.ts';
import type { StepTimes } from './step-times.ts';

/** What a desk made of the tickets of one run under one plan. */
export interface Worked {
  readonly tickets: Tickets;
  readonly steps: readonly DeskStep[];
  readonly times: StepTimes;
  /** By clock and ticket, when the desk stopped it: of several steps that do, the last of the ticket counts. */
  readonly stopped: readonly Float64Array[];
  /** Index into `FATES`. */
  readonly fate: Uint8Array;
  /** The instant up to which a ticket that never finished was watched. */
  readonly watchedUntil: InstantMs;
}

/** Judges every ticket by what happened to it, promise by promise, as `track` judges a history. */
export function judgeLives(
  lives: PreparedLives,
  plan: PlanLives,
  metrics: readonly string[],
  worked: Worked,
): readonly MetricOutcome[] {
  const { count } = worked.tickets;
  const outcomes = metrics.map((metric) => ({
    metric,
    due: new Float64Array(count),
    stopped: new Float64Array(count),
    status: new Uint8Array(count),
  }));
  for (let ticket = 0; ticket < count; ticket += 1) {
    const verdict = lives.machine.judge(eventsOf(lives, plan, worked, ticket), NaN);
    if (verdict === null) throw new Error('a simulated ticket is opened');
    const unstopped = worked.fate[ticket] === FINISHED ? 'unmeasured' : worked.watchedUntil;
    for (const { metric, due, stopped, status } of outcomes) {
      const row = clockRow(verdict, metric, unstopped);
      due[ticket] = row.due;
      stopped[ticket] = row.stopped;
      status[ticket] = row.status;
    }
  }
  return outcomes;
}

/** What happened to a ticket, in order. */
function eventsOf(
  { program, states }: PreparedLives,
  { plan, stops, atOpening }: PlanLives,
  { tickets, steps, times, stopped }: Worked,
  ticket: number,
): readonly TicketEvent[] {
  const opened = tickets.opened[ticket] as number;
  const kindOf = (name: string) => program.events.get(name) ?? -1;
  const [state, resumed] = [kindOf('state'), kindOf('resumed')];
  const events: TicketEvent[] = [
    {
      at: opened,
      kind: kindOf('opened'),
      sets: {
        plan,
        severity: tickets.severity[ticket] as number,
        region: tickets.region[ticket] as number,
        channel: tickets.channel[ticket] as number,
        type: tickets.type[ticket] as number,
        facts: [],
      },
      state: -1,
    },
  ];
  for (const kind of atOpening) events.push({ at: opened, kind, sets: null, state: -1 });
  for (let step = 0; step < steps.length; step += 1) {
    const began = times.began[ticket * steps.length + step] as number;
    const ended = times.ended[ticket * steps.length + step] as number;
    if (Number.isNaN(began)) continue;
    const kind = stops[step] as number;
    const meanwhile = states[step] as number;
    const at = steps[step]?.at === 'start' ? began : ended;
    if (meanwhile !== -1) events.push({ at: began, kind: state, sets: null, state: meanwhile });
    const column = stopped[steps[step]?.clock ?? -1];
    if (kind !== -1 && !Number.isNaN(at) && (column === undefined || column[ticket] === at))
      events.push({ at, kind, sets: null, state: -1 });
    if (meanwhile !== -1 && !Number.isNaN(ended))
      events.push({ at: ended, kind: resumed, sets: null, state: meanwhile });
  }
  return events;
}
