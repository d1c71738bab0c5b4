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

  constructor(program: TicketProgram, tracking: Tracking) {
    this.#reader = new LineReader(program);
    this.#machine = ticketMachine(program);
    this.#writer = new VerdictWriter(program);
    this.#tracking = tracking;
  }

  /** Takes in a line that was kept by an earlier run. */
  carry(text: string, place: string): void {
    const problem = this.#reader.read(text);
    if (problem !== null) {
      this.#tracking.complain(place, problem);
      return;
    }
    const { ticket, event, closes } = this.#reader;
    this.#add(this.#heldFor(ticket, place), text);
    if (!this.#tracking.isGrouped) this.#held.pass(ticket, event.at, closes);
  }

  /** Takes in the next line, which begins at a place of the bytes of whole lines; the place where the one after it does. */
  take(bytes: Buffer, from: number, number: number): number {
    const { book, keepsLines, complain } = this.#tracking;
    const read = book === null ? this.#reader.readBytes(bytes, from) : -1;
    if (read !== -1) {
      this.#takeRead(keepsLines ? lineOf(bytes, from, read - 1) : '', number);
      return read;
    }
    const end = bytes.indexOf(NEWLINE, from);
    const line = lineOf(bytes, from, end);
    if (line.trim() === '') return end + 1;
    const noted = book?.take(line);
    if (noted?.kind === 'bad') complain(`line ${number}`, noted.problem);
    if (noted !== undefined && noted.kind !== 'ticket') return end + 1;
    const problem = this.#reader.read(line);
    if (problem !== null) complain(`line ${number}`, problem);
    else {
      if (book === null) this.#reader.learn(bytes);
      this.#takeRead(line, number);
    }
    return end + 1;
  }

  #takeRead(line: string, number: number): void {
    const { ticket, event, closes } = this.#reader;
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
  takeWritten(): Uint8Array {
    return this.#writer.take();
  }

  /** The lines of the tickets that were still open when their verdicts were written. */
  get openLines(): readonly string[] {
    return this.#open;
  }

  #add(held: Held, line: string): void {
    held.events.push(this.#reader.event);
    held.lines?.push(line);
    if (this.#reader.closes) held.isTold = true;
  }

  #heldFor(ticket: string, place: string): Held {
    const known = this.#held.get(ticket);
    if (known !== undefined) return known;
    const held = this.#begin(ticket, place);
    this.#held.begin(held);
    return held;
  }

  #begin(ticket: string, place: string): Held {
    return { ticket, place, events: [], lines: this.#tracking.keepsLines ? [] : null, isTold: false };
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
      this.#writer.write(ticket, verdict);
    }
    if (lines === null || isOver) return;
    const end = this.#endOf(held);
    // Of a ticket that time has closed a line may say so later.
    if (!end.isClosed || end.reopensUntil !== -Infinity || !held.isTold) this.#open.push(...lines);
  }
}

const [NEWLINE, RETURN] = [10, 13] as const;

/** The text of a line without what ends it. */
function lineOf(bytes: Buffer, from: number, end: number): string {
  const to = bytes[end - 1] === RETURN && end > from ? end - 1 : end;
  return bytes.toString('utf8', from, to);
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
