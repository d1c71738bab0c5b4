/**
 * The public interface: what a ticketing system embeds to ask a contract for deadlines, account for them, run its
 * scenarios and compare its plans on tickets. Texts come in, plain data comes out; files and the terminal are the
 * command line's business, except for the two `load` functions, which read a contract where it lies.
 */
export {
  loadContract,
  loadSimulation,
  type LoadedContract,
  type LoadedSimulation,
} from './workspace/load.ts';
export { openContract, type ContractSession } from './workspace/contract-session.ts';
export { RUNTIME_ZONES } from './workspace/runtime-zones.ts';
export { Unreadable } from './workspace/unreadable.ts';

export type { CheckedContract } from './check/model.ts';
export type { CheckedSimulation } from './check/simulation-model.ts';
export type { Diagnostic, DiagnosticLevel, Place } from './diagnostics/diagnostic.ts';
export { plainPalette, type Palette } from './diagnostics/palette.ts';
export { renderDiagnostics } from './diagnostics/render-text.ts';
export { diagnosticToJson, type DiagnosticJson } from './diagnostics/render-json.ts';

export { readPlan, type PlanReading } from './plan/read-plan.ts';
export { writePlan } from './plan/write-plan.ts';
export type { CompiledPlan, PlanPromise, PlanTarget } from './plan/model.ts';
export {
  loadPlan,
  ticketDeadlines,
  withTables,
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
  TicketTable,
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
export { account, type Account } from './explain/account.ts';
export type { AccountStretch } from './explain/stretch.ts';
export { runScenarios } from './verify/run-scenarios.ts';
export { passes, type ScenarioResult } from './verify/scenario-result.ts';

export { simulate, type SimulateOptions } from './simulate/run.ts';
export { summarize } from './simulate/summarize.ts';
export type { Outcome } from './simulate/outcome.ts';
export type { Summary } from './simulate/summary.ts';
export { checkMapping } from './simulate/history/check-mapping.ts';
export { readHistory } from './simulate/history/read-history.ts';
export { replayHistory } from './simulate/history/replay-history.ts';
export { comparisonText } from './report/comparison-text.ts';
export { comparisonJson } from './report/comparison-json.ts';

export { parseInstant, formatInstantUtc, formatInstantIn, type ParsedInstant } from './time/iso-instant.ts';
export type { InstantMs, ZoneTable } from './time/types.ts';
export { OutsideZoneError } from './time/zone-arithmetic.ts';
export { tzdataVersion } from './time/zone-lookup.ts';
