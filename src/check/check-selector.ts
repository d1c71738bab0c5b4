import { assertNever } from '../text/assert-never.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { NameNode, SelectorNode, SelectorTermNode } from '../syntax/tree.ts';
import { type CheckContext, report } from './context.ts';
import {
  admitted,
  areOpposite,
  type Dimension,
  dimensionOfFact,
  narrowedTo,
  TICKET_DIMENSIONS,
  TRUTH_WORDS,
} from './dimensions.ts';
import type { CheckedFact, Selector } from './model.ts';
import type { Kind, Scope } from './scope.ts';

export const EVERYTHING: Selector = {
  severities: null,
  regions: null,
  channels: null,
  types: null,
  facts: [],
  opened: [],
};

type SelectorKind = 'severity' | 'region' | 'channel' | 'type';
const KINDS: readonly SelectorKind[] = ['severity', 'region', 'channel', 'type'];
const DIMENSIONS = { severity: 'severities', region: 'regions', channel: 'channels', type: 'types' } as const;

/** What one term of a selector narrows, and to which names. */
interface Narrowing {
  readonly dimension: Dimension;
  /** In the contract's words: `severity`, `language`. */
  readonly what: string;
  readonly names: readonly string[];
}

/** What a `for …` narrows to; null, and a finding, where a name of it stands for nothing. */
export function checkSelector(
  context: CheckContext,
  scope: Scope,
  selector: SelectorNode | null,
): Selector | null {
  if (selector === null) return EVERYTHING;
  let narrowed = EVERYTHING;
  for (const term of selector.terms) {
    const narrowing = checkTerm(context, scope, term);
    if (narrowing === null) return null;
    const { dimension, what, names } = narrowing;
    const earlier = admitted(narrowed, dimension);
    if (earlier !== null) {
      const second = term.names.map((name) => name.text).join(', ');
      report(context, 'names/narrowed-twice', term.span, { kind: what, first: earlier.join(', '), second });
      return null;
    }
    narrowed = narrowedTo(narrowed, dimension, names);
  }
  return narrowed;
}

function checkTerm(context: CheckContext, scope: Scope, term: SelectorTermNode): Narrowing | null {
  const said = term.kind;
  if (said === null) return checkUnsaid(context, scope, term);
  if (term.negated) return reportNot(context, scope, term);
  const kind = KINDS.find((candidate) => candidate === said.text);
  if (kind !== undefined) return namesOfKind(context, scope, term, kind);
  const fact = scope.fact(said.text);
  const [second] = term.names;
  if (fact === null && second !== undefined && scope.kindsOf(said.text, KINDS).length > 0) {
    const span = { start: said.span.start, end: second.span.end };
    report(context, 'names/comma-forgotten', span, { first: said.text, second: second.text });
    return null;
  }
  if (fact === null) {
    if (!scope.isIncomplete('fact')) {
      const candidates = [...KINDS, ...scope.facts().map(({ name }) => name)];
      const nearest = nearestWord(said.text, candidates);
      report(context, 'names/unknown', said.span, { kind: 'fact', name: said.text, nearest, candidates });
    }
    return null;
  }
  return valuesOf(context, fact, term);
}

/** A term that does not say of what its names are: `P1, P2`, `phone`, `addon`, `not addon`. */
function checkUnsaid(context: CheckContext, scope: Scope, term: SelectorTermNode): Narrowing | null {
  const [name] = term.names;
  const fact = name === undefined ? null : scope.fact(name.text);
  const isAlone = term.names.length === 1 && name !== undefined;
  if (fact !== null && isAlone && scope.kindsOf(name.text, KINDS).length === 0) {
    if (fact.type.kind !== 'truth') {
      report(context, 'names/fact-without-value', name.span, { fact: fact.name, forms: formsOf(fact) });
      return null;
    }
    const words = [term.negated ? 'no' : 'yes'];
    return { dimension: dimensionOfFact(fact.name), what: fact.name, names: words };
  }
  if (term.negated) {
    return reportNot(context, scope, term);
  }
  const kind = kindOf(context, scope, term);
  return kind === null ? null : namesOfKind(context, scope, term, kind);
}

