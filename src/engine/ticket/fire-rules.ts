import { holdsFor } from '../grade-ticket.ts';
import type { InstantMs } from '../../time/types.ts';
import { AGREED, CORRECTED } from './event.ts';
import type { LiveTicket } from './live-ticket.ts';
import { WAITING } from './prepare-program.ts';
import type { Rule } from './program.ts';
import { gradedSeverity, isOfPlan, setSeverity, severityIndex } from './set-ticket.ts';

/** Rules set each other off without end, which `check` warns of. */
export class RuleLoopError extends Error {
  override readonly name = 'RuleLoopError';

  constructor(rule: string) {
    super(`the rule "${rule}" is set off again and again at one instant`);
  }
}

/** What happens at one instant: recorded events, and those that rules cause. */
export interface Happening {
  /** Events by index; -1 for one of which the contract does not speak. */
  readonly kinds: number[];
  /** Whether states or facts changed, so that pauses are looked at. */
  moved: boolean;
  closes: boolean;
  waits: boolean;
  fired: number;
}

/** More rules than this at one instant go in a circle. */
const MOST_RULES = 1000;

/** Fires a rule for an event, or by the passing of time, where it is for the ticket and its condition holds. */
export function fireRule(
  ticket: LiveTicket,
  rule: Rule,
  at: InstantMs,
  cause: number,
  now: Happening,
  stage = 0,
): void {
  const { name, plan, when, consent } = rule.rule;
  const { witness } = ticket;
  if (!isOfPlan(ticket, plan)) {
    witness?.rule(rule, stage, 'of another plan', ticket);
    return;
  }
  if (when !== null && !holdsFor(when, ticket.factOf)) {
    witness?.rule(rule, stage, 'condition does not hold', ticket);
    return;
  }
  now.fired += 1;
  if (now.fired > MOST_RULES) throw new RuleLoopError(name);
  if (consent === null) {
    witness?.rule(rule, stage, 'fired', ticket);
    act(ticket, rule, stage, at, cause, now);
    return;
  }
  if (ticket.proposals.some((proposal) => proposal.rule === rule && proposal.stage === stage)) {
    witness?.rule(rule, stage, 'asked before', ticket);
    return;
  }
  witness?.rule(rule, stage, 'asked', ticket);
  const place = ticket.consents.push({ rule: name, asked: at, answer: 'open', at: null }) - 1;
  ticket.proposals.push({ rule, stage, asked: at, version: ticket.version, place });
  ticket.notices.push({ at, to: 'customer', by: name, kind: 'consent' });
}

/** The customer agreed, or refused, to all that waits for it. */
export function answerProposals(
  ticket: LiveTicket,
  answer: 'agreed' | 'refused',
  at: InstantMs,
  now: Happening,
  only: number | null = null,
): void {
  const answered = ticket.proposals.filter(({ place }) => only === null || place === only);
  if (answered.length === 0) return;
  ticket.proposals = ticket.proposals.filter((proposal) => !answered.includes(proposal));
  for (const { rule, stage, asked, place } of answered) {
    ticket.consents[place] = { rule: rule.rule.name, asked, answer, at };
    if (answer !== 'agreed') continue;
    ticket.witness?.rule(rule, stage, 'fired', ticket);
    act(ticket, rule, stage, at, AGREED, now);
  }
}

function act(
  ticket: LiveTicket,
  { rule }: Rule,
  stage: number,
  at: InstantMs,
  cause: number,
  now: Happening,
): void {
  const set = (severity: number, byFacts = false): void => {
    if (severity === -1) return;
    const event = setSeverity(ticket, severity, at, rule.name, cause, byFacts);
    if (event === -1) return;
    now.kinds.push(event);
    if (byFacts) now.kinds.push(CORRECTED);
  };
  const actions = stage === 0 ? rule.actions : (rule.stages[stage - 1]?.actions ?? []);
  for (const action of actions) {
    switch (action.kind) {
      case 'set severity':
        set(severityIndex(ticket, action.severity));
        break;
      case 'cap severity':
        set(Math.max(ticket.severity, severityIndex(ticket, action.severity)));
        break;
      case 'raise': {
        const to = severityIndex(ticket, action.severity);
        if (to < ticket.severity) set(to);
        break;
      }
      case 'lower': {
        const to = severityIndex(ticket, action.severity);
        if (to > ticket.severity) set(to);
        break;
      }
      case 'raise by steps':
      case 'lower by steps': {
        const step = action.steps.find(({ from }) => severityIndex(ticket, from) === ticket.severity);
        if (step !== undefined) set(severityIndex(ticket, step.to));
        break;
      }
      case 'severity by facts':
        set(gradedSeverity(ticket), true);
        break;
      case 'tell':
        ticket.notices.push({ at, to: action.whom, by: rule.name, kind: 'rule' });
        break;
      case 'close':
        now.closes ||= !ticket.isClosed;
        break;
      case 'wait':
        now.waits = true;
        break;
    }
  }
}

/** The state in which `wait` puts a ticket. */
export function waitingState(ticket: LiveTicket): number {
  return ticket.program.states.get(WAITING) ?? -1;
}
