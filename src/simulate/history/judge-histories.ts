/** The tickets of a log judged by what happened to them, as `track` judges a history. */
import { CustomerError, HorizonError, MissingFactError } from '../../engine/index.ts';
import {
  RuleLoopError,
  type TicketChange,
  type TicketEvent,
  UnknownTicketError,
} from '../../engine/ticket/index.ts';
import type { InstantMs } from '../../time/types.ts';
import { clockRow, type ClockRow } from '../life/clock-row.ts';
import { openingOf } from '../life/judge-lives.ts';
import type { Happenings, PlanLives, PreparedLives } from '../life/prepare-lives.ts';
import type { TicketColumns } from '../outcome.ts';
import type { Unstopped } from '../promises.ts';
import type { HistoryChange, HistoryTicket } from './history.ts';
import type { TicketMapping } from './mapping.ts';

/** What a mapping finds in a log beside the openings. */
export function happeningsOf({ stops, states, events, severity }: TicketMapping): Happenings {
  return {
    stops: stops.map(({ metric }) => ({ metric, always: false })),
    states: states.map(({ state }) => state),
    events: events.map(({ event }) => event),
    changesSeverity: severity.kind === 'column' && severity.take === 'each',
  };
}

/** A metric that the log may say something of, and how far a clock of it that nothing stopped was watched. */
export interface WatchedMetric {
  readonly metric: string;
  /** Place in the mapping's stops; -1 where the log does not tell. */
  readonly stop: number;
  readonly unstopped: Unstopped;
}

/** Why a ticket cannot be judged. */
export type Refusal = HorizonError | MissingFactError | CustomerError | UnknownTicketError | RuleLoopError;

export function isRefusal(error: unknown): error is Refusal {
  return (
    error instanceof HorizonError ||
    error instanceof MissingFactError ||
    error instanceof CustomerError ||
    error instanceof UnknownTicketError ||
    error instanceof RuleLoopError
  );
}

/** A ticket, the facts that it says, and its place among the columns. */
export interface HistoryPlace {
  readonly ticket: HistoryTicket;
  readonly facts: TicketChange['facts'];
  readonly columns: TicketColumns;
  readonly row: number;
}

/**
 * A row for each metric of one ticket, as it stood when the log ended; or why there is none.
 * @param row place of the ticket in `columns`
 * @param severityOf index of a severity by its name; -1 for one that is not the contract's
 */
export function judgeHistory(
  lives: PreparedLives,
  plan: PlanLives,
  { ticket, facts, columns, row }: HistoryPlace,
  metrics: readonly WatchedMetric[],
  observedUntil: InstantMs,
  severityOf: (name: string) => number,
): readonly ClockRow[] | Refusal {
  const events = eventsOfHistory(lives, plan, { ticket, facts, columns, row }, metrics, severityOf);
  try {
    const verdict = lives.machine.judge(events, observedUntil);
    if (verdict === null) throw new Error('the log ends after its tickets are opened');
    return metrics.map(({ metric, unstopped }) => clockRow(verdict, metric, unstopped));
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}

/** What happened to a ticket of a log, as it is judged. */
export function eventsOfHistory(
  lives: PreparedLives,
  plan: PlanLives,
  { ticket, facts, columns, row }: HistoryPlace,
  metrics: readonly WatchedMetric[],
  severityOf: (name: string) => number,
): readonly TicketEvent[] {
  const [opening, ...others] = openingOf(lives, plan, columns, row);
  if (opening === undefined || opening.sets === null) throw new Error('a ticket begins with what it is');
  const events: TicketEvent[] = [{ ...opening, sets: { ...opening.sets, facts } }, ...others];
  for (const { metric, stop } of metrics) {
    const at = ticket.stops[stop] ?? NaN;
    const kind = plan.stopOf.get(metric) ?? -1;
    if (!Number.isNaN(at) && kind !== -1) events.push({ at, kind, sets: null, state: -1 });
  }
  for (const change of ticket.changes) events.push(eventOf(change, lives, severityOf));
  return events;
}

function eventOf(
  change: HistoryChange,
  { program }: PreparedLives,
  severityOf: (name: string) => number,
): TicketEvent {
  const kindOf = (event: string) => program.events.get(event) ?? -1;
  const { at } = change;
  switch (change.kind) {
    case 'event':
      return { at, kind: kindOf(change.event), sets: null, state: -1 };
    case 'severity': {
      const severity = severityOf(change.severity);
      const sets = { plan: -1, severity, region: -1, channel: -1, type: -1, facts: [] };
      return { at, kind: -1, sets, state: -1 };
    }
    case 'state':
      return change.state === null
        ? { at, kind: kindOf('resumed'), sets: null, state: -1 }
        : { at, kind: kindOf('state'), sets: null, state: program.states.get(change.state) ?? -2 };
  }
}
