import type { Edges } from '../../time/interval-set.ts';
import type { InstantMs } from '../../time/types.ts';

/** A set of instants that is asked for its length between two of them. */
export interface OpenTime {
  /** Ms of it in `[from, to)`, where `from <= to`. */
  between(from: InstantMs, to: InstantMs): number;
}

/** All of time. */
export const ALL_TIME: OpenTime = { between: (from, to) => to - from };

/** The set with these edges, in ms. */
export function openTimeOf(edges: Edges): OpenTime {
  return new OpenStretches(edges);
}

/**
 * Questions come close together: most find their place where the last one was. A class, since numbers that a closure keeps
 * take new memory each time they change.
 */
class OpenStretches implements OpenTime {
  readonly #at: Float64Array;
  /** Open time before each edge. */
  readonly #before: Float64Array;
  /** How many edges lie at or before the last instant that was looked for, and the two around it. */
  #place = 0;
  #low = -Infinity;
  #high: number;

  constructor(edges: Edges) {
    const at = Float64Array.from(edges);
    const before = new Float64Array(at.length);
    for (let i = 1; i < at.length; i += 1) {
      const open = i % 2 === 1 ? (at[i] as number) - (at[i - 1] as number) : 0;
      before[i] = (before[i - 1] as number) + open;
    }
    this.#at = at;
    this.#before = before;
    this.#high = at[0] ?? Infinity;
  }

  between(from: InstantMs, to: InstantMs): number {
    if (from >= to) return 0;
    if (!(from >= this.#low && from < this.#high)) this.#look(from);
    if (to <= this.#high) return (this.#place & 1) === 1 ? to - from : 0;
    const passed = this.#openBefore(from);
    if (!(to >= this.#low && to < this.#high)) this.#look(to);
    return this.#openBefore(to) - passed;
  }

  #look(instant: InstantMs): void {
    const at = this.#at;
    let first = 0;
    let last = at.length;
    while (first < last) {
      const middle = (first + last) >>> 1;
      if ((at[middle] as number) <= instant) first = middle + 1;
      else last = middle;
    }
    this.#place = first;
    this.#low = first === 0 ? -Infinity : (at[first - 1] as number);
    this.#high = first === at.length ? Infinity : (at[first] as number);
  }

  /** Of an instant that lies between the two edges. */
  #openBefore(instant: InstantMs): number {
    if (this.#place === 0) return 0;
    const passed = this.#before[this.#place - 1] as number;
    return (this.#place & 1) === 1 ? passed + instant - this.#low : passed;
  }
}
