import type { HolidayUse } from '../check/calendar-model.ts';
import type { CheckedContract, CheckedHolidaySet } from '../check/model.ts';
import type { CivilDate, DaySeconds } from '../time/types.ts';
import { regionOf, type TicketFacts } from './facts.ts';
import { plusDays } from './wall-clock.ts';

/** Of a date, whether holidays close a minute of it. */
export type Closures = (date: CivilDate) => (time: DaySeconds) => boolean;

const LAST_MINUTE = 86_400 - 60;

/** Several uses add up. A date of a year that a set does not cover cannot be asked for. */
export function closures(
  contract: CheckedContract,
  uses: readonly HolidayUse[],
  facts: TicketFacts,
): Closures {
  return anyOf(uses.map((use) => closedBy(contract, use, facts)));
}

function closedBy(contract: CheckedContract, use: HolidayUse, facts: TicketFacts): Closures {
  const each = (names: readonly string[]) => names.map((name) => closedBySet(setOf(contract, name)));
  switch (use.kind) {
    case 'none':
      return () => () => false;
    case 'region': {
      const { holidays } = regionOf(contract, facts);
      if (holidays === 'customer') return closedBy(contract, { kind: 'customer' }, facts);
      return holidays === 'none' ? () => () => false : anyOf(each(holidays));
    }
    case 'customer':
      if (facts.holidays === null) throw new Error('the ticket does not say which holidays its customer has');
      return anyOf(each(facts.holidays));
    case 'sets':
      return anyOf(each(use.sets));
    case 'common': {
      const sets = each(use.sets);
      return (date) => {
        const onDate = sets.map((closedOn) => closedOn(date));
        return (time) => onDate.every((isClosed) => isClosed(time));
      };
    }
    case 'plus':
    case 'minus': {
      const [left, right] = [closedBy(contract, use.left, facts), closedBy(contract, use.right, facts)];
      return (date) => {
        const [inLeft, inRight] = [left(date), right(date)];
        return use.kind === 'plus'
          ? (time) => inLeft(time) || inRight(time)
          : (time) => inLeft(time) && !inRight(time);
      };
    }
    case 'widened': {
      const closedOn = closedBy(contract, use.of, facts);
      const { fromBefore, untilAfter } = use;
      return (date) => {
        const isClosed = closedOn(date);
        const isEve = fromBefore !== null && closedOn(plusDays(date, 1))(0);
        const isMorrow = untilAfter !== null && closedOn(plusDays(date, -1))(LAST_MINUTE);
        return (time) => isClosed(time) || (isEve && fromBefore <= time) || (isMorrow && time < untilAfter);
      };
    }
  }
}

/** All are asked of a date, so that each can refuse a year that it does not know. */
function anyOf(all: readonly Closures[]): Closures {
  return (date) => {
    const onDate = all.map((closedOn) => closedOn(date));
    return (time) => onDate.some((isClosed) => isClosed(time));
  };
}

function setOf(contract: CheckedContract, name: string): CheckedHolidaySet {
  const set = contract.holidaySets.find((candidate) => candidate.name === name);
  if (set === undefined) throw new Error(`the contract has no holidays ${JSON.stringify(name)}`);
  return set;
}

function closedBySet(set: CheckedHolidaySet): Closures {
  const [first, last] = [`${set.fromYear}-01-01`, `${set.toYear}-12-31`];
  return (date) => {
    // Dates compare as text.
    if (date < first || date > last) {
      throw new Error(`holidays ${JSON.stringify(set.name)} are not known for ${date}`);
    }
    const onDate = set.days.filter((day) => day.date === date);
    return (time) => onDate.some(({ closed }) => closed.from <= time && time < closed.to);
  };
}
