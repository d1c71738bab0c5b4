import type { PlanEdgeParts, PlanRounding } from '../../plan/entitlement-model.ts';
import type { InstantMs } from '../../time/types.ts';
import { MS_PER_SECOND } from '../../time/units.ts';
import type { Calendar } from '../calendar.ts';

/** A piece of work from one instant to another, without a break. */
export interface WorkSpan {
  readonly from: InstantMs;
  readonly to: InstantMs;
}

/** How pieces of work become time that counts. Seconds are whole. */
export interface WorkTerms {
  readonly leastSeconds: number;
  readonly freeBelowSeconds: number;
  readonly rounding: PlanRounding | null;
  readonly parts: PlanEdgeParts;
}

/** The sides on which work can lie: the hours of each calendar in order, and, last, whatever lies in none of them. */
export interface WorkSides {
  readonly calendars: readonly Calendar[];
  /** The sides by what they cost, the dearest first: of work that counts `whole`, the first it touches holds. */
  readonly dearest: readonly number[];
}

/** Milliseconds of work on each side. */
export type SideMs = readonly number[];

/** Work that is counted piece by piece: rounded, split, with its least length. */
export function countPiece(terms: WorkTerms, sides: WorkSides, { from, to }: WorkSpan): SideMs {
  const length = to - from;
  if (length <= 0 || length < terms.freeBelowSeconds * MS_PER_SECOND) return nothing(sides);
  const least = Math.max(length, terms.leastSeconds * MS_PER_SECOND);
  const { rounding, parts } = terms;
  const roundsWhole =
    rounding !== null && (parts !== 'split at edge' || rounding.order === 'before splitting');
  // What a minimum or rounding adds lies at the end of the work: it is taken to have gone on so long.
  const end = from + (roundsWhole ? roundUp(least, rounding) : least);
  const split = divide(sides, parts, { from, to: end });
  return rounding === null || roundsWhole ? split : split.map((ms) => roundUp(ms, rounding));
}

/** Work as it is added up over a period: split, and not rounded yet. */
export function splitPiece(parts: PlanEdgeParts, sides: WorkSides, span: WorkSpan): SideMs {
  return span.to > span.from ? divide(sides, parts, span) : nothing(sides);
}

/** The work of a period as it counts: each side's sum is rounded; what a minimum adds counts on the first side. */
export function countSum(terms: WorkTerms, sum: SideMs): SideMs {
  const length = sum.reduce((total, ms) => total + ms, 0);
  if (length === 0 || length < terms.freeBelowSeconds * MS_PER_SECOND) return sum.map(() => 0);
  const missing = Math.max(0, terms.leastSeconds * MS_PER_SECOND - length);
  const { rounding } = terms;
  return sum.map((ms, side) => {
    const all = ms + (side === 0 ? missing : 0);
    return rounding === null ? all : roundUp(all, rounding);
  });
}

/** Up to the next multiple of the step; what lies over one by no more than the grace is not counted. */
export function roundUp(ms: number, { seconds, graceSeconds }: PlanRounding): number {
  const step = seconds * MS_PER_SECOND;
  const full = Math.floor(ms / step);
  const over = ms - full * step;
  return (over > graceSeconds * MS_PER_SECOND ? full + 1 : full) * step;
}

function divide(sides: WorkSides, parts: PlanEdgeParts, span: WorkSpan): SideMs {
  const length = span.to - span.from;
  if (parts === 'by start') return wholly(sides, sideAt(sides, span.from), length);
  const within = sides.calendars.map((calendar) => calendar.between(span.from, span.to));
  const split = [...within, length - within.reduce((total, ms) => total + ms, 0)];
  if (parts === 'split at edge') return split;
  const touched = sides.dearest.find((side) => (split[side] ?? 0) > 0) ?? 0;
  return wholly(sides, touched, length);
}

function sideAt({ calendars }: WorkSides, at: InstantMs): number {
  const inside = calendars.findIndex((calendar) => calendar.isOpen(at));
  return inside === -1 ? calendars.length : inside;
}

function wholly({ calendars }: WorkSides, at: number, length: number): SideMs {
  return Array.from({ length: calendars.length + 1 }, (_, side) => (side === at ? length : 0));
}

function nothing({ calendars }: WorkSides): SideMs {
  return Array.from({ length: calendars.length + 1 }, () => 0);
}
