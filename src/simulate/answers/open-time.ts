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
  const at = Float64Array.from(edges);
  /** Open time before each edge. */
  const before = new Float64Array(at.length);
  for (let i = 1; i < at.length; i += 1) {
    const open = i % 2 === 1 ? (at[i] as number) - (at[i - 1] as number) : 0;
    before[i] = (before[i - 1] as number) + open;
  }
  // Questions come close together: most find their place where the last one was.
  let place = 0;
  const openBefore = (instant: InstantMs): number => {
    if (!(instant >= edgeAt(place - 1) && instant < edgeAt(place))) place = placeOf(instant);
    if (place === 0) return 0;
    const passed = before[place - 1] as number;
    return (place & 1) === 1 ? passed + instant - (at[place - 1] as number) : passed;
  };
  const edgeAt = (i: number): number => (i < 0 ? -Infinity : i < at.length ? (at[i] as number) : Infinity);
  /** How many edges lie at or before an instant. */
  const placeOf = (instant: InstantMs): number => {
    let low = 0;
    let high = at.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((at[middle] as number) <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { between: (from, to) => (from >= to ? 0 : openBefore(to) - openBefore(from)) };
}
