/** A desk of a few tickets, told in hours, for cases that can be worked out by hand. */
import type { DeskObserver, DeskStep, DeskTeam, DeskWork } from '../../../src/simulate/desk/run-desk.ts';
import { runDesk } from '../../../src/simulate/desk/run-desk.ts';
import type { ShiftCalendar } from '../../../src/simulate/desk/shift.ts';

const HOUR = 3_600_000;

/** Open in the stretches given in hours `[from, to]`, and nothing is known after the last. */
export function openIn(...stretches: readonly (readonly [number, number])[]): ShiftCalendar {
  const edges = stretches.map(([from, to]) => [from * HOUR, to * HOUR] as const);
  return {
    add(start, openMs) {
      if (openMs === 0) return start;
      let left = openMs;
      for (const [from, to] of edges) {
        const begin = Math.max(from, start);
        if (begin >= to) continue;
        if (left <= to - begin) return begin + left;
        left -= to - begin;
      }
      return NaN;
    },
    isOpen: (at) => edges.some(([from, to]) => from <= at && at < to),
    nextOpen: (at) => Math.max(edges.find(([, to]) => at < to)?.[0] ?? Infinity, at),
    closeAfter: (at) => edges.find(([, to]) => at < to)?.[1] ?? Infinity,
  };
}

export interface SmallTicket {
  readonly opened: number;
  /** Hours for each step; null for a step that it skips. */
  readonly takes: readonly (number | null)[];
  readonly urgency?: number;
  readonly deadline?: number;
  readonly teams?: readonly number[];
}

export interface SmallResult {
  /** Hours, a list a clock. */
  readonly stopped: readonly (readonly number[])[];
  readonly finished: readonly number[];
  /** `ticket step+ @hour` and `ticket step- @hour`, in the order in which they happened. */
  readonly story: readonly string[];
}

const ONE_STEP: readonly DeskStep[] = [{ kind: 'work', clock: 0, at: 'end' }];

export function runSmallDesk(
  teams: readonly DeskTeam[],
  tickets: readonly SmallTicket[],
  steps: readonly DeskStep[] = ONE_STEP,
): SmallResult {
  const all = teams.map((_, i) => i);
  const keys = {
    first: Float64Array.from(tickets, (ticket) => ticket.urgency ?? 0),
    second: Float64Array.from(tickets, (ticket) => ticket.deadline ?? Infinity),
  };
  const clocks = 1 + Math.max(...steps.map((step) => step.clock));
  const work: DeskWork = {
    teams,
    steps,
    opened: Float64Array.from(tickets, (ticket) => ticket.opened * HOUR),
    durations: Float64Array.from(
      tickets.flatMap((ticket) => ticket.takes.map((h) => (h === null ? NaN : h * HOUR))),
    ),
    teamsOf: (ticket) => tickets[ticket]?.teams ?? all,
    urgency: steps.map(() => keys),
    clocks,
  };
  const story: string[] = [];
  const observer: DeskObserver = {
    begins: (ticket, step, team, now) =>
      story.push(`${ticket} step ${step}${team > 0 ? ` team ${team}` : ''} begins ${now / HOUR}`),
    ends: (ticket, step, now) => story.push(`${ticket} step ${step} ends ${now / HOUR}`),
  };
  const result = runDesk(work, observer);
  return {
    stopped: result.stopped.map((column) => [...column].map((at) => at / HOUR)),
    finished: [...result.finished],
    story,
  };
}
