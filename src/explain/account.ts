import type { Engine } from '../engine/index.ts';
import type { PlanDays, PlanLimit, PlanPromise, PlanTarget } from '../plan/model.ts';
import type { InstantMs } from '../time/types.ts';
import { accountForDays } from './account-for-days.ts';
import { accountForHours } from './account-for-hours.ts';
import type { AccountStretch, Uncounted } from './stretch.ts';

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
  | { readonly kind: 'word'; readonly target: PlanTarget; readonly word: string }
  /** There is nothing to account for from the clock's start on, with the reason. */
  | { readonly kind: 'unaccounted'; readonly target: PlanTarget; readonly reason: string };

/**
 * Accounts for the hard bound of a target whose clock starts at `start` (ms) and never pauses.
 * @throws {HorizonError} and {CustomerError} as the engine does.
 */
export function account(engine: Engine, target: PlanTarget, start: InstantMs): Account {
  const deadline = engine.deadline(target.promise, start);
  if (deadline.kind === 'word') return { kind: 'word', target, word: deadline.word };
  if (deadline.kind === 'awaits') {
    return { kind: 'unaccounted', target, reason: `the time of ${deadline.event} is not known` };
  }
  const { promise } = target;
  if (promise.kind === 'relative' && promise.side === 'before') {
    return { kind: 'unaccounted', target, reason: `it is counted back from when ${promise.metric} is due` };
  }
  const { before, from, limit } = counted(engine, promise, start);
  const stretches = [
    ...before,
    ...(limit.kind === 'days' ? accountForDays(engine, limit, from) : accountForHours(engine, limit, from)),
  ];
  let sum = 0;
  return {
    kind: 'due',
    target,
    start,
    due: deadline.due,
    unit: limit.kind === 'days' ? 'dates' : 'ms',
    promised: limit.kind === 'days' ? promisedDates(limit) : limit.seconds * 1000,
    stretches: stretches.map((stretch) => ({ ...stretch, sum: (sum += stretch.amount) })),
  };
}

/** The one limit that decides, the instant from which it is counted, and what lies before that. */
interface Counted {
  readonly before: readonly Uncounted[];
  readonly from: InstantMs;
  readonly limit: Exclude<PlanLimit, { kind: 'pick' }>;
}

function counted(engine: Engine, promise: PlanPromise, start: InstantMs): Counted {
  switch (promise.kind) {
    case 'word':
    case 'awaited':
      throw new Error('there is no deadline to account for');
    case 'range':
    case 'cadence':
      return { before: [], from: start, limit: deciding(engine, promise.hard, start) };
    case 'relative': {
      const anchor = engine.deadline(promise.base, start);
      if (anchor.kind !== 'due') throw new Error('there is no deadline to account for');
      const reason = `counted from when ${promise.metric} is due`;
      const wait = { from: start, to: anchor.due, counted: false, amount: 0, reason, origin: null };
      return {
        before: anchor.due > start ? [wait] : [],
        from: anchor.due,
        limit: deciding(engine, promise.hard, anchor.due),
      };
    }
    default:
      return { before: [], from: start, limit: deciding(engine, promise, start) };
  }
}

/** Of several limits the one that ends where the promise does. */
function deciding(engine: Engine, limit: PlanLimit, from: InstantMs): Counted['limit'] {
  if (limit.kind !== 'pick') return limit;
  const end = engine.deadline(limit, from);
  const found = limit.of.find((each) => {
    const one = engine.deadline(each, from);
    return one.kind === 'due' && end.kind === 'due' && one.due === end.due;
  });
  if (found === undefined) throw new Error('none of the limits decides');
  return deciding(engine, found, from);
}

/** The end of a period is one date, whichever it is. */
function promisedDates(limit: PlanDays): number {
  return limit.unit.startsWith('end of') ? 1 : limit.count;
}
