import type { InstantMs } from '../../time/types.ts';
import {
  AGREED,
  CANCELLED,
  CLOSED,
  CORRECTED,
  DESCRIBED,
  LOWERED,
  OPENED,
  RAISED,
  REFUSED,
  REOPENED,
  RESUMED,
  STATE,
  type TicketEvent,
} from './event.ts';
import { answerProposals, fireRule, type Happening, RuleLoopError, waitingState } from './fire-rules.ts';
import { LiveTicket } from './live-ticket.ts';
import {
  endClock,
  endRepeated,
  pauseClock,
  reopenClock,
  repeatClock,
  startClock,
  stopClock,
  takeClock,
  takeMessage,
} from './move-clocks.ts';
import { meetVersion, openTicket, refuse, requireSeverity, settleSeverity } from './open-ticket.ts';
import { inOrder } from './order-events.ts';
import type { TicketProgram, Version } from './program.ts';
import { capped, setAttributes, setFacts, setSeverity } from './set-ticket.ts';
import { nextTimer, type Timer } from './timers.ts';
import type { Verdict } from './verdict.ts';
import { verdictOf } from './verdict-of.ts';
import type { Witness } from './witness.ts';

/** Judges whole histories of tickets: pauses, changes of severity, reopening, rules. It keeps nothing from one to the next. */
export interface TicketMachine {
  /**
   * What became of a ticket, from its events in any order, as it stands at an instant (ms); `NaN` for that of its last event.
   * What happened after the instant is not looked at. Null where the ticket was not opened by then. A witness is told what is
   * done on the way.
   * @throws {UnknownTicketError} where the ticket does not say what the contract tells tickets apart by.
   * @throws {RuleLoopError} where rules of the contract set each other off without end.
   * @throws {MissingFactError}, {HorizonError} and {CustomerError} as the engine does.
   */
  judge(events: readonly TicketEvent[], at: InstantMs, witness?: Witness): Verdict | null;
  /** The same sooner, for whoever asks of deadlines alone: what is used, remains and was paused is null. */
  judgeDeadlines(events: readonly TicketEvent[], at: InstantMs): Verdict | null;
}

/** A machine for the tickets of one contract. It is made once and asked again and again. */
export function ticketMachine(program: TicketProgram): TicketMachine {
  const [first] = program.versions;
  if (first === undefined) throw new Error('a program has a version');
  return new Machine(program, first);
}

class Machine implements TicketMachine {
  readonly #program: TicketProgram;
  readonly #first: Version;
  readonly #ticket: LiveTicket;
  readonly #now: Happening = { kinds: [], moved: false, closes: false, waits: false, fired: 0 };
  /** The last instant that was gone through. */
  #at: InstantMs = NaN;
  #nextVersion = 1;
  /** How often time has brought something at that instant. */
  #firedAtOnce = 0;

  constructor(program: TicketProgram, first: Version) {
    this.#program = program;
    this.#first = first;
    this.#ticket = new LiveTicket(program, first);
  }

  judge(given: readonly TicketEvent[], until: InstantMs, witness: Witness | null = null): Verdict | null {
    return this.#judge(given, until, witness, true);
  }

  judgeDeadlines(given: readonly TicketEvent[], until: InstantMs): Verdict | null {
    return this.#judge(given, until, null, false);
  }

