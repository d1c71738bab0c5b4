import { CUSTOMER_ZONE } from '../time/customer-zone.ts';
import type { PlanCalendarBody, PlanCivilHours, PlanTicketTerm } from './model.ts';

/** What of a ticket the hours of a calendar, or the dates that count in it, hang on. */
export function ticketTermsOf(zone: string | null, body: PlanCalendarBody): readonly PlanTicketTerm[] {
  const found = new Set<PlanTicketTerm>(zone === CUSTOMER_ZONE ? ['zone'] : []);
  // Calendars made of calendars share their parts, so each is looked at once.
  const seen = new Set<PlanCalendarBody>();
  const visit = (part: PlanCalendarBody): void => {
    if (seen.has(part)) return;
    seen.add(part);
    switch (part.kind) {
      case 'always':
      case 'never':
      case 'between zones':
        return;
      case 'union':
      case 'intersection':
        part.of.forEach(visit);
        return;
      case 'difference':
        visit(part.from);
        visit(part.minus);
        return;
      case 'civil':
        termsOfCivil(part).forEach((term) => found.add(term));
    }
  };
  visit(body);
  return (['zone', 'holidays'] as const).filter((term) => found.has(term));
}

function termsOfCivil(hours: PlanCivilHours): readonly PlanTicketTerm[] {
  const closed = [hours, ...hours.seasons.map(({ own }) => own)];
  return [
    ...(hours.zone === CUSTOMER_ZONE ? (['zone'] as const) : []),
    ...closed.flatMap((each) =>
      each === null || each.customerHolidays === null ? [] : (['holidays'] as const),
    ),
  ];
}
