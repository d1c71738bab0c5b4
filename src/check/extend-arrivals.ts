import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { ArrivalsNode } from '../syntax/tree.ts';
import { type CheckContext, report, within } from './context.ts';

/**
 * Each stream with what it takes over from the one that it extends, which stands before it: whatever its own block says stands in
 * place of that, line by line. Events are not taken over: what comes once does not come once for each of them. Streams whose base
 * is missing are left out, with a finding.
 */
export function extendArrivals(
  context: CheckContext,
  nodes: readonly ArrivalsNode[],
): readonly (ArrivalsNode | null)[] {
  const whole = new Map<string, ArrivalsNode | null>();
  return nodes.map((node) => {
    const extended = extendOne(context, node, whole);
    whole.set(node.name.text, extended);
    return extended;
  });
}

function extendOne(
  context: CheckContext,
  node: ArrivalsNode,
  before: ReadonlyMap<string, ArrivalsNode | null>,
): ArrivalsNode | null {
  const { extends: name } = node;
  if (name === null) return node;
  const base = before.get(name.text);
  if (base === null) return null;
  const inner = within(context, `arrivals "${node.name.text}"`);
  if (base === undefined) {
    const known = [...before.keys()];
    const nearest = nearestWord(name.text, known);
    report(inner, 'simulation/unknown-stream', name.span, { stream: name.text, nearest, known });
    return null;
  }
  const log = base.log ?? node.log;
  if (log !== null) {
    report(inner, 'simulation/extends-log', name.span, {
      stream: (base.log === null ? node : base).name.text,
    });
    return null;
  }
  return merged(node, base);
}

function merged(own: ArrivalsNode, base: ArrivalsNode): ArrivalsNode {
  const saysHours = own.hours !== null || own.pattern !== null;
  const saysRegion = own.region !== null || own.shares.some(({ kind }) => kind === 'regions');
  const ownShares = new Set<string>(own.shares.map(({ kind }) => kind));
  if (saysRegion) ownShares.add('regions');
  return {
    ...own,
    region: saysRegion ? own.region : base.region,
    // A region has a zone of its own, which that of another is not taken for.
    zone: own.zone ?? (saysRegion ? null : base.zone),
    rate: own.rate ?? base.rate,
    hours: saysHours ? own.hours : base.hours,
    pattern: saysHours ? own.pattern : base.pattern,
    works: own.works ?? base.works,
    quiet: own.quiet.length > 0 ? own.quiet : base.quiet,
    shares: [...own.shares, ...base.shares.filter(({ kind }) => !ownShares.has(kind))],
    swings: [...own.swings, ...notSaid(own.swings, base.swings, swingOf)],
    facts: [...own.facts, ...notSaid(own.facts, base.facts, ({ fact }) => fact.text)],
    behaviour: [...own.behaviour, ...notSaid(own.behaviour, base.behaviour, ({ kind }) => kind)],
    broken: own.broken || base.broken,
  };
}

/** Growing and declining are two words for one thing. */
function swingOf({ kind }: ArrivalsNode['swings'][number]): string {
  return kind === 'decline' ? 'growth' : kind;
}

function notSaid<T>(own: readonly T[], base: readonly T[], kindOf: (line: T) => string): readonly T[] {
  const said = new Set(own.map(kindOf));
  return base.filter((line) => !said.has(kindOf(line)));
}
