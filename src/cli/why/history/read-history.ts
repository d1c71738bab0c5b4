import type { TicketEvent, TicketProgram } from '../../../engine/ticket/index.ts';
import { nearestWord } from '../../../diagnostics/nearest-word.ts';
import { openLog } from '../../../workspace/open-log.ts';
import { linesOf } from '../../lines.ts';
import { LineReader } from '../../track/line-reader.ts';
import { PeriodBook } from '../../track/period-book.ts';
import { UsageError } from '../../usage-error.ts';
import type { Surroundings } from '../../io.ts';

/** A line that cannot be read, and why. */
export interface BadLine {
  readonly number: number;
  readonly problem: string;
}

/** What a history tells: of each ticket its events, and of customers what their ledgers need. */
export interface ReadHistory {
  readonly tickets: ReadonlyMap<string, readonly TicketEvent[]>;
  readonly book: PeriodBook;
  readonly bad: readonly BadLine[];
}

/** The lines of a history, from a file or, for `-`, from standard input; gzip is unpacked. */
export async function linesOfHistory(path: string, { stdin }: Surroundings): Promise<readonly string[]> {
  const lines: string[] = [];
  const input = path === '-' ? stdin : ((await openLog(path)) as AsyncIterable<Buffer>);
  for await (const some of linesOf(input)) lines.push(...some);
  return lines;
}

/** Reads the lines of a history as `track` does. */
export function readHistory(program: TicketProgram, lines: readonly string[]): ReadHistory {
  const reader = new LineReader(program);
  const book = new PeriodBook(program);
  const tickets = new Map<string, TicketEvent[]>();
  const bad: BadLine[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const noted = book.take(line);
    if (noted.kind === 'bad') bad.push({ number: i + 1, problem: noted.problem });
    if (noted.kind !== 'ticket') continue;
    const problem = reader.read(line);
    if (problem !== null) {
      bad.push({ number: i + 1, problem });
      continue;
    }
    const { ticket, event } = reader;
    const events = tickets.get(ticket);
    if (events === undefined) tickets.set(ticket, [event]);
    else events.push(event);
  }
  return { tickets, book, bad };
}

/** The ticket that is asked about; the only one of the history where none is named. */
export function ticketIn({ tickets }: ReadHistory, named: string | undefined): string {
  const [first, ...more] = tickets.keys();
  if (first === undefined)
    throw new UsageError('the history tells of no ticket', 'its lines are those of `surety track`');
  if (named === undefined) {
    if (more.length === 0) return first;
    throw new UsageError(
      `the history tells of ${String(tickets.size)} tickets`,
      `name one, such as --ticket ${first}`,
    );
  }
  if (tickets.has(named)) return named;
  const nearest = nearestWord(named, [...tickets.keys()]);
  throw new UsageError(
    `the history has no ticket \`${named}\``,
    nearest === null ? 'its tickets are named by `"ticket"` in its lines' : `did you mean \`${nearest}\`?`,
  );
}

/** The same history as it would be told under another plan: what is booked of a plan is left out, since another has it not. */
export function underPlan(lines: readonly string[], plan: string): readonly string[] {
  return lines.map((line) => {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return line;
    }
    if (typeof value !== 'object' || value === null) return line;
    const says = value as Readonly<Record<string, unknown>>;
    if (says['event'] !== 'opened' && says['event'] !== 'starts' && says['plan'] === undefined) return line;
    const { options: _options, ...rest } = says;
    return JSON.stringify({ ...rest, plan });
  });
}
