import {
  AGREED,
  CORRECTED,
  DESCRIBED,
  LOWERED,
  RAISED,
  REFUSED,
  type TicketChange,
  type TicketEvent,
} from '../../engine/ticket/index.ts';
import type { DeskTurns, Later } from '../desk/desk-model.ts';
import type { DrawnTurns } from './draw-turns.ts';
import type { LifeView } from './life-view.ts';
import type { Looks } from './looks.ts';
import type { StreamTurns, Turn } from './prepare-turns.ts';

const NOTHING: readonly TicketEvent[] = [];

/** What has happened to tickets beside their work, by ticket. */
export interface Happened {
  /** In no order. */
  readonly eventsOf: (ticket: number) => readonly TicketEvent[];
  /** How clocks stood when the last event of a ticket had happened, of those of which that is known. */
  readonly looks: Looks | null;
  /** Customers who were asked and have not been heard yet answer; whether one of them did. */
  readonly answered: (ticket: number, asked: readonly { readonly asked: number }[]) => boolean;
}

/**
 * The tickets of a run under one plan as the customers and the contract change them. The severity in force is that of
 * the machine where the contract has rules; without any it is the one last recorded.
 */
export class TicketTurns implements DeskTurns, Happened {
  readonly #drawn: DrawnTurns;
  readonly #view: LifeView;
  readonly #severities: number;
  /** In force, by ticket. */
  readonly #severity: Uint8Array;
  /** The last instant at which a ticket was called. */
  readonly #called: Float64Array;
  readonly #events = new Map<number, TicketEvent[]>();
  /** 1 for a ticket that has events: most have none, and are asked for them all the same. */
  readonly #hasEvents: Uint8Array;
  readonly looks: Looks | null;
  readonly #steps: number;
  /** By stream, step and side, 1 where neither a turn nor a look at the rules comes with it. Written as it is asked for. */
  readonly #isQuiet: Int8Array;
  readonly #asked = new Map<number, number>();

  /** @param steps how many there are @param severity in force at the opening; changed as tickets change */
  constructor(drawn: DrawnTurns, view: LifeView, severities: number, steps: number, severity: Uint8Array) {
    this.#drawn = drawn;
    this.#view = view;
    this.looks = view.looks;
    this.#severities = severities;
    this.#severity = severity;
    this.#called = new Float64Array(drawn.tickets.count).fill(NaN);
    this.#hasEvents = new Uint8Array(drawn.tickets.count);
    this.#steps = steps;
    this.#isQuiet = new Int8Array(2 * steps * drawn.ofStream.length).fill(-1);
  }

  eventsOf(ticket: number): readonly TicketEvent[] {
    return this.#hasEvents[ticket] === 1 ? (this.#events.get(ticket) ?? NOTHING) : NOTHING;
  }

