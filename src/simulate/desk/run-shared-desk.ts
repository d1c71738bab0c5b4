/**
 * A desk on which nobody waits in a line: the agents of a team have all of its tickets at once, and their attention is
 * shared out evenly. With as many agents as tickets, or more, each ticket has an agent of its own; with fewer, each gets on
 * at `agents / tickets` of that pace. (Queueing theory calls it egalitarian processor sharing.)
 *
 * A team keeps a clock of the work that a ticket with it has had. A ticket that comes is done when that clock has gone on by
 * as much as it takes, whoever comes and goes meanwhile.
 */
import type { InstantMs } from '../../time/types.ts';
import {
  FINISHED,
  UNFINISHED,
  type DeskObserver,
  type DeskResult,
  type DeskStep,
  type DeskTeam,
  type DeskWork,
  type Later,
} from './desk-model.ts';
import { EventQueue } from './event-queue.ts';
import { runEvents, type EventModel } from './kernel.ts';
import { isLastStop } from './last-stop.ts';
import { Shift } from './shift.ts';
import type { StepTable } from './step-table.ts';

const WAIT_ENDS = 1;
const TEAM_MOVES = 2;
const BEGINS = 3;
const TURNS = 4;

/** Ms of work that are nothing: what is left of the rounding of instants to whole ms. */
const NOTHING = 1e-3;

/** What is being worked on by one team. */
interface Share {
  readonly shift: Shift;
  readonly team: DeskTeam;
  /** Tickets in work, and what its clock of work shows when each is done. */
  readonly tickets: { readonly ticket: number; readonly done: number }[];
  /** Ms of work that each ticket has had that was there from the beginning on, at the instant `at`. */
  worked: number;
  at: InstantMs;
  agents: number;
  agentsUntil: InstantMs;
  /** For when something of it is planned; an event of another instant was overtaken. */
  planned: InstantMs;
}

export function runSharedDesk(
  work: DeskWork,
  observer: DeskObserver | null,
  table: StepTable | null,
): DeskResult {
  const queue = new EventQueue();
  const desk = new SharedDesk(work, queue, observer, table);
  runEvents(work.opened, queue, desk);
  return desk.result;
}

class SharedDesk implements EventModel {
  readonly result: DeskResult;
  readonly #work: DeskWork;
  readonly #queue: EventQueue;
  readonly #observer: DeskObserver | null;
  readonly #table: StepTable | null;
  readonly #shares: readonly Share[];
  readonly #stepOf: Int16Array;
  readonly #moved = new Set<Share>();
  /** When a ticket that found its teams shut is to come again; NaN for one that does not wait so. */
  readonly #comesAgain: Float64Array;
  readonly #later: Later;

