/** The engine: a compiled plan, loaded into tables that answer every question about time. */
export { loadPlan, type Engine, type Outside } from './engine.ts';
export { CustomerError } from './customer-error.ts';
export { withTables } from './with-tables.ts';
export { ticketDeadlines, type TicketTable } from './ticket-table.ts';
export type { TicketTerms } from './ticket-terms.ts';
export { NoZoneError, type Calendar, type Stretch } from './calendar.ts';
export { Together, type Countable, type How } from './together.ts';
export { HorizonError, type Horizon } from './horizon.ts';
export type { ColumnAnswerer } from './column-answerer.ts';
export type { ColumnQuestion } from './column-question.ts';
export type { Deadline } from './deadline.ts';
export { MissingFactError } from './missing-fact.ts';
export { answerOf, gradeTicket, type FactOf } from './grade-ticket.ts';
export { selects, type TicketKey } from './select-target.ts';
export { BusinessDates } from './business-dates.ts';
export { dateBack, dueBefore, dueOf, traceDates, type Counters, type DateTrace } from './deadline.ts';
export { expandCalendar } from '../plan/expand-calendar.ts';
