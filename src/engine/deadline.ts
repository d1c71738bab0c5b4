import type { PlanDays, PlanLimit, PlanPromise, PlanWord } from '../plan/model.ts';
import { assertNever } from '../text/assert-never.ts';
import { addMonths, lastDayOf } from '../time/civil-date.ts';
import { MS_PER_SECOND, SECONDS_PER_DAY } from '../time/units.ts';
import type { WallClock } from '../time/zone-arithmetic.ts';
import type { EpochDay, InstantMs } from '../time/types.ts';
import type { BusinessDates } from './business-dates.ts';
import type { Calendar } from './calendar.ts';

/** When a promise falls due, or what there is instead of a deadline. */
export type Deadline =
  | {
      readonly kind: 'due';
      readonly due: InstantMs;
      /** What is aimed at, where the promise is a range. */
      readonly soft: InstantMs | null;
    }
  | { readonly kind: 'word'; readonly word: PlanWord }
  /** Counted from an event that has not happened, or back from one whose time is not known. */
  | { readonly kind: 'awaits'; readonly event: string };

/** What deadlines are counted by. */
export interface Counters {
  calendar(index: number): Calendar;
  /** The dates of a zone on which a calendar opens. */
  businessDates(calendar: number, zone: string): BusinessDates;
}

/** @throws {HorizonError} when the deadline lies outside what its calendar covers. */
export function deadlineOf(counters: Counters, promise: PlanPromise, start: InstantMs): Deadline {
  switch (promise.kind) {
    case 'word':
      return { kind: 'word', word: promise.word };
    case 'range':
    case 'cadence': {
      const soft = promise.soft === null ? null : dueOf(counters, promise.soft, start);
      return { kind: 'due', due: dueOf(counters, promise.hard, start), soft };
    }
    case 'relative':
      return relativeTo(counters, promise, start);
    case 'awaited':
      return { kind: 'awaits', event: promise.of.name };
    default:
      return { kind: 'due', due: dueOf(counters, promise, start), soft: null };
  }
}

/** Counted from another promise's deadline, where there is one, but never due before its own clock starts. */
function relativeTo(
  counters: Counters,
  { base, side, soft, hard }: Extract<PlanPromise, { kind: 'relative' }>,
  start: InstantMs,
): Deadline {
  const anchor = deadlineOf(counters, base, start);
  if (anchor.kind !== 'due') return anchor;
  const count = (limit: PlanLimit) =>
    side === 'after' ? dueOf(counters, limit, anchor.due) : dueBefore(counters, limit, anchor.due);
  const notBefore = (due: InstantMs) => Math.max(due, start);
  return { kind: 'due', due: notBefore(count(hard)), soft: soft === null ? null : notBefore(count(soft)) };
}

/** The instant at which one bound, counted back from `end`, begins. */
export function dueBefore(counters: Counters, limit: PlanLimit, end: InstantMs): InstantMs {
  switch (limit.kind) {
    case 'elapsed':
      return end - limit.seconds * MS_PER_SECOND;
    case 'hours':
      return counters.calendar(limit.calendar).subtract(end, limit.seconds * MS_PER_SECOND);
    case 'days':
      return datesBack(
        limit,
        counters.calendar(limit.calendar),
        counters.businessDates(limit.calendar, limit.zone),
        end,
      );
    case 'pick': {
      const ends = limit.of.map((each) => dueBefore(counters, each, end));
      return limit.pick === 'later' ? Math.max(...ends) : Math.min(...ends);
    }
    default:
      return assertNever(limit);
  }
}

/** The instant at which one bound, counted from `start`, falls due. */
export function dueOf(counters: Counters, limit: PlanLimit, start: InstantMs): InstantMs {
  switch (limit.kind) {
    case 'elapsed':
      return start + limit.seconds * MS_PER_SECOND;
    case 'hours':
      return counters.calendar(limit.calendar).add(start, limit.seconds * MS_PER_SECOND);
    case 'days':
      return dueByDates(
        limit,
        counters.calendar(limit.calendar),
        counters.businessDates(limit.calendar, limit.zone),
        start,
      );
    case 'pick': {
      const ends = limit.of.map((each) => dueOf(counters, each, start));
      return limit.pick === 'later' ? Math.max(...ends) : Math.min(...ends);
    }
    default:
      return assertNever(limit);
  }
}

/**
 * A count of dates, in four steps: where receipt counts (`receiptOf`), the date on which the count ends
 * (`endDateOf`), the time on that date (`endInstantOf`), and what an end outside hours does (`moveIntoHours`).
 * A deadline never lies before its start: where the stated end has already passed at receipt (received at 18:00,
 * due at 17:00 on the day of receipt), the promise is due at once.
 */
function dueByDates(limit: PlanDays, calendar: Calendar, dates: BusinessDates, start: InstantMs): InstantMs {
  return traceDates(limit, calendar, dates, start).due;
}

/** The steps of a count of dates, for those who have to account for it. */
export interface DateTrace {
  /** Where receipt counts, by the wall clock of the count's zone. */
  readonly receipt: WallClock;
  /** The date on which the count ends. */
  readonly endDate: EpochDay;
  readonly due: InstantMs;
}

