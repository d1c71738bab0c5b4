import Fraction from 'fraction.js';
import type { PlanAvailability } from '../../plan/money-model.ts';
import { type Edges, intersection } from '../../time/interval-set.ts';
import type { InstantMs } from '../../time/types.ts';
import { MS_PER_SECOND } from '../../time/units.ts';
import type { Engine } from '../engine.ts';
import { periodAfter, periodAt, type PeriodGround } from '../entitlement/period.ts';
import { downTime, lengthOf, type Outage, spansOf } from './outages.ts';

/** How much of a period a service was there. */
export interface Available {
  readonly from: InstantMs;
  readonly to: InstantMs;
  /** The whole of which the share is, and what of it was down and counts; null for both where the share was stated. */
  readonly wholeMs: number | null;
  readonly downMs: number | null;
  readonly excludedMs: number | null;
  /** Of the whole; 1 where there is no whole, since nothing was to be there. */
  readonly share: Fraction;
  readonly kept: boolean;
}

/** A share that somebody has measured or stated, for the period in which an instant lies. */
export interface StatedShare {
  readonly service: string;
  readonly at: InstantMs;
  readonly share: Fraction;
}

/**
 * The availability of a service in each period from one that holds `from` up to one that holds the last moment before
 * `to`, compared as exact fractions. A stated share takes the place of what the outages come to. For a promise of any
 * stretch of a length there is one answer, for the worst such stretch that begins within the span.
 */
export function availabilityOf(
  engine: Engine,
  line: PlanAvailability,
  outages: readonly Outage[],
  stated: readonly StatedShare[],
  ground: PeriodGround,
  from: InstantMs,
  to: InstantMs,
): readonly Available[] {
  const { counted, excluded } = downTime(engine, line, outages, ground);
  const free = excluded.map(({ spans }) => spans);
  if (line.over.kind === 'any') {
    const worst = worstStretch(counted, line.over.seconds * MS_PER_SECOND, from, to);
    return [answer(engine, line, counted, free, worst)];
  }
  const answers: Available[] = [];
  const { period } = line.over;
  for (let at = periodAt(period, ground, from); at.from < to; at = periodAfter(period, ground, at)) {
    const span = { from: at.from, to: at.to };
    const said = stated.findLast(
      (each) => each.service === line.service && span.from <= each.at && each.at < span.to,
    );
    answers.push(
      said === undefined
        ? answer(engine, line, counted, free, span)
        : {
            ...span,
            wholeMs: null,
            downMs: null,
            excludedMs: null,
            share: said.share,
            kept: said.share.gte(promised(line)),
          },
    );
  }
  return answers;
}

interface Span {
  readonly from: InstantMs;
  readonly to: InstantMs;
}

function answer(
  engine: Engine,
  line: PlanAvailability,
  counted: Edges,
  free: readonly Edges[],
  span: Span,
): Available {
  const open = (edges: Edges) => openMs(engine, line.calendar, intersection(edges, [span.from, span.to]));
  const wholeMs = openMs(engine, line.calendar, [span.from, span.to]);
  const downMs = open(counted);
  const excludedMs = free.reduce((sum, edges) => sum + open(edges), 0);
  const share = wholeMs === 0 ? new Fraction(1) : new Fraction(wholeMs - downMs, wholeMs);
  return { ...span, wholeMs, downMs, excludedMs, share, kept: share.gte(promised(line)) };
}

function promised({ share }: PlanAvailability): Fraction {
  return new Fraction(share.numerator, share.denominator);
}

/** Ms of a set of instants that lie in a calendar; of all of them where there is none. */
function openMs(engine: Engine, calendar: number | null, edges: Edges): number {
  if (calendar === null) return lengthOf(edges);
  const hours = engine.calendar(calendar);
  return spansOf(edges).reduce((sum, { from, to }) => sum + hours.between(from, to), 0);
}

/**
 * The stretch of a length with the most down time, the earliest of several. What is down in a stretch that slides along
 * grows or falls steadily between the instants at which one of its ends passes the end of an outage, so it is most at
 * one of those.
 */
function worstStretch(counted: Edges, length: number, from: InstantMs, to: InstantMs): Span {
  const starts = [from, ...counted.flatMap((edge) => [edge, edge - length])]
    .map((start) => Math.min(Math.max(start, from), Math.max(from, to - length)))
    .sort((a, b) => a - b);
  const stretches = starts.map((start) => ({ from: start, to: start + length }));
  const downIn = (stretch: Span) => lengthOf(intersection(counted, [stretch.from, stretch.to]));
  return stretches.reduce((worst, each) => (downIn(each) > downIn(worst) ? each : worst));
}
