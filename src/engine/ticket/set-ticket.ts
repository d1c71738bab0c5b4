import { factIndex } from '../../plan/fact-index.ts';
import { gradeTicket, holdsFor } from '../grade-ticket.ts';
import type { InstantMs } from '../../time/types.ts';
import type { FoundChange } from './change-promise.ts';
import { changePromise, rememberDue } from './change-promise.ts';
import type { ClockRun } from './clock-run.ts';
import { countFrom } from './count.ts';
import { DESCRIBED, LOWERED, RAISED, type FactValue, type TicketChange } from './event.ts';
import { findCell } from './find-cell.ts';
import { termOfStretch } from './find-stretch.ts';
import type { LiveTicket } from './live-ticket.ts';
import type { Change } from './program.ts';

/** Why a promise changes, as the lines of the contract name it. */
export type ChangeOf =
  | 'raise'
  | 'lower'
  | 'correction'
  | 'completion'
  | 'change of channel'
  | 'change of region'
  | 'change of type'
  | 'change of a fact'
  | 'change of plan'
  | 'change of version';

/**
 * Sets a severity at opening, before any clock runs, or changes it with all that hangs on it. The event that it is, or -1
 * where nothing changes.
 */
export function setSeverity(
  ticket: LiveTicket,
  wanted: number,
  at: InstantMs,
  rule: string | null,
  cause: number,
  byFacts: boolean,
): number {
  const before = ticket.severity;
  const to = capped(ticket, wanted);
  if (to === before) return -1;
  ticket.severity = to;
  ticket.findRow();
  if (before === -1) return -1;
  ticket.changes.push({ at, from: before, to, rule });
  const direction = to < before ? 'raise' : 'lower';
  const narrower = cause === DESCRIBED ? 'completion' : byFacts ? 'correction' : direction;
  const line = lineFor(ticket, narrower) ?? lineFor(ticket, direction) ?? FROM_OPEN;
  changeClocks(ticket, line, narrower, at);
  return to < before ? RAISED : LOWERED;
}

/** The severity that caps allow: what is more severe than a cap becomes the cap that holds for a ticket of that severity. */
export function capped(ticket: LiveTicket, wanted: number): number {
  if (ticket.version.caps.length === 0) return wanted;
  const before = ticket.severity;
  ticket.severity = wanted;
  const allowed = leastCap(ticket, wanted);
  ticket.severity = before;
  return allowed;
}

function leastCap(ticket: LiveTicket, wanted: number): number {
  let severity = wanted;
  const { witness } = ticket;
  for (const cap of ticket.version.caps) {
    const { rule } = cap;
    if (!isOfPlan(ticket, rule.plan)) {
      witness?.rule(cap, 0, 'of another plan', ticket);
      continue;
    }
    if (rule.when !== null && !holdsFor(rule.when, ticket.factOf)) {
      witness?.rule(cap, 0, 'condition does not hold', ticket);
      continue;
    }
    witness?.rule(cap, 0, 'fired', ticket);
    for (const action of rule.actions) {
      if (action.kind !== 'cap severity') continue;
      severity = Math.max(severity, severityIndex(ticket, action.severity));
    }
  }
  return severity;
}

export function severityIndex(ticket: LiveTicket, name: string): number {
  return ticket.version.plan.severities.findIndex((each) => each.name === name);
}

export function gradedSeverity(ticket: LiveTicket): number {
  const grade = gradeTicket(ticket.version.plan, ticket.factOf);
  return grade.kind === 'severity' ? grade.severity : -1;
}

/** Takes over what an event says of the ticket beside its severity; each change by the line that speaks of it. */
export function setAttributes(ticket: LiveTicket, sets: TicketChange, at: InstantMs): void {
  if (sets.facts.length > 0) {
    const facts = sets.facts.map(({ fact, value }) => ({ fact: ticket.placeOf('facts', fact), value }));
    setFacts(ticket, facts, at);
  }
  for (const [of, list, change] of ATTRIBUTES) {
    if (sets[of] === -1) continue;
    const value = ticket.placeOf(list, sets[of]);
    if (value === -1 || value === ticket[of]) continue;
    ticket[of] = value;
    ticket.findRow();
    changeClocks(ticket, lineFor(ticket, change) ?? KEEP_ELAPSED, change, at);
  }
}

