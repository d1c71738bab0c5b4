import { deadlineOf } from '../deadline.ts';
import { assertNever } from '../../text/assert-never.ts';
import type { InstantMs } from '../../time/types.ts';
import { countFrom, dueOfCount, type Count, type Piece } from './count.ts';
import { startOfTerm } from './find-stretch.ts';
import type { PauseCap } from './pause-cap.ts';
import type { Pauses } from './pauses.ts';
import type { PausingHours } from './pausing-hours.ts';
import type { Cell, Clock } from './program.ts';
import type { Term } from './term.ts';
import type { ClockVerdict } from './verdict.ts';

const NOTHING: readonly never[] = [];
const EMPTY: Set<number> = new Set();

/** What the deadline of one clock may hang on beside itself. */
export interface Surroundings {
  /** Since when an event last happened; NaN where it has not. */
  lastAt(event: number): InstantMs;
  run(metric: number): ClockRun | undefined;
}

/**
 * One clock of one ticket. It keeps what happened, never a deadline: that is worked out anew whenever it is asked for.
 * A class, and used again for the next ticket, since a million tickets should not be a million sets of objects.
 */
export class ClockRun implements Pauses {
  /** NaN until it has started. */
  started: InstantMs = NaN;
  /** The event that stopped it, or the last that did; NaN while it runs. */
  stopped: InstantMs = NaN;
  /** When the ticket ended and took the clock with it; NaN where it did not. */
  ended: InstantMs = NaN;
  /** Whether anything can still happen to it. */
  isActive = false;
  occurrence = 1;
  cell: Cell | null = null;
  severity = -1;

  /** What is being counted; null where the cell is a word or hangs on another clock or an event. */
  term: Term | null = null;
  from: InstantMs = NaN;
  credit = 0;
  earlier: readonly Piece[] = NOTHING;
  /** Counts of before that hold where they end earlier. */
  others: readonly Count[] = NOTHING;
  /** Before the end of these it is never due. */
  floors: readonly Count[] = NOTHING;

  readonly spans: number[] = [];
  during: readonly PausingHours[] = NOTHING;
  /** Whether a pause is going on, and up to when at most; whether it counts, since it began before the deadline. */
  isPaused = false;
  pausedUntil: InstantMs = NaN;
  countsPause = false;
  /** By line of the clock's pauses: since when it holds (NaN for not), until when at most, and what it has used up. */
  readonly lineFrom: number[] = [];
  readonly lineUntil: number[] = [];
  readonly lineCap: (PauseCap | null)[] = [];
  readonly lineUsed: number[] = [];

  /** Of a change that is being made: the cell that comes, and the deadline of before; NaN for none. */
  next: Cell | null = null;
  dueBefore: InstantMs = NaN;
  /** A breach that stays, whatever comes later; NaN for none. */
  sticky: InstantMs = NaN;
  /** What was promised last where nothing is any more: a breach of it that stays is told by it. */
  lost: Cell | null = null;
  /** A ticket is late no earlier than this. */
  lateFloor: InstantMs = -Infinity;
  /** The message of which others that follow soon are part; NaN for none. */
  groupFrom: InstantMs = NaN;

  /** How far each line of `starts` is: the step, and the events of that step that have come. */
  readonly steps: number[] = [];
  readonly seen: Set<number>[] = [];
  readonly done: ClockVerdict[] = [];

  forget(): void {
    this.started = NaN;
    this.stopped = NaN;
    this.ended = NaN;
    this.isActive = false;
    this.occurrence = 1;
    this.cell = null;
    this.lost = null;
    this.groupFrom = NaN;
    this.steps.fill(0);
    this.seen.fill(EMPTY);
    if (this.done.length > 0) this.done.length = 0;
  }

  begin(at: InstantMs, cell: Cell | null, severity: number): void {
    this.started = at;
    this.stopped = NaN;
    this.ended = NaN;
    this.isActive = true;
    this.severity = severity;
    if (this.spans.length > 0) this.spans.length = 0;
    this.during = NOTHING;
    this.isPaused = false;
    this.pausedUntil = NaN;
    this.countsPause = false;
    if (this.lineFrom.length > 0) {
      this.lineFrom.length = 0;
      this.lineUntil.length = 0;
      this.lineCap.length = 0;
      this.lineUsed.length = 0;
    }
    this.sticky = NaN;
    this.lost = null;
    this.lateFloor = -Infinity;
    this.promise(cell, at);
  }

  /** Counts what a cell promises from an instant on, and nothing else. */
  promise(cell: Cell | null, from: InstantMs): void {
    this.cell = cell;
    this.term = cell?.counts.kind === 'count' ? cell.counts.term : null;
    this.from = from;
    this.credit = 0;
    this.earlier = NOTHING;
    this.others = NOTHING;
    this.floors = NOTHING;
  }

