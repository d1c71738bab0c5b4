/**
 * The engine alone, for programs that ask compiled plans and never compile: `surety/engine`. It reads what
 * `surety compile` wrote, and loads neither parser nor checker nor a library of time zones; it runs wherever ES modules do.
 *
 * `readPlan` and `loadPlan` give an engine, which is asked for calendars and single deadlines; `prepareProgram`,
 * `readEvent` and `ticketMachine` judge whole tickets, by names. Instants are whole milliseconds since 1970 in UTC.
 */
export { readPlan, type PlanReading } from './plan/read-plan.ts';
export type { CompiledPlan, PlanPromise, PlanTarget } from './plan/model.ts';
export {
  loadPlan,
  CustomerError,
  HorizonError,
  MissingFactError,
  NoZoneError,
  Together,
} from './engine/index.ts';
export type {
  Calendar,
  Countable,
  ColumnAnswerer,
  ColumnQuestion,
  Deadline,
  Engine,
  Horizon,
  How,
  Outside,
  Stretch,
  TicketKey,
  TicketTerms,
} from './engine/index.ts';
export {
  prepareProgram,
  readEvent,
  RuleLoopError,
  ticketMachine,
  UnknownTicketError,
} from './engine/ticket/index.ts';
export type {
  ClockStatus,
  ClockVerdict,
  Consent,
  Notice,
  RecordedEvent,
  SeverityChange,
  TicketChange,
  TicketEvent,
  TicketMachine,
  TicketProgram,
  UnknownValue,
  Verdict,
} from './engine/ticket/index.ts';
export { parseInstant, formatInstantUtc, formatInstantIn, type ParsedInstant } from './time/iso-instant.ts';
export type { InstantMs, ZoneTable } from './time/types.ts';
export { OutsideZoneError } from './time/zone-arithmetic.ts';
