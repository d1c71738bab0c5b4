/** A desk of a few tickets, told in hours, for cases that can be worked out by hand. */
import {
  FATES,
  PLAIN_RULES,
  type Again,
  type AtClose,
  type DeskObserver,
  type DeskStep,
  type DeskWork,
  type Fate,
} from '../../../src/simulate/desk/desk-model.ts';
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
    between: (start, end) =>
      edges.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)), 0),
    isOpen: (at) => edges.some(([from, to]) => from <= at && at < to),
    nextOpen: (at) => Math.max(edges.find(([, to]) => at < to)?.[0] ?? Infinity, at),
    closeAfter: (at) => edges.find(([, to]) => at < to)?.[1] ?? Infinity,
  };
}

export interface SmallTeam {
  readonly agents: number;
  readonly calendar: ShiftCalendar;
  readonly atClose?: AtClose;
  /** Teams that take over at the end of the shift. */
  readonly to?: readonly number[];
  /** Agents who are there in each stretch of ten hours; all where nothing is said. */
  readonly there?: readonly number[];
}

export interface SmallTicket {
  readonly opened: number;
  /** Hours for each step; null for a step that it skips. */
  readonly takes: readonly (number | null)[];
  readonly urgency?: number;
  readonly deadline?: number;
  readonly teams?: readonly number[];
  /** Hours that it waits for its first work. */
  readonly patience?: number;
}

export interface SmallRules {
  /** Agents have all tickets at once. */
  readonly allAtOnce?: boolean;
  readonly room?: number;
  /** What a minute of age weighs, by urgency. */
  readonly weights?: readonly number[];
  /** Tickets up to this urgency take an agent from those of a higher number. */
  readonly interrupts?: { readonly upTo: number; readonly then: Again };
  /** Hours of work drawn anew, by attempt from 1; the last goes on for ever. */
  readonly redrawn?: readonly number[];
  /** Teams that may do each step. */
  readonly stepTeams?: readonly (readonly number[])[];
}

export interface SmallResult {
  /** Hours, a list a clock. */
  readonly stopped: readonly (readonly number[])[];
  readonly fate: readonly (Fate | undefined)[];
  /** Hours at which tickets were given up or turned away. */
  readonly left: readonly number[];
}

const ONE_STEP: readonly DeskStep[] = [{ kind: 'work', clock: 0, at: 'end' }];

/** The teams that may take a ticket in a step, in order. */
export function teamsFor(
  ticket: SmallTicket | undefined,
  step: number,
  teams: readonly unknown[],
  rules: SmallRules,
): readonly number[] {
  return [...teams.keys()].filter(
    (team) => (ticket?.teams?.includes(team) ?? true) && (rules.stepTeams?.[step]?.includes(team) ?? true),
  );
}

export function hoursDrawn(rules: SmallRules, attempt: number): number {
  const { redrawn = [1] } = rules;
  return redrawn[Math.min(attempt, redrawn.length) - 1] ?? NaN;
}

export function runSmallDesk(
  teams: readonly SmallTeam[],
  tickets: readonly SmallTicket[],
  steps: readonly DeskStep[] = ONE_STEP,
  rules: SmallRules = {},
  watchedBy: (work: DeskWork, observer: DeskObserver) => DeskObserver = (_, observer) => observer,
): SmallResult & { readonly story: readonly string[] } {
  const urgency = tickets.map((ticket) => ticket.urgency ?? 0);
  const keys = {
    first: Float64Array.from(urgency),
    second: Float64Array.from(tickets, (ticket) => ticket.deadline ?? Infinity),
  };
  const groups: (readonly number[])[] = [];
  const { interrupts } = rules;
  const work: DeskWork = {
    teams: teams.map(({ agents, calendar, atClose = 'resume', there }) => ({
      agents,
      calendar,
      atClose,
      presence:
        there === undefined
          ? null
          : {
              at(now) {
                const block = Math.floor(now / (10 * HOUR));
                return { agents: there[block] ?? agents, until: (block + 1) * 10 * HOUR };
              },
            },
    })),
    steps,
    opened: Float64Array.from(tickets, (ticket) => ticket.opened * HOUR),
    durations: Float64Array.from(
      tickets.flatMap((ticket) => ticket.takes.map((h) => (h === null ? NaN : h * HOUR))),
    ),
    groups: tickets.flatMap((ticket) => {
      const ofSteps = steps.map((_, step) => teamsFor(ticket, step, teams, rules));
      const ofTeams = teams.map(({ to = [] }) => to.filter((team) => ticket.teams?.includes(team) ?? true));
      groups.push(...ofTeams);
      return [...ofSteps, ...ofTeams];
    }),
    groupOf: (ticket, step) => ticket * (steps.length + teams.length) + step,
    successorsOf: (ticket, _, team) =>
      groups[ticket * teams.length + team]?.length === 0
        ? -1
        : ticket * (steps.length + teams.length) + steps.length + team,
    urgency: steps.map(() => keys),
    clocks: 1 + Math.max(...steps.map((step) => step.clock)),
    rules: {
      ...PLAIN_RULES,
      allAtOnce: rules.allAtOnce === true,
      room: rules.room ?? Infinity,
      patience: tickets.some(({ patience }) => patience !== undefined)
        ? Float64Array.from(tickets, ({ patience }) => (patience ?? Infinity) * HOUR)
        : null,
      weights: rules.weights === undefined ? null : { classOf: urgency, ofClass: rules.weights },
      interrupts:
        interrupts === undefined
          ? null
          : {
              marked: urgency.map((rank) => (rank <= interrupts.upTo ? 1 : 0)),
              rank: urgency,
              then: interrupts.then,
            },
      redraw: (_, __, attempt) => hoursDrawn(rules, attempt) * HOUR,
    },
  };
  const story: string[] = [];
  const observer: DeskObserver = {
    begins: (ticket, step, team, now) =>
      story.push(`${ticket} step ${step}${team > 0 ? ` team ${team}` : ''} begins ${now / HOUR}`),
    ends: (ticket, step, now) => story.push(`${ticket} step ${step} ends ${now / HOUR}`),
    setAside: (ticket, step, now) => story.push(`${ticket} step ${step} is set aside ${now / HOUR}`),
    left: (ticket, fate, now) => story.push(`${ticket} is ${fate} ${now / HOUR}`),
  };
  const result = runDesk(work, watchedBy(work, observer));
  return {
    stopped: result.stopped.map((column) => [...column].map((at) => at / HOUR)),
    fate: [...result.fate].map((code) => FATES[code]),
    left: tickets.map((_, ticket) => result.leftAt(ticket) / HOUR),
    story,
  };
}
