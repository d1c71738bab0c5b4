import { DIMENSIONS, type Dimension, type Kind } from './kinds.ts';

/** Kinds of tickets that are alike, as a product: each of these severities with each of these regions, and so on. */
export interface KindGroup {
  /** The first of them. */
  readonly first: Kind;
  readonly named: Readonly<Record<Dimension, readonly (string | null)[]>>;
  readonly facts: ReadonlyMap<string, readonly string[]>;
}

/** Puts kinds together that are alike in `likeness` and differ in one dimension alone, dimension by dimension. */
export function groupKinds(kinds: readonly Kind[], likeness: (kind: Kind) => string): readonly KindGroup[] {
  const facts = [...new Set(kinds.flatMap((kind) => [...kind.facts.keys()]))];
  let groups = kinds.map((kind): KindGroup & { readonly like: string } => ({
    first: kind,
    named: {
      severity: [kind.named.severity],
      region: [kind.named.region],
      channel: [kind.named.channel],
      type: [kind.named.type],
    },
    facts: new Map([...kind.facts].map(([fact, value]) => [fact, [value]])),
    like: likeness(kind),
  }));
  const others = (group: KindGroup, left: Dimension | null, leftFact: string | null) =>
    JSON.stringify([
      DIMENSIONS.map((each) => (each === left ? null : group.named[each])),
      facts.map((fact) => (fact === leftFact ? null : (group.facts.get(fact) ?? null))),
    ]);
  for (const fact of facts) {
    groups = joined(
      groups,
      (group) => others(group, null, fact),
      (a, b) => ({
        ...a,
        facts: new Map([...a.facts, [fact, [...(a.facts.get(fact) ?? []), ...(b.facts.get(fact) ?? [])]]]),
      }),
    );
  }
  for (const dimension of [...DIMENSIONS].reverse()) {
    groups = joined(
      groups,
      (group) => others(group, dimension, null),
      (a, b) => ({
        ...a,
        named: { ...a.named, [dimension]: [...a.named[dimension], ...b.named[dimension]] },
      }),
    );
  }
  return groups;
}

function joined<G extends { readonly like: string }>(
  groups: readonly G[],
  rest: (group: G) => string,
  join: (a: G, b: G) => G,
): G[] {
  const found = new Map<string, G>();
  for (const group of groups) {
    const key = `${group.like} ${rest(group)}`;
    const known = found.get(key);
    found.set(key, known === undefined ? group : join(known, group));
  }
  return [...found.values()];
}

/** A value of a dimension that a kind may have, counted over all kinds: those are left unnamed of which a group has all. */
export function valuesIn(kinds: readonly Kind[], dimension: Dimension): readonly (string | null)[] {
  return [...new Set(kinds.map(({ named }) => named[dimension]))];
}
