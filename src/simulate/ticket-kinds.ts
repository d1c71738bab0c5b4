/** Tickets of one kind differ in nothing but when they are opened, and in what becomes of them. */
import type { TicketColumns } from './outcome.ts';

/** What of a ticket decides its target. */
export type TicketKinds = Pick<
  TicketColumns,
  'opened' | 'severity' | 'region' | 'channel' | 'type' | 'facts'
>;

/** What tickets share that are of one kind: a number, unless they say facts. */
export function kindOf(tickets: TicketKinds, row: number): number | string {
  const severity = tickets.severity[row] as number;
  const region = (tickets.region[row] as number) + 128;
  const channel = (tickets.channel[row] as number) + 128;
  // A byte each, in the 32 bits of a small number: larger ones take memory wherever they are a key.
  const kind = (severity << 24) | (region << 16) | (channel << 8) | ((tickets.type[row] as number) + 128);
  const { facts } = tickets;
  return facts.length === 0 ? kind : `${kind} ${facts.map(({ words }) => words[row]).join()}`;
}

/** Kinds are numbered from 0 in the order in which their first tickets come. */
export interface KindsOfTickets {
  readonly count: number;
  /** By ticket. */
  readonly of: Int32Array;
  /** Tickets, kind by kind: those of kind `k` are `rows[starts[k]]` up to `rows[starts[k + 1]]`, rising. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

/** Every plan, metric and team asks for the same kinds of the same tickets. */
const known = new WeakMap<TicketKinds, KindsOfTickets>();

/** The columns must not change any more. */
export function kindsOf(tickets: TicketKinds): KindsOfTickets {
  const found = known.get(tickets) ?? tellApart(tickets);
  known.set(tickets, found);
  return found;
}

function tellApart(tickets: TicketKinds): KindsOfTickets {
  const count = tickets.opened.length;
  const of = new Int32Array(count);
  const number = numbering(tickets);
  const sizes: number[] = [];
  for (let row = 0; row < count; row += 1) {
    const kind = number(row);
    of[row] = kind;
    if (kind === sizes.length) sizes.push(0);
    sizes[kind]! += 1;
  }
  const starts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, kind) => (starts[kind + 1] = (starts[kind] as number) + size));
  const next = starts.slice(0, sizes.length);
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row += 1) {
    const kind = of[row] as number;
    rows[next[kind] as number] = row;
    next[kind]! += 1;
  }
  return { count: sizes.length, of, rows, starts };
}

/** The first ticket of a kind, and how many there are. */
export interface KindCount {
  readonly first: number;
  readonly count: number;
}

const counted = new WeakMap<TicketKinds, readonly KindCount[]>();

/** Kinds in the order in which their first tickets come, where nobody asks which tickets are of them. */
export function countKinds(tickets: TicketKinds): readonly KindCount[] {
  const found = counted.get(tickets);
  if (found !== undefined) return found;
  const number = numbering(tickets);
  const firsts: number[] = [];
  const counts: number[] = [];
  for (let row = 0; row < tickets.opened.length; row += 1) {
    const kind = number(row);
    if (kind === counts.length) {
      counts.push(0);
      firsts.push(row);
    }
    counts[kind]! += 1;
  }
  const kinds = counts.map((count, kind) => ({ first: firsts[kind] as number, count }));
  counted.set(tickets, kinds);
  return kinds;
}

/** Room for the numbers of kinds by what they share, side by side; more than that are looked up one by one. */
const MOST_SIDE_BY_SIDE = 2 ** 16;

/** Gives a ticket's kind, rising by one with each that was not there before. Rows are asked for in order. */
function numbering(tickets: TicketKinds): (row: number) => number {
  const { severity, region, channel, type, facts } = tickets;
  const [regions, channels, types] = [region, channel, type].map((column) => highest(column) + 2) as [
    number,
    number,
    number,
  ];
  const room = (highest(severity) + 1) * regions * channels * types;
  let count = 0;
  if (facts.length === 0 && room <= MOST_SIDE_BY_SIDE) {
    const numbers = new Int32Array(room).fill(-1);
    return (row) => {
      const above = (severity[row] as number) * regions + (region[row] as number) + 1;
      const place = (above * channels + (channel[row] as number) + 1) * types + (type[row] as number) + 1;
      if (numbers[place] === -1) numbers[place] = count++;
      return numbers[place] as number;
    };
  }
  const numbers = new Map<number | string, number>();
  return (row) => {
    const kind = kindOf(tickets, row);
    let number = numbers.get(kind);
    if (number === undefined) numbers.set(kind, (number = count++));
    return number;
  };
}

function highest(column: Uint8Array | Int8Array): number {
  let most = -1;
  for (let i = 0; i < column.length; i += 1) if ((column[i] as number) > most) most = column[i] as number;
  return most;
}
