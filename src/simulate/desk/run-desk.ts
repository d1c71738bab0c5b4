import type { InstantMs } from '../../time/types.ts';
import { EventQueue } from './event-queue.ts';
import { runEvents, type EventModel } from './kernel.ts';
import { Lines } from './lines.ts';
import { Shift, type ShiftCalendar } from './shift.ts';
import type { UrgencyKeys } from './waiting-line.ts';

export interface DeskTeam {
  readonly agents: number;
  readonly calendar: ShiftCalendar;
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
  /** The teams that may take a ticket. */
  readonly teamsOf: (ticket: number) => readonly number[];
  /** How urgent a ticket is in a step; a list per step. */
  readonly urgency: readonly UrgencyKeys[];
  /** Number of clocks. */
  readonly clocks: number;
}

/** What happened to the tickets, as it happens. */
export interface DeskObserver {
  /** `team` is -1 for a wait. */
  begins(ticket: number, step: number, team: number, now: InstantMs): void;
  ends(ticket: number, step: number, now: InstantMs): void;
}

export interface DeskResult {
  /** A column a clock: when it was stopped, in ms; NaN where no step stopped it. */
  readonly stopped: readonly Float64Array[];
  /** 1 for tickets that passed all their steps. Others wait for a team that never comes within the horizon. */
  readonly finished: Uint8Array;
}

/** Kinds of event, in the order in which those of one instant happen. */
const OPENS = 0;
const WAIT_ENDS = 1;
const WORK_ENDS = 2;
const SHIFT_OPENS = 3;

/**
 * Works all tickets to their end. A ticket goes through its steps in order; for `work` it waits for an agent of a
 * team that serves it, who keeps it until the work is done: work stops when the team's calendar closes and goes on,
 * with the same agent, when it opens. Agents take new tickets only while their calendar is open. Where several teams
 * could take a ticket at one instant, the team written first does.
 */
export function runDesk(work: DeskWork, observer: DeskObserver | null = null): DeskResult {
  const queue = new EventQueue();
  const desk = new Desk(work, queue, observer);
  desk.expectTicket(0);
  runEvents(queue, desk);
  return desk.result;
}

class Desk implements EventModel {
  readonly result: DeskResult;

  readonly #work: DeskWork;
  readonly #queue: EventQueue;
  readonly #observer: DeskObserver | null;
  readonly #lines: Lines;
  /** The keys of the step that a ticket waits for; copied in when it joins its line. */
  readonly #keys: UrgencyKeys;
  readonly #shifts: readonly Shift[];
  readonly #idle: Int32Array;
  /** The opening for which a team has an event in the queue. */
  readonly #called: Float64Array;
  readonly #stepOf: Int16Array;
  readonly #teamOf: Int16Array;

  constructor(work: DeskWork, queue: EventQueue, observer: DeskObserver | null) {
    const count = work.opened.length;
    this.#work = work;
    this.#queue = queue;
    this.#observer = observer;
    this.#keys = { first: new Float64Array(count), second: new Float64Array(count) };
    this.#lines = new Lines(this.#keys, work.teams.length, count, work.teamsOf);
    this.#shifts = work.teams.map((team) => new Shift(team.calendar));
    this.#idle = Int32Array.from(work.teams, (team) => team.agents);
    this.#called = new Float64Array(work.teams.length).fill(-Infinity);
    this.#stepOf = new Int16Array(count);
    this.#teamOf = new Int16Array(count);
    this.result = {
      stopped: Array.from({ length: work.clocks }, () => new Float64Array(count).fill(NaN)),
      finished: new Uint8Array(count),
    };
  }

  /** Tickets are ordered, so only the next to open needs to be in the queue. */
  expectTicket(ticket: number): void {
    if (ticket < this.#work.opened.length) {
      this.#queue.put(this.#work.opened[ticket] as number, OPENS, ticket);
    }
  }

  handle(kind: number, subject: number, now: InstantMs): void {
    switch (kind) {
      case OPENS:
        this.expectTicket(subject + 1);
        this.#enter(subject, 0, now);
        return;
      case WORK_ENDS:
        this.#idle[this.#teamOf[subject] as number]! += 1;
        this.#leave(subject, now);
        return;
      case WAIT_ENDS:
        this.#leave(subject, now);
        return;
      case SHIFT_OPENS:
        // Nothing changes but the time: `settle` finds the team open.
        return;
      default:
        throw new Error(`the desk knows no event of kind ${kind}`);
    }
  }

  settle(now: InstantMs): void {
    for (let team = 0; team < this.#shifts.length; team += 1) {
      const shift = this.#shifts[team] as Shift;
      while ((this.#idle[team] as number) > 0) {
        const ticket = this.#lines.firstFor(team);
        if (ticket === -1) break;
        if (!shift.isOpen(now)) {
          this.#callBack(team, shift.nextOpen(now));
          break;
        }
        this.#lines.leave(ticket);
        this.#take(ticket, team, shift, now);
      }
    }
  }

  #callBack(team: number, opening: InstantMs): void {
    if (opening === Infinity || this.#called[team] === opening) return;
    this.#called[team] = opening;
    this.#queue.put(opening, SHIFT_OPENS, team);
  }

  #take(ticket: number, team: number, shift: Shift, now: InstantMs): void {
    const step = this.#stepOf[ticket] as number;
    this.#idle[team]! -= 1;
    this.#teamOf[ticket] = team;
    this.#begin(ticket, step, team, now);
    const end = shift.endOfWork(now, this.#durationOf(ticket, step));
    if (!Number.isNaN(end)) this.#queue.put(end, WORK_ENDS, ticket);
  }

  /** Goes on to the first step from `step` on that the ticket does not skip. */
  #enter(ticket: number, step: number, now: InstantMs): void {
    const { steps } = this.#work;
    while (step < steps.length && Number.isNaN(this.#durationOf(ticket, step))) step += 1;
    this.#stepOf[ticket] = step;
    const next = steps[step];
    if (next === undefined) {
      this.result.finished[ticket] = 1;
    } else if (next.kind === 'wait') {
      this.#begin(ticket, step, -1, now);
      this.#queue.put(now + this.#durationOf(ticket, step), WAIT_ENDS, ticket);
    } else {
      const urgency = this.#work.urgency[step] as UrgencyKeys;
      this.#keys.first[ticket] = urgency.first[ticket] as number;
      this.#keys.second[ticket] = urgency.second[ticket] as number;
      this.#lines.join(ticket);
    }
  }

  #begin(ticket: number, step: number, team: number, now: InstantMs): void {
    this.#stopClock(ticket, step, 'start', now);
    this.#observer?.begins(ticket, step, team, now);
  }

  #leave(ticket: number, now: InstantMs): void {
    const step = this.#stepOf[ticket] as number;
    this.#stopClock(ticket, step, 'end', now);
    this.#observer?.ends(ticket, step, now);
    this.#enter(ticket, step + 1, now);
  }

  /** A clock that two steps stop keeps the first of the two instants. */
  #stopClock(ticket: number, step: number, at: 'start' | 'end', now: InstantMs): void {
    const rule = this.#work.steps[step] as DeskStep;
    if (rule.at !== at) return;
    const stopped = this.result.stopped[rule.clock];
    if (stopped !== undefined && Number.isNaN(stopped[ticket])) stopped[ticket] = now;
  }

  #durationOf(ticket: number, step: number): number {
    return this.#work.durations[ticket * this.#work.steps.length + step] as number;
  }
}
