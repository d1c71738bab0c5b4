import type { ReadyState } from '../../state/state.ts';
import { bodyHeight } from '../layout.ts';

/** How the screen of hours is divided: plans below each other, and the longest waits below them. */
export interface CoverageLayout {
  /** Plans in sight. */
  readonly plans: number;
  /** Rows of the list of longest waits. */
  readonly worst: number;
  /** Cells of an hour. */
  readonly hour: number;
}

/** Title, ruler, the head of the list and the legend. */
const fixed = 4;
/** A head and seven dates. */
export const planRows = 8;
const leastWorst = 4;

export function coverageLayout(state: Pick<ReadyState, 'size' | 'model'>): CoverageLayout {
  const body = bodyHeight(state.size);
  const all = Math.max(1, state.model.outcome.plans.length);
  const plans = Math.max(1, Math.min(all, Math.floor((body - fixed - leastWorst) / planRows)));
  return {
    plans,
    worst: Math.max(1, body - fixed - plans * planRows),
    // What is special about a date has to have room beside it.
    hour: state.size.columns >= 130 ? 3 : state.size.columns >= 100 ? 2 : 1,
  };
}

/** Rows for the stretches of an account. */
export function accountHeight(state: Pick<ReadyState, 'size'>): number {
  return Math.max(1, bodyHeight(state.size) - 4);
}
