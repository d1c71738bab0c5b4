/**
 * The engine alone, for programs that ask compiled plans and never compile: `surety/engine`. It reads what
 * `surety compile` wrote, and loads neither parser nor checker.
 */
export { readPlan, type PlanReading } from './plan/read-plan.ts';
export type { CompiledPlan } from './plan/model.ts';
export { loadPlan, CustomerError, HorizonError, NoZoneError } from './engine/index.ts';
export type {
  Calendar,
  Deadline,
  Engine,
  Horizon,
  Outside,
  Stretch,
  TicketKey,
  TicketTerms,
} from './engine/index.ts';
export { account, type Account } from './explain/account.ts';
export { parseInstant, formatInstantUtc, formatInstantIn } from './time/iso-instant.ts';
