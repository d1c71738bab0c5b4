import type { Engine } from '../engine/index.ts';
import type { PlanTarget } from '../plan/model.ts';
import { groupKinds, type KindGroup } from './kind-groups.ts';
import { kindsOf, type Kind, ticketOf } from './kinds.ts';
import { type Comparison, compareLines } from './later-than.ts';
import { type Line, type Span, steady } from './piece.ts';
import { type PromiseLines, promiseLines } from './promise-lines.ts';
import { cellsOf, type Promised, ticketLine } from './ticket-line.ts';
import { type Asked, askedOf } from './span.ts';
import { type Waits, waitsOf } from './waits.ts';

/** A plan that takes part, by its contract and its place there. */
export interface Contender {
  readonly engine: Engine;
  readonly plan: number;
}

/** What one plan promises the tickets of a group. */
export interface PromiseFigures {
  /** The cells that may hold, in the order in which they are asked; none where nothing is said. */
  readonly cells: readonly PlanTarget[];
  /** The ticket as the plan's contract knows it; null where that has no such severity or region. */
  readonly promised: Promised | null;
  /** Null where no opening has a deadline. */
  readonly waits: Waits | null;
  /** Against the plan before it; null for the first. */
  readonly against: Comparison | null;
}

export interface ComparedPromise {
  readonly metric: string;
  readonly kinds: KindGroup;
  /** One a contender. */
  readonly figures: readonly PromiseFigures[];
}

/** The promises of plans side by side, each over all openings of a span. */
export interface PlanComparison {
  readonly contenders: readonly Contender[];
  readonly span: Span;
  /** By metric in the order of the contracts, then by severity. */
  readonly promises: readonly ComparedPromise[];
}

/** The metrics about which any of some plans says something, in the order of their contracts. */
export function metricsOf(contenders: readonly Contender[]): readonly string[] {
  const all = contenders.flatMap(({ engine }) => engine.plan.metrics);
  return [...new Set(all)].filter((metric) =>
    contenders.some(({ engine, plan }) =>
      engine.plan.plans[plan]?.targets.some((target) => target.metric === metric),
    ),
  );
}

/**
 * Compares all promises, or those of one metric.
 * @throws HorizonError where a deadline lies outside what its calendar covers.
 */
export function comparePlans(
  contenders: readonly Contender[],
  span: Span,
  metric: string | null = null,
): PlanComparison {
  const promises = promisesOf(contenders, metric).map(({ metric: own, kinds, promised }): ComparedPromise => {
    let before: Line | null = null;
    const figures = promised.map((each): PromiseFigures => {
      const line = each === null ? steady(span, Infinity) : ticketLine(each.lines, each.promised, span);
      const against = before === null ? null : compareLines(line, before);
      before = line;
      return {
        cells: each === null ? [] : cellsOf(each.lines, each.promised),
        promised: each?.promised ?? null,
        waits: waitsOf(line),
        against,
      };
    });
    return { metric: own, kinds, figures };
  });
  return { contenders, span, promises };
}

/** What has to be known of each opening for a comparison. */
export function askedToCompare(
  contenders: readonly Contender[],
  metric: string | null = null,
): readonly Asked[] {
  const cells = new Map<PlanTarget, PromiseLines>();
  for (const { promised } of promisesOf(contenders, metric)) {
    for (const each of promised) {
      if (each === null) continue;
      for (const cell of cellsOf(each.lines, each.promised)) cells.set(cell, each.lines);
    }
  }
  return [...cells].flatMap(([cell, lines]) => askedOf(lines, cell));
}

interface PromiseOfAll {
  readonly metric: string;
  readonly kinds: KindGroup;
  readonly promised: readonly ({ readonly lines: PromiseLines; readonly promised: Promised } | null)[];
}

function promisesOf(contenders: readonly Contender[], only: string | null): readonly PromiseOfAll[] {
  const lines = new Map<Engine, PromiseLines>();
  for (const { engine } of contenders) if (!lines.has(engine)) lines.set(engine, promiseLines(engine));
  const ofKind = (metric: string, kind: Kind) =>
    contenders.map(({ engine, plan }) => {
      const ticket = ticketOf(engine.plan, kind);
      const own = lines.get(engine);
      return ticket === null || own === undefined ? null : { lines: own, promised: { plan, metric, ticket } };
    });
  const numbers = new Map<PlanTarget['promise'], string>();
  const number = (cell: PlanTarget): string => {
    const known = numbers.get(cell.promise) ?? JSON.stringify(cell.promise);
    numbers.set(cell.promise, known);
    return `${known} ${cell.words} ${JSON.stringify(cell.when.opened)}`;
  };
  const metrics = metricsOf(contenders).filter((metric) => only === null || metric === only);
  return metrics.flatMap((metric) => {
    const kinds = kindsOf([...lines.keys()], [metric]);
    const likeness = (kind: Kind) =>
      ofKind(metric, kind)
        .map((each) => (each === null ? '' : cellsOf(each.lines, each.promised).map(number).join(' ')))
        .join('\n');
    return groupKinds(kinds, likeness).map((group) => ({
      metric,
      kinds: group,
      promised: ofKind(metric, group.first),
    }));
  });
}
