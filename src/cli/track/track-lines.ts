import {
  ticketMachine,
  type TicketMachine,
  type TicketProgram,
  type Verdict,
} from '../../engine/ticket/index.ts';
import { beyondQuota } from '../../engine/entitlement/beyond-quota.ts';
import type { LedgerEntry } from '../../engine/entitlement/ledger-model.ts';
import type { InstantMs } from '../../time/types.ts';
import { ChargeBook, isCounting, type BookState } from './charge-book.ts';
import { HeldTickets, type Held } from './held-tickets.ts';
import { isOfTicket } from './of-ticket.ts';
import { leftOutOf, type LeftOutOf } from './left-out-of.ts';
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
  readonly #leftOut: LeftOutOf;
  readonly #tracking: Tracking;
  readonly #held = new HeldTickets();
  /** The ledgers of customers; null where nothing that tickets use is counted. */
  readonly #charges: ChargeBook | null;
  /** Tickets that ledgers may still ask for, by name. */
  readonly #all = new Map<string, Held>();
  /** Tickets whose lines are all read, and whose charges hang on tickets that come behind them. */
  readonly #waiting: Held[] = [];
  /** Tickets that were over at the end. */
  readonly #over: string[] = [];
  #latest = -Infinity;
  /** The ticket that is being read, where they are grouped. */
  #current: Held | null = null;
  readonly #open: string[] = [];
  #hasLetGo = false;

  constructor(program: TicketProgram, tracking: Tracking) {
    this.#reader = new LineReader(program);
    this.#machine = ticketMachine(program);
    this.#writer = new VerdictWriter(program);
    this.#tracking = tracking;
    this.#leftOut = leftOutOf(program);
    const [version, ...others] = program.versions;
    // A ledger is of one version; where another comes into force it is not known which goes on.
    const isCharging = version?.plan.plans.some(isCounting) === true && others.length === 0;
    this.#charges = isCharging
      ? new ChargeBook(program, (ticket) => this.#all.get(ticket)?.events ?? [])
      : null;
  }

  /** Takes in a line that was kept by an earlier run. */
  carry(text: string, place: string): void {
    const { complain } = this.#tracking;
    if (text.startsWith(CHARGES)) {
      const state = stateIn(text);
      if (state === null) complain(place, 'it is none that `surety track --state` wrote');
      else this.#charges?.restore(state);
      return;
    }
    const problem = this.#reader.read(text);
    if (problem !== null) {
      complain(place, problem);
      return;
    }
    const { ticket, event, closes } = this.#reader;
    this.#add(this.#heldFor(ticket, place), text);
    if (!this.#tracking.isGrouped) this.#held.pass(ticket, event.at, closes);
  }

  /** Takes in the next line, which begins at a place of the bytes of whole lines; the place where the one after it does. */
  take(bytes: Buffer, from: number, number: number): number {
    const { book, keepsLines } = this.#tracking;
    const isPlain = book === null && this.#charges === null;
    const read = isPlain ? this.#reader.readBytes(bytes, from) : -1;
    if (read !== -1) {
      this.#takeRead(keepsLines ? lineOf(bytes, from, read - 1) : '', number);
      return read;
    }
    const end = bytes.indexOf(NEWLINE, from);
    const line = lineOf(bytes, from, end);
    if (line.trim() !== '') this.#takeLine(line, number, isPlain ? bytes : null);
    return end + 1;
  }

  #takeLine(line: string, number: number, bytes: Buffer | null): void {
    const { book, complain } = this.#tracking;
    const noted = book?.take(line);
    if (noted?.kind === 'bad') {
      complain(`line ${number}`, noted.problem);
      return;
    }
    const told = this.#charges?.takeCustomer(line) ?? null;
    if (typeof told === 'string') complain(`line ${number}`, told);
    if (told !== null || noted?.kind === 'customer') return;
    const problem = this.#reader.read(line) ?? this.#charges?.note(line) ?? null;
    if (problem !== null) {
      complain(`line ${number}`, problem);
      return;
    }
    if (bytes !== null) this.#reader.learn(bytes);
    this.#takeRead(line, number);
  }

  #takeRead(line: string, number: number): void {
    const { ticket, event, closes } = this.#reader;
    if (event.at > this.#latest) this.#latest = event.at;
    if (this.#tracking.isGrouped) {
      if (this.#current?.ticket !== ticket) {
        if (this.#current !== null) this.#finish(this.#current);
        this.#current = this.#held.take(ticket) ?? this.#begin(ticket, `line ${number}`);
      }
      this.#add(this.#current, line);
      return;
    }
    this.#add(this.#heldFor(ticket, `line ${number}`), line);
    this.#held.pass(ticket, event.at, closes);
    this.#held.letGo(ticket, this.#endOf, this.#letGo);
  }

  /** All lines of a ticket are read. Of others that come behind it something may have been used before. */
  #finish(held: Held): void {
    if (this.#charges === null) this.#write(held, false);
    else this.#waiting.push(held);
  }

  /** Writes the verdicts that are left. */
  end(): void {
    if (this.#current !== null) this.#finish(this.#current);
    this.#current = null;
    this.#latest = Infinity;
    for (const held of this.#waiting) this.#write(held, false);
    for (const held of this.#held.takeRest()) this.#write(held, false);
    this.#charges?.settle();
    for (const ticket of this.#over) this.#charges?.forget(ticket);
  }

  /** The verdicts since it was last asked. */
  takeWritten(): Uint8Array {
    return this.#writer.take();
  }

  /** The lines of the tickets that were still open when their verdicts were written, and the ledgers as they were then. */
  get openLines(): readonly string[] {
    return this.#charges === null
      ? this.#open
      : [...this.#open, `${CHARGES}${JSON.stringify(this.#charges.state)}}`];
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
    const lines = this.#tracking.keepsLines ? [] : null;
    const held: Held = { ticket, place, events: [], lines, isTold: false };
    if (this.#charges !== null) this.#all.set(ticket, held);
    return held;
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
      const charges = this.#chargesOf(ticket);
      const told = beyondQuota(verdict, charges ?? []);
      this.#tracking.book?.judged(ticket, events, told);
      this.#writer.write(ticket, told, charges, this.#leftOut(events, verdict));
    }
    if (lines === null && this.#charges === null) return;
    const end = isOver ? null : this.#endOf(held);
    // Of a ticket that time has closed a line may say so later.
    if (end === null || (end.isClosed && end.reopensUntil === -Infinity && held.isTold))
      this.#letGoOf(ticket);
    else if (lines !== null) this.#open.push(...lines);
  }

  /** What a ticket was charged; null where that cannot be said, `at` being the instant up to which anything is looked at. */
  #chargesOf(ticket: string): readonly LedgerEntry[] | null {
    const { at } = this.#tracking;
    const told = this.#latest === Infinity ? Infinity : this.#latest - 1;
    return this.#charges?.chargesOf(ticket, Number.isNaN(at) ? told : Math.min(told, at)) ?? null;
  }

  #letGoOf(ticket: string): void {
    if (this.#charges === null) return;
    // At the end ledgers still ask for tickets that have been written.
    if (this.#latest === Infinity) this.#over.push(ticket);
    else {
      this.#charges.forget(ticket);
      this.#all.delete(ticket);
    }
  }
}

const [NEWLINE, RETURN] = [10, 13] as const;

/** The text of a line without what ends it. */
function lineOf(bytes: Buffer, from: number, end: number): string {
  const to = bytes[end - 1] === RETURN && end > from ? end - 1 : end;
  return bytes.toString('utf8', from, to);
}

/** How the line of a state begins that has the ledgers. */
const CHARGES = '{"charges":';

function stateIn(text: string): BookState | null {
  try {
    return (JSON.parse(text) as { readonly charges: BookState }).charges;
  } catch {
    return null;
  }
}

const STILL_OPEN = { isClosed: false, reopensUntil: null } as const;
