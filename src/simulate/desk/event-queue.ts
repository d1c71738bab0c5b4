/**
 * The events to come, ordered by (time, kind, sequence): a binary heap in flat arrays. Events of one time come out
 * by kind, and those of one kind in the order in which they were put in, so that a run never depends on the shape
 * of the heap.
 */
import type { InstantMs } from '../../time/types.ts';

/** Sequence numbers fill the lower part of a double, the kind the upper: up to 4,096 kinds, 10^12 events. */
const KIND_STEP = 2 ** 40;
const KINDS = 2 ** -40;

export class EventQueue {
  /** The event taken last by `take`. */
  time: InstantMs = NaN;
  kind = -1;
  subject = -1;

  /** Time of the next event; Infinity when there is none. An array, since a number that a call hands over takes memory. */
  readonly next: Float64Array = Float64Array.of(Infinity);
  /** Time of the event that `putGiven` puts in. */
  readonly given: Float64Array = new Float64Array(1);

  #size = 0;
  #sequence = 0;
  #times = new Float64Array(64);
  #orders = new Float64Array(64);
  #subjects = new Int32Array(64);

  get size(): number {
    return this.#size;
  }

  /** `subject` is the ticket or the team that the event is about. */
  put(time: InstantMs, kind: number, subject: number): void {
    this.given[0] = time;
    this.putGiven(kind, subject);
  }

  /** Puts in an event at the time of `given`. */
  putGiven(kind: number, subject: number): void {
    const time = this.given[0] as number;
    if (this.#size === this.#times.length) this.#grow();
    const order = kind * KIND_STEP + this.#sequence;
    this.#sequence += 1;
    let at = this.#size;
    this.#size += 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#comesBefore(time, order, parent)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#set(at, time, order, subject);
    if (at === 0) this.next[0] = time;
  }

  /** Takes the next event into `time`, `kind` and `subject`; false when there is none. */
  take(): boolean {
    if (this.#size === 0) return false;
    this.time = this.#times[0] as number;
    this.kind = Math.floor((this.#orders[0] as number) * KINDS);
    this.subject = this.#subjects[0] as number;
    this.#size -= 1;
    if (this.#size > 0) this.#sink(this.#size);
    this.next[0] = this.#size > 0 ? (this.#times[0] as number) : Infinity;
    return true;
  }

  /** Puts the entry at `from`, which lies behind the heap's end, in at the top. */
  #sink(from: number): void {
    const time = this.#times[from] as number;
    const order = this.#orders[from] as number;
    const subject = this.#subjects[from] as number;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#size) break;
      const right = child + 1;
      if (
        right < this.#size &&
        this.#comesBefore(this.#times[right] as number, this.#orders[right] as number, child)
      ) {
        child = right;
      }
      if (this.#comesBefore(time, order, child)) break;
      this.#move(child, at);
      at = child;
    }
    this.#set(at, time, order, subject);
  }

  #comesBefore(time: number, order: number, other: number): boolean {
    const otherTime = this.#times[other] as number;
    return time < otherTime || (time === otherTime && order < (this.#orders[other] as number));
  }

  #move(from: number, to: number): void {
    this.#times[to] = this.#times[from] as number;
    this.#orders[to] = this.#orders[from] as number;
    this.#subjects[to] = this.#subjects[from] as number;
  }

  #set(at: number, time: number, order: number, subject: number): void {
    this.#times[at] = time;
    this.#orders[at] = order;
    this.#subjects[at] = subject;
  }

  #grow(): void {
    const size = this.#times.length * 2;
    const times = new Float64Array(size);
    const orders = new Float64Array(size);
    const subjects = new Int32Array(size);
    times.set(this.#times);
    orders.set(this.#orders);
    subjects.set(this.#subjects);
    this.#times = times;
    this.#orders = orders;
    this.#subjects = subjects;
  }
}
