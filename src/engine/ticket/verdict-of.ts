import { holdsFor } from '../grade-ticket.ts';
import type { InstantMs } from '../../time/types.ts';
import { findCell } from './find-cell.ts';
import { judgeClock } from './judge-clock.ts';
import type { LiveTicket } from './live-ticket.ts';
import { reopensUntil } from './move-clocks.ts';
import type { ClockVerdict, Verdict } from './verdict.ts';

/** What became of a ticket, as far as its history was gone through. */
export function verdictOf(ticket: LiveTicket, at: InstantMs, measures: boolean): Verdict {
  const clocks: ClockVerdict[] = [];
  for (let metric = 0; metric < ticket.runs.length; metric += 1) {
    const run = ticket.runs[metric];
    if (run === undefined) continue;
    for (const before of run.done) clocks.push(before);
    const verdict = Number.isNaN(run.started)
      ? notStarted(ticket, metric)
      : judgeClock(run, Math.max(at, run.started), ticket, measures);
    if (verdict === null) continue;
    clocks.push(verdict);
    ticket.witness?.judged(metric, run, verdict, ticket);
  }
  return {
    version: ticket.versionIndex,
    plan: ticket.plan,
    severity: ticket.severity,
    opened: ticket.opened,
    at,
    isClosed: ticket.isClosed,
    reopensUntil: ticket.isClosed ? reopensUntil(ticket) : null,
    closed: ticket.isClosed ? ticket.closed : null,
    states: ticket.statesOn === 0 ? NO_STATES : statesOf(ticket),
    clocks,
    changes: ticket.changes,
    notices: ticket.notices,
    consents: ticket.consents,
    refused: ticket.refused,
  };
}

const NO_STATES: readonly number[] = [];

function statesOf({ states }: LiveTicket): readonly number[] {
  return states.flatMap((since, state) => (Number.isNaN(since) ? [] : [state]));
}

/** A promise whose clock nothing has started; null where the ticket has no such clock. */
function notStarted(ticket: LiveTicket, metric: number): ClockVerdict | null {
  const clock = ticket.clocks[metric];
  if (clock === null || clock === undefined || ticket.refused !== null) return null;
  if (!clock.starts.some(({ when }) => when === null || holdsFor(when, ticket.factOf))) return null;
  const cell = findCell(
    ticket.program,
    ticket.version,
    ticket.row,
    ticket.plan,
    metric,
    ticket,
    ticket.opened,
  );
  if (cell === null) return null;
  const isWord = cell.counts.kind === 'word';
  return {
    target: cell.target,
    severity: ticket.severity,
    occurrence: 1,
    started: null,
    due: null,
    softDue: null,
    stopped: null,
    status: isWord ? 'word' : ticket.isClosed ? 'cancelled' : 'not started',
    breached: null,
    used: null,
    remaining: null,
    paused: null,
  };
}
