import type { PlanQuota } from '../../plan/entitlement-model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { ClockVerdict, Verdict } from '../ticket/verdict.ts';
import type { LedgerEntry } from './ledger-model.ts';

/** Whether what becomes of tickets beyond a quota is known from the ledger: no choice of the customer's, no hold. */
export function isSettledBeyond({ over, overChoices }: Pick<PlanQuota, 'over' | 'overChoices'>): boolean {
  return overChoices.length === 0 && over !== 'hold' && over !== 'close';
}

/** What is left of the promises of a ticket, and from when on; null where it is within every quota, or pays. */
export function leftBeyond(
  { opened }: Pick<Verdict, 'opened'>,
  entries: readonly LedgerEntry[],
): {
  readonly at: InstantMs;
  readonly is: 'best effort' | 'no promise' | 'refused';
  readonly thing: string;
} | null {
  for (const { kind, effect, at, thing, amount } of entries) {
    if (kind !== 'over' || amount.compare(0) < 0) continue;
    // What is used later than at the opening can no longer be refused as a whole.
    if (effect === 'refuse' && at === opened) return { at, is: 'refused', thing };
    if (effect === 'best effort' || effect === 'no promise') return { at, is: effect, thing };
  }
  return null;
}

/**
 * The verdict of a ticket by what it was charged. From the instant at which it used something beyond a quota on it has best
 * effort, or no promise, where the quota says so; what stopped by then, or was broken before, stays as it was judged. A
 * ticket whose opening was beyond a quota that refuses such is refused.
 */
export function beyondQuota(verdict: Verdict, entries: readonly LedgerEntry[]): Verdict {
  const left = leftBeyond(verdict, entries);
  if (left === null) return verdict;
  const { at, is, thing } = left;
  if (is === 'refused') return { ...verdict, clocks: [], refused: verdict.refused ?? `no ${thing} left` };
  return { ...verdict, clocks: verdict.clocks.map((clock) => lost(clock, at, is)) };
}

function lost(clock: ClockVerdict, at: InstantMs, status: 'best effort' | 'no promise'): ClockVerdict {
  const { stopped, breached } = clock;
  const isOver = clock.status === 'word' || clock.status === 'cancelled';
  if (isOver || (stopped !== null && stopped < at) || (breached !== null && breached < at)) return clock;
  return { ...clock, status, due: null, softDue: null, breached: null, remaining: null };
}
