import type { PlanPlan } from '../../plan/model.ts';
import { admissionOf } from '../entitlement/admission.ts';
import type { InstantMs } from '../../time/types.ts';
import type { TicketChange } from './event.ts';
import type { LiveTicket } from './live-ticket.ts';
import type { Version } from './program.ts';
import { capped, changeClocks, gradedSeverity, KEEP_OLD, setFact, setSeverity } from './set-ticket.ts';

/** A ticket does not say what its contract tells tickets apart by. */
export class UnknownTicketError extends Error {
  override readonly name = 'UnknownTicketError';
}

/** Takes in a new ticket under the version that holds for it. */
export function openTicket(ticket: LiveTicket, sets: TicketChange, at: InstantMs): void {
  ticket.opened = at;
  const { versions } = ticket.program;
  for (let i = versions.length - 1; i > 0; i -= 1) {
    const version = versions[i] as Version;
    const bound = ticket.lastAt(version.bindsBy);
    if ((Number.isNaN(bound) ? at : bound) < version.from) continue;
    ticket.versionIndex = i;
    ticket.version = version;
    break;
  }
  ticket.isBound = !Number.isNaN(ticket.lastAt(ticket.version.bindsBy));
  const { plan } = ticket.version;
  ticket.plan = ticket.placeOf('plans', sets.plan);
  ticket.region = ticket.placeOf('regions', sets.region);
  ticket.channel = ticket.placeOf('channels', sets.channel);
  ticket.type = ticket.placeOf('types', sets.type);
  const severity = ticket.placeOf('severities', sets.severity);
  ticket.severity = severity === -1 && plan.severities.length === 1 ? 0 : severity;
  if (plan.facts.length > 0) {
    ticket.facts = plan.facts.map(() => -1);
    ticket.values = plan.facts.map(() => undefined);
    if (ticket.version.describedFact !== -1) setFact(ticket, ticket.version.describedFact, false);
    for (const { fact, value } of sets.facts) setFact(ticket, ticket.placeOf('facts', fact), value);
  }
  if (ticket.region === -1 && plan.regions.length > 0) {
    throw new UnknownTicketError('the contract distinguishes regions, and the ticket does not say its own');
  }
  ticket.findRow();
}

/** The severity at opening: the one stated, or else the one that its facts make it; and none above a cap. */
export function settleSeverity(ticket: LiveTicket, at: InstantMs): void {
  const stated = ticket.severity;
  ticket.severity = -1;
  const wanted = stated === -1 ? gradedSeverity(ticket) : stated;
  if (wanted !== -1) setSeverity(ticket, wanted, at, null, -1, false);
}

export function requireSeverity({ severity, version }: LiveTicket): void {
  if (severity !== -1 || version.plan.severities.length === 0) return;
  throw new UnknownTicketError(
    'the contract promises by severity, and neither the ticket nor its facts say which it is',
  );
}

/**
 * The first condition of the plan that the ticket does not meet refuses it, in the contract's words, or else the first
 * exclusion that names its case.
 */
export function refuse(ticket: LiveTicket): void {
  const plan = ticket.version.plan.plans[ticket.plan];
  if (plan === undefined || !mayRefuse(plan)) return;
  const { outcome, reasons } = admissionOf(plan, ticket, ticket.factOf);
  ticket.refused = outcome === 'refused' ? (reasons[0]?.words ?? null) : null;
}

function mayRefuse({ eligibility, provisions, languages }: PlanPlan): boolean {
  return eligibility.length > 0 || languages !== null || provisions.some(({ says }) => says === 'exclude');
}

/** A new version comes into force while the ticket is open: what it says of tickets in flight holds for it. */
export function meetVersion(ticket: LiveTicket, index: number, at: InstantMs): void {
  const version = ticket.program.versions[index] as Version;
  const { inFlight } = version.plan.binding;
  const basis = ticket.isBound ? (inFlight ?? KEEP_OLD.basis) : ({ kind: 'from open' } as const);
  if (basis.kind === 'keep old') return;
  const old = ticket.version;
  const find = (list: 'plans' | 'severities' | 'regions' | 'channels' | 'types', place: number) => {
    const name = old.plan[list][place]?.name;
    return name === undefined ? -1 : version.plan[list].findIndex((each) => each.name === name);
  };
  ticket.plan = find('plans', ticket.plan);
  ticket.severity = find('severities', ticket.severity);
  ticket.region = find('regions', ticket.region);
  ticket.channel = find('channels', ticket.channel);
  ticket.type = find('types', ticket.type);
  const values = new Map(old.plan.facts.map(({ name }, i) => [name, ticket.values[i]]));
  ticket.versionIndex = index;
  ticket.version = version;
  ticket.values = version.plan.facts.map(() => undefined);
  ticket.facts = version.plan.facts.map(() => -1);
  for (const [i, { name }] of version.plan.facts.entries()) {
    const value = values.get(name);
    if (value !== undefined) setFact(ticket, i, value);
  }
  const allowed = capped(ticket, ticket.severity);
  if (allowed !== ticket.severity) {
    ticket.changes.push({ at, from: ticket.severity, to: allowed, rule: null });
    ticket.severity = allowed;
  }
  ticket.findRow();
  changeClocks(ticket, { ...KEEP_OLD, basis }, 'change of version', at);
}
