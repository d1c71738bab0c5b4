import { nearestWord } from '../../diagnostics/nearest-word.ts';
import {
  readEvent,
  type RecordedEvent,
  type TicketEvent,
  type TicketProgram,
  type UnknownValue,
} from '../../engine/ticket/index.ts';
import { parseInstant, parsePlainUtc } from '../../time/iso-instant.ts';

const QUOTE = 34;
const SPACE = 32;
const BACKSLASH = 92;

/** What stands before the three fields that every line has, as programs write them. */
const LAYOUTS = {
  tight: ['{"ticket":"', '","at":"', '","event":"'],
  wide: ['{"ticket": "', '", "at": "', '", "event": "'],
} as const;

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

  constructor(program: TicketProgram) {
    this.#program = program;
  }

  /** Reads the line that stands in a text from one place to another; what is wrong with it in words, null for nothing. */
  read(text: string, from: number, to: number): string | null {
    if (this.#readPlain(text, from, to)) return null;
    let value: unknown;
    try {
      value = JSON.parse(text.slice(from, to));
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
   * A short cut for a line of the three fields and nothing else, without escapes, in universal time; false for every other,
   * which is left to `JSON.parse`.
   */
  #readPlain(text: string, from: number, to: number): boolean {
    const [first, second, third] = text.charCodeAt(from + 10) === SPACE ? LAYOUTS.wide : LAYOUTS.tight;
    if (!text.startsWith(first, from)) return false;
    const ticketAt = from + first.length;
    const { ticket: before } = this;
    const isSame = text.startsWith(before, ticketAt) && text.charCodeAt(ticketAt + before.length) === QUOTE;
    const ticketEnd = isSame && before !== '' ? ticketAt + before.length : endOfPlain(text, ticketAt, to);
    if (!text.startsWith(second, ticketEnd)) return false;
    const timeAt = ticketEnd + second.length;
    const timeEnd = text.indexOf('"', timeAt);
    const at = parsePlainUtc(text, timeAt, timeEnd);
    if (Number.isNaN(at) || !text.startsWith(third, timeEnd)) return false;
    const eventAt = timeEnd + third.length;
    const eventEnd = to - 2;
    if (endOfPlain(text, eventAt, to) !== eventEnd || text.charCodeAt(to - 1) !== 125) return false;
    const event = text.slice(eventAt, eventEnd);
    if (event === 'opened') return false;
    const ticket =
      ticketEnd - ticketAt === before.length && isSame ? before : text.slice(ticketAt, ticketEnd);
    return this.#take(ticket, { at, event, says: null }) === null;
  }

  #take(ticket: string, recorded: RecordedEvent): string | null {
    const read = readEvent(this.#program, recorded);
    if (!('at' in read)) return problemOf(read);
    this.ticket = ticket;
    this.event = read;
    this.closes = recorded.event === 'closed' || recorded.event === 'cancelled';
    return null;
  }
}

/** Where a text in quotes ends that begins at `from`; -1 where it holds an escape, or what JSON does not allow. */
function endOfPlain(text: string, from: number, to: number): number {
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) return i;
    if (code === BACKSLASH || code < SPACE) return -1;
  }
  return -1;
}

function problemOf({ of, value, values }: UnknownValue): string {
  const nearest = nearestWord(value, values);
  const hint = nearest === null ? `it is one of ${values.join(', ')}` : `did you mean \`${nearest}\`?`;
  return value === ''
    ? `it does not say its \`${of}\`: ${hint}`
    : `the contract has no ${of} \`${value}\`: ${hint}`;
}