export function traceDates(
  limit: PlanDays,
  calendar: Calendar,
  dates: BusinessDates,
  start: InstantMs,
): DateTrace {
  const receipt = receiptOf(limit, calendar, dates, start);
  const endDate = endDateOf(limit, dates, receipt.epochDay);
  return { receipt, endDate, due: Math.max(endOfDates(limit, calendar, dates, endDate, receipt), start) };
}

/** The end of a count of dates that was received then and ends on a date, wherever its start lies. */
function endOfDates(
  limit: PlanDays,
  calendar: Calendar,
  dates: BusinessDates,
  endDate: EpochDay,
  receipt: WallClock,
): InstantMs {
  return moveIntoHours(limit, calendar, endInstantOf(limit, calendar, dates, endDate, receipt));
}

/** The end of a count that does not hang on the time of its receipt, but on the date alone. */
export function endByDate(
  limit: PlanDays,
  calendar: Calendar,
  dates: BusinessDates,
  receipt: EpochDay,
): InstantMs {
  const endDate = endDateOf(limit, dates, receipt);
  return endOfDates(limit, calendar, dates, endDate, { epochDay: receipt, daySeconds: 0, ms: 0 });
}

/** Dates counted back from an instant, whose own date is not one of them. */
function datesBack(limit: PlanDays, calendar: Calendar, dates: BusinessDates, end: InstantMs): InstantMs {
  const from = dates.wallClockAt(end);
  const date = dateBack(limit, dates, from.epochDay);
  return moveIntoHours(limit, calendar, endInstantOf(limit, calendar, dates, date, from));
}

/** The date on which a count back from a date ends. */
export function dateBack(limit: PlanDays, dates: BusinessDates, date: EpochDay): EpochDay {
  switch (limit.unit) {
    case 'business day':
      return dates.before(date, limit.count);
    case 'calendar day':
      return date - limit.count;
    case 'month':
      return addMonths(date, -limit.count);
    case 'end of week':
    case 'end of month':
    case 'end of quarter':
    case 'end of year':
      throw new Error('nothing is counted back by the end of a period');
    default:
      return assertNever(limit.unit);
  }
}

/** The cut-off is held against the wall clock at receipt itself, and comes before a move to the next opening. */
function receiptOf(limit: PlanDays, calendar: Calendar, dates: BusinessDates, start: InstantMs): WallClock {
  const received = dates.wallClockAt(start);
  if (limit.cutOff !== null && received.daySeconds >= limit.cutOff && dates.includes(received.epochDay)) {
    return dates.wallClockAt(openingOn(calendar, dates, dates.after(received.epochDay, 1)));
  }
  return limit.receipt === 'next opening' ? dates.wallClockAt(calendar.nextOpen(start)) : received;
}

/** The first open instant of a business date. */
function openingOn(calendar: Calendar, dates: BusinessDates, date: EpochDay): InstantMs {
  return calendar.nextOpen(dates.instantAt(date, 0));
}

/**
 * A count of nothing ends on the day of receipt. When that day is day one, business days are counted from it on
 * (it is one of them only if the calendar opens on it), and a count of calendar days or months ends a day earlier.
 * Calendar days and months are arithmetic on dates, so a week later is always the same weekday.
 */
function endDateOf(limit: PlanDays, dates: BusinessDates, receipt: EpochDay): EpochDay {
  const countsReceipt = limit.dayOne === 'day of receipt';
  switch (limit.unit) {
    case 'end of week':
      return lastDayOf('week', receipt, limit.count);
    case 'end of month':
      return lastDayOf('month', receipt, limit.count);
    case 'end of quarter':
      return lastDayOf('quarter', receipt, limit.count);
    case 'end of year':
      return lastDayOf('year', receipt, limit.count);
    case 'business day':
      if (limit.count === 0) return receipt;
      return dates.onOrAfter(countsReceipt ? receipt : receipt + 1, limit.count);
    case 'calendar day':
      if (limit.count === 0) return receipt;
      return receipt + limit.count - (countsReceipt ? 1 : 0);
    case 'month':
      return limit.count === 0 ? receipt : addMonths(receipt, limit.count, countsReceipt);
    default:
      return assertNever(limit.unit);
  }
}

/** A date's close is the end of its last open time; a date without any ends at its midnight. */
function endInstantOf(
  limit: PlanDays,
  calendar: Calendar,
  dates: BusinessDates,
  date: EpochDay,
  receipt: WallClock,
): InstantMs {
  switch (limit.end.kind) {
    case 'same time':
      return dates.instantAt(date, receipt.daySeconds, receipt.ms);
    case 'clock':
      return dates.instantAt(date, limit.end.time);
    case 'close': {
      const midnight = dates.instantAt(date, SECONDS_PER_DAY);
      return dates.includes(date) ? calendar.prevOpen(midnight) : midnight;
    }
    default:
      return assertNever(limit.end);
  }
}

/** An end is within hours when it is inside open time or closes it: due at closing time is due that day. */
function moveIntoHours(limit: PlanDays, calendar: Calendar, end: InstantMs): InstantMs {
  switch (limit.endOutside) {
    case 'stays':
      return end;
    case 'previous close':
      return calendar.prevOpen(end);
    case 'next opening':
      return calendar.prevOpen(end) === end ? end : calendar.nextOpen(end);
    default:
      return assertNever(limit.endOutside);
  }
}
