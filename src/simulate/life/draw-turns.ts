import type { PreparedStream, Tickets } from '../arrivals/tickets.ts';
import type { PreparedTimes } from '../desk/durations.ts';
import type { PlayedWork } from '../desk/played-work.ts';
import type { Draws, RisingDraws } from '../random/draws.ts';
import { MS_PER_SECOND } from '../../time/units.ts';
import type { StreamTurns, Turn } from './prepare-turns.ts';

/** What is drawn for the tickets of a run of all that they may meet; no plan has any part in it. */
export interface DrawnTurns {
  /** The tickets as they are reported. */
  readonly tickets: Tickets;
  /** What each truly is. */
  readonly truth: Uint8Array;
  /** When a ticket is described: NaN for never, and for one that says nothing of it or has been so from the start. */
  readonly describedAt: (ticket: number) => number;
  /** What each says of its description: 1 that it has one, 0 that it has none, -1 nothing. */
  readonly described: Int8Array;
  readonly ofStream: readonly StreamTurns[];
  /**
   * By place of a turn in its stream: the instant at which it comes to a ticket, 0 for one that comes with a step, NaN for
   * a ticket to which it does not.
   */
  readonly when: readonly Float64Array[];
  /** The answer of a customer who is asked for the nth time at an instant, and when it comes; null for none. */
  readonly answer: (ticket: number, nth: number, asked: number) => Answer | null;
}

export interface Answer {
  readonly agrees: boolean;
  readonly at: number;
}

/** Draws of a turn: whether a ticket has it, and when it comes. */
const HAS = 0;
const WHEN = 1;

export function drawTurns(
  ofStream: readonly StreamTurns[],
  tickets: Tickets,
  streams: readonly PreparedStream[],
  draws: Draws,
): DrawnTurns {
  const { count } = tickets;
  const most = Math.max(...ofStream.map(({ turns }) => turns.length));
  const when = Array.from({ length: most }, () => new Float64Array(count).fill(NaN));
  const reported = tickets.severity.slice();
  const described = new Int8Array(count).fill(-1);
  // Whether tickets have a turn; those of a stream come in the order of their numbers.
  const haves = ofStream.map(({ turns }, stream) =>
    turns.map(({ purpose }) => draws.rising((streams[stream] as PreparedStream).id, purpose, HAS)),
  );
  for (let ticket = 0; ticket < count; ticket += 1) {
    const stream = tickets.stream[ticket] as number;
    const { misjudged, undescribed, turns } = ofStream[stream] as StreamTurns;
    const { id } = streams[stream] as PreparedStream;
    const sequence = tickets.sequence[ticket] as number;
    const opened = tickets.opened[ticket] as number;
    if (misjudged !== null) {
      const choose = misjudged.reported[tickets.severity[ticket] as number];
      const as = choose?.(draws.uniform(id, sequence, misjudged.purpose, HAS)) ?? -1;
      if (as !== -1) reported[ticket] = as;
    }
    if (undescribed !== null) {
      const { purpose, share } = undescribed;
      described[ticket] = draws.uniform(id, sequence, purpose, HAS) < share ? 0 : 1;
    }
    for (let place = 0; place < turns.length; place += 1) {
      const { purpose, share, does, at } = turns[place] as Turn;
      const has =
        does.kind === 'corrected'
          ? reported[ticket] !== tickets.severity[ticket]
          : does.kind === 'described'
            ? described[ticket] === 0
            : (haves[stream]?.[place] as RisingDraws).of(sequence) < share;
      if (!has) continue;
      (when[place] as Float64Array)[ticket] =
        at.kind === 'step' ? 0 : at.elapse(opened, draws.uniform(id, sequence, purpose, WHEN));
    }
  }
  return {
    tickets: { ...tickets, severity: reported },
    truth: tickets.severity,
    described,
    describedAt: (ticket) => {
      const { turns } = ofStream[tickets.stream[ticket] as number] as StreamTurns;
      return when[turns.findIndex(({ does }) => does.kind === 'described')]?.[ticket] ?? NaN;
    },
    ofStream,
    when,
    answer: (ticket, nth, asked) => {
      const stream = tickets.stream[ticket] as number;
      const agrees = ofStream[stream]?.agrees ?? null;
      if (agrees === null) return null;
      const { purpose, agree, refuse, elapse } = agrees;
      const { id } = streams[stream] as PreparedStream;
      const sequence = tickets.sequence[ticket] as number;
      const says = draws.uniform(id, sequence, purpose, 2 * nth + HAS);
      if (says >= agree + refuse) return null;
      const at = elapse(asked, draws.uniform(id, sequence, purpose, 2 * nth + WHEN));
      return Number.isNaN(at) ? null : { agrees: says < agree, at };
    },
  };
}

/** Writes into the columns of durations what those take who are reopened: the wait before it, then the steps done again. */
export function drawReopening(
  { reopens, again }: PlayedWork,
  { tickets, truth, ofStream }: DrawnTurns,
  streams: readonly PreparedStream[],
  times: readonly PreparedTimes[],
  draws: Draws,
  durations: Float64Array,
): void {
  if (reopens === -1) return;
  for (let ticket = 0; ticket < tickets.count; ticket += 1) {
    const stream = tickets.stream[ticket] as number;
    const reopened = ofStream[stream]?.reopened ?? null;
    if (reopened === null) continue;
    const severity = truth[ticket] as number;
    if (reopened.of !== null && reopened.of[severity] !== 1) continue;
    const { id } = streams[stream] as PreparedStream;
    const sequence = tickets.sequence[ticket] as number;
    if (draws.uniform(id, sequence, reopened.purpose, HAS) >= reopened.share) continue;
    const row = ticket * times.length + reopens;
    // How long the wait is hangs on when it begins; the number that makes it stands here until then.
    durations[row] = draws.uniform(id, sequence, reopened.purpose, WHEN);
    for (const [i, step] of reopened.again.entries()) {
      if (step === null) continue;
      const sample = times[again[i] as number]?.bySeverity[severity];
      const seconds = sample?.(draws.uniform(id, sequence, step.purpose, HAS)) ?? NaN;
      durations[row + 1 + i] = Math.round(seconds * step.share * MS_PER_SECOND);
    }
  }
}
