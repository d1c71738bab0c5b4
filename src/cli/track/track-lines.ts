import { HorizonError, MissingFactError } from '../../engine/index.ts';
import {
  RuleLoopError,
  ticketMachine,
  type TicketMachine,
  type TicketProgram,
  UnknownTicketError,
  type Verdict,
} from '../../engine/ticket/index.ts';
import type { InstantMs } from '../../time/types.ts';
import { HeldTickets, type Held } from './held-tickets.ts';
import { LineReader } from './line-reader.ts';
import type { PeriodBook } from './period-book.ts';
import { VerdictWriter } from './verdict-line.ts';

export interface Tracking {
  /** The now against which running clocks are judged; NaN for that of each ticket's last event. */
  readonly at: InstantMs;
  /** Whether all lines of a ticket stand together. */
  readonly isGrouped: boolean;
  /** Whether the lines of tickets that are still open at the end will be asked for. */
  readonly keepsLines: boolean;
  /** What becomes of periods is written down beside; null where nobody asks. */
  readonly book: PeriodBook | null;
  /** What is wrong, and where. */
  readonly complain: (place: string, problem: string) => void;
}

/** Turns the lines of histories into lines of verdicts; it keeps those tickets alone whose verdict may still change. */
export class LineTracker {
  readonly #reader: LineReader;
  readonly #machine: TicketMachine;
  readonly #writer: VerdictWriter;
  readonly #tracking: Tracking;
  readonly #held = new HeldTickets();
  /** The ticket that is being read, where they are grouped. */
  #current: Held | null = null;
  readonly #open: string[] = [];
  #hasLetGo = false;
  #written = '';

  constructor(program: TicketProgram, tracking: Tracking) {
    this.#reader = new LineReader(program);
    this.#machine = ticketMachine(program);
    this.#writer = new VerdictWriter(program);
    this.#tracking = tracking;
  }

  /** Takes in a line that was kept by an earlier run. */
  carry(text: string, place: string): void {
    const problem = this.#reader.read(text, 0, text.length);
    if (problem === null) this.#add(this.#heldFor(this.#reader.ticket, place), text);
    else this.#tracking.complain(place, problem);
  }

  /** Takes in the next line, which stands in a text from one place to another. */
  take(text: string, from: number, to: number, number: number): void {
    const noted = this.#tracking.book?.take(text.slice(from, to));
    if (noted?.kind === 'bad') this.#tracking.complain(`line ${number}`, noted.problem);
    if (noted !== undefined && noted.kind !== 'ticket') return;
    const problem = this.#reader.read(text, from, to);
    if (problem !== null) {
      this.#tracking.complain(`line ${number}`, problem);
      return;
    }
    const { ticket, event, closes } = this.#reader;
    const line = this.#tracking.keepsLines ? text.slice(from, to) : '';
    if (this.#tracking.isGrouped) {
      if (this.#current?.ticket !== ticket) {
        if (this.#current !== null) this.#write(this.#current, false);
        this.#current = this.#held.take(ticket) ?? this.#begin(ticket, `line ${number}`);
      }
      this.#add(this.#current, line);
      return;
    }
    this.#add(this.#heldFor(ticket, `line ${number}`), line);
    this.#held.pass(ticket, event.at, closes);
    this.#held.letGo(ticket, this.#endOf, this.#letGo);
  }

  /** Writes the verdicts that are left. */
  end(): void {
    if (this.#current !== null) this.#write(this.#current, false);
    this.#current = null;
    for (const held of this.#held.takeRest()) this.#write(held, false);
  }

  /** The verdicts since it was last asked. */
  takeWritten(): string {
    const written = this.#written;
    this.#written = '';
    return written;
  }

  /** The lines of the tickets that were still open when their verdicts were written. */
  get openLines(): readonly string[] {
    return this.#open;
  }

  #add({ events, lines }: Held, line: string): void {
    events.push(this.#reader.event);
    lines?.push(line);
  }

  #heldFor(ticket: string, place: string): Held {
    const known = this.#held.get(ticket);
    if (known !== undefined) return known;
    const held = this.#begin(ticket, place);
    this.#held.begin(held);
    return held;
  }

  #begin(ticket: string, place: string): Held {
    return { ticket, place, events: [], lines: this.#tracking.keepsLines ? [] : null };
  }

  readonly #endOf = ({ events }: Held) => {
    try {
      return this.#machine.judge(events, NaN) ?? STILL_OPEN;
    } catch (error) {
      // What is wrong with it is said when its verdict is written.
      if (isOfTicket(error)) return STILL_OPEN;
      throw error;
    }
  };

  readonly #letGo = (held: Held) => {
    this.#hasLetGo = true;
    this.#write(held, true);
  };

  #write(held: Held, isOver: boolean): void {
    const { ticket, place, events, lines } = held;
    const { at, complain } = this.#tracking;
    let verdict: Verdict | null;
    try {
      verdict = this.#machine.judge(events, at);
    } catch (error) {
      if (!isOfTicket(error)) throw error;
      complain(place, `the ticket ${ticket}: ${error.message}`);
      return;
    }
    if (verdict === null)
      complain(
        place,
        `the ticket ${ticket} is not opened by then${this.#hasLetGo ? ', or was over before' : ''}`,
      );
    else {
      this.#tracking.book?.judged(ticket, events, verdict);
      this.#written += this.#writer.line(ticket, verdict);
    }
    if (lines === null || isOver) return;
    const end = this.#endOf(held);
    if (!end.isClosed || end.reopensUntil !== -Infinity) this.#open.push(...lines);
  }
}

const STILL_OPEN = { isClosed: false, reopensUntil: null } as const;

/** What is wrong with one ticket, and not with us. */
function isOfTicket(error: unknown): error is Error {
  return (
    error instanceof HorizonError ||
    error instanceof MissingFactError ||
    error instanceof UnknownTicketError ||
    error instanceof RuleLoopError
  );
}
