import type { PlanAvailability } from '../../plan/money-model.ts';
import { difference, edgesOf, type Edges, intersection, union } from '../../time/interval-set.ts';
import type { InstantMs } from '../../time/types.ts';
import { MS_PER_SECOND } from '../../time/units.ts';
import type { Engine } from '../engine.ts';
import { endOfTerm, termOfStretch } from '../ticket/find-stretch.ts';
import { NO_TICKET } from './delay-steps.ts';
import { periodAfter, periodAt, type PeriodGround } from '../entitlement/period.ts';

/** A stretch in which a service was not there, as it was recorded. */
export interface Outage {
  /** As the contract names it; empty where it names none. */
  readonly service: string;
  readonly from: InstantMs;
  readonly to: InstantMs;
  /** Why, in the contract's words for what is not counted; null for what is. */
  readonly reason: string | null;
  /** When it was announced; null where it was not. */
  readonly announced: InstantMs | null;
}

/** What of the outages of a service counts, and what the contract leaves out of the count. */
export interface DownTime {
  /** Outages that count, each with the steps that were begun; disjoint, and cut by nothing but what is left out. */
  readonly counted: Edges;
  readonly excluded: readonly { readonly text: string; readonly spans: Edges }[];
}

/**
 * What counts as down. Outages that touch are one. An outage that is not shorter than the least that counts lasts until
 * the end of the last step that it has begun. What an exclusion covers is taken out, from the first moment of each of its
 * periods on until the cap of the exclusion is used up.
 */
export function downTime(
  engine: Engine,
  { service, stepSeconds, leastSeconds, exclusions }: PlanAvailability,
  outages: readonly Outage[],
  ground: PeriodGround,
): DownTime {
  const own = outages.filter((outage) => outage.service === service && outage.from < outage.to);
  const covered = exclusions.map((exclusion) => own.filter((outage) => covers(engine, exclusion, outage)));
  const others = own.filter((outage) => !covered.some((all) => all.includes(outage)));
  const excluded = exclusions.map(({ text, upTo }, i) => {
    const spans = edgesOf(covered[i] ?? []);
    return { text, spans: upTo === null ? spans : cappedIn(spans, upTo, ground) };
  });
  const free = excluded.reduce((edges: Edges, { spans }) => union(edges, spans), []);
  const step = stepSeconds * MS_PER_SECOND;
  const begun = [others, ...covered]
    .flatMap((group) => spansOf(edgesOf(group)))
    .filter(({ from, to }) => to - from >= leastSeconds * MS_PER_SECOND)
    .flatMap(({ from, to }) => {
      const end = from + Math.ceil((to - from) / step) * step;
      return spansOf(difference([from, to], free)).map((span) =>
        span.to === to ? { ...span, to: end } : span,
      );
    });
  return { counted: difference(edgesOf(begun), free), excluded };
}

type Exclusion = PlanAvailability['exclusions'][number];

/** Whether an exclusion speaks of an outage, and was announced in time where it has to be. */
function covers(
  engine: Engine,
  { text, announced: notice }: Exclusion,
  { reason, announced, from }: Outage,
): boolean {
  if (reason !== text) return false;
  if (notice === null) return true;
  return announced !== null && endOfTerm(termOfStretch(engine, notice, NO_TICKET), announced) <= from;
}

/** The first so many seconds of spans in each period. */
function cappedIn(
  spans: Edges,
  { seconds, period }: NonNullable<Exclusion['upTo']>,
  ground: PeriodGround,
): Edges {
  const [first] = spans;
  const end = spans[spans.length - 1];
  if (first === undefined || end === undefined) return [];
  const kept: { readonly from: number; readonly to: number }[] = [];
  for (let at = periodAt(period, ground, first); at.from < end; at = periodAfter(period, ground, at)) {
    let left = seconds * MS_PER_SECOND;
    for (const { from, to } of spansOf(intersection(spans, [at.from, at.to]))) {
      const until = Math.min(to, from + left);
      if (from < until) kept.push({ from, to: until });
      left -= until - from;
    }
  }
  return edgesOf(kept);
}

/** The intervals of a set of instants. */
export function spansOf(edges: Edges): readonly { readonly from: InstantMs; readonly to: InstantMs }[] {
  return Array.from({ length: edges.length / 2 }, (_, i) => ({
    from: edges[2 * i] ?? NaN,
    to: edges[2 * i + 1] ?? NaN,
  }));
}

export function lengthOf(edges: Edges): number {
  return spansOf(edges).reduce((sum, { from, to }) => sum + to - from, 0);
}
