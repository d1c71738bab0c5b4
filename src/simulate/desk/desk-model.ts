/** What a desk is given and what it yields, in indexes and instants. */
import type { InstantMs } from '../../time/types.ts';
import type { ShiftCalendar } from './shift.ts';
import type { UrgencyKeys } from './waiting-line.ts';

/** What becomes of work that is interrupted: its rest is done later, all of it again, or all of it at a new length. */
export type Again = 'resume' | 'restart' | 'redraw';

/**
 * What an agent does with work that is not done when the shift ends: the same agent goes on at the next opening by one
 * of the ways of `Again`, stays until it is done, or hands it over to other teams, who do the rest.
 */
export type AtClose = Again | 'finish' | 'hand over';

export interface DeskTeam {
  readonly agents: number;
  readonly calendar: ShiftCalendar;
  readonly atClose: AtClose;
  /** How many of the agents are there; null where all of them always are. */
  readonly presence: Presence | null;
}

/** Agents who are there on a date. */
export interface Presence {
  /** How many are there at an instant, and until when that is so (Infinity for ever). */
  at(now: InstantMs): { readonly agents: number; readonly until: InstantMs };
}

/** A step that every ticket passes or skips; `clock` is the index of the clock that it stops, -1 for none. */
export interface DeskStep {
  readonly kind: 'work' | 'wait';
  readonly clock: number;
  readonly at: 'start' | 'end';
}

export interface DeskWork {
  readonly teams: readonly DeskTeam[];
  readonly steps: readonly DeskStep[];
  /** When each ticket opens, in ms, rising. */
  readonly opened: Float64Array;
  /** What each ticket takes for each step, in whole ms, a ticket's steps side by side; NaN for a step it skips. */
  readonly durations: Float64Array;
  /** Groups of teams: tickets that wait for the same group wait in one line. */
  readonly groups: readonly (readonly number[])[];
  /** The group that may take a ticket in a step. */
  readonly groupOf: (ticket: number, step: number) => number;
  /** The group that a team hands a ticket over to when its shift ends; -1 where nobody of it serves the ticket. */
  readonly successorsOf: (ticket: number, step: number, team: number) => number;
  /** How urgent a ticket is in a step; a list per step. */
  readonly urgency: readonly UrgencyKeys[];
  /** Number of clocks. */
  readonly clocks: number;
  readonly rules: DeskRules;
}

/** What a desk may have beside teams and an order. */
export interface DeskRules {
  /** How many tickets may wait for their first work; one more is turned away. Infinity for no bound. */
  readonly room: number;
  /** How long each ticket waits for its first work, in ms from its opening, before it is given up; null for ever. */
  readonly patience: Float64Array | null;
  /** The line goes by weight times age instead of by urgency; null where it does not. */
  readonly weights: Weights | null;
  readonly interrupts: Interrupts | null;
  /** Agents have all tickets at once, and nobody waits in a line: see `run-shared-desk.ts`. */
  readonly allAtOnce: boolean;
  /** The length in ms of work that is drawn anew; `attempt` counts from 1 for each ticket and step. */
  readonly redraw: (ticket: number, step: number, attempt: number) => number;
  /** When a wait ends that takes so many ms; null where it is so many ms later. NaN for never. */
  readonly waitEnds: ((ticket: number, step: number, now: InstantMs, ms: number) => InstantMs) | null;
  /** The wait after which a ticket that was done is reopened; -1 for none. The steps behind it are done again. */
  readonly reopens: number;
  /** What becomes of tickets beside the work on them; null for nothing. */
  readonly turns: DeskTurns | null;
}

/** What becomes of tickets beside the work on them, which may make them other tickets to those who work on them. */
export interface DeskTurns {
  /** A ticket opens; `later` asks to be called at an instant. */
  opens(ticket: number, now: InstantMs, later: Later): void;
  /** An instant has come that was asked for. Whether the ticket is another one now. */
  comes(ticket: number, now: InstantMs, later: Later): boolean;
  /** Whether the begin or the end of a step may make any ticket another one; where not, nobody has to be told of it. */
  mayPass(step: number, side: 'start' | 'end'): boolean;
  /** A step of the work begins or ends. Whether the ticket is another one now. */
  passes(ticket: number, step: number, side: 'start' | 'end', now: InstantMs, later: Later): boolean;
  /** Writes what a ticket is now into the columns by which the desk works. */
  settles(ticket: number): void;
}

export type Later = (ticket: number, at: InstantMs) => void;

/** Classes of tickets, and what a ms of age weighs in each. */
export interface Weights {
  readonly classOf: ArrayLike<number>;
  readonly ofClass: ArrayLike<number>;
}

/** Which tickets take an agent from which: those marked, from one of a higher rank. */
export interface Interrupts {
  readonly marked: ArrayLike<number>;
  readonly rank: ArrayLike<number>;
  readonly then: Again;
}

/** A desk on which nobody gives up, nobody is turned away and nobody is interrupted. */
export const PLAIN_RULES: DeskRules = {
  room: Infinity,
  patience: null,
  weights: null,
  interrupts: null,
  allAtOnce: false,
  redraw: () => NaN,
  waitEnds: null,
  reopens: -1,
  turns: null,
};

/** What happened to the tickets, as it happens. */
export interface DeskObserver {
  /** `team` is -1 for a wait. Called again when work that was set aside is taken up. */
  begins(ticket: number, step: number, team: number, now: InstantMs): void;
  ends(ticket: number, step: number, now: InstantMs): void;
  /** Work was interrupted or handed over, and waits in line again. */
  setAside?(ticket: number, step: number, now: InstantMs): void;
  /** A ticket was given up or turned away. */
  left?(ticket: number, fate: Fate, now: InstantMs): void;
}

/** What became of a ticket. The order is the order of the codes in `DeskResult`. */
export const FATES = ['unfinished', 'finished', 'given up', 'turned away'] as const;
export type Fate = (typeof FATES)[number];

export const UNFINISHED = 0;
export const FINISHED = 1;
export const GIVEN_UP = 2;
export const TURNED_AWAY = 3;

export interface DeskResult {
  /**
   * A column a clock: when it was stopped, in ms; NaN where no step stopped it. Where several steps of a ticket stop
   * one clock, the last of them does.
   */
  readonly stopped: readonly Float64Array[];
  /** Index into `FATES`. The unfinished wait for a team that never comes within the horizon. */
  readonly fate: Uint8Array;
  /** When a ticket was given up or turned away; NaN for the others, and where the rules let nobody go. */
  readonly leftAt: (ticket: number) => InstantMs;
}
