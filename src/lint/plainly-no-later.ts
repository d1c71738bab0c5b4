import type { CheckedContract, CheckedDays, CheckedLimit, CheckedPromise } from '../check/model.ts';
import { withinOf, type IsWithin } from './calendar-within.ts';
import { isAlwaysOpen } from './coverage.ts';
import { leastWait } from './least-wait.ts';
import { limitOf } from './promised.ts';
import { shortestDateOf, type ShortestDate } from './shortest-date.ts';

/**
 * Whether the words of two promises to one ticket show that the first is never due later, whenever the ticket is
 * opened. False where only their hours can tell, which is what the engine is then asked.
 */
export type PlainlyNoLater = (one: CheckedPromise, other: CheckedPromise) => boolean;

/** The hours by which limits are held against each other. */
interface Hours {
  readonly isWithin: IsWithin;
  readonly isAlwaysOpen: (calendar: string) => boolean;
  readonly shortestDate: ShortestDate;
  /** Whether a date is never lost to a change of clocks. */
  readonly isTame: boolean;
}

/** Before this year zones lost whole days, and nothing is plain. */
const CLOCKS_ARE_TAME = '2019';

/** `isSame` says whether a calendar has the same hours on both sides. */
export function plainlyNoLater(
  contract: CheckedContract,
  isSame: (calendar: string) => boolean,
): PlainlyNoLater {
  const isTame = contract.effective === null || contract.effective.from >= CLOCKS_ARE_TAME;
  const isWithin = withinOf(contract);
  const hours: Hours = {
    isWithin: (inner, outer) => isSame(inner) && isSame(outer) && isWithin(inner, outer),
    isAlwaysOpen: (calendar) => isAlwaysOpen(contract, calendar),
    shortestDate: shortestDateOf(contract),
    isTame,
  };
  return (one, other) => {
    const [mine, theirs] = [limitOf(one), limitOf(other)];
    if (mine === null || theirs === null) return false;
    if (one.kind === 'relative' || other.kind === 'relative') return false;
    return isNoLonger(hours, mine, theirs);
  };
}

function isNoLonger(hours: Hours, one: CheckedLimit, other: CheckedLimit): boolean {
  if (one.kind === 'pick') {
    const parts = one.of.map((part) => isNoLonger(hours, part, other));
    if (one.pick === 'later' ? parts.every(Boolean) : parts.some(Boolean)) return true;
  }
  if (other.kind === 'pick') {
    const parts = other.of.map((part) => isNoLonger(hours, one, part));
    if (other.pick === 'earlier' ? parts.every(Boolean) : parts.some(Boolean)) return true;
  }
  if (one.kind === 'pick' || other.kind === 'pick') {
    return areAlike(hours, one, other) && JSON.stringify(one) === JSON.stringify(other);
  }
  const seconds = plainSeconds(hours, one);
  if (seconds !== null) return seconds <= leastElapsed(hours, other);
  if (one.kind === 'hours') return one.seconds <= leastOpen(hours, one.calendar, other);
  return one.kind === 'days' && other.kind === 'days' && areDatesNoLonger(hours, one, other);
}

/** The length of a limit that runs at all hours; null for any other. */
function plainSeconds(hours: Hours, limit: CheckedLimit): number | null {
  if (limit.kind === 'elapsed') return limit.seconds;
  return limit.kind === 'hours' && (limit.seconds === 0 || hours.isAlwaysOpen(limit.calendar))
    ? limit.seconds
    : null;
}

/** Time that passes before a limit is over, at the least: open time is never more than time. */
function leastElapsed(hours: Hours, limit: CheckedLimit): number {
  switch (limit.kind) {
    case 'elapsed':
    case 'hours':
      return limit.seconds;
    case 'days':
      return hours.isTame ? leastWait(limit).elapsed : 0;
    case 'pick':
      return 0;
  }
}

/** Time of a calendar that passes before a limit is over, at the least. */
function leastOpen(hours: Hours, calendar: string, limit: CheckedLimit): number {
  if (limit.kind === 'elapsed' || limit.kind === 'pick') return -1;
  if (!hours.isWithin(limit.calendar, calendar)) return -1;
  if (limit.kind === 'hours') return limit.seconds;
  return hours.isTame ? leastWait(limit).wholeDates * hours.shortestDate(limit.calendar) : -1;
}

/** Counts that differ in nothing but how far they go. */
function areDatesNoLonger(hours: Hours, one: CheckedDays, other: CheckedDays): boolean {
  if (!areAlike(hours, one, other)) return false;
  const isSameBut = (limit: CheckedDays) =>
    JSON.stringify({ ...limit, count: 0, dayOne: '', end: limit.end.kind });
  const endsNoLater =
    one.end.kind !== 'clock' || other.end.kind !== 'clock' || one.end.time <= other.end.time;
  const beginsNoLater = one.dayOne === other.dayOne || one.dayOne === 'day of receipt';
  return isSameBut(one) === isSameBut(other) && endsNoLater && beginsNoLater && one.count <= other.count;
}

/** Whether each calendar that a limit counts in has the same hours on both sides. */
function areAlike(hours: Hours, ...limits: readonly CheckedLimit[]): boolean {
  return limits.every((limit) => {
    switch (limit.kind) {
      case 'elapsed':
        return true;
      case 'pick':
        return areAlike(hours, ...limit.of);
      default:
        return hours.isWithin(limit.calendar, limit.calendar);
    }
  });
}