function reportNot(context: CheckContext, scope: Scope, term: SelectorTermNode): null {
  report(context, 'names/not-a-yes-or-no-fact', term.span, {
    name: [
      ...(term.kind === null ? [] : [term.kind.text]),
      term.names.map(({ text }) => text).join(', '),
    ].join(' '),
    facts: scope.facts().flatMap(({ name, type }) => (type.kind === 'truth' ? [name] : [])),
  });
  return null;
}

function namesOfKind(
  context: CheckContext,
  scope: Scope,
  term: SelectorTermNode,
  kind: SelectorKind,
): Narrowing | null {
  const names = term.names.map((name) => scope.resolve(context, kind, name));
  if (names.some((name) => name === null)) return null;
  return { dimension: DIMENSIONS[kind], what: kind, names: names as string[] };
}

/** `language German, English`; of a yes-or-no fact `addon yes`. */
function valuesOf(context: CheckContext, fact: CheckedFact, term: SelectorTermNode): Narrowing | null {
  const known = wordsOfFact(fact);
  if (known === null) {
    report(context, 'names/fact-without-few-values', term.span, { fact: fact.name });
    return null;
  }
  const foreign = term.names.filter(({ text }) => !known.includes(text));
  for (const name of foreign) {
    const nearest = nearestWord(name.text, known);
    report(context, 'names/unknown', name.span, {
      kind: `value of \`${fact.name}\``,
      name: name.text,
      nearest,
      candidates: known,
    });
  }
  if (foreign.length > 0) return null;
  return {
    dimension: dimensionOfFact(fact.name),
    what: fact.name,
    names: term.names.map(({ text }) => text),
  };
}

/** The values that a line can be narrowed to; null for a number or a text, which have too many. */
export function wordsOfFact({ type }: Pick<CheckedFact, 'type'>): readonly string[] | null {
  switch (type.kind) {
    case 'words':
      return type.words;
    case 'truth':
      return TRUTH_WORDS;
    case 'number':
    case 'text':
      return null;
    default:
      return assertNever(type);
  }
}

function formsOf(fact: CheckedFact): readonly string[] {
  return (wordsOfFact(fact) ?? []).map((word) => `for ${fact.name} ${word}`);
}

function kindOf(context: CheckContext, scope: Scope, term: SelectorTermNode): SelectorKind | null {
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
      reportUnknown(context, scope, name);
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

function reportUnknown(context: CheckContext, scope: Scope, name: NameNode): void {
  if (KINDS.some((candidate) => scope.isIncomplete(candidate)) || scope.isIncomplete('fact')) return;
  const facts = scope.facts();
  // A value of a fact is a name only together with the fact, since facts may share values.
  const owner = facts.find(({ type }) => type.kind === 'words' && type.words.includes(name.text));
  const candidates = [
    ...KINDS.flatMap((candidate: Kind) => scope.names(candidate)),
    ...facts.flatMap(({ name: known, type }) => (type.kind === 'truth' ? [known] : [])),
  ];
  if (owner !== undefined) {
    report(context, 'names/value-without-fact', name.span, { fact: owner.name, value: name.text });
    return;
  }
  report(context, 'names/unknown', name.span, {
    kind: 'severity, region, channel, type or fact',
    name: name.text,
    nearest: nearestWord(name.text, candidates),
    candidates,
  });
}

/** In how many dimensions a selector narrows; the hours of opening are one. */
export function narrowness(selector: Selector): number {
  const kinds = TICKET_DIMENSIONS.reduce((sum, kind) => (selector[kind] === null ? sum : sum + 1), 0);
  return kinds + selector.facts.length + (selector.opened.length > 0 ? 1 : 0);
}

/** Whether some ticket may be spoken of by both, whatever hours their calendars have. */
export function overlap(a: Selector, b: Selector): boolean {
  if (areOpposite(a, b)) return false;
  const isShared = (mine: readonly string[] | null, theirs: readonly string[] | null): boolean =>
    mine === null || theirs === null || mine.some((name) => theirs.includes(name));
  return (
    TICKET_DIMENSIONS.every((kind) => isShared(a[kind], b[kind])) &&
    a.facts.every(({ fact, words }) => isShared(words, admitted(b, dimensionOfFact(fact))))
  );
}

/** Whether two selectors speak of some ticket, equally narrowly. */
export function meetEqually(a: Selector, b: Selector): boolean {
  return narrowness(a) === narrowness(b) && overlap(a, b);
}
