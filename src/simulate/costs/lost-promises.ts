import type { LedgerEntry } from '../../engine/entitlement/ledger-model.ts';
import type { PlanPlan } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { MetricOutcome, Status } from '../outcome.ts';
import { statusCode } from '../promises.ts';

/** From when on a ticket of a run is promised nothing any more, since it is beyond a quota. */
export interface LostPromise {
  /** Its row in the run. */
  readonly ticket: number;
  readonly at: InstantMs;
  readonly status: Extract<Status, 'best effort' | 'not offered'>;
}

/** Whether tickets beyond a quota of the plan lose what they are promised. */
export function mayLose({ quotas }: PlanPlan): boolean {
  return quotas.some(({ over }) => over === 'best effort' || over === 'no promise' || over === 'refuse');
}

/** The entries by which tickets go beyond a quota, by the name that they have in the ledger. */
export function entriesBeyond(entries: readonly LedgerEntry[]): ReadonlyMap<string, readonly LedgerEntry[]> {
  const beyond = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const { kind, ticket, effect } = entry;
    if (kind !== 'over' || ticket === null || effect === null || effect === 'bill') continue;
    beyond.set(ticket, [...(beyond.get(ticket) ?? []), entry]);
  }
  return beyond;
}

/** Puts the word of the quota in place of what became of promises that tickets had lost by then. */
export function withoutLost(
  metrics: readonly MetricOutcome[],
  lost: readonly LostPromise[],
): readonly MetricOutcome[] {
  if (lost.length === 0) return metrics;
  return metrics.map((of) => {
    const due = of.due.slice();
    const status = of.status.slice();
    for (const { ticket, at, status: word } of lost) {
      const isOver = (of.stopped[ticket] as number) < at || (of.due[ticket] as number) < at;
      if (isOver || !HAS_LIMIT.has(status[ticket] as number)) continue;
      due[ticket] = NaN;
      status[ticket] = statusCode(word);
    }
    return { ...of, due, status };
  });
}

const HAS_LIMIT: ReadonlySet<number> = new Set(
  (['met', 'missed', 'running', 'unmeasured'] as const).map(statusCode),
);
