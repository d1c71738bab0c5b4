import type { Calendar } from '../../../src/engine/calendar.ts';
import { loaded } from '../money/credited.ts';

const { engine } = loaded('');

/** The calendar's place in the contract without clauses: `Office`, Monday to Friday 09:00 to 17:00 in Berlin, or `Moscow`. */
export function indexOfCalendar(name: string): number {
  return engine.plan.calendars.findIndex((each) => each.name === name);
}

export function calendarNamed(name: string): Calendar {
  return engine.calendar(indexOfCalendar(name));
}
