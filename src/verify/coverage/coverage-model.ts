/**
 * What scenarios are held against: everything that a contract says and a ticket can show. A thing counts as exercised
 * when a reviewed scenario would fail if the contract said otherwise: see `docs/coverage.md`.
 */
import type { CompiledPlan, PlanOrigin } from '../../plan/model.ts';

export const COVERAGE_KINDS = ['rule', 'cell', 'edge', 'entitlement'] as const;
export type CoverageKind = (typeof COVERAGE_KINDS)[number];

/** One thing that a contract says, and the contracts that say something else there and nowhere else. */
export interface CoverageItem {
  readonly kind: CoverageKind;
  /** What it is, in the contract's words. */
  readonly words: string;
  readonly origin: PlanOrigin;
  /** Plans whose tickets alone can show it; null for any. */
  readonly plans: readonly string[] | null;
  /** A scenario must notice each of them that makes any difference. */
  readonly alterations: readonly Alteration[];
  /** Why no ticket can show it, where its words say so; null where a ticket may. */
  readonly unreachable: string | null;
}

export interface Alteration {
  /** What is otherwise, such as `a second later`. */
  readonly what: string;
  /** The whole plan with that otherwise, and nothing else. */
  readonly alter: (plan: CompiledPlan) => CompiledPlan;
}

/** How a thing stands. */
export type ItemCoverage = { readonly item: CoverageItem } & (
  | { readonly state: 'covered'; readonly by: readonly string[] }
  /** What no scenario would notice. */
  | { readonly state: 'open'; readonly unnoticed: readonly Alteration[] }
  | { readonly state: 'unreachable'; readonly reason: string }
);

export interface Coverage {
  readonly items: readonly ItemCoverage[];
}

export interface CoverageCount {
  readonly covered: number;
  /** Things that a ticket can show. */
  readonly of: number;
  /** Rounded down; 100 where there is nothing to cover. */
  readonly percent: number;
}

/** How much of what tickets can show is exercised, of one kind or of all. */
export function countOf({ items }: Coverage, kind: CoverageKind | null): CoverageCount {
  const own = items.filter(({ item, state }) => state !== 'unreachable' && (kind ?? item.kind) === item.kind);
  const covered = own.filter(({ state }) => state === 'covered').length;
  return { covered, of: own.length, percent: percentOf(covered, own.length) };
}

/** Whole percent, rounded down, so that 100 means all. */
export function percentOf(covered: number, of: number): number {
  return of === 0 ? 100 : Math.floor((covered * 100) / of);
}