/** Takes over facts of a ticket that is open, by their places in its own version. */
export function setFacts(ticket: LiveTicket, facts: TicketChange['facts'], at: InstantMs): void {
  for (const { fact, value } of facts) setFact(ticket, fact, value);
  ticket.findRow();
  changeClocks(ticket, lineFor(ticket, 'change of a fact') ?? KEEP_ELAPSED, 'change of a fact', at);
}

const ATTRIBUTES = [
  ['channel', 'channels', 'change of channel'],
  ['region', 'regions', 'change of region'],
  ['type', 'types', 'change of type'],
  ['plan', 'plans', 'change of plan'],
] as const;

export function setFact(ticket: LiveTicket, index: number, value: FactValue): void {
  const fact = ticket.version.plan.facts[index];
  if (fact === undefined) return;
  ticket.values[index] = value;
  ticket.facts = ticket.facts.slice();
  ticket.facts[index] = factIndex(fact, value);
}

/** The line of the ticket's plan that speaks of a change, of the nearest plan that has one, or of the contract. */
function lineFor(ticket: LiveTicket, of: ChangeOf): Change | undefined {
  const lines = ticket.version.plan.conduct.changes.filter((line) => line.of === of);
  if (lines.length === 0) return undefined;
  for (const plan of ticket.version.chains[ticket.plan] ?? []) {
    const found = lines.find((line) => line.plan === plan);
    if (found !== undefined) return found;
  }
  return lines.find((line) => line.plan === null);
}

export function isOfPlan(ticket: LiveTicket, plan: string | null): boolean {
  return plan === null || (ticket.version.chains[ticket.plan]?.includes(plan) ?? false);
}

const SILENT = {
  earlierOfBoth: false,
  floor: null,
  lateFrom: 'deadline',
  breachStays: true,
  origin: null,
} as const;

/** What is taken where the contract says nothing; each is listed among its assumptions. */
export const FROM_OPEN: Change = { ...SILENT, basis: { kind: 'from open' } };
export const KEEP_ELAPSED: Change = { ...SILENT, basis: { kind: 'keep elapsed' } };
export const KEEP_OLD: Change = { ...SILENT, basis: { kind: 'keep old' } };

/** Gives each running clock the promise that the ticket now has. What was met stays met. */
export function changeClocks(ticket: LiveTicket, line: Change, of: ChangeOf, at: InstantMs): void {
  const { runs } = ticket;
  // Deadlines hang on each other, so all of them are told before any is changed.
  for (let metric = 0; metric < runs.length; metric += 1) {
    const run = runs[metric] as ClockRun;
    if (!run.isActive) continue;
    const { program, version, row, plan } = ticket;
    run.next = findCell(program, version, row, plan, metric, ticket, run.started);
    if (isOther(run)) rememberDue(run, at, ticket);
  }
  for (let metric = 0; metric < runs.length; metric += 1) {
    const run = runs[metric] as ClockRun;
    if (!run.isActive) continue;
    if (run.next !== run.cell) ticket.witness?.changed(metric, run.cell, run.next, line, of, ticket);
    if (!isOther(run)) {
      run.cell = run.next;
      run.severity = ticket.severity;
    } else if (line.basis.kind !== 'keep old') {
      run.severity = ticket.severity;
      changePromise(run, foundChange(ticket, line, at), at, ticket);
    }
  }
}

/** Whether what comes next is promised otherwise. */
function isOther({ cell, next }: ClockRun): boolean {
  return next !== cell && (next === null || next.promises !== cell?.promises);
}

function foundChange(ticket: LiveTicket, line: Change, at: InstantMs): FoundChange {
  const { basis, floor, earlierOfBoth, lateFrom, breachStays } = line;
  const eventAt = (event: string) => ticket.lastAt(ticket.program.events.get(event) ?? -1);
  const floorFrom = floor === null || floor.after === null ? at : eventAt(floor.after);
  return {
    basis,
    counted: basis.kind === 'from event' ? eventAt(basis.event) : NaN,
    earlierOfBoth,
    floor:
      floor === null
        ? null
        : countFrom(
            termOfStretch(ticket.version.engine, floor.by, ticket),
            Number.isNaN(floorFrom) ? at : floorFrom,
          ),
    lateFrom,
    breachStays,
  };
}
