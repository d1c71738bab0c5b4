import { ANY_TICKET } from '../check/calendar-keys.ts';
import { EVERYTHING } from '../check/check-selector.ts';
import type { Stretch } from '../check/conduct-model.ts';
import type { Selector } from '../check/model.ts';
import type { CheckedCredit, CheckedPoints, CheckedRight, CreditCause } from '../check/money-model.ts';
import type { PlanStretch } from './conduct-model.ts';
import type { CalendarTable } from './lower-calendars.ts';
import { ConductLowering } from './lower-conduct.ts';
import type { PlanSelector } from './model.ts';
import type { PlanClaimTime, PlanCredit, PlanCreditCause, PlanPoints, PlanRight } from './money-model.ts';

/** A credit with its calendars: those of a delay as they are for its ticket, any other as it is for no ticket. */
export function lowerCredit(
  credit: CheckedCredit,
  calendars: CalendarTable,
  selectorOf: (selector: Selector) => PlanSelector,
): PlanCredit {
  const { cause, claimedWithin, when } = credit;
  return {
    ...credit,
    cause: lowerCause(cause, calendars, selectorOf),
    claimedWithin: claimedWithin === null ? null : lowerClaim(claimedWithin, calendars),
    when: selectorOf(when),
  };
}

/** Points with their calendars, as those of a credit. */
export function lowerPoints(
  { cause, when, ...points }: CheckedPoints,
  calendars: CalendarTable,
  selectorOf: (selector: Selector) => PlanSelector,
): PlanPoints {
  return { ...points, cause: lowerCause(cause, calendars, selectorOf), when: selectorOf(when) };
}

/** A right with its calendars, as they are for no ticket. */
export function lowerRight(
  { usedWithin, notice, when, ...right }: CheckedRight<string>,
  calendars: CalendarTable,
  selectorOf: (selector: Selector) => PlanSelector,
): PlanRight {
  const ofNoTicket = (stretch: Stretch<string> | null) =>
    stretch === null ? null : lowerOfNoTicket(stretch, calendars, selectorOf);
  return {
    ...right,
    when: when.map(({ of, tally }) => ({
      of: 'when' in of ? { ...of, when: selectorOf(of.when) } : of,
      tally,
    })),
    usedWithin: ofNoTicket(usedWithin),
    notice: ofNoTicket(notice),
  };
}

function lowerCause(
  cause: CreditCause,
  calendars: CalendarTable,
  selectorOf: (selector: Selector) => PlanSelector,
): PlanCreditCause {
  switch (cause.kind) {
    case 'delay': {
      const lowering = new ConductLowering(calendars, selectorOf);
      const { each, beyond } = cause;
      return {
        ...cause,
        each: lowering.stretch(each),
        beyond: beyond === null ? null : lowering.stretch(beyond),
      };
    }
    case 'outage': {
      const { each, beyond } = cause;
      const ofNoTicket = (stretch: Stretch<string>) => lowerOfNoTicket(stretch, calendars, selectorOf);
      return {
        ...cause,
        each: each === null ? null : ofNoTicket(each),
        beyond: beyond === null ? null : ofNoTicket(beyond),
      };
    }
    case 'missed':
    case 'attained':
    case 'availability':
    case 'points':
      return cause;
  }
}

/** A length of time that is of no ticket. */
export function lowerOfNoTicket(
  stretch: Stretch<string>,
  calendars: CalendarTable,
  selectorOf: (selector: Selector) => PlanSelector,
): PlanStretch {
  const only = (name: string) => [
    { when: selectorOf(EVERYTHING), calendar: calendars.indexOf(name, ANY_TICKET) },
  ];
  switch (stretch.kind) {
    case 'elapsed':
      return stretch;
    case 'hours':
      return { ...stretch, calendar: only(stretch.calendar) };
    case 'days':
      return { ...stretch, calendar: stretch.calendar === null ? null : only(stretch.calendar) };
  }
}

function lowerClaim(
  claim: NonNullable<CheckedCredit['claimedWithin']>,
  calendars: CalendarTable,
): PlanClaimTime {
  const { unit, count, fromEndOf } = claim;
  const calendar = unit === 'business day' ? calendars.indexOf(claim.calendar, ANY_TICKET) : null;
  return { unit, count, calendar, fromEndOf };
}
