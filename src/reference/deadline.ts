import type {
  CheckedContract,
  CheckedDays,
  CheckedLimit,
  CheckedPromise,
  CheckedTarget,
  PromiseWord,
  Selector,
} from '../check/model.ts';
import type { CivilDate, InstantMs } from '../time/types.ts';
import { speaksOf, type TicketFacts } from './facts.ts';
import { type OpenTime, TWO_YEARS_MS } from './open-time.ts';
import { isOpen, readCalendar } from './read-calendar.ts';
import { MINUTE_MS, plusDays, plusMonths } from './wall-clock.ts';

export type ReferenceDeadline =
  | { readonly kind: 'due'; readonly due: InstantMs; readonly soft: InstantMs | null }
  | { readonly kind: 'word'; readonly word: PromiseWord }
  | { readonly kind: 'awaits'; readonly event: string };

/** The cell of a plan that holds for a ticket opened at `opened`: the first that speaks of it; null when none does. */
export function targetOf(
  contract: CheckedContract,
  plan: string,
  metric: string,
  facts: TicketFacts,
  opened: InstantMs,
): CheckedTarget | null {
  const targets = contract.plans.find((candidate) => candidate.name === plan)?.targets ?? [];
  const isOpenedIn = (when: Selector) =>
    when.opened.every(({ side, calendar }) => isOpen(contract, calendar, facts, opened) === (side === 'in'));
  return (
    targets.find(
      (target) => target.metric === metric && speaksOf(target.when, facts) && isOpenedIn(target.when),
    ) ?? null
  );
}

/** When a promise to a ticket, whose clock starts at `start`, falls due. */
export function deadline(
  contract: CheckedContract,
  promise: CheckedPromise,
  facts: TicketFacts,
  start: InstantMs,
  promiseOf: PromiseOf = () => null,
): ReferenceDeadline {
  return deadlineBy(
    (calendar) => readCalendar(contract, calendar, facts, TWO_YEARS_MS, start),
    promise,
    start,
    promiseOf,
  );
}

/** What else the plan promises the ticket, by metric; null for nothing. */
export type PromiseOf = (metric: string) => CheckedPromise | null;

/** The same by calendars already read, which remember what they have walked. */
export function deadlineBy(
  calendarOf: (name: string) => OpenTime,
  promise: CheckedPromise,
  start: InstantMs,
  promiseOf: PromiseOf = () => null,
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
    case 'cadence': {
      const soft = promise.soft === null ? null : dueAt(calendarOf, promise.soft, start);
      return { kind: 'due', due: dueAt(calendarOf, promise.hard, start), soft };
    }
    case 'relative': {
      if (promise.of.kind === 'stop') return { kind: 'awaits', event: promise.of.metric };
      if (promise.of.kind === 'event') return { kind: 'awaits', event: promise.of.event };
      const other = promiseOf(promise.of.metric);
      if (other === null) return { kind: 'word', word: 'not offered' };
      const anchor = deadlineBy(calendarOf, other, start, promiseOf);
      if (anchor.kind !== 'due') return anchor;
      const counted = (limit: CheckedLimit): InstantMs => {
        const end =
          promise.side === 'before'
            ? backFrom(calendarOf, limit, anchor.due)
            : dueAt(calendarOf, limit, anchor.due);
        return end < start ? start : end;
      };
      return {
        kind: 'due',
        due: counted(promise.hard),
        soft: promise.soft === null ? null : counted(promise.soft),
      };
    }
    default:
      return { kind: 'due', due: dueAt(calendarOf, promise, start), soft: null };
  }
}

/** The instant at which a limit, counted back from `end`, begins. */
export function backFrom(
  calendarOf: (name: string) => OpenTime,
  limit: CheckedLimit,
  end: InstantMs,
): InstantMs {
  switch (limit.kind) {
    case 'elapsed':
      return end - limit.seconds * 1000;
    case 'hours':
      return calendarOf(limit.calendar).subtract(end, limit.seconds * 1000);
    case 'pick':
      return picked(
        limit.pick,
        limit.of.map((each) => backFrom(calendarOf, each, end)),
      );
    case 'days': {
      const calendar = calendarOf(limit.calendar);
      const { date } = calendar.clock.read(end);
      const back =
        limit.unit === 'business day'
          ? calendar.businessDate(plusDays(date, -1), limit.count, -1)
          : limit.unit === 'calendar day'
            ? plusDays(date, -limit.count)
            : plusMonths(date, -limit.count);
      return movedIntoHours(limit, calendar, endOnDate(limit, calendar, back, end));
    }
  }
}

function picked(pick: 'later' | 'earlier', ends: readonly InstantMs[]): InstantMs {
  const sorted = [...ends].sort((a, b) => (pick === 'later' ? b - a : a - b));
  const [first] = sorted;
  if (first === undefined) throw new Error('a choice of nothing');
  return first;
}

/** The instant at which a limit, counted from `start`, is over. */
export function dueAt(
  calendarOf: (name: string) => OpenTime,
  limit: CheckedLimit,
  start: InstantMs,
): InstantMs {
  switch (limit.kind) {
    case 'elapsed':
      return start + limit.seconds * 1000;
    case 'hours':
      return calendarOf(limit.calendar).add(start, limit.seconds * 1000);
    case 'days':
      return dueOnDate(limit, calendarOf(limit.calendar), start);
    case 'pick':
      return picked(
        limit.pick,
        limit.of.map((each) => dueAt(calendarOf, each, start)),
      );
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
  if (limit.unit.startsWith('end of')) return endOfPeriod(limit, received);
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
    default:
      throw new Error(`not a count: ${limit.unit}`);
  }
}

/** Walks to the next date on which the period begins anew, once and then for each period more; the day before it. */
function endOfPeriod(limit: CheckedDays, received: CivilDate): CivilDate {
  let date = received;
  for (let left = limit.count + 1; left > 0; left -= 1) {
    do date = plusDays(date, 1);
    while (!isFirstOf(limit.unit, date));
  }
  return plusDays(date, -1);
}

function isFirstOf(unit: CheckedDays['unit'], date: CivilDate): boolean {
  const monthDay = date.slice(5);
  switch (unit) {
    case 'end of week':
      return new Date(`${date}T00:00:00Z`).getUTCDay() === 1;
    case 'end of month':
      return monthDay.endsWith('-01');
    case 'end of quarter':
      return ['01-01', '04-01', '07-01', '10-01'].includes(monthDay);
    default:
      return monthDay === '01-01';
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
