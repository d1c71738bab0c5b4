import type { HolidayUse } from '../check/calendar-model.ts';
import type { CheckedContract, CheckedHolidaySet } from '../check/model.ts';
import type { CivilDate, DaySeconds } from '../time/types.ts';
import { regionOf, type TicketFacts } from './facts.ts';
import { plusDays } from './wall-clock.ts';

/** Whether holidays close a minute of a date. */
export type Closures = (date: CivilDate, time: DaySeconds) => boolean;

const LAST_MINUTE = 86_400 - 60;

/** Several uses add up. A date of a year that a set does not cover cannot be asked for. */
export function closures(
  contract: CheckedContract,
  uses: readonly HolidayUse[],
  facts: TicketFacts,
): Closures {
  const all = uses.map((use) => closedBy(contract, use, facts));
  // All are asked, so that each can refuse a year that it does not know.
  return (date, time) => all.map((isClosed) => isClosed(date, time)).includes(true);
}

function closedBy(contract: CheckedContract, use: HolidayUse, facts: TicketFacts): Closures {
  const each = (names: readonly string[]) => names.map((name) => closedBySet(setOf(contract, name)));
  switch (use.kind) {
    case 'none':
      return () => false;
    case 'region': {
      const { holidays } = regionOf(contract, facts);
      if (holidays === 'customer') return closedBy(contract, { kind: 'customer' }, facts);
      if (holidays === 'none') return () => false;
      const sets = each(holidays);
      return (date, time) => sets.map((isClosed) => isClosed(date, time)).includes(true);
    }
    case 'customer': {
      if (facts.holidays === null) throw new Error('the ticket does not say which holidays its customer has');
      const sets = each(facts.holidays);
      return (date, time) => sets.map((isClosed) => isClosed(date, time)).includes(true);
    }
    case 'sets': {
      const sets = each(use.sets);
      return (date, time) => sets.map((isClosed) => isClosed(date, time)).includes(true);
    }
    case 'common': {
      const sets = each(use.sets);
      return (date, time) => !sets.map((isClosed) => isClosed(date, time)).includes(false);
    }
    case 'plus':
    case 'minus': {
      const left = closedBy(contract, use.left, facts);
      const right = closedBy(contract, use.right, facts);
      return (date, time) => {
        const [inLeft, inRight] = [left(date, time), right(date, time)];
        return use.kind === 'plus' ? inLeft || inRight : inLeft && !inRight;
      };
    }
    case 'widened': {
      const isClosed = closedBy(contract, use.of, facts);
      const { fromBefore, untilAfter } = use;
      return (date, time) => {
        const isEvening = fromBefore !== null && isClosed(plusDays(date, 1), 0) && fromBefore <= time;
        const isMorning =
          untilAfter !== null && isClosed(plusDays(date, -1), LAST_MINUTE) && time < untilAfter;
        return isClosed(date, time) || isEvening || isMorning;
      };
    }
  }
}

function setOf(contract: CheckedContract, name: string): CheckedHolidaySet {
  const set = contract.holidaySets.find((candidate) => candidate.name === name);
  if (set === undefined) throw new Error(`the contract has no holidays ${JSON.stringify(name)}`);
  return set;
}

function closedBySet(set: CheckedHolidaySet): Closures {
  const [first, last] = [`${set.fromYear}-01-01`, `${set.toYear}-12-31`];
  return (date, time) => {
    // Dates compare as text.
    if (date < first || date > last) {
      throw new Error(`holidays ${JSON.stringify(set.name)} are not known for ${date}`);
    }
    return set.days.some((day) => day.date === date && day.closed.from <= time && time < day.closed.to);
  };
}
