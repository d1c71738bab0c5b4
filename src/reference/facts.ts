import type { CheckedContract, CheckedRegion, Selected, Selector } from '../check/model.ts';

/** What is known of a ticket when a calendar or a target is chosen for it. */
export interface TicketFacts {
  readonly severity: string | null;
  readonly region: string | null;
  readonly channel: string | null;
  readonly type: string | null;
  /** What else it says of itself, by fact; of a yes-or-no fact `yes` or `no`. */
  readonly facts: ReadonlyMap<string, string>;
  /** The customer's zone and holiday sets; null where the ticket does not say them. */
  readonly zone: string | null;
  readonly holidays: readonly string[] | null;
}

/**
 * The lines that hold for a ticket: those that speak of it and narrow in the most dimensions. A narrower line
 * replaces the wider ones; lines that are equally narrow add up.
 */
export function linesFor<T>(lines: readonly Selected<T>[], facts: TicketFacts): readonly T[] {
  const matching = lines.filter((line) => speaksOf(line.when, facts));
  const narrowest = Math.max(...matching.map((line) => narrowness(line.when)));
  return matching.filter((line) => narrowness(line.when) === narrowest).map((line) => line.value);
}

/** The lines that speak of a ticket, wider before narrower, so that of those that hold on a date the last one wins. */
export function narrowestLast<T>(lines: readonly Selected<T>[], facts: TicketFacts): readonly T[] {
  const matching = lines.filter((line) => speaksOf(line.when, facts));
  return matching.sort((a, b) => narrowness(a.when) - narrowness(b.when)).map((line) => line.value);
}

export function speaksOf(when: Selector, facts: TicketFacts): boolean {
  return (
    allows(when.severities, facts.severity) &&
    allows(when.regions, facts.region) &&
    allows(when.channels, facts.channel) &&
    allows(when.types, facts.type) &&
    when.facts.every(({ fact, words }) => allows(words, facts.facts.get(fact) ?? null))
  );
}

function allows(names: readonly string[] | null, name: string | null): boolean {
  return names === null || (name !== null && names.includes(name));
}

/** The number of dimensions in which a selector says anything. */
function narrowness(when: Selector): number {
  const kinds = [when.severities, when.regions, when.channels, when.types].filter((names) => names !== null);
  return kinds.length + when.facts.length + (when.opened.length > 0 ? 1 : 0);
}

/** The region of a ticket. Throws where the contract has none of that name: there is no region to fall back on. */
export function regionOf(contract: CheckedContract, facts: TicketFacts): CheckedRegion {
  const region = contract.regions.find((candidate) => candidate.name === facts.region);
  if (region === undefined) throw new Error(`the contract has no region ${JSON.stringify(facts.region)}`);
  return region;
}
