import type { InstantMs } from '../../time/types.ts';
import { AgentsInWork } from './agents-in-work.ts';
import {
  FINISHED,
  GIVEN_UP,
  FATES,
  TURNED_AWAY,
  UNFINISHED,
  type AtClose,
  type DeskObserver,
  type DeskResult,
  type DeskStep,
  type DeskTeam,
  type DeskWork,
  type Later,
} from './desk-model.ts';
import { EventQueue } from './event-queue.ts';
import { runEvents, type EventModel } from './kernel.ts';
import { isPlainDesk, runPlainDesk } from './run-plain-desk.ts';
import { runSharedDesk } from './run-shared-desk.ts';
import { isLastStop } from './last-stop.ts';
import { Lines } from './lines.ts';
import { Shift } from './shift.ts';
import type { StepTable } from './step-table.ts';
import type { UrgencyKeys } from './waiting-line.ts';

/** Kinds of event, in the order in which those of one instant happen, behind the tickets that open. */
const WAIT_ENDS = 1;
const WORK_ENDS = 2;
const SHIFT_ENDS = 3;
const LOOK_AGAIN = 4;
const GIVES_UP = 5;
const TURNS = 6;

const NO_STEP = 0;
const EARLIER_STEP = 1;
const THIS_STEP = 2;

/**
 * Works all tickets to their end. A ticket goes through its steps in order; for `work` it waits for an agent of a
 * team that serves it, who keeps it until the work is done, is interrupted, or the shift ends: see `AtClose`. Agents
 * take new tickets only while their calendar is open. Where several teams could take a ticket at one instant, the team
 * written first does.
 *
 * @param table is written as the desk works
 */
export function runDesk(
  work: DeskWork,
  observer: DeskObserver | null = null,
  table: StepTable | null = null,
): DeskResult {
  if (work.rules.allAtOnce) return runSharedDesk(work, observer, table);
  return isPlainDesk(work) ? runPlainDesk(work, observer, table) : runRuledDesk(work, observer, table);
}

/** Whether a ticket passes each of its steps once and nobody leaves: then the times of the steps tell all of it. */
export function passesStepsOnce(work: DeskWork): boolean {
  return work.rules.allAtOnce || isPlainDesk(work);
}

/** The same for a desk of whatever rules, but for those of `run-shared-desk.ts`. */
export function runRuledDesk(
  work: DeskWork,
  observer: DeskObserver | null = null,
  table: StepTable | null = null,
): DeskResult {
  const queue = new EventQueue();
  const desk = new Desk(work, queue, observer, table);
  runEvents(work.opened, queue, desk);
  return desk.result;
}

class Desk implements EventModel {
  readonly result: DeskResult;

  readonly #work: DeskWork;
  readonly #queue: EventQueue;
  readonly #observer: DeskObserver | null;
  readonly #table: StepTable | null;
  readonly #lines: Lines;
  readonly #shifts: readonly Shift[];
  readonly #agents: AgentsInWork;
  /** The instant for which a team has an event in the queue to look at its lines again. */
  readonly #called: Float64Array;
  readonly #stepOf: Int16Array;
  readonly #teamOf: Int16Array;
  /** Ms of work that are left of the step that a ticket is in. */
  readonly #left: Float64Array;
  /** Which work on the ticket an agent has begun: none, that of an earlier step, or of the one it is in. */
  readonly #begun: Uint8Array;
  /** Instant at which a ticket leaves its agent as planned; an event of another instant was overtaken. NaN in line. */
  readonly #leaves: Float64Array;
  /** How often the step that a ticket is in was drawn anew. */
  readonly #drawn: Uint16Array;
  /** Tickets that joined a line for their first work at this instant; kept where the rules let them go again. */
  readonly #arrived: number[] | null;
  readonly #leftAt = new Map<number, InstantMs>();
  /** The group in whose line a ticket waits; -1 for none. Kept where a ticket may become another one. */
  readonly #waitsFor: Int32Array | null;
  /** The team that handed over what a ticket waits for; -1 for none. */
  readonly #handedBy: Int16Array | null;
  readonly #later: Later;

