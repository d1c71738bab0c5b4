import {
  FINISHED,
  UNFINISHED,
  type DeskObserver,
  type DeskResult,
  type DeskStep,
  type DeskTeam,
  type DeskTurns,
  type DeskWork,
  type Later,
} from './desk-model.ts';
import { EventQueue } from './event-queue.ts';
import { isLastStop } from './last-stop.ts';
import { Shift } from './shift.ts';
import type { StepTable } from './step-table.ts';
import { WaitingLine, type UrgencyKeys } from './waiting-line.ts';

/** Numbered as in `run-desk.ts`: their order is that of the events of one instant. */
const WAIT_ENDS = 1;
const WORK_ENDS = 2;
const LOOK_AGAIN = 4;
const TURNS = 6;

/**
 * Whether a desk has no rules but its order: whatever an agent has taken is kept until it is done, and nobody leaves the line.
 * Most desks are like that.
 */
export function isPlainDesk({ teams, rules }: DeskWork): boolean {
  return (
    rules.patience === null &&
    rules.room === Infinity &&
    rules.weights === null &&
    rules.interrupts === null &&
    !rules.allAtOnce &&
    teams.every(({ atClose }) => atClose === 'resume' || atClose === 'finish')
  );
}

/**
 * What `runDesk` does, sooner, for desks of which `isPlainDesk` holds. When work ends is known when it is taken, and a ticket
 * is taken once for each step: nothing has to be kept of what is left, was begun, or was overtaken. The events, their order and
 * the decisions are the same, and so is all that comes of them: `test/simulate/desk/plain-desk.test.ts` holds the two together.
 */
export function runPlainDesk(
  work: DeskWork,
  observer: DeskObserver | null,
  table: StepTable | null,
): DeskResult {
  const desk = new PlainDesk(work, observer, table);
  desk.run();
  return desk.result;
}

class PlainDesk {
  readonly result: DeskResult;

  readonly #opened: Float64Array;
  readonly #steps: readonly DeskStep[];
  readonly #durations: Float64Array;
  readonly #teams: readonly DeskTeam[];
  readonly #shifts: readonly Shift[];
  /** By team: 1 where its agents stay until their work is done. */
  readonly #staysOn: Uint8Array;
  readonly #groupOf: DeskWork['groupOf'];
  readonly #urgency: readonly UrgencyKeys[];
  readonly #waitEnds: DeskWork['rules']['waitEnds'];
  readonly #reopens: number;
  readonly #turns: DeskTurns | null;
  readonly #observer: DeskObserver | null;
  readonly #table: StepTable | null;
  readonly #queue = new EventQueue();
  /** The present instant: a number that is handed from method to method takes memory each time. */
  readonly #now = new Float64Array(1);
  /** By step: whether its begin, or its end, may make a ticket another one. */
  readonly #turnsAtStart: Uint8Array;
  readonly #turnsAtEnd: Uint8Array;
  /** By step: the clock that its begin, or its end, stops; -1 for none. */
  readonly #stopsAtStart: Int16Array;
  readonly #stopsAtEnd: Int16Array;
  /** By step: 1 where a later one stops its clock again, of the tickets that have it. */
  readonly #stopsAgain: Uint8Array;
  readonly #stepOf: Int16Array;
  readonly #teamOf: Int16Array;
  /** The group in whose line a ticket waits; -1 for none. */
  readonly #waitsFor: Int32Array;
  readonly #lines: readonly WaitingLine[];
  readonly #linesOf: readonly (readonly WaitingLine[])[];
  #waiting = 0;
  readonly #busy: Int32Array;
  readonly #there: Int32Array;
  readonly #thereUntil: Float64Array;
  /** By team: until when it is known to be open, or shut. */
  readonly #openUntil: Float64Array;
  readonly #shutUntil: Float64Array;
  /** The instant for which a team has an event in the queue to look at its lines again. */
  readonly #called: Float64Array;
  readonly #later: Later;

