/** A ticket's whole life: from what happened to when each promise was due and whether it was kept. */
export { prepareProgram } from './prepare-program.ts';
export type { Cell, Change, Rule, TicketProgram, Version } from './program.ts';
export { ticketMachine, type TicketMachine } from './machine.ts';
export { readEvent, type RecordedEvent, type UnknownValue } from './read-event.ts';
export { UnknownTicketError } from './open-ticket.ts';
export { RuleLoopError } from './fire-rules.ts';
export {
  AGREED,
  CORRECTED,
  DESCRIBED,
  LOWERED,
  OPENED,
  RAISED,
  REFUSED,
  REOPENED,
  RESUMED,
  STATE,
  type TicketChange,
  type TicketEvent,
} from './event.ts';
export type { ClockStatus, ClockVerdict, Consent, Notice, SeverityChange, Verdict } from './verdict.ts';
export type { RuleOutcome, Witness } from './witness.ts';
export { keysOf } from './keys-of.ts';