  opens(ticket: number, now: number, later: Later): void {
    const { turns } = this.#turnsOf(ticket);
    for (let place = 0; place < turns.length; place += 1) {
      if (turns[place]?.at.kind !== 'after') continue;
      const at = this.#drawn.when[place]?.[ticket] ?? NaN;
      if (!Number.isNaN(at)) later(ticket, at);
    }
    if (!this.#view.looksAtOpening) return;
    if (this.#look(ticket, now, later, this.#severity[ticket] as number)) this.settles(ticket);
  }

  comes(ticket: number, now: number, later: Later): boolean {
    if (this.#called[ticket] === now) return false;
    this.#called[ticket] = now;
    const { turns } = this.#turnsOf(ticket);
    const before = this.#severity[ticket] as number;
    for (let place = 0; place < turns.length; place += 1) {
      const turn = turns[place] as Turn;
      if (turn.at.kind === 'after' && this.#drawn.when[place]?.[ticket] === now)
        this.#turn(turn, ticket, now);
    }
    return this.#look(ticket, now, later, before);
  }

  mayPass(step: number, side: 'start' | 'end'): boolean {
    return this.#drawn.ofStream.some((_, stream) => !this.#comesWithNothing(stream, step, side));
  }

  passes(ticket: number, step: number, side: 'start' | 'end', now: number, later: Later): boolean {
    const stream = this.#drawn.tickets.stream[ticket] as number;
    const place = 2 * (stream * this.#steps + step) + (side === 'start' ? 0 : 1);
    if (this.#isQuiet[place] === -1)
      this.#isQuiet[place] = this.#comesWithNothing(stream, step, side) ? 1 : 0;
    if (this.#isQuiet[place] === 1) return false;
    const { turns } = this.#turnsOf(ticket);
    const before = this.#severity[ticket] as number;
    let turned = false;
    for (let place = 0; place < turns.length; place += 1) {
      const turn = turns[place] as Turn;
      if (turn.at.kind === 'after' || turn.at.step !== step || turn.at.side !== side) continue;
      if (this.#drawn.when[place]?.[ticket] !== 0) continue;
      this.#turn(turn, ticket, now);
      turned = true;
    }
    if (!turned && !this.#view.looksAt(step, side)) return false;
    return this.#look(ticket, now, later, before);
  }

  settles(ticket: number): void {
    this.#view.settle(ticket, this.#severity[ticket] as number);
  }

  answered(ticket: number, consents: readonly { readonly asked: number }[]): boolean {
    return this.#answer(ticket, consents, null);
  }

  #comesWithNothing(stream: number, step: number, side: 'start' | 'end'): boolean {
    const { turns } = this.#drawn.ofStream[stream] as StreamTurns;
    const isIts = ({ at }: Turn) => at.kind === 'step' && at.step === step && at.side === side;
    return !turns.some(isIts) && !this.#view.looksAt(step, side);
  }

  #turnsOf(ticket: number): StreamTurns {
    return this.#drawn.ofStream[this.#drawn.tickets.stream[ticket] as number] as StreamTurns;
  }

  #turn({ does, of }: Turn, ticket: number, now: number): void {
    const severity = this.#severity[ticket] as number;
    if (of !== null && of[severity] !== 1) return;
    switch (does.kind) {
      case 'by': {
        const to = Math.min(Math.max(severity + does.steps, 0), this.#severities - 1);
        this.#record(ticket, now, does.steps < 0 ? RAISED : LOWERED, to);
        return;
      }
      case 'severity':
        if (does.raises ? does.to < severity : does.to > severity)
          this.#record(ticket, now, does.raises ? RAISED : LOWERED, does.to);
        return;
      case 'corrected':
        this.#record(ticket, now, CORRECTED, this.#drawn.truth[ticket] as number);
        return;
      case 'event':
        this.#add(ticket, { at: now, kind: does.event, sets: null, state: -1 });
        return;
      case 'described':
        this.#add(ticket, this.#description(ticket, now));
    }
  }

  /** A severity that is the one in force is no change. */
  #record(ticket: number, at: number, kind: number, to: number): void {
    if (to === this.#severity[ticket]) return;
    this.#severity[ticket] = to;
    this.#add(ticket, { at, kind, sets: recorded(to, NO_FACTS), state: -1 });
  }

  /** With its description a ticket is of the severity that was stated, unless somebody has changed that since. */
  #description(ticket: number, at: number): TicketEvent {
    const { undescribed } = this.#turnsOf(ticket);
    const stated = this.#drawn.tickets.severity[ticket] as number;
    const changed = this.eventsOf(ticket).some(({ sets }) => sets !== null);
    if (!changed) this.#severity[ticket] = stated;
    const facts = undescribed === null ? [] : [{ fact: undescribed.fact, value: true }];
    return { at, kind: DESCRIBED, sets: recorded(changed ? -1 : stated, facts), state: -1 };
  }

  #add(ticket: number, event: TicketEvent): void {
    const events = this.#events.get(ticket);
    this.#hasEvents[ticket] = 1;
    this.looks?.forget(ticket);
    if (events === undefined) this.#events.set(ticket, [event]);
    else events.push(event);
  }

  /** Looks at a ticket as the contract has made it; whether that changed anything for the desk. */
  #look(ticket: number, now: number, later: Later, before: number): boolean {
    const view = this.#view;
    const recorded = this.#severity[ticket] !== before;
    if (!view.followsRules && !(recorded && view.racesDeadlines)) return recorded;
    let verdict = view.judge(ticket, now);
    while (this.#answer(ticket, verdict.consents, later)) verdict = view.judge(ticket, now);
    this.looks?.keep(ticket, verdict);
    if (verdict.severity !== -1) this.#severity[ticket] = verdict.severity;
    return view.takes(ticket, verdict) || this.#severity[ticket] !== before;
  }

  #answer(ticket: number, consents: readonly { readonly asked: number }[], later: Later | null): boolean {
    let known = this.#asked.get(ticket) ?? 0;
    let answered = false;
    for (; known < consents.length; known += 1) {
      const answer = this.#drawn.answer(ticket, known, (consents[known] as { asked: number }).asked);
      if (answer === null) continue;
      answered = true;
      this.#add(ticket, { at: answer.at, kind: answer.agrees ? AGREED : REFUSED, sets: null, state: -1 });
      later?.(ticket, answer.at);
    }
    if (known > 0) this.#asked.set(ticket, known);
    return answered;
  }
}

const NO_FACTS: TicketChange['facts'] = [];

/** What is said of a ticket where nothing but this is. */
function recorded(severity: number, facts: TicketChange['facts']): TicketChange {
  return { plan: -1, severity, region: -1, channel: -1, type: -1, facts };
}