  #judge(
    given: readonly TicketEvent[],
    until: InstantMs,
    witness: Witness | null,
    measures: boolean,
  ): Verdict | null {
    const { byKind: events, byLine } = inOrder(this.#program, given);
    const ticket = this.#ticket;
    ticket.forget(this.#first);
    ticket.witness = witness;
    this.#at = NaN;
    this.#nextVersion = 1;
    for (let i = 0; i < events.length;) {
      const { at } = events[i] as TicketEvent;
      if (at > until) break;
      let end = i + 1;
      while (end < events.length && (events[end] as TicketEvent).at === at) end += 1;
      this.#pass(at, false);
      this.#instant(events, byLine, i, end, at);
      i = end;
    }
    if (Number.isNaN(ticket.opened)) return null;
    const at = Number.isNaN(until) ? this.#at : until;
    this.#pass(at, true);
    ticket.witness?.instant(at);
    return verdictOf(ticket, at, measures);
  }

  /** Lets time pass up to an instant, and what it brings happen; what it brings at the instant itself comes after its events. */
  #pass(until: InstantMs, isLast: boolean): void {
    const ticket = this.#ticket;
    const { versions } = this.#program;
    if (Number.isNaN(ticket.opened)) return;
    for (;;) {
      // What an older version asked is answered by silence under a newer one too.
      const isTimed = ticket.version.isTimed || ticket.proposals.length > 0;
      const timer = isTimed && ticket.refused === null ? nextTimer(ticket) : null;
      const isReached = timer !== null && (timer.at < until || (isLast && timer.at === until));
      const version = versions[this.#nextVersion];
      if (version !== undefined && version.from <= until && !(isReached && timer.at < version.from)) {
        if (version.from > ticket.opened) {
          this.#begin(version.from);
          meetVersion(ticket, this.#nextVersion, version.from);
          if (ticket.refused === null) this.#moveClocks(version.from, [], 0, 0);
        }
        this.#nextVersion += 1;
      } else if (isReached) this.#fire(timer, Math.max(timer.at, this.#at));
      else return;
    }
  }

  #fire(timer: Timer, at: InstantMs): void {
    const ticket = this.#ticket;
    this.#firedAtOnce = at === this.#at ? this.#firedAtOnce + 1 : 0;
    // Time brings few things at one instant; what begins anew with each of them never ends.
    if (this.#firedAtOnce > MOST_AT_ONCE) throw new RuleLoopError(nameOf(timer));
    const now = this.#begin(at);
    ticket.fired.add(timer.key);
    switch (timer.does.kind) {
      case 'rule':
        fireRule(ticket, timer.does.rule, at, -1, now, timer.does.stage);
        break;
      case 'agree':
        ticket.happened[AGREED] = at;
        answerProposals(ticket, 'agreed', at, now, timer.does.place);
        break;
      case 'close':
        now.closes = !ticket.isClosed;
        break;
      case 'escalate':
        ticket.notices.push({ at, to: timer.does.to, by: timer.does.metric, kind: 'escalation' });
        return;
      case 'remind':
        ticket.notices.push({ at, to: 'customer', by: timer.does.metric, kind: 'reminder' });
        return;
    }
    this.#follow(at);
    this.#moveClocks(at, [], 0, 0);
  }

  #begin(at: InstantMs): Happening {
    const now = this.#now;
    now.kinds.length = 0;
    now.moved = false;
    now.closes = false;
    now.waits = false;
    now.fired = 0;
    this.#at = at;
    this.#ticket.witness?.instant(at);
    return now;
  }

  #happens(kind: number, at: InstantMs): void {
    this.#ticket.happened[kind] = at;
    this.#now.kinds.push(kind);
  }

  #instant(
    events: readonly TicketEvent[],
    byLine: readonly TicketEvent[],
    from: number,
    to: number,
    at: InstantMs,
  ): void {
    const ticket = this.#ticket;
    this.#begin(at);
    ticket.last = at;
    for (let i = from; i < to; i += 1) this.#takeFacts(events[i] as TicketEvent, at);
    if (Number.isNaN(ticket.opened)) return;
    if (ticket.opened === at) {
      settleSeverity(ticket, at);
      refuse(ticket);
    } else if (this.#now.moved) this.#cap(at);
    this.#follow(at);
    if (ticket.opened === at) requireSeverity(ticket);
    if (ticket.refused === null) this.#moveClocks(at, byLine, from, to);
    else this.#end(at);
  }

  /** What an event says of the ticket. Rules fire once all that is said at the instant is known. */
  #takeFacts({ kind, sets }: TicketEvent, at: InstantMs): void {
    const ticket = this.#ticket;
    if (kind !== -1) this.#happens(kind, at);
    if (kind === OPENED && Number.isNaN(ticket.opened)) {
      if (sets !== null) openTicket(ticket, sets, at);
      return;
    }
    if (Number.isNaN(ticket.opened)) return;
    if (!ticket.isBound && kind === ticket.version.bindsBy) ticket.isBound = true;
    if (kind === DESCRIBED && ticket.version.describedFact !== -1) {
      setFacts(ticket, [{ fact: ticket.version.describedFact, value: true }], at);
      this.#now.moved = true;
    }
    if (sets === null) return;
    this.#now.moved = true;
    setAttributes(ticket, sets, at);
    if (sets.severity === -1) return;
    const severity = ticket.placeOf('severities', sets.severity);
    if (ticket.opened === at) {
      ticket.severity = severity;
      return;
    }
    const event = setSeverity(ticket, severity, at, null, kind, kind === CORRECTED);
    if (event !== -1 && event !== kind) this.#happens(event, at);
  }

  #cap(at: InstantMs): void {
    const ticket = this.#ticket;
    if (ticket.version.caps.length === 0 || capped(ticket, ticket.severity) === ticket.severity) return;
    const event = setSeverity(ticket, ticket.severity, at, null, -1, false);
    if (event !== -1) this.#happens(event, at);
  }

  /** Fires the rules of what happened, and of what they cause in turn. */
  #follow(at: InstantMs): void {
    const ticket = this.#ticket;
    const now = this.#now;
    for (let i = 0; ; i += 1) {
      if (now.closes && !now.kinds.includes(CLOSED)) now.kinds.push(CLOSED);
      if (i >= now.kinds.length) return;
      const kind = now.kinds[i] as number;
      ticket.happened[kind] = at;
      if (kind === AGREED) answerProposals(ticket, 'agreed', at, now);
      else if (kind === REFUSED) answerProposals(ticket, 'refused', at, now);
      const effect = ticket.effects[kind];
      if (effect !== undefined) for (const rule of effect.rules) fireRule(ticket, rule, at, kind, now);
    }
  }

  /** Starts, then stops, then what pauses, then the end of the ticket. */
  #moveClocks(at: InstantMs, events: readonly TicketEvent[], from: number, to: number): void {
    const ticket = this.#ticket;
    const { kinds } = this.#now;
    const { effects } = ticket;
    const { isGuarded } = ticket.version;
    // What starts or pauses a clock may hang on the severity, which rules change.
    if (isGuarded && (kinds.includes(RAISED) || kinds.includes(LOWERED))) this.#now.moved = true;
    if (kinds.includes(REOPENED)) this.#reopen(at);
    if (this.#program.changesClocks) this.#takeClocks(at);
    if (!ticket.isClosed) {
      for (const kind of kinds) {
        const effect = effects[kind];
        if (effect === undefined) continue;
        for (const metric of effect.starts) startClock(ticket, metric, kinds, at);
        for (const metric of effect.repeats) takeMessage(ticket, metric, at);
      }
      if (isGuarded && this.#now.moved) this.#startGuarded(at);
      this.#stop(at);
    }
    this.#changeStates(events, from, to, at);
    this.#end(at);
  }

  /** The ticket ends, where it is closed or cancelled, and with it what runs. */
  #end(at: InstantMs): void {
    const ticket = this.#ticket;
    const { kinds } = this.#now;
    if (!kinds.includes(CLOSED) && !kinds.includes(CANCELLED)) return;
    for (const run of ticket.runs) endClock(run, at);
    ticket.isClosed = true;
    ticket.closed = at;
  }

  /** Takes up the clocks of another plan or version: what has happened so far counts for them. */
  #takeClocks(at: InstantMs): void {
    const ticket = this.#ticket;
    const { readyFor, clockSet, log } = ticket;
    if (ticket.isClosed) return;
    if (readyFor !== clockSet) {
      ticket.readyFor = clockSet;
      for (const clock of clockSet.clocks) {
        if (clock === null || readyFor === null || readyFor.clocks[clock.metric] === clock) continue;
        takeClock(ticket, clock, log, at);
        this.#now.moved = true;
      }
    }
    log.push(...this.#now.kinds, -1);
  }

  /** Clocks whose starting line hangs on what has just been said of the ticket. */
  #startGuarded(at: InstantMs): void {
    for (const clock of this.#ticket.clocks) {
      if (clock?.starts.some(({ when }) => when !== null) === true) {
        startClock(this.#ticket, clock.metric, NOTHING, at);
      }
    }
  }

  #reopen(at: InstantMs): void {
    const ticket = this.#ticket;
    for (const clock of ticket.clocks) {
      if (clock !== null && reopenClock(ticket, clock.metric, at)) ticket.isClosed = false;
    }
    ticket.states.fill(NaN);
    ticket.statesOn = 0;
    this.#now.moved = true;
  }

  #stop(at: InstantMs): void {
    const ticket = this.#ticket;
    const { effects } = ticket;
    for (const kind of this.#now.kinds) {
      const stops = effects[kind]?.stops;
      if (stops === undefined) continue;
      for (const metric of stops) stopClock(ticket, metric, at);
    }
    for (const run of ticket.runs) {
      if (run.cell?.repeatsUntil === undefined || run.cell.repeatsUntil === null) continue;
      const metric = ticket.runs.indexOf(run);
      const until = run.cell.repeatsUntil;
      if (until !== -1) endRepeated(ticket, until, at);
      if (run.stopped === at && !run.isActive) repeatClock(ticket, metric, until, at);
    }
  }

  #changeStates(events: readonly TicketEvent[], from: number, to: number, at: InstantMs): void {
    const ticket = this.#ticket;
    if (this.#program.stateNames.length > 0) {
      for (let i = from; i < to; i += 1) this.#changeState(events[i] as TicketEvent, at);
      if (this.#now.waits) this.#become(waitingState(ticket), at);
      // Rules close tickets too, and time does.
      if (this.#now.kinds.includes(CLOSED)) this.#begins(CLOSED, at);
    }
    if (!this.#now.moved) return;
    for (let metric = 0; metric < ticket.runs.length; metric += 1) {
      const clock = ticket.clocks[metric];
      if (clock !== null && clock !== undefined) pauseClock(ticket, metric, at);
    }
  }

  #changeState({ kind, state }: TicketEvent, at: InstantMs): void {
    if (kind === STATE) this.#become(state, at);
    else if (kind === RESUMED && state === -1) this.#become(-1, at);
    else if (kind === RESUMED) this.#leave(state);
    else if (kind !== -1) this.#begins(kind, at);
  }

  /** An event that is the beginning of a state. */
  #begins(kind: number, at: InstantMs): void {
    const state = this.#ticket.effects[kind]?.begins ?? -1;
    if (state !== -1) this.#become(state, at);
  }

  /** A state ends as another begins; one that is said again goes on. */
  #become(state: number, at: InstantMs): void {
    const { states } = this.#ticket;
    for (let other = 0; other < states.length; other += 1) if (other !== state) this.#leave(other);
    if (state < 0 || !Number.isNaN(states[state] ?? NaN)) return;
    states[state] = at;
    this.#ticket.statesOn += 1;
    this.#now.moved = true;
  }

  #leave(state: number): void {
    const { states } = this.#ticket;
    if (Number.isNaN(states[state] ?? NaN)) return;
    states[state] = NaN;
    this.#ticket.statesOn -= 1;
    this.#now.moved = true;
  }
}

const NOTHING: readonly number[] = [];

const MOST_AT_ONCE = 1000;

/** What the contract calls what time brings. */
function nameOf({ does }: Timer): string {
  if (does.kind === 'rule') return does.rule.rule.name;
  return 'metric' in does ? does.metric : does.kind;
}
