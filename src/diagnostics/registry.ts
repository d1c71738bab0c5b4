import { calendarDiagnostics } from './catalog/calendar.ts';
import { closureDiagnostics } from './catalog/closures.ts';
import { combinedCalendarDiagnostics } from './catalog/combined-calendar.ts';
import { clockDiagnostics } from './catalog/clock.ts';
import { conductDiagnostics } from './catalog/conduct.ts';
import { contractDiagnostics } from './catalog/contract.ts';
import { entitlementDiagnostics } from './catalog/entitlement.ts';
import { importDiagnostics } from './catalog/import.ts';
import { lintDiagnostics } from './catalog/lint.ts';
import { lockDiagnostics } from './catalog/lock.ts';
import { moneyDiagnostics } from './catalog/money.ts';
import { nameDiagnostics } from './catalog/names.ts';
import { planDiagnostics } from './catalog/plan.ts';
import { scenarioDiagnostics } from './catalog/scenario.ts';
import { behaviourDiagnostics } from './catalog/behaviour.ts';
import { simulationDiagnostics } from './catalog/simulation.ts';
import { arrivalsDiagnostics } from './catalog/arrivals.ts';
import { deskDiagnostics } from './catalog/desk.ts';
import { workDiagnostics } from './catalog/work.ts';
import { simulatedCustomerDiagnostics } from './catalog/simulated-customer.ts';
import { syntaxDiagnostics } from './catalog/syntax.ts';
import { targetDiagnostics } from './catalog/target.ts';
import { timeDiagnostics } from './catalog/time.ts';

/** Every finding that Surety makes, by its code. */
export const REGISTRY = {
  ...syntaxDiagnostics,
  ...importDiagnostics,
  ...nameDiagnostics,
  ...timeDiagnostics,
  ...contractDiagnostics,
  ...conductDiagnostics,
  ...clockDiagnostics,
  ...calendarDiagnostics,
  ...combinedCalendarDiagnostics,
  ...closureDiagnostics,
  ...planDiagnostics,
  ...targetDiagnostics,
  ...entitlementDiagnostics,
  ...moneyDiagnostics,
  ...scenarioDiagnostics,
  ...simulationDiagnostics,
  ...arrivalsDiagnostics,
  ...workDiagnostics,
  ...deskDiagnostics,
  ...simulatedCustomerDiagnostics,
  ...behaviourDiagnostics,
  ...lintDiagnostics,
  ...lockDiagnostics,
};

export type Code = keyof typeof REGISTRY;
export type Params<C extends Code> = Parameters<(typeof REGISTRY)[C]['message']>[0];

export function isCode(text: string): text is Code {
  return Object.hasOwn(REGISTRY, text);
}
