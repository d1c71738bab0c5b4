import type { Engine } from '../engine/index.ts';
import type { PlanLimit, PlanTarget } from '../plan/model.ts';
import type { InstantMs } from '../time/types.ts';
import { accountForDays } from './account-for-days.ts';
import { accountForHours } from './account-for-hours.ts';
import type { AccountStretch } from './stretch.ts';

/**
 * The accounting of one deadline: stretches that tile the time from the clock's start to its end, each counted or
 * not and by which clause, whose counted amounts sum to what was promised.
 */
export type Account =
  | {
      readonly kind: 'due';
      readonly target: PlanTarget;
      readonly start: InstantMs;
      readonly due: InstantMs;
      /** What the amounts are: milliseconds of the promise's own time, or dates. */
      readonly unit: 'ms' | 'dates';
      /** What was promised, in that unit. */
      readonly promised: number;
      readonly stretches: readonly AccountStretch[];
    }
  | { readonly kind: 'word'; readonly target: PlanTarget; readonly word: string };

/** Accounts for the hard bound of a target whose clock starts at `start`. Throws a `HorizonError` like the engine. */
export function account(engine: Engine, target: PlanTarget, start: InstantMs): Account {
  const { promise } = target;
  if (promise.kind === 'word') return { kind: 'word', target, word: promise.word };
  const limit: PlanLimit = promise.kind === 'range' ? promise.hard : promise;
  const stretches =
    limit.kind === 'days' ? accountForDays(engine, limit, start) : accountForHours(engine, limit, start);
  const due = engine.deadline(limit, start);
  if (due.kind === 'word') throw new Error('a limit has a deadline');
  let sum = 0;
  return {
    kind: 'due',
    target,
    start,
    due: due.due,
    unit: limit.kind === 'days' ? 'dates' : 'ms',
    promised: limit.kind === 'days' ? limit.count : limit.seconds * 1000,
    stretches: stretches.map((stretch) => ({ ...stretch, sum: (sum += stretch.amount) })),
  };
}
