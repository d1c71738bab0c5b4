import type { Engine } from '../engine/index.ts';
import type { PlanTarget } from '../plan/model.ts';
import { groupKinds, type KindGroup } from './kind-groups.ts';
import { type Dimension, DIMENSIONS, type Kind, kindsOf, ticketOf } from './kinds.ts';
import { compareLines, type Later } from './later-than.ts';
import type { Span } from './piece.ts';
import { promiseLines } from './promise-lines.ts';
import { type Asked, askedOf } from './span.ts';
import { cellsOf, type Promised, ticketLine } from './ticket-line.ts';

/** One side of a claim: a plan, and what of its promises is meant. Null stands for each in turn. */
export interface ClaimSide {
  /** Index of the contract's plans. */
  readonly plan: number;
  readonly metric: string | null;
  readonly named: Readonly<Record<Dimension, string | null>>;
  readonly facts: ReadonlyMap<string, string>;
}

/** The better side is never later than the other. What one side leaves open is as on the other. */
export interface Claim {
  readonly better: ClaimSide;
  readonly other: ClaimSide;
}

/** A promise of the one side held against the same of the other. */
export interface ClaimedPair {
  readonly better: ClaimedPromise;
  readonly other: ClaimedPromise;
  /** The tickets, as the better side has them and as the other has. */
  readonly kinds: KindGroup;
  readonly otherKind: Kind;
}

export interface ClaimedPromise extends Promised {
  /** The cells that may hold, in the order in which they are asked. */
  readonly cells: readonly PlanTarget[];
}

export type Verdict =
  | { readonly kind: 'proved'; readonly pair: ClaimedPair }
  | { readonly kind: 'refuted'; readonly pair: ClaimedPair; readonly later: Later }
  /** One of the deadlines hangs on what is not known, for a ticket opened at `from` first. */
  | { readonly kind: 'open'; readonly pair: ClaimedPair; readonly from: number };

/** The pairs of promises that a claim speaks of; none where neither side promises anything of the kind. */
export function pairsOf(engine: Engine, { better, other }: Claim): readonly ClaimedPair[] {
  const lines = promiseLines(engine);
  return metricsOf(engine, better, other).flatMap(([metric, otherMetric]) => {
    const pairs = new Map<Kind, ClaimedPair>();
    const told = kindsOf([engine], [...new Set([metric, otherMetric])]);
    const kinds = uniqueKinds(told.map((kind) => fixed(fixed(kind, other), better)));
    for (const kind of kinds) {
      const otherKind = fixed(kind, other);
      const [ticket, otherTicket] = [ticketOf(engine.plan, kind), ticketOf(engine.plan, otherKind)];
      if (ticket === null || otherTicket === null) continue;
      const promised = (plan: number, of: string, of2: typeof ticket): ClaimedPromise => {
        const asked = { plan, metric: of, ticket: of2 };
        return { ...asked, cells: cellsOf(lines, asked) };
      };
      const pair = {
        better: promised(better.plan, metric, ticket),
        other: promised(other.plan, otherMetric, otherTicket),
        otherKind,
      };
      // Where the other side says nothing there is nothing to be later than.
      if (pair.other.cells.length > 0) pairs.set(kind, { ...pair, kinds: groupOf(kind) });
    }
    const likeness = (kind: Kind): string => {
      const pair = pairs.get(kind);
      if (pair === undefined) return '';
      return JSON.stringify([pair.better.cells, pair.other.cells].map((cells) => cells.map(promiseOf)));
    };
    return groupKinds([...pairs.keys()], likeness).flatMap((group) => {
      const pair = pairs.get(group.first);
      return pair === undefined ? [] : [{ ...pair, kinds: group }];
    });
  });
}

/** Decides each pair over all openings of a span. Throws a `HorizonError` like the engine. */
export function prove(engine: Engine, pairs: readonly ClaimedPair[], span: Span): readonly Verdict[] {
  const lines = promiseLines(engine);
  return pairs.map((pair): Verdict => {
    const { later, open } = compareLines(
      ticketLine(lines, pair.better, span),
      ticketLine(lines, pair.other, span),
    );
    if (later !== null) return { kind: 'refuted', pair, later };
    return open === null ? { kind: 'proved', pair } : { kind: 'open', pair, from: open };
  });
}

/** What has to be known of each opening for a proof. */
export function askedToProve(engine: Engine, pairs: readonly ClaimedPair[]): readonly Asked[] {
  const lines = promiseLines(engine);
  const cells = new Set(pairs.flatMap(({ better, other }) => [...better.cells, ...other.cells]));
  return [...cells].flatMap((cell) => askedOf(lines, cell));
}

function metricsOf(
  { plan }: Engine,
  better: ClaimSide,
  other: ClaimSide,
): readonly (readonly [string, string])[] {
  const own = better.metric ?? other.metric;
  const others = other.metric ?? better.metric;
  return own === null || others === null
    ? plan.metrics.map((metric) => [metric, metric] as const)
    : [[own, others]];
}

/** A kind with what a side says of it in place of what it says itself. */
function fixed(kind: Kind, { named, facts }: ClaimSide): Kind {
  const said = Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, named[dimension] ?? kind.named[dimension]]),
  ) as Record<Dimension, string | null>;
  return { named: said, facts: new Map([...kind.facts, ...facts]) };
}

function uniqueKinds(kinds: readonly Kind[]): readonly Kind[] {
  const keyOf = ({ named, facts }: Kind) =>
    JSON.stringify([DIMENSIONS.map((dimension) => named[dimension]), [...facts].sort()]);
  return [...new Map(kinds.map((kind) => [keyOf(kind), kind])).values()];
}

function groupOf(kind: Kind): KindGroup {
  const { named, facts } = kind;
  return {
    first: kind,
    named: {
      severity: [named.severity],
      region: [named.region],
      channel: [named.channel],
      type: [named.type],
    },
    facts: new Map([...facts].map(([fact, value]) => [fact, [value]])),
  };
}

function promiseOf({ promise, when }: PlanTarget): unknown {
  return [promise, when.opened];
}
