import type {
  CheckedContract,
  CheckedDays,
  CheckedLimit,
  CheckedPromise,
  CheckedTarget,
  PromiseWord,
} from '../check/model.ts';
import type { CivilDate, InstantMs } from '../time/types.ts';
import { speaksOf, type TicketFacts } from './facts.ts';
import type { OpenTime } from './open-time.ts';
import { readCalendar } from './read-calendar.ts';
import { MINUTE_MS, plusDays, plusMonths } from './wall-clock.ts';

export type ReferenceDeadline =
  | { readonly kind: 'due'; readonly due: InstantMs; readonly soft: InstantMs | null }
  | { readonly kind: 'word'; readonly word: PromiseWord };

/** The cell of a plan that holds for a ticket: the first that speaks of it; null when the plan says nothing. */
export function targetOf(
  contract: CheckedContract,
  plan: string,
  metric: string,
  facts: TicketFacts,
): CheckedTarget | null {
  const targets = contract.plans.find((candidate) => candidate.name === plan)?.targets ?? [];
  return targets.find((target) => target.metric === metric && speaksOf(target.when, facts)) ?? null;
}

/** When a promise to a ticket, whose clock starts at `start`, falls due. */
export function deadline(
  contract: CheckedContract,
  promise: CheckedPromise,
  facts: TicketFacts,
  start: InstantMs,
): ReferenceDeadline {
  return deadlineBy((calendar) => readCalendar(contract, calendar, facts), promise, start);
}

/** The same by calendars already read, which remember what they have walked. */
export function deadlineBy(
  calendarOf: (name: string) => OpenTime,
  promise: CheckedPromise,
  start: InstantMs,
): ReferenceDeadline {
  switch (promise.kind) {
    case 'word':
      return { kind: 'word', word: promise.word };
    case 'range':
      return {
        kind: 'due',
        due: dueAt(calendarOf, promise.hard, start),
        soft: dueAt(calendarOf, promise.soft, start),
      };
    default:
      return { kind: 'due', due: dueAt(calendarOf, promise, start), soft: null };
  }
}

function dueAt(calendarOf: (name: string) => OpenTime, limit: CheckedLimit, start: InstantMs): InstantMs {
  switch (limit.kind) {
    case 'elapsed':
      return start + limit.seconds * 1000;
    case 'hours':
      return calendarOf(limit.calendar).add(start, limit.seconds * 1000);
    case 'days':
      return dueOnDate(limit, calendarOf(limit.calendar), start);
  }
}

function dueOnDate(limit: CheckedDays, calendar: OpenTime, start: InstantMs): InstantMs {
  const received = whenReceiptCounts(limit, calendar, start);
  const date = lastDate(limit, calendar, calendar.clock.read(received).date);
  const end = endOnDate(limit, calendar, date, received);
  const due = movedIntoHours(limit, calendar, end);
  // What is already past when the ticket comes in is due at once.
  return due < start ? start : due;
}

function whenReceiptCounts(limit: CheckedDays, calendar: OpenTime, start: InstantMs): InstantMs {
  const { date, time } = calendar.clock.read(start);
  if (limit.cutOff !== null && time >= limit.cutOff && calendar.opensOn(date)) {
    const next = calendar.businessDate(plusDays(date, 1), 1, 1);
    return calendar.nextOpen(calendar.clock.find(next, 0));
  }
  return limit.receipt === 'next opening' ? calendar.nextOpen(start) : start;
}

function lastDate(limit: CheckedDays, calendar: OpenTime, received: CivilDate): CivilDate {
  if (limit.count === 0) return received;
  const receiptIsDayOne = limit.dayOne === 'day of receipt';
  switch (limit.unit) {
    case 'business day':
      return calendar.businessDate(receiptIsDayOne ? received : plusDays(received, 1), limit.count, 1);
    case 'calendar day':
      return plusDays(received, receiptIsDayOne ? limit.count - 1 : limit.count);
    case 'month':
      if (!receiptIsDayOne) return plusMonths(received, limit.count);
      // The day before the same day of the month: on the first of a month that is the last of the month before.
      return received.endsWith('-01')
        ? plusDays(plusMonths(received, limit.count), -1)
        : plusMonths(plusDays(received, -1), limit.count);
  }
}

function endOnDate(limit: CheckedDays, calendar: OpenTime, date: CivilDate, received: InstantMs): InstantMs {
  const midnightMs = 86_400_000;
  switch (limit.end.kind) {
    case 'same time':
      return calendar.clock.find(date, calendar.clock.read(received).time * 1000 + (received % MINUTE_MS));
    case 'clock':
      return calendar.clock.find(date, limit.end.time * 1000);
    case 'close': {
      const midnight = calendar.clock.find(date, midnightMs);
      return calendar.opensOn(date) ? calendar.prevOpen(midnight) : midnight;
    }
  }
}

function movedIntoHours(limit: CheckedDays, calendar: OpenTime, end: InstantMs): InstantMs {
  const isWithinHours = calendar.prevOpen(end) === end;
  switch (limit.endOutside) {
    case 'stays':
      return end;
    case 'previous close':
      return isWithinHours ? end : calendar.prevOpen(end);
    case 'next opening':
      return isWithinHours ? end : calendar.nextOpen(end);
  }
}
