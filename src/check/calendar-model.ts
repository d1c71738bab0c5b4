/** Parts of the checked calendar: whole calendars chosen for a ticket. */
import type { CalendarBody, Selected } from './model.ts';

/**
 * A calendar that is another for other tickets (`use 24x7 for P1`). For every ticket exactly one line holds: of those
 * that speak of it, the narrowest.
 */
export interface ChosenCalendar {
  readonly kind: 'chosen';
  readonly of: readonly Selected<CalendarBody>[];
}