  constructor(work: DeskWork, observer: DeskObserver | null, table: StepTable | null) {
    const { teams, groups, rules, steps } = work;
    const count = work.opened.length;
    this.#opened = work.opened;
    this.#steps = steps;
    this.#durations = work.durations;
    this.#teams = teams;
    this.#shifts = teams.map(({ calendar }) => new Shift(calendar));
    this.#staysOn = Uint8Array.from(teams, ({ atClose }) => (atClose === 'finish' ? 1 : 0));
    this.#groupOf = work.groupOf;
    this.#urgency = work.urgency;
    this.#waitEnds = rules.waitEnds;
    this.#reopens = rules.reopens;
    this.#turns = rules.turns;
    this.#observer = observer;
    this.#table = table;
    this.#turnsAtStart = Uint8Array.from(steps, (_, i) => (rules.turns?.mayPass(i, 'start') ? 1 : 0));
    this.#turnsAtEnd = Uint8Array.from(steps, (_, i) => (rules.turns?.mayPass(i, 'end') ? 1 : 0));
    this.#stopsAtStart = Int16Array.from(steps, ({ at, clock }) => (at === 'start' ? clock : -1));
    this.#stopsAtEnd = Int16Array.from(steps, ({ at, clock }) => (at === 'end' ? clock : -1));
    this.#stopsAgain = Uint8Array.from(steps, ({ clock }, i) =>
      steps.slice(i + 1).some((later) => later.clock === clock) ? 1 : 0,
    );
    this.#stepOf = new Int16Array(count);
    this.#teamOf = new Int16Array(count);
    this.#waitsFor = new Int32Array(count).fill(-1);
    this.#lines = groups.map(() => new WaitingLine());
    this.#linesOf = teams.map((_, team) => this.#lines.filter((__, group) => groups[group]?.includes(team)));
    this.#busy = new Int32Array(teams.length);
    this.#there = Int32Array.from(teams, ({ agents }) => agents);
    this.#thereUntil = Float64Array.from(teams, ({ presence }) => (presence === null ? Infinity : -Infinity));
    this.#openUntil = new Float64Array(teams.length).fill(-Infinity);
    this.#shutUntil = new Float64Array(teams.length).fill(-Infinity);
    this.#called = new Float64Array(teams.length).fill(-Infinity);
    this.#later = (ticket, at) => {
      if (at < Infinity) this.#queue.put(at, TURNS, ticket);
    };
    this.result = {
      stopped: Array.from({ length: work.clocks }, () => new Float64Array(count).fill(NaN)),
      fate: new Uint8Array(count).fill(UNFINISHED),
      leftAt: () => NaN,
    };
  }

  /** As `runEvents` does it. */
  run(): void {
    const opened = this.#opened;
    const queue = this.#queue;
    const clock = this.#now;
    const count = opened.length;
    let next = 0;
    for (;;) {
      const opening = next < count ? (opened[next] as number) : Infinity;
      const event = queue.next[0] as number;
      const now = opening < event ? opening : event;
      if (now === Infinity) return;
      clock[0] = now;
      for (; next < count && opened[next] === now; next += 1) {
        this.#turns?.opens(next, now, this.#later);
        this.#enter(next, 0);
      }
      while (queue.next[0] === now) {
        queue.take();
        this.#handle(queue.kind, queue.subject);
      }
      if (this.#waiting > 0) this.#assign();
    }
  }

  #handle(kind: number, subject: number): void {
    if (kind === WORK_ENDS) {
      this.#busy[this.#teamOf[subject] as number]! -= 1;
      this.#leave(subject);
    } else if (kind === WAIT_ENDS) this.#leave(subject);
    else if (kind === TURNS) this.#turn(subject);
    // What is left is a team that looks again: it is asked as every other is.
  }

  /** Agents take what waits for them, team after team. */
  #assign(): void {
    const now = this.#now[0] as number;
    for (let team = 0; team < this.#shifts.length; team += 1) {
      for (;;) {
        const line = this.#firstLine(team);
        if (line === null) break;
        if (now >= (this.#openUntil[team] as number) && !this.#opens(team)) {
          this.#callBack(team, this.#shutUntil);
          break;
        }
        if (now >= (this.#thereUntil[team] as number)) this.#count(team);
        if ((this.#busy[team] as number) >= (this.#there[team] as number)) {
          this.#callBack(team, this.#thereUntil);
          break;
        }
        const ticket = line.first;
        line.leave();
        this.#waiting -= 1;
        this.#take(ticket, team);
      }
    }
  }

  /** The line whose head a team takes next; null when none waits for it. */
  #firstLine(team: number): WaitingLine | null {
    const lines = this.#linesOf[team] as readonly WaitingLine[];
    let best: WaitingLine | null = null;
    for (let i = 0; i < lines.length; i += 1) {
      const line = lines[i] as WaitingLine;
      if (line.size > 0 && (best === null || line.comesBefore(best))) best = line;
    }
    return best;
  }

  /** Whether a team is open of which that is not known any more; its shift is asked once for each stretch of time. */
  #opens(team: number): boolean {
    const now = this.#now[0] as number;
    if (now < (this.#shutUntil[team] as number)) return false;
    const shift = this.#shifts[team] as Shift;
    if (shift.isOpen(now)) this.#openUntil[team] = shift.closes(now);
    else this.#shutUntil[team] = shift.nextOpen(now);
    return now < (this.#openUntil[team] as number);
  }

  /** @param instants by team */
  #callBack(team: number, instants: Float64Array): void {
    const instant = instants[team] as number;
    if (instant === Infinity || this.#called[team] === instant) return;
    this.#called[team] = instant;
    this.#queue.put(instant, LOOK_AGAIN, team);
  }

  /** How many are there, and until when. */
  #count(team: number): void {
    const { presence, agents } = this.#teams[team] as DeskTeam;
    const { agents: there, until } = presence?.at(this.#now[0] as number) ?? { agents, until: Infinity };
    this.#there[team] = there;
    this.#thereUntil[team] = until;
  }

  #take(ticket: number, team: number): void {
    const now = this.#now[0] as number;
    const step = this.#stepOf[ticket] as number;
    this.#waitsFor[ticket] = -1;
    this.#busy[team]! += 1;
    this.#teamOf[ticket] = team;
    if (this.#stopsAtStart[step] !== -1) this.#stopClock(ticket, step);
    this.#begins(ticket, step, team);
    const ms = this.#durations[ticket * this.#steps.length + step] as number;
    const end = now + ms;
    const isDone = end <= (this.#openUntil[team] as number) || this.#staysOn[team] === 1;
    this.#queue.given[0] = isDone ? end : (this.#shifts[team] as Shift).endOfWork(now, ms);
    this.#putGiven(WORK_ENDS, ticket);
  }

  /** @param team -1 for a wait */
  #begins(ticket: number, step: number, team: number): void {
    const table = this.#table;
    if (table !== null) {
      const row = ticket * table.steps + step;
      table.began[row] = this.#now[0] as number;
      table.team[row] = team;
    }
    if (this.#observer !== null) this.#observer.begins(ticket, step, team, this.#now[0] as number);
    if (this.#turnsAtStart[step] === 1) this.#passes(ticket, step, 'start');
  }

  /** Puts an event into the queue; beyond the horizon (NaN) nothing happens any more, and all is left as it is. */
  #putGiven(kind: number, ticket: number): void {
    if (!Number.isNaN(this.#queue.given[0])) this.#queue.putGiven(kind, ticket);
  }

  /** Goes on to the first step from `step` on that the ticket does not skip. */
  #enter(ticket: number, step: number): void {
    const steps = this.#steps;
    const row = ticket * steps.length;
    while (step < steps.length && Number.isNaN(this.#durations[row + step])) step += 1;
    this.#stepOf[ticket] = step;
    if (step === steps.length) this.result.fate[ticket] = FINISHED;
    else if (steps[step]?.kind === 'wait') this.#beginWait(ticket, step);
    else this.#join(ticket, step);
  }

  #beginWait(ticket: number, step: number): void {
    const now = this.#now[0] as number;
    if (this.#stopsAtStart[step] !== -1) this.#stopClock(ticket, step);
    this.#begins(ticket, step, -1);
    const ms = this.#durations[ticket * this.#steps.length + step] as number;
    this.#queue.given[0] = this.#waitEnds === null ? now + ms : this.#waitEnds(ticket, step, now, ms);
    this.#putGiven(WAIT_ENDS, ticket);
  }

  #join(ticket: number, step: number): void {
    const group = this.#groupOf(ticket, step);
    this.#waitsFor[ticket] = group;
    this.#waiting += 1;
    (this.#lines[group] as WaitingLine).join(ticket, this.#urgency[step] as UrgencyKeys);
  }

  #leave(ticket: number): void {
    const step = this.#stepOf[ticket] as number;
    if (this.#stopsAtEnd[step] !== -1) this.#stopClock(ticket, step);
    const table = this.#table;
    if (table !== null) table.ended[ticket * table.steps + step] = this.#now[0] as number;
    if (this.#observer !== null) this.#observer.ends(ticket, step, this.#now[0] as number);
    if (this.#turnsAtEnd[step] === 1) this.#passes(ticket, step, 'end');
    this.#enter(ticket, step + 1);
  }

  #stopClock(ticket: number, step: number): void {
    if (
      this.#stopsAgain[step] === 1 &&
      !isLastStop(this.#steps, this.#durations, this.#reopens, ticket, step)
    )
      return;
    const { clock } = this.#steps[step] as DeskStep;
    (this.result.stopped[clock] as Float64Array)[ticket] = this.#now[0] as number;
    this.#table?.stops(ticket, step);
  }

  #passes(ticket: number, step: number, side: 'start' | 'end'): void {
    const turns = this.#turns as DeskTurns;
    if (turns.passes(ticket, step, side, this.#now[0] as number, this.#later)) turns.settles(ticket);
  }

  /** Something becomes of a ticket, unless it is done; one that waits may belong elsewhere in its line, or in another. */
  #turn(ticket: number): void {
    const turns = this.#turns as DeskTurns;
    const step = this.#stepOf[ticket] as number;
    if (this.result.fate[ticket] !== UNFINISHED || step === this.#reopens) return;
    if (!turns.comes(ticket, this.#now[0] as number, this.#later)) return;
    const group = this.#waitsFor[ticket] as number;
    if (group === -1) {
      turns.settles(ticket);
      return;
    }
    this.#waiting -= 1;
    (this.#lines[group] as WaitingLine).remove(ticket);
    turns.settles(ticket);
    this.#join(ticket, step);
  }
}
