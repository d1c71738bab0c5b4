/** The tickets of one replication: what arrives, when, and of which kind. No plan has any part in it. */
import type { InstantMs } from '../../time/types.ts';
import { NOTHING, type Choice } from '../random/choice.ts';
import { purposeOf, type Draws, type Purpose, type RisingDraws } from '../random/draws.ts';
import { arrivalTimes } from './arrival-times.ts';
import type { CumulativeRate } from './cumulative-rate.ts';
import type { FactColumn } from '../ticket-facts.ts';
import { loggedTimes, type LoggedTimes, type PreparedLog } from './logged-arrivals.ts';
import { modulated, type Modulation } from './modulation.ts';

/** In columns, ordered by (instant, stream, sequence): the row is the ticket's number in its replication. */
export interface Tickets {
  readonly count: number;
  readonly opened: Float64Array;
  /** Where the ticket came from and its number there, from 0: the address of its draws. */
  readonly stream: Uint16Array;
  readonly sequence: Uint32Array;
  /** Indexes into the plan's lists; -1 for none. */
  readonly severity: Uint8Array;
  readonly region: Int8Array;
  readonly channel: Int8Array;
  readonly type: Int8Array;
  readonly facts: readonly FactColumn[];
  /** Place of each ticket in the log that it comes from, -1 for none; empty where no stream has one. */
  readonly places: Int32Array;
}

/** A stream with its names turned into indexes and its rate into a table. */
export interface PreparedStream {
  readonly id: Purpose;
  readonly rate: CumulativeRate;
  /** Of all its tickets, -1 for none; where `regions` chooses, nothing asks for it. */
  readonly region: number;
  /** Each gives an index into the plan's list, -1 for none. */
  readonly severity: Choice;
  readonly regions: Choice;
  readonly channel: Choice;
  readonly type: Choice;
  /** By rising index of the contract's facts, the same facts for every stream: an index into the words, -1 for nothing said. */
  readonly facts: readonly FactChoice[];
  readonly modulation: Modulation | null;
  /** The history that the tickets come from in place of the rate, with their kinds; null where they are drawn. */
  readonly log: LoggedStream | null;
}

/** What each ticket of a log is, by its place there: indexes into the plan's lists, -1 for none. */
export interface LoggedStream {
  readonly arrivals: PreparedLog;
  readonly severity: Uint8Array;
  readonly region: Int8Array;
  readonly channel: Int8Array;
  readonly type: Int8Array;
  /** Words of each fact that the log tells, -1 for nothing: by index of the contract's facts. */
  readonly facts: ReadonlyMap<number, Int8Array>;
  /** Seconds of the steps that take as long as the log says, by their names: -1 for no such step, NaN for one that is drawn. */
  readonly takes: ReadonlyMap<string, Float64Array>;
}

export interface FactChoice {
  readonly fact: number;
  /** Goes by the fact's name, so that another fact changes no draw of this one. */
  readonly purpose: Purpose;
  readonly choose: Choice;
}

const SEVERITY = purposeOf('ticket severity');
const REGION = purposeOf('ticket region');
const CHANNEL = purposeOf('ticket channel');
const TYPE = purposeOf('ticket type');

export function createTickets(streams: readonly PreparedStream[], draws: Draws): Tickets {
  const arrivals = streams.map((stream) => arrivalsOf(stream, draws));
  const times = arrivals.map((each) => each.times);
  const count = times.reduce((sum, list) => sum + list.length, 0);
  const tickets: Tickets = {
    count,
    opened: new Float64Array(count),
    stream: new Uint16Array(count),
    sequence: new Uint32Array(count),
    severity: new Uint8Array(count),
    region: new Int8Array(count),
    channel: new Int8Array(count).fill(-1),
    type: new Int8Array(count).fill(-1),
    facts: (streams[0]?.facts ?? []).map(({ fact }) => ({ fact, words: new Int8Array(count).fill(-1) })),
    places: new Int32Array(streams.some(({ log }) => log !== null) ? count : 0).fill(-1),
  };
  const severities = streams.map(({ id }) => draws.rising(id, SEVERITY, 0));
  const next = times.map(() => 0);
  for (let row = 0; row < count; row += 1) {
    const index = earliest(times, next);
    const stream = streams[index] as PreparedStream;
    const sequence = next[index] as number;
    next[index] = sequence + 1;
    tickets.opened[row] = (times[index] as readonly InstantMs[])[sequence] as number;
    tickets.stream[row] = index;
    tickets.sequence[row] = sequence;
    if (stream.log !== null) {
      const place = arrivals[index]?.places[sequence] as number;
      tickets.places[row] = place;
      tickets.severity[row] = stream.log.severity[place] as number;
      tickets.region[row] = stream.log.region[place] as number;
      tickets.channel[row] = stream.log.channel[place] as number;
      tickets.type[row] = stream.log.type[place] as number;
    } else {
      tickets.severity[row] = stream.severity((severities[index] as RisingDraws).of(sequence));
      drawKinds(tickets, row, stream, sequence, draws);
    }
    for (let i = 0; i < tickets.facts.length; i += 1) setFact(tickets, row, i, stream, draws);
  }
  return tickets;
}

function setFact(tickets: Tickets, row: number, place: number, stream: PreparedStream, draws: Draws): void {
  const column = tickets.facts[place];
  const said = stream.facts[place];
  if (column === undefined || said === undefined) return;
  const { fact, purpose, choose } = said;
  const told = stream.log?.facts.get(fact)?.[tickets.places[row] as number] ?? -1;
  if (told !== -1) column.words[row] = told;
  else if (choose !== NOTHING)
    column.words[row] = choose(draws.uniform(stream.id, tickets.sequence[row] as number, purpose, 0));
}

/** When the tickets of a stream come; of a log, also its place there. */
function arrivalsOf({ rate, modulation, log, id }: PreparedStream, draws: Draws): LoggedTimes {
  if (log !== null) return loggedTimes(log.arrivals, draws, id);
  const own = modulation === null ? rate : modulated(rate, modulation, draws, id);
  return { times: arrivalTimes(own, draws, id), places: [] };
}

function drawKinds(
  tickets: Tickets,
  row: number,
  stream: PreparedStream,
  sequence: number,
  draws: Draws,
): void {
  tickets.region[row] =
    stream.regions === NOTHING
      ? stream.region
      : stream.regions(draws.uniform(stream.id, sequence, REGION, 0));
  if (stream.channel !== NOTHING)
    tickets.channel[row] = stream.channel(draws.uniform(stream.id, sequence, CHANNEL, 0));
  if (stream.type !== NOTHING) tickets.type[row] = stream.type(draws.uniform(stream.id, sequence, TYPE, 0));
}

/** The stream whose next arrival comes first; of two at one instant, the one written first. */
function earliest(times: readonly (readonly InstantMs[])[], next: readonly number[]): number {
  let best = -1;
  let bestTime = Infinity;
  for (let i = 0; i < times.length; i += 1) {
    const time = times[i]?.[next[i] as number] ?? Infinity;
    if (time < bestTime) {
      best = i;
      bestTime = time;
    }
  }
  return best;
}
