import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { SelectorNode, SelectorTermNode } from '../syntax/tree.ts';
import { type CheckContext, report } from './context.ts';
import type { Selector } from './model.ts';
import type { Kind, Scope } from './scope.ts';

export const EVERYTHING: Selector = { severities: null, regions: null, channels: null, types: null };

type SelectorKind = 'severity' | 'region' | 'channel' | 'type';
const KINDS: readonly SelectorKind[] = ['severity', 'region', 'channel', 'type'];
const DIMENSIONS = { severity: 'severities', region: 'regions', channel: 'channels', type: 'types' } as const;

/** What a `for …` narrows to; null, and a finding, where a name of it stands for nothing. */
export function checkSelector(
  context: CheckContext,
  scope: Scope,
  selector: SelectorNode | null,
): Selector | null {
  if (selector === null) return EVERYTHING;
  const narrowed: { -readonly [K in keyof Selector]: Selector[K] } = { ...EVERYTHING };
  for (const term of selector.terms) {
    const kind = kindOf(context, scope, term);
    if (kind === null) return null;
    const names = term.names.map((name) => scope.resolve(context, kind, name));
    if (names.some((name) => name === null)) return null;
    const dimension = DIMENSIONS[kind];
    const earlier = narrowed[dimension];
    if (earlier !== null) {
      const second = term.names.map((name) => name.text).join(', ');
      report(context, 'names/narrowed-twice', term.span, { kind, first: earlier.join(', '), second });
      return null;
    }
    narrowed[dimension] = names as string[];
  }
  return narrowed;
}

function kindOf(context: CheckContext, scope: Scope, term: SelectorTermNode): SelectorKind | null {
  if (term.kind !== null) return term.kind;
  let kind: SelectorKind | null = null;
  let first = '';
  for (const name of term.names) {
    const kinds = scope.kindsOf(name.text, KINDS) as readonly SelectorKind[];
    if (kinds.length > 1) {
      report(context, 'names/ambiguous', name.span, { name: name.text, kinds });
      return null;
    }
    const found = kinds[0];
    if (found === undefined) {
      if (KINDS.some((candidate) => scope.isIncomplete(candidate))) return null;
      const candidates = KINDS.flatMap((candidate: Kind) => scope.names(candidate));
      const nearest = nearestWord(name.text, candidates);
      report(context, 'names/unknown', name.span, {
        kind: 'severity, region, channel or type',
        name: name.text,
        nearest,
        candidates,
      });
      return null;
    }
    if (kind !== null && kind !== found) {
      report(context, 'names/mixed-selector', name.span, { first, other: name.text });
      return null;
    }
    kind = found;
    first = name.text;
  }
  return kind;
}

/** In how many dimensions a selector narrows. */
export function narrowness(selector: Selector): number {
  return Object.values(selector).filter((names) => names !== null).length;
}

/** Whether some ticket is spoken of by both. */
export function overlap(a: Selector, b: Selector): boolean {
  return Object.values(DIMENSIONS).every((dimension) => {
    const mine = a[dimension];
    const theirs = b[dimension];
    return mine === null || theirs === null || mine.some((name) => theirs.includes(name));
  });
}

/** Whether two selectors speak of some ticket, equally narrowly. */
export function meetEqually(a: Selector, b: Selector): boolean {
  return narrowness(a) === narrowness(b) && overlap(a, b);
}
