import type { ArrivalBand, Selector } from './model.ts';

/** What of a ticket a line may depend on: its region, severity, channel or type, or a declared fact of few values. */
export type Dimension = 'regions' | 'severities' | 'channels' | 'types' | `fact ${string}`;

/** The dimensions that every contract has, in the order in which a calendar's name tells them. */
export const TICKET_DIMENSIONS = ['regions', 'severities', 'channels', 'types'] as const;

/** Every name there is, by dimension. */
export type Names = ReadonlyMap<Dimension, readonly string[]>;

/** The values of a fact that a selector can name; a yes-or-no fact has the words `yes` and `no`. */
export const TRUTH_WORDS = ['yes', 'no'] as const;

export function dimensionOfFact(fact: string): Dimension {
  return `fact ${fact}`;
}

/** The fact that a dimension is; null where it is none. */
export function factOf(dimension: Dimension): string | null {
  return dimension.startsWith('fact ') ? dimension.slice('fact '.length) : null;
}

/** The names that a selector admits in a dimension; null for all of them. */
export function admitted(selector: Selector, dimension: Dimension): readonly string[] | null {
  switch (dimension) {
    case 'regions':
    case 'severities':
    case 'channels':
    case 'types':
      return selector[dimension];
    default:
      return selector.facts.find((choice) => dimensionOfFact(choice.fact) === dimension)?.words ?? null;
  }
}

/** The selector with other names in one dimension. */
export function narrowedTo(
  selector: Selector,
  dimension: Dimension,
  names: readonly string[] | null,
): Selector {
  switch (dimension) {
    case 'regions':
    case 'severities':
    case 'channels':
    case 'types':
      return { ...selector, [dimension]: names };
    default: {
      const fact = factOf(dimension);
      if (fact === null) return selector;
      const others = selector.facts.filter((choice) => choice.fact !== fact);
      const all = names === null ? others : [...others, { fact, words: names }];
      // One order, so that selectors that say the same are the same.
      return { ...selector, facts: all.sort((a, b) => (a.fact < b.fact ? -1 : 1)) };
    }
  }
}

/** The dimensions in which a selector narrows. */
export function narrowedIn(selector: Selector): readonly Dimension[] {
  return [
    ...TICKET_DIMENSIONS.filter((dimension) => selector[dimension] !== null),
    ...selector.facts.map(({ fact }) => dimensionOfFact(fact)),
  ];
}

/** The tickets of which both selectors speak; null where there are none. */
export function meet(a: Selector, b: Selector): Selector | null {
  if (areOpposite(a, b)) return null;
  const further = b.opened.filter((band) => !a.opened.some((mine) => isSameBand(mine, band)));
  let both: Selector = { ...a, opened: [...a.opened, ...further] };
  for (const dimension of narrowedIn(b)) {
    const mine = admitted(a, dimension);
    const theirs = admitted(b, dimension);
    const names = mine === null ? theirs : mine.filter((name) => theirs?.includes(name) === true);
    if (names?.length === 0) return null;
    both = narrowedTo(both, dimension, names);
  }
  return both;
}

function isSameBand(a: ArrivalBand, b: ArrivalBand): boolean {
  return a.side === b.side && a.calendar === b.calendar;
}

/** Whether one selector speaks of tickets opened in a calendar's hours and the other of those opened outside them. */
export function areOpposite(a: Selector, b: Selector): boolean {
  return a.opened.some((mine) =>
    b.opened.some((theirs) => mine.calendar === theirs.calendar && mine.side !== theirs.side),
  );
}

/** Whether both selectors speak of tickets opened in the same hours. */
export function haveSameBands(a: Selector, b: Selector): boolean {
  const covers = (one: Selector, other: Selector) =>
    one.opened.every((mine) => other.opened.some((theirs) => isSameBand(mine, theirs)));
  return covers(a, b) && covers(b, a);
}

/** The keys of selectors: a line that is inherited is asked for its own in every plan below. */
const keys = new WeakMap<Selector, string>();

/** The same for selectors that speak of the same tickets, in whatever order they name them. */
export function selectorKey(selector: Selector): string {
  const known = keys.get(selector);
  if (known !== undefined) return known;
  const key = keyOf(selector);
  keys.set(selector, key);
  return key;
}

function keyOf(selector: Selector): string {
  const kinds = narrowedIn(selector).map((dimension) => [
    dimension,
    [...new Set(admitted(selector, dimension))].sort(),
  ]);
  const bands = selector.opened.map(({ side, calendar }) => `${side} ${calendar}`).sort();
  return JSON.stringify([kinds, bands]);
}
