import type { Edges } from '../../time/interval-set.ts';
import type { InstantMs } from '../../time/types.ts';

/** A set of instants that is asked for its length between two of them. */
export interface OpenTime {
  /** Ms of it in `[from, to)`, where `from <= to`. */
  between(from: InstantMs, to: InstantMs): number;
}

/** All of time. */
export const ALL_TIME: OpenTime = { between: (from, to) => to - from };

/** The set with these edges, in ms. Questions come close together: most find their place where the last one was. */
export function openTimeOf(edges: Edges): OpenTime {
  const at = Float64Array.from(edges);
  /** Open time before each edge. */
  const before = new Float64Array(at.length);
  for (let i = 1; i < at.length; i += 1) {
    const open = i % 2 === 1 ? (at[i] as number) - (at[i - 1] as number) : 0;
    before[i] = (before[i - 1] as number) + open;
  }
  // How many edges lie at or before the last instant that was looked for, and the two around it.
  let place = 0;
  let low = -Infinity;
  let high = at[0] ?? Infinity;
  const look = (instant: InstantMs): void => {
    if (instant >= low && instant < high) return;
    let first = 0;
    let last = at.length;
    while (first < last) {
      const middle = (first + last) >>> 1;
      if ((at[middle] as number) <= instant) first = middle + 1;
      else last = middle;
    }
    place = first;
    low = at[place - 1] ?? -Infinity;
    high = at[place] ?? Infinity;
  };
  const openBefore = (instant: InstantMs): number => {
    look(instant);
    if (place === 0) return 0;
    const passed = before[place - 1] as number;
    return (place & 1) === 1 ? passed + instant - low : passed;
  };
  return {
    between(from, to) {
      if (from >= to) return 0;
      look(from);
      if (to <= high) return (place & 1) === 1 ? to - from : 0;
      const passed = openBefore(from);
      return openBefore(to) - passed;
    },
  };
}
