import type { ChosenCalendar } from '../check/calendar-model.ts';
import type { CalendarBody, CheckedCalendar, CheckedContract } from '../check/model.ts';
import type { InstantMs } from '../time/types.ts';
import { civilHours, zoneName } from './civil-hours.ts';
import { linesFor, type TicketFacts } from './facts.ts';
import { openTime, TWO_YEARS_MS, type OpenTime } from './open-time.ts';
import { wallClock } from './wall-clock.ts';

/**
 * A calendar of a checked contract as it stands for one ticket. Walks end with an error after `limitMs`. For a clock that
 * `began` some time, it is without the closures that were announced later and change nothing for it.
 */
export function readCalendar(
  contract: CheckedContract,
  name: string,
  facts: TicketFacts,
  limitMs = TWO_YEARS_MS,
  began: InstantMs | null = null,
): OpenTime {
  const body = bodyOf(contract, name);
  const zone = datesZoneOf(contract, name, facts) ?? contract.zone ?? 'UTC';
  return openTime(isOpenTest(contract, body, facts, began), wallClock(zone), limitMs);
}

/** Whether a calendar is open for a ticket at an instant. */
export function isOpen(contract: CheckedContract, name: string, facts: TicketFacts, t: InstantMs): boolean {
  return readCalendar(contract, name, facts).isOpen(t);
}

/** A calendar is a set of instants: combined calendars combine the answers. */
function isOpenTest(
  contract: CheckedContract,
  body: CalendarBody,
  facts: TicketFacts,
  began: InstantMs | null,
): (t: InstantMs) => boolean {
  switch (body.kind) {
    case 'always':
      return () => true;
    case 'named':
      return isOpenTest(contract, bodyOf(contract, body.calendar), facts, began);
    case 'chosen':
      return isOpenTest(contract, chosen(body, facts), facts, began);
    case 'civil': {
      const clock = wallClock(zoneName(contract, body.zone, facts));
      const isOpenAtReading = civilHours(contract, body, facts, began);
      return (t) => isOpenAtReading(clock.read(t), t);
    }
    case 'union':
    case 'intersection':
    case 'difference': {
      const left = isOpenTest(contract, body.left, facts, began);
      const right = isOpenTest(contract, body.right, facts, began);
      if (body.kind === 'union') return (t) => left(t) || right(t);
      if (body.kind === 'intersection') return (t) => left(t) && right(t);
      return (t) => left(t) && !right(t);
    }
  }
}

/** The zone whose dates count: the one that the calendar names for it, or else that of its hours. */
function datesZoneOf(contract: CheckedContract, name: string, facts: TicketFacts): string | null {
  const { dates, body } = calendarOf(contract, name);
  return dates === null ? datesZone(contract, body, facts) : zoneName(contract, dates, facts);
}

/** The zone whose dates count: that of the first part, in the order written, which has one. */
function datesZone(contract: CheckedContract, body: CalendarBody, facts: TicketFacts): string | null {
  switch (body.kind) {
    case 'always':
      return null;
    case 'named':
      return datesZoneOf(contract, body.calendar, facts);
    case 'chosen':
      return [chosen(body, facts), ...body.of.map((line) => line.value)].reduce<string | null>(
        (zone, part) => zone ?? datesZone(contract, part, facts),
        null,
      );
    case 'civil':
      return zoneName(contract, body.zone, facts);
    case 'union':
    case 'intersection':
    case 'difference':
      return datesZone(contract, body.left, facts) ?? datesZone(contract, body.right, facts);
  }
}

function chosen(body: ChosenCalendar, facts: TicketFacts): CalendarBody {
  const [only] = linesFor(body.of, facts);
  if (only === undefined) throw new Error('no line of the calendar speaks of the ticket');
  return only;
}

function bodyOf(contract: CheckedContract, name: string): CalendarBody {
  return calendarOf(contract, name).body;
}

function calendarOf(contract: CheckedContract, name: string): CheckedCalendar {
  const calendar = contract.calendars.find((candidate) => candidate.name === name);
  if (calendar === undefined) throw new Error(`the contract has no calendar ${JSON.stringify(name)}`);
  return calendar;
}