  constructor(work: DeskWork, queue: EventQueue, observer: DeskObserver | null, table: StepTable | null) {
    const count = work.opened.length;
    this.#work = work;
    this.#queue = queue;
    this.#observer = observer;
    this.#table = table;
    this.#stepOf = new Int16Array(count);
    this.#comesAgain = new Float64Array(count).fill(NaN);
    this.#later = (ticket, at) => {
      if (at < Infinity) queue.put(at, TURNS, ticket);
    };
    this.#shares = work.teams.map((team) => ({
      shift: new Shift(team.calendar),
      team,
      tickets: [],
      worked: 0,
      at: -Infinity,
      agents: team.agents,
      agentsUntil: team.presence === null ? Infinity : -Infinity,
      planned: NaN,
    }));
    this.result = {
      stopped: Array.from({ length: work.clocks }, () => new Float64Array(count).fill(NaN)),
      fate: new Uint8Array(count).fill(UNFINISHED),
      leftAt: () => NaN,
    };
  }

  open(ticket: number, now: InstantMs): void {
    this.#work.rules.turns?.opens(ticket, now, this.#later);
    this.#enter(ticket, 0, now);
  }

  handle(kind: number, subject: number, now: InstantMs): void {
    if (kind === WAIT_ENDS) this.#leave(subject, now);
    else if (kind === TURNS) this.#turn(subject, now);
    else if (kind === BEGINS) {
      if (this.#comesAgain[subject] === now) this.#comeToATeam(subject, now);
    } else {
      const share = this.#shares[subject];
      if (share?.planned === now) this.#finishWhatIsDone(share, now);
    }
  }

  settle(now: InstantMs): void {
    for (const share of this.#moved) this.#plan(share, now);
    this.#moved.clear();
  }

  /** Something becomes of a ticket; one that is done is left alone, and one in work stays where it is. */
  #turn(ticket: number, now: InstantMs): void {
    const { turns, reopens } = this.#work.rules;
    if (turns === null || this.result.fate[ticket] !== UNFINISHED || this.#stepOf[ticket] === reopens) return;
    if (!turns.comes(ticket, now, this.#later)) return;
    turns.settles(ticket);
    if (!Number.isNaN(this.#comesAgain[ticket])) this.#comeToATeam(ticket, now);
  }

  #enter(ticket: number, from: number, now: InstantMs): void {
    const { steps } = this.#work;
    let step = from;
    while (step < steps.length && Number.isNaN(this.#durationOf(ticket, step))) step += 1;
    this.#stepOf[ticket] = step;
    const next = steps[step];
    if (next === undefined) this.result.fate[ticket] = FINISHED;
    else if (next.kind === 'work') this.#comeToATeam(ticket, now);
    else {
      this.#begin(ticket, step, -1, now);
      const ms = this.#durationOf(ticket, step);
      const end = this.#work.rules.waitEnds?.(ticket, step, now, ms) ?? now + ms;
      if (!Number.isNaN(end)) this.#queue.put(end, WAIT_ENDS, ticket);
    }
  }

  /** To the open team with the fewest tickets an agent, the first written of several; else when the first of them opens. */
  #comeToATeam(ticket: number, now: InstantMs): void {
    const step = this.#stepOf[ticket] as number;
    this.#comesAgain[ticket] = NaN;
    const teams = this.#work.groups[this.#work.groupOf(ticket, step)] ?? [];
    let [best, load] = [-1, Infinity];
    let opens = Infinity;
    for (const team of teams) {
      const share = this.#shares[team] as Share;
      if (!share.shift.isOpen(now)) {
        opens = Math.min(opens, share.shift.nextOpen(now));
        continue;
      }
      const own = (share.tickets.length + 1) / share.team.agents;
      if (own < load) [best, load] = [team, own];
    }
    if (best !== -1) this.#join(ticket, step, best, now);
    else if (opens < Infinity) {
      this.#comesAgain[ticket] = opens;
      this.#queue.put(opens, BEGINS, ticket);
    }
  }

  #join(ticket: number, step: number, team: number, now: InstantMs): void {
    const share = this.#shares[team] as Share;
    this.#goOn(share, now);
    share.tickets.push({ ticket, done: share.worked + this.#durationOf(ticket, step) });
    this.#begin(ticket, step, team, now);
    this.#moved.add(share);
  }

  #finishWhatIsDone(share: Share, now: InstantMs): void {
    this.#goOn(share, now);
    this.#moved.add(share);
    const done = share.tickets.filter((each) => each.done <= share.worked + NOTHING);
    if (done.length === 0) return;
    const left = share.tickets.filter((each) => each.done > share.worked + NOTHING);
    share.tickets.splice(0, share.tickets.length, ...left);
    for (const { ticket } of done.sort((a, b) => a.done - b.done || a.ticket - b.ticket))
      this.#leave(ticket, now);
  }

  /** Brings the clock of a team to an instant: since the last there were as many tickets and agents all the time. */
  #goOn(share: Share, now: InstantMs): void {
    if (share.tickets.length > 0 && now > share.at)
      share.worked += share.shift.openTime(share.at, now) * paceOf(share);
    share.at = now;
    if (now < share.agentsUntil) return;
    const there = share.team.presence?.at(now);
    if (there === undefined) return;
    share.agents = there.agents;
    share.agentsUntil = there.until;
  }

  /** For when the next ticket is done, or another number of agents is there. */
  #plan(share: Share, now: InstantMs): void {
    share.planned = NaN;
    if (share.tickets.length === 0) return;
    const left = share.tickets.reduce((least, { done }) => Math.min(least, done), Infinity) - share.worked;
    const pace = paceOf(share);
    const end =
      pace === 0 ? Infinity : share.shift.endOfWork(now, Math.max(0, Math.ceil(left / pace - NOTHING)));
    const instant = Number.isNaN(end) ? share.agentsUntil : Math.min(end, share.agentsUntil);
    if (instant === Infinity) return;
    share.planned = instant;
    this.#queue.put(instant, TEAM_MOVES, this.#shares.indexOf(share));
  }

  #begin(ticket: number, step: number, team: number, now: InstantMs): void {
    this.#stopClock(ticket, step, 'start', now);
    this.#table?.begins(ticket, step, team, now);
    this.#observer?.begins(ticket, step, team, now);
    this.#passes(ticket, step, 'start', now);
  }

  #leave(ticket: number, now: InstantMs): void {
    const step = this.#stepOf[ticket] as number;
    this.#stopClock(ticket, step, 'end', now);
    this.#table?.ends(ticket, step, now);
    this.#observer?.ends(ticket, step, now);
    this.#passes(ticket, step, 'end', now);
    this.#enter(ticket, step + 1, now);
  }

  /** Tells what becomes of tickets that a step begins or ends; the team of the next step is chosen after that. */
  #passes(ticket: number, step: number, side: 'start' | 'end', now: InstantMs): void {
    const { turns } = this.#work.rules;
    if (turns?.passes(ticket, step, side, now, this.#later) === true) turns.settles(ticket);
  }

  #stopClock(ticket: number, step: number, at: 'start' | 'end', now: InstantMs): void {
    const { steps, durations, rules } = this.#work;
    const rule = steps[step] as DeskStep;
    if (rule.at !== at || rule.clock === -1) return;
    if (!isLastStop(steps, durations, rules.reopens, ticket, step)) return;
    (this.result.stopped[rule.clock] as Float64Array)[ticket] = now;
    this.#table?.stops(ticket, step);
  }

  #durationOf(ticket: number, step: number): number {
    return this.#work.durations[ticket * this.#work.steps.length + step] as number;
  }
}

/** How much of an agent each ticket of a team has. */
function paceOf({ agents, tickets }: Share): number {
  return Math.min(1, agents / tickets.length);
}
