import { nearestWord } from '../../diagnostics/nearest-word.ts';
import {
  readEvent,
  type RecordedEvent,
  type TicketEvent,
  type TicketProgram,
  type UnknownValue,
} from '../../engine/ticket/index.ts';
import { parseInstant } from '../../time/iso-instant.ts';
import { UtcBytes } from '../../time/utc-bytes.ts';
import { KnownRests } from './known-rests.ts';

const [NEWLINE, QUOTE, SPACE, BACKSLASH] = [10, 34, 32, 92] as const;

/** A longer name is not compared with that of the line before. */
const LONGEST_TICKET = 256;

/** What stands before the ticket, the time and the rest of a line, as programs write them. */
const LAYOUTS = {
  tight: ['{"ticket":"', '","at":"', '",'].map((text) => Buffer.from(text)),
  wide: ['{"ticket": "', '", "at": "', '", '].map((text) => Buffer.from(text)),
} as const;

/** Fields that a rest may not say once more, since what is said last holds. */
const REPEATED = /\\|"(?:ticket|at)"/;

/**
 * Reads lines of a history, `{"ticket","at","event", …}`: what happened, when, and what it says of the ticket. What was
 * read last stands in its fields, since a history has millions of lines.
 */
export class LineReader {
  ticket = '';
  event: TicketEvent = { at: NaN, kind: -1, sets: null, state: -1 };
  /** Whether it closes its ticket, or cancels it. */
  closes = false;
  readonly #program: TicketProgram;
  readonly #times = new UtcBytes();
  readonly #rests = new KnownRests();
  /** The ticket as the bytes had it; of no length where it was read otherwise. */
  readonly #ticketBytes = new Uint8Array(LONGEST_TICKET);
  #ticketLength = 0;
  /** Where the rest begins of the line that `readBytes` left to `read`; -1 where it did not come so far. */
  #restAt = -1;
  /** Whether nothing but its event and the ticket's own fields decides what a line says. */
  readonly #learns: boolean;

  constructor(program: TicketProgram) {
    this.#program = program;
    this.#learns = !['ticket', 'at', 'event'].some((name) => program.said.has(name));
  }

  /** Reads a line; what is wrong with it in words, null for nothing. */
  read(line: string): string | null {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return 'it is no JSON';
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is no JSON object';
    const says = value as Readonly<Record<string, unknown>>;
    const { ticket, at, event } = says;
    if (typeof ticket !== 'string' && typeof ticket !== 'number') return 'it does not name its `ticket`';
    if (typeof at !== 'string') return 'it does not say `at` which instant';
    if (typeof event !== 'string') return 'it does not name its `event`';
    const parsed = parseInstant(at);
    if (!parsed.ok) return `\`at\` ${at}: ${parsed.reason}`;
    return this.#take(String(ticket), { at: parsed.instant, event, says });
  }

  /**
   * Reads a line from the bytes of a text, up to its `\n`, which is there: the place behind it. -1 where it is not as programs
   * write it, or says what no line has said before; such a line is for `read`, which `learn` tells of.
   */
  readBytes(bytes: Buffer, from: number): number {
    const [first, second, third] = bytes[from + 10] === SPACE ? LAYOUTS.wide : LAYOUTS.tight;
    this.#restAt = -1;
    if (!startsWith(bytes, from, first as Uint8Array)) return -1;
    const ticketAt = from + (first as Uint8Array).length;
    const length = this.#ticketLength;
    const isSame =
      length > 0 &&
      bytes[ticketAt + length] === QUOTE &&
      startsWith(bytes, ticketAt, this.#ticketBytes, length);
    const ticketEnd = isSame ? ticketAt + length : endOfPlain(bytes, ticketAt);
    if (ticketEnd === -1 || !startsWith(bytes, ticketEnd, second as Uint8Array)) return -1;
    const at = this.#times.read(bytes, ticketEnd + (second as Uint8Array).length);
    if (Number.isNaN(at) || !startsWith(bytes, this.#times.end, third as Uint8Array)) return -1;
    this.#restAt = this.#times.end + (third as Uint8Array).length;
    const rest = this.#rests.find(bytes, this.#restAt);
    if (rest === undefined) return -1;
    if (!isSame) this.#takeTicket(bytes, ticketAt, ticketEnd);
    const { kind, sets, state } = rest;
    this.event = { at, kind, sets, state };
    this.closes = rest.closes;
    return this.#rests.end + 1;
  }

  /** Keeps in mind what the line says that `readBytes` could not read and `read` has read since. */
  learn(bytes: Buffer): void {
    const from = this.#restAt;
    if (from === -1 || !this.#learns || REPEATED.test(bytes.toString('utf8', from, this.#rests.end))) return;
    const { kind, sets, state } = this.event;
    this.#rests.add(bytes, from, { kind, sets, state, closes: this.closes });
  }

  #takeTicket(bytes: Buffer, from: number, to: number): void {
    this.ticket = bytes.toString('utf8', from, to);
    this.#ticketLength = to - from <= LONGEST_TICKET ? to - from : 0;
    for (let i = 0; i < this.#ticketLength; i += 1) this.#ticketBytes[i] = bytes[from + i] as number;
  }

  #take(ticket: string, recorded: RecordedEvent): string | null {
    const read = readEvent(this.#program, recorded);
    if (!('at' in read)) return problemOf(read);
    this.ticket = ticket;
    this.#ticketLength = 0;
    this.event = read;
    this.closes = recorded.event === 'closed' || recorded.event === 'cancelled';
    return null;
  }
}

/** Where a text in quotes ends that begins at `from`; -1 where it holds an escape, or what JSON does not allow. */
function endOfPlain(bytes: Uint8Array, from: number): number {
  for (let i = from; ; i += 1) {
    const byte = bytes[i] as number;
    if (byte === QUOTE) return i;
    if (byte === NEWLINE || byte === BACKSLASH || byte < SPACE) return -1;
  }
}

function startsWith(bytes: Uint8Array, from: number, text: Uint8Array, length = text.length): boolean {
  for (let i = 0; i < length; i += 1) if (bytes[from + i] !== text[i]) return false;
  return true;
}

function problemOf({ of, value, values }: UnknownValue): string {
  const nearest = nearestWord(value, values);
  const hint = nearest === null ? `it is one of ${values.join(', ')}` : `did you mean \`${nearest}\`?`;
  return value === ''
    ? `it does not say its \`${of}\`: ${hint}`
    : `the contract has no ${of} \`${value}\`: ${hint}`;
}