  constructor(work: DeskWork, queue: EventQueue, observer: DeskObserver | null, table: StepTable | null) {
    const count = work.opened.length;
    const { rules } = work;
    this.#work = work;
    this.#queue = queue;
    this.#observer = observer;
    this.#table = table;
    this.#lines = new Lines(work.opened, work.teams.length, work.groups, rules.weights);
    this.#shifts = work.teams.map((team) => new Shift(team.calendar));
    this.#agents = new AgentsInWork(work.teams, rules.interrupts);
    this.#called = new Float64Array(work.teams.length).fill(-Infinity);
    this.#stepOf = new Int16Array(count);
    this.#teamOf = new Int16Array(count);
    this.#left = new Float64Array(count);
    this.#begun = new Uint8Array(count);
    this.#leaves = new Float64Array(count);
    this.#drawn = new Uint16Array(count);
    this.#waitsFor = rules.turns === null ? null : new Int32Array(count).fill(-1);
    this.#handedBy = rules.turns === null ? null : new Int16Array(count).fill(-1);
    this.#later = (ticket, at) => {
      if (at < Infinity) queue.put(at, TURNS, ticket);
    };
    this.#arrived = rules.patience === null && rules.room === Infinity ? null : [];
    this.result = {
      stopped: Array.from({ length: work.clocks }, () => new Float64Array(count).fill(NaN)),
      fate: new Uint8Array(count),
      leftAt: (ticket) => this.#leftAt.get(ticket) ?? NaN,
    };
  }

  open(ticket: number, now: InstantMs): void {
    this.#work.rules.turns?.opens(ticket, now, this.#later);
    this.#enter(ticket, 0, now);
  }

  handle(kind: number, subject: number, now: InstantMs): void {
    switch (kind) {
      case WORK_ENDS:
        if (this.#leaves[subject] !== now) return;
        this.#leaves[subject] = NaN;
        this.#agents.release(this.#teamOf[subject] as number, subject);
        this.#leave(subject, now);
        return;
      case WAIT_ENDS:
        this.#leave(subject, now);
        return;
      case SHIFT_ENDS:
        if (this.#leaves[subject] === now) this.#endShift(subject, now);
        return;
      case GIVES_UP:
        if (this.#waitsForItsFirstWork(subject)) this.#letGo(subject, GIVEN_UP, now);
        return;
      case TURNS:
        this.#turn(subject, now);
        return;
      case LOOK_AGAIN:
        // Nothing changes but the time: `settle` finds the team open, or more of it there.
        return;
      default:
        throw new Error(`the desk knows no event of kind ${kind}`);
    }
  }

  settle(now: InstantMs): void {
    while (this.#lines.waiting > 0 && this.#assign(now));
    if (this.#arrived !== null) this.#receive(this.#arrived, now);
  }

  /** Agents take what waits for them; whether a ticket was interrupted, which another team may take at once. */
  #assign(now: InstantMs): boolean {
    let interrupted = false;
    for (let team = 0; team < this.#shifts.length; team += 1) {
      const shift = this.#shifts[team] as Shift;
      for (;;) {
        const ticket = this.#lines.firstFor(team, now);
        if (ticket === -1) break;
        if (!shift.isOpen(now)) {
          this.#callBack(team, shift.nextOpen(now));
          break;
        }
        if (!this.#agents.isFree(team, now)) {
          const yields = this.#agents.mostYielding(team, ticket);
          if (yields === -1) {
            this.#callBack(team, this.#agents.sameUntil(team));
            break;
          }
          this.#interrupt(yields, team, now);
          interrupted = true;
        }
        this.#lines.leave(ticket);
        if (this.#waitsFor !== null) this.#waitsFor[ticket] = -1;
        this.#take(ticket, team, shift, now);
      }
    }
    return interrupted;
  }

  #callBack(team: number, instant: InstantMs): void {
    if (instant === Infinity || this.#called[team] === instant) return;
    this.#called[team] = instant;
    this.#queue.put(instant, LOOK_AGAIN, team);
  }

  /** Tickets that nobody took when they came: those that find no room leave, opened last first; the others wait. */
  #receive(arrived: number[], now: InstantMs): void {
    const { room, patience } = this.#work.rules;
    if (arrived.length > 1) arrived.sort((a, b) => a - b);
    for (let ticket = arrived.pop(); ticket !== undefined; ticket = arrived.pop()) {
      if (!this.#waitsForItsFirstWork(ticket)) continue;
      if (this.#lines.waiting > room) this.#letGo(ticket, TURNED_AWAY, now);
      else if (patience !== null) {
        const until = (this.#work.opened[ticket] as number) + (patience[ticket] as number);
        if (until < Infinity) this.#queue.put(Math.max(until, now), GIVES_UP, ticket);
      }
    }
  }

  #waitsForItsFirstWork(ticket: number): boolean {
    return this.#begun[ticket] === NO_STEP && this.result.fate[ticket] === UNFINISHED;
  }

  #letGo(ticket: number, fate: typeof GIVEN_UP | typeof TURNED_AWAY, now: InstantMs): void {
    this.#lines.drop(ticket);
    if (this.#waitsFor !== null) this.#waitsFor[ticket] = -1;
    this.result.fate[ticket] = fate;
    this.#leftAt.set(ticket, now);
    this.#observer?.left?.(ticket, FATES[fate], now);
  }

  #take(ticket: number, team: number, shift: Shift, now: InstantMs): void {
    const step = this.#stepOf[ticket] as number;
    this.#agents.take(team, ticket);
    this.#teamOf[ticket] = team;
    if (this.#begun[ticket] !== THIS_STEP) {
      this.#begun[ticket] = THIS_STEP;
      this.#stopClock(ticket, step, 'start', now);
    }
    this.#table?.begins(ticket, step, team, now);
    this.#observer?.begins(ticket, step, team, now);
    this.#passes(ticket, step, 'start', now);
    this.#plan(ticket, step, team, now, shift.closes(now));
  }

  /** Plans work that begins, or begins again, in a stretch of open time. */
  #plan(ticket: number, step: number, team: number, now: InstantMs, close: InstantMs): void {
    const { atClose } = this.#work.teams[team] as DeskTeam;
    const left = this.#left[ticket] as number;
    const end = now + left;
    if (end <= close || atClose === 'finish') this.#leaveAt(ticket, end, 0, WORK_ENDS);
    else if (atClose === 'resume' || this.#isKept(ticket, step, team, atClose)) {
      this.#leaveAt(ticket, (this.#shifts[team] as Shift).endOfWork(now, left), 0, WORK_ENDS);
    } else this.#leaveAt(ticket, close, end - close, SHIFT_ENDS);
  }

  #isKept(ticket: number, step: number, team: number, atClose: AtClose): boolean {
    return atClose === 'hand over' && this.#work.successorsOf(ticket, step, team) === -1;
  }

  /** Beyond the horizon (NaN) nothing happens any more, and all is left as it is. */
  #leaveAt(ticket: number, instant: InstantMs, left: number, kind: number): void {
    this.#leaves[ticket] = instant;
    if (Number.isNaN(instant)) return;
    this.#left[ticket] = left;
    this.#queue.put(instant, kind, ticket);
  }

  /** The shift ends in the midst of work that is not just gone on with. */
  #endShift(ticket: number, now: InstantMs): void {
    const step = this.#stepOf[ticket] as number;
    const team = this.#teamOf[ticket] as number;
    const { atClose } = this.#work.teams[team] as DeskTeam;
    this.#leaves[ticket] = NaN;
    if (atClose === 'hand over') {
      this.#agents.release(team, ticket);
      this.#observer?.setAside?.(ticket, step, now);
      if (this.#handedBy !== null) this.#handedBy[ticket] = team;
      this.#join(ticket, step, this.#work.successorsOf(ticket, step, team));
      return;
    }
    const { calendar } = this.#work.teams[team] as DeskTeam;
    this.#left[ticket] = this.#lengthAgain(ticket, step, atClose === 'redraw' ? 'redraw' : 'restart');
    const opening = calendar.nextOpen(now);
    if (opening < Infinity) this.#plan(ticket, step, team, opening, calendar.closeAfter(opening));
  }

  #interrupt(ticket: number, team: number, now: InstantMs): void {
    const step = this.#stepOf[ticket] as number;
    this.#left[ticket] = this.#leftAfterInterruption(ticket, step, team, now);
    this.#leaves[ticket] = NaN;
    this.#agents.release(team, ticket);
    this.#observer?.setAside?.(ticket, step, now);
    this.#rejoin(ticket, step);
  }

  #rejoin(ticket: number, step: number): void {
    if (this.#waitsFor === null) this.#lines.rejoin(ticket, this.#work.urgency[step] as UrgencyKeys);
    else {
      // What was begun may have become another ticket since, which others may take.
      const handed = this.#handedBy?.[ticket] ?? -1;
      const { groupOf, successorsOf } = this.#work;
      const group = handed === -1 ? -1 : successorsOf(ticket, step, handed);
      this.#join(ticket, step, group === -1 ? groupOf(ticket, step) : group);
    }
  }

  #join(ticket: number, step: number, group: number): void {
    if (this.#waitsFor !== null) this.#waitsFor[ticket] = group;
    this.#lines.join(ticket, group, this.#work.urgency[step] as UrgencyKeys);
  }

  /** Something becomes of a ticket; one that is done, or has been let go, is left alone. */
  #turn(ticket: number, now: InstantMs): void {
    const { rules } = this.#work;
    const step = this.#stepOf[ticket] as number;
    if (rules.turns === null || this.result.fate[ticket] !== UNFINISHED || step === rules.reopens) return;
    if (!rules.turns.comes(ticket, now, this.#later)) return;
    if ((this.#waitsFor as Int32Array)[ticket] === -1) {
      rules.turns.settles(ticket);
      return;
    }
    this.#lines.remove(ticket);
    rules.turns.settles(ticket);
    this.#rejoin(ticket, step);
  }

  #leftAfterInterruption(ticket: number, step: number, team: number, now: InstantMs): number {
    const then = this.#work.rules.interrupts?.then ?? 'resume';
    if (then !== 'resume') return this.#lengthAgain(ticket, step, then);
    const leaves = this.#leaves[ticket] as number;
    const left = this.#left[ticket] as number;
    if (Number.isNaN(leaves)) return left;
    const { atClose } = this.#work.teams[team] as DeskTeam;
    // Overtime counts as well; all others leave in open time, at its end, or after stretches of which only that counts.
    return left + (atClose === 'finish' ? leaves - now : (this.#shifts[team] as Shift).openTime(now, leaves));
  }

  #lengthAgain(ticket: number, step: number, how: 'restart' | 'redraw'): number {
    if (how === 'restart') return this.#durationOf(ticket, step);
    this.#drawn[ticket]! += 1;
    return this.#work.rules.redraw(ticket, step, this.#drawn[ticket] as number);
  }

  /** Goes on to the first step from `step` on that the ticket does not skip. */
  #enter(ticket: number, step: number, now: InstantMs): void {
    const { steps } = this.#work;
    while (step < steps.length && Number.isNaN(this.#durationOf(ticket, step))) step += 1;
    this.#stepOf[ticket] = step;
    const next = steps[step];
    if (next === undefined) {
      this.result.fate[ticket] = FINISHED;
    } else if (next.kind === 'wait') {
      this.#stopClock(ticket, step, 'start', now);
      this.#table?.begins(ticket, step, -1, now);
      this.#observer?.begins(ticket, step, -1, now);
      this.#passes(ticket, step, 'start', now);
      const ms = this.#durationOf(ticket, step);
      const end = this.#work.rules.waitEnds?.(ticket, step, now, ms) ?? now + ms;
      if (!Number.isNaN(end)) this.#queue.put(end, WAIT_ENDS, ticket);
    } else {
      this.#wait(ticket, step);
    }
  }

  #wait(ticket: number, step: number): void {
    this.#left[ticket] = this.#durationOf(ticket, step);
    this.#drawn[ticket] = 0;
    if (this.#handedBy !== null) this.#handedBy[ticket] = -1;
    if (this.#begun[ticket] === NO_STEP) this.#arrived?.push(ticket);
    else this.#begun[ticket] = EARLIER_STEP;
    this.#join(ticket, step, this.#work.groupOf(ticket, step));
  }

  #leave(ticket: number, now: InstantMs): void {
    const step = this.#stepOf[ticket] as number;
    this.#stopClock(ticket, step, 'end', now);
    this.#table?.ends(ticket, step, now);
    this.#observer?.ends(ticket, step, now);
    this.#passes(ticket, step, 'end', now);
    this.#enter(ticket, step + 1, now);
  }

  #stopClock(ticket: number, step: number, at: 'start' | 'end', now: InstantMs): void {
    const { steps, durations, rules } = this.#work;
    const rule = steps[step] as DeskStep;
    if (rule.at !== at || rule.clock === -1) return;
    if (!isLastStop(steps, durations, rules.reopens, ticket, step)) return;
    (this.result.stopped[rule.clock] as Float64Array)[ticket] = now;
    this.#table?.stops(ticket, step);
  }

  /** Tells what becomes of tickets that a step begins or ends; whatever line it waits in next is chosen after that. */
  #passes(ticket: number, step: number, side: 'start' | 'end', now: InstantMs): void {
    const { turns } = this.#work.rules;
    if (turns?.passes(ticket, step, side, now, this.#later) === true) turns.settles(ticket);
  }

  #durationOf(ticket: number, step: number): number {
    return this.#work.durations[ticket * this.#work.steps.length + step] as number;
  }
}
