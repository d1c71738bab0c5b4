import type { PlanClosedDates } from '../plan/calendar-model.ts';
import { closedBy, join } from '../plan/closed-dates.ts';
import type {
  CompiledPlan,
  PlanCalendar,
  PlanCalendarBody,
  PlanCivilHours,
  PlanSeasonHolidays,
} from '../plan/model.ts';
import { assertNever } from '../text/assert-never.ts';
import { CUSTOMER_ZONE } from '../time/customer-zone.ts';
import type { ZoneTable } from '../time/types.ts';

/** What a ticket says of its customer, on which calendars may hang; null where it does not say it. */
export interface TicketTerms {
  /** An IANA zone, or an offset such as `+09:00`. */
  readonly zone: string | null;
  /** Names of holiday sets that the plan has, or that are given to it; none for a customer without holidays. */
  readonly holidays: readonly string[] | null;
}

/**
 * The same as a ticket's own terms, found: tables in the place of names. Null where the ticket does not say them, or
 * no calendar asks for them.
 */
export interface FoundTerms {
  readonly zone: ZoneTable | null;
  readonly holidays: { readonly dates: PlanClosedDates | null } | null;
}

/** Several holiday sets of one customer close what one of them closes. */
export function holidaysTogether(sets: readonly PlanClosedDates[]): FoundTerms['holidays'] {
  return { dates: sets.length === 0 ? null : join(sets) };
}

/** The plan as it holds for such tickets: with their zone, and with their holidays in its calendars. */
export function planForTerms(plan: CompiledPlan, terms: FoundTerms): CompiledPlan {
  // Calendars made of calendars share their parts, and so do their copies.
  const known = new Map<PlanCalendarBody, PlanCalendarBody>();
  return {
    ...plan,
    zones: terms.zone === null ? plan.zones : withCustomerZone(plan.zones, terms.zone),
    calendars: plan.calendars.map((calendar) =>
      calendar.hangsOn.length === 0 ? calendar : calendarForTerms(calendar, terms, known),
    ),
  };
}

/** Each table is looked up when it is first read; a copy is not to look up all of them. */
function withCustomerZone(zones: CompiledPlan['zones'], table: ZoneTable): CompiledPlan['zones'] {
  const customers = { value: table, enumerable: true };
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(zones),
      [table.zone]: customers,
      [CUSTOMER_ZONE]: customers,
    },
  );
}

/** What the ticket does not say stays open. */
function calendarForTerms(
  calendar: PlanCalendar,
  terms: FoundTerms,
  known: Map<PlanCalendarBody, PlanCalendarBody>,
): PlanCalendar {
  return {
    ...calendar,
    zone: calendar.zone === CUSTOMER_ZONE ? (terms.zone?.zone ?? CUSTOMER_ZONE) : calendar.zone,
    hangsOn: calendar.hangsOn.filter((term) => terms[term] === null),
    body: bodyForTerms(calendar.body, terms, known),
  };
}

function bodyForTerms(
  body: PlanCalendarBody,
  terms: FoundTerms,
  known: Map<PlanCalendarBody, PlanCalendarBody>,
): PlanCalendarBody {
  const found = known.get(body) ?? copyForTerms(body, (part) => bodyForTerms(part, terms, known), terms);
  known.set(body, found);
  return found;
}

function copyForTerms(
  body: PlanCalendarBody,
  ofPart: (part: PlanCalendarBody) => PlanCalendarBody,
  terms: FoundTerms,
): PlanCalendarBody {
  switch (body.kind) {
    case 'always':
    case 'never':
    case 'between zones':
      return body;
    case 'union':
    case 'intersection':
      return { ...body, of: body.of.map(ofPart) };
    case 'difference':
      return { ...body, from: ofPart(body.from), minus: ofPart(body.minus) };
    case 'civil':
      return civilForTerms(body, terms);
    default:
      return assertNever(body);
  }
}

function civilForTerms(hours: PlanCivilHours, terms: FoundTerms): PlanCivilHours {
  return {
    ...hours,
    ...holidaysForTerms(hours, terms),
    zone: hours.zone === CUSTOMER_ZONE ? (terms.zone?.zone ?? CUSTOMER_ZONE) : hours.zone,
    seasons: hours.seasons.map((season) =>
      season.own === null ? season : { ...season, own: holidaysForTerms(season.own, terms) },
    ),
  };
}

function holidaysForTerms(
  { holidays, customerHolidays }: PlanSeasonHolidays,
  terms: FoundTerms,
): PlanSeasonHolidays {
  if (customerHolidays === null || terms.holidays === null) return { holidays, customerHolidays };
  const dates = closedBy(customerHolidays.use, terms.holidays.dates);
  return {
    holidays: dates === null ? null : { ...dates, origin: customerHolidays.origin },
    customerHolidays: null,
  };
}