  count(): Count | null {
    const { term, from, earlier, credit } = this;
    return term === null ? null : { term, from, earlier, credit };
  }

  /**
   * Whether a pause that counts goes on at an instant and keeps the deadline from being known. What was over before it
   * began stays over, and dates that run on do so.
   */
  isPausedAt(at: InstantMs, around: Surroundings): boolean {
    if (!this.isPaused || !this.countsPause || at >= this.pausedUntil) return false;
    const { spans } = this;
    const last = spans.length - 1;
    const until = spans[last] as number;
    spans[last] = Infinity;
    const due = this.due(around);
    spans[last] = until;
    return Number.isNaN(due);
  }

  /** The deadline now in force; NaN for none. */
  due(around: Surroundings): InstantMs {
    const { counts } = this.cell ?? NO_CELL;
    switch (counts.kind) {
      case 'word':
        return NaN;
      case 'count': {
        if (this.term === null) return NaN;
        if (this.others.length === 0 && this.floors.length === 0) return dueOfCount(this as Count, this);
        return this.bounded(dueOfCount(this as Count, this), true);
      }
      case 'relative':
      case 'awaited':
        return this.bounded(this.dueByAnchor(counts.term, around));
      default:
        return assertNever(counts);
    }
  }

  /** What is aimed at, where the promise is a range. */
  softDue(around: Surroundings): InstantMs {
    const counts = this.cell?.counts;
    if (counts === undefined || counts.kind === 'word' || counts.soft === null) return NaN;
    const count = this.count();
    if (counts.kind === 'count') {
      return count === null ? NaN : dueOfCount({ ...count, term: counts.soft }, this);
    }
    return this.dueByAnchor(counts.soft, around);
  }

  /** The deadline of the promise itself, held beside those of before and the floors. */
  private bounded(own: InstantMs, counts = false): InstantMs {
    let due = own;
    for (const other of this.others) {
      const end = dueOfCount(other, this);
      // What a pause keeps from ending is not the earlier, as among the limits of one cell.
      if (end < due || (counts && Number.isNaN(due))) due = end;
    }
    for (const floor of this.floors) due = Math.max(due, dueOfCount(floor, this));
    return due;
  }

  /** Never before the clock's own start. */
  private dueByAnchor(term: Term, around: Surroundings): InstantMs {
    const anchor = this.anchor(around);
    const { counts } = this.cell ?? NO_CELL;
    if (Number.isNaN(anchor) || counts.kind === 'word' || counts.kind === 'count') return NaN;
    const end =
      counts.side === 'before' ? startOfTerm(term, anchor) : dueOfCount(countFrom(term, anchor), this);
    return Math.max(end, this.started);
  }

  /** The instant from which, or back from which, the promise is counted; NaN where it is not known, or there is none. */
  anchor(around: Surroundings): InstantMs {
    const { counts } = this.cell ?? NO_CELL;
    if (counts.kind === 'awaited') {
      return counts.event === -1 ? (around.run(counts.metric)?.stopped ?? NaN) : around.lastAt(counts.event);
    }
    if (counts.kind !== 'relative') return NaN;
    const other = around.run(counts.metric);
    if (other !== undefined && !Number.isNaN(other.started) && other.cell !== null) return other.due(around);
    const answer = deadlineOf(counts.counters, counts.base, this.started);
    return answer.kind === 'due' ? answer.due : NaN;
  }
}

const NO_CELL = { counts: { kind: 'word' } } as const;

/** Lines of `starts` that a clock has, made ready for a ticket. */
export function readyToStart(run: ClockRun, clock: Clock): void {
  for (let i = 0; i < clock.starts.length; i += 1) {
    run.steps[i] = 0;
    run.seen[i] = EMPTY;
  }
}

function includesAny(happened: readonly number[], events: readonly number[]): boolean {
  for (let i = 0; i < events.length; i += 1) if (happened.includes(events[i] as number)) return true;
  return false;
}

/** Takes in the events of one instant for one line of `starts`; true when the line is complete. */
export function advance(
  run: ClockRun,
  line: number,
  { steps }: Clock['starts'][number],
  happened: readonly number[],
): boolean {
  let step = run.steps[line] ?? 0;
  while (step < steps.length) {
    const { which, events } = steps[step] as (typeof steps)[number];
    if (which === 'last' && events.length > 1) {
      const now = events.filter((event) => happened.includes(event));
      if (now.length === 0) break;
      const before = run.seen[line] ?? EMPTY;
      const seen = new Set([...before, ...now]);
      run.seen[line] = seen;
      if (seen.size < events.length) break;
      run.seen[line] = EMPTY;
    } else if (!includesAny(happened, events)) break;
    step += 1;
  }
  run.steps[line] = step;
  return step === steps.length;
}
