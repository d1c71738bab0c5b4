import type { CheckedContract, CheckedDays, CheckedLimit, CheckedPromise } from '../check/model.ts';
import { withinOf } from './calendar-within.ts';
import { isAlwaysOpen } from './coverage.ts';
import { assertNever } from '../text/assert-never.ts';

/**
 * Whether the words of a promise show that a calendar opens before it is due, or is open already, whenever the ticket
 * is opened. False where only the hours can tell.
 */
export function plainlyOpenBefore(
  contract: CheckedContract,
  promise: CheckedPromise,
  calendar: string,
): boolean {
  if (isAlwaysOpen(contract, calendar)) return true;
  switch (promise.kind) {
    case 'word':
      return true;
    case 'range':
    case 'cadence':
      return opensWithin(contract, promise.hard, calendar);
    case 'relative':
      return promise.side === 'after' && opensWithin(contract, promise.hard, calendar);
    default:
      return opensWithin(contract, promise, calendar);
  }
}

function opensWithin(contract: CheckedContract, limit: CheckedLimit, calendar: string): boolean {
  switch (limit.kind) {
    case 'elapsed':
      return false;
    case 'hours':
      return limit.seconds > 0 && withinOf(contract)(limit.calendar, calendar);
    case 'days':
      return withinOf(contract)(limit.calendar, calendar) && holdsOpenTime(limit);
    case 'pick': {
      const parts = limit.of.map((part) => opensWithin(contract, part, calendar));
      return limit.pick === 'later' ? parts.some(Boolean) : parts.every(Boolean);
    }
    default:
      return assertNever(limit);
  }
}

/** Whether a count of business days always ends behind an opening: on a later date with hours, or after one. */
function holdsOpenTime({ unit, count, dayOne, end, receipt }: CheckedDays): boolean {
  if (unit !== 'business day') return false;
  const later = dayOne === 'day of receipt' ? count - 1 : count;
  if (end.kind === 'close') return later >= 1 || (count >= 1 && receipt === 'next opening');
  return later >= 2;
}
