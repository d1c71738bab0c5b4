import type { InstantMs } from '../time/types.ts';
import type { OpenTime } from './open-time.ts';

export interface Span {
  readonly from: InstantMs;
  /** Null while it goes on. */
  readonly to: InstantMs | null;
}

/** The open hours of a calendar while a line of the contract holds, each stretch up to its cap. */
export interface ShutHours {
  readonly calendar: OpenTime;
  /** In order. */
  readonly while: readonly Span[];
  /** When a stretch that begins is over for its cap, after so many before it; null where it has none. */
  readonly capOf: ((from: InstantMs, before: readonly Span[]) => InstantMs) | null;
}

/** When a clock stands still: spans that have been told, and hours of calendars. */
export class Stillness {
  readonly spans: readonly Span[];
  readonly #hours: readonly ShutHours[];
  readonly #stretches: Span[][];

  constructor(spans: readonly Span[], hours: readonly ShutHours[]) {
    this.spans = spans;
    this.#hours = hours;
    this.#stretches = hours.map(() => []);
  }

  /** From when it stands still for ever. */
  get endlessFrom(): InstantMs {
    return this.spans.find(({ to }) => to === null)?.from ?? Infinity;
  }

  without(): Stillness {
    return new Stillness([], []);
  }

  isStill(at: InstantMs): boolean {
    return this.spans.some((span) => holds(span, at)) || this.#near(at).some((span) => holds(span, at));
  }

  /** The next instant after another at which a pause begins or ends. */
  edgeAfter(at: InstantMs): InstantMs {
    let next = Infinity;
    for (const list of [this.spans, this.#near(at)]) {
      for (const { from, to } of list) {
        if (from > at && from < next) next = from;
        if (to !== null && to > at && to < next) next = to;
      }
    }
    return next;
  }

  /** What of the pauses lies first from an instant on, if it begins before another. */
  nextFrom(at: InstantMs, before: InstantMs): Span | null {
    const ahead = [...this.spans, ...this.#hours.flatMap((_, i) => this.#upTo(i, before))]
      .filter(({ to }) => to === null || to > at)
      .map(({ from, to }) => ({ from: Math.max(from, at), to }))
      .filter(({ from }) => from < before)
      .sort((a, b) => a.from - b.from);
    return ahead[0] ?? null;
  }

  /** Stretches of hours around an instant. */
  #near(at: InstantMs): readonly Span[] {
    return this.#hours.length === 0 ? NOTHING : this.#hours.flatMap((_, i) => this.#upTo(i, at + 1));
  }

  /** The stretches of a line's hours that begin before an instant, and one more, remembered. */
  #upTo(line: number, before: InstantMs): readonly Span[] {
    const known = this.#stretches[line] ?? [];
    const hours = this.#hours[line];
    if (hours === undefined) return known;
    for (;;) {
      const last = known.at(-1);
      if (last !== undefined && last.from >= before) return known;
      const next = firstOf(
        hours,
        last === undefined ? -Infinity : (firstOf(hours, last.from)?.to ?? Infinity),
      );
      if (next === null) return known;
      const cap = hours.capOf === null ? Infinity : hours.capOf(next.from, known);
      known.push({ from: next.from, to: Math.min(next.to, cap) });
    }
  }
}

/** The first stretch, or the rest of one, from an instant on. */
function firstOf(
  hours: ShutHours,
  at: InstantMs,
): { readonly from: InstantMs; readonly to: InstantMs } | null {
  for (const { from, to } of hours.while) {
    const end = to ?? Infinity;
    if (end <= at || at === Infinity) continue;
    const opens = hours.calendar.nextOpen(Math.max(from, at));
    if (opens < end) return { from: opens, to: Math.min(hours.calendar.nextClose(opens), end) };
  }
  return null;
}

const NOTHING: readonly Span[] = [];

export function holds({ from, to }: Span, at: InstantMs): boolean {
  return from <= at && (to === null || at < to);
}

/** Spans put together where they touch or overlap, in order. */
export function together(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    if (span.to !== null && span.to <= span.from) continue;
    const last = joined.at(-1);
    if (last === undefined || (last.to !== null && last.to < span.from)) {
      joined.push(span);
      continue;
    }
    const to = last.to === null || span.to === null ? null : Math.max(last.to, span.to);
    joined[joined.length - 1] = { from: last.from, to };
  }
  return joined;
}

/** The same spans with whatever lies after an instant cut off. */
export function cutAt(spans: readonly Span[], at: InstantMs): readonly Span[] {
  return spans
    .filter(({ from }) => from < at)
    .map(({ from, to }) => ({ from, to: to === null ? at : Math.min(to, at) }));
}
