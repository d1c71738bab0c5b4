import type { KindGroup } from '../../analyze/kind-groups.ts';
import { DIMENSIONS, type Dimension, type Kind } from '../../analyze/kinds.ts';
import type { CompiledPlan } from '../../plan/model.ts';

/**
 * A group of kinds in words: `P1, P2 in EMEA, by phone`. A dimension of which the group has every value is left out;
 * tickets that no line of a dimension names are `others`.
 */
export function kindWords(group: KindGroup, all: readonly KindGroup[]): string {
  const words = DIMENSIONS.flatMap((dimension) => {
    const own = group.named[dimension];
    const known = new Set(all.flatMap(({ named }) => named[dimension]));
    if (own.length === known.size) return [];
    const names = own.map((name) => name ?? `other ${PLURALS[dimension]}`).join(', ');
    return [dimension === 'region' ? `in ${names}` : names];
  });
  const facts = [...group.facts].flatMap(([fact, values]) => {
    const known = new Set(all.flatMap((other) => other.facts.get(fact) ?? []));
    return values.length === known.size ? [] : [`${fact} ${values.join(', ')}`];
  });
  const [first, ...rest] = [...words, ...facts];
  if (first === undefined) return 'all';
  return rest.reduce((said, next) => `${said}${next.startsWith('in ') ? ' ' : ', '}${next}`, first);
}

const PLURALS: Readonly<Record<Dimension, string>> = {
  severity: 'severities',
  region: 'regions',
  channel: 'channels',
  type: 'types',
};

/** The flags by which other verbs ask for one ticket of a kind. */
export function ticketFlags(plan: CompiledPlan, { named, facts }: Kind): string {
  // Where a contract has regions a ticket must say one, whether it matters or not.
  const region = named.region ?? plan.regions[0]?.name ?? null;
  const flags = DIMENSIONS.flatMap((dimension) => {
    const name = dimension === 'region' ? region : named[dimension];
    return name === null ? [] : [`--${dimension} ${quoted(name)}`];
  });
  return [...flags, ...[...facts].map(([fact, value]) => `--fact ${quoted(`${fact}=${value}`)}`)].join(' ');
}

/** A word as a shell takes it. */
export function quoted(word: string): string {
  return /^[\w./:=+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
