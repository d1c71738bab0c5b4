import type { PlanQuota } from '../../plan/entitlement-model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { ClockVerdict, Verdict } from '../ticket/verdict.ts';
import type { LedgerEntry } from './ledger-model.ts';

/** Whether what becomes of tickets beyond a quota is known from the ledger: no choice of the customer's, no hold. */
export function isSettledBeyond({ over, overChoices }: Pick<PlanQuota, 'over' | 'overChoices'>): boolean {
  return overChoices.length === 0 && over !== 'hold' && over !== 'close';
}

/**
 * The verdict of a ticket by what it was charged. From the instant at which it used something beyond a quota on it has best
 * effort, or no promise, where the quota says so; what stopped by then, or was broken before, stays as it was judged. A
 * ticket whose opening was beyond a quota that refuses such is refused.
 */
export function beyondQuota(verdict: Verdict, entries: readonly LedgerEntry[]): Verdict {
  if (entries.length === 0) return verdict;
  const over = entries.filter(({ kind }) => kind === 'over');
  const refusing = over.find(({ effect, at }) => effect === 'refuse' && at === verdict.opened);
  if (refusing !== undefined) {
    return { ...verdict, clocks: [], refused: verdict.refused ?? `no ${refusing.thing} left` };
  }
  const losing = over.find(({ effect }) => effect === 'best effort' || effect === 'no promise');
  if (losing === undefined) return verdict;
  const status = losing.effect === 'best effort' ? 'best effort' : 'no promise';
  return { ...verdict, clocks: verdict.clocks.map((clock) => lost(clock, losing.at, status)) };
}

function lost(clock: ClockVerdict, at: InstantMs, status: 'best effort' | 'no promise'): ClockVerdict {
  const { stopped, breached } = clock;
  const isOver = clock.status === 'word' || clock.status === 'cancelled';
  if (isOver || (stopped !== null && stopped < at) || (breached !== null && breached < at)) return clock;
  return { ...clock, status, due: null, softDue: null, breached: null, remaining: null };
}
