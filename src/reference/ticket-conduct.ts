import type { RuleAction, TicketRule } from '../check/conduct-model.ts';
import type { InstantMs } from '../time/types.ts';
import { changeClocks } from './change-clocks.ts';
import type { Change, TicketLife } from './ticket-life.ts';

const UNSAID: Omit<Change, 'basis'> = {
  earlierOfBoth: false,
  floor: null,
  lateFrom: 'deadline',
  breachStays: true,
};

export const FROM_OPEN: Change = { ...UNSAID, basis: { kind: 'from open' } };
export const KEEP_ELAPSED: Change = { ...UNSAID, basis: { kind: 'keep elapsed' } };

/** What happens at one instant: events by name, and what rules want of the ticket. */
export interface Moment {
  readonly now: InstantMs;
  readonly kinds: string[];
  waits: boolean;
}

export function lineFor(life: TicketLife, of: string): Change | undefined {
  return life.nearest(life.contract.conduct.changes.filter((line) => line.of === of));
}

/** The severity that caps allow. They are asked of the ticket as it would be. */
export function capped(life: TicketLife, wanted: string): string {
  const { severity } = life;
  life.severity = wanted;
  const allowed = leastCap(life, wanted);
  life.severity = severity;
  return allowed;
}

function leastCap(life: TicketLife, wanted: string): string {
  const caps = life.contract.conduct.rules
    .filter((rule) => rule.trigger === null && life.isOf(rule.plan) && life.holds(rule.when))
    .flatMap(({ actions }) =>
      actions.flatMap((each) => (each.kind === 'cap severity' ? [each.severity] : [])),
    );
  return caps.reduce((least, cap) => (life.rank(cap) > life.rank(least) ? cap : least), wanted);
}

/** The severity that the facts of a ticket make: the most severe whose condition holds; null for none, and where it is open. */
export function bySaid(life: TicketLife): string | null {
  for (const { name, when } of life.contract.severities) {
    if (when.kind === 'otherwise') return name;
    const answer = life.answer(when);
    if (answer === null) return null;
    if (answer) return name;
  }
  return null;
}

/** Makes a ticket another severity; the events that the change is. */
export function setSeverity(
  life: TicketLife,
  wanted: string,
  now: InstantMs,
  cause: string,
  byFacts: boolean,
  rule: string | null,
): readonly string[] {
  const to = capped(life, wanted);
  const before = life.severity;
  if (to === before) return [];
  life.severity = to;
  if (before === null) return [];
  life.changes.push({ at: now, from: before, to, rule });
  const direction = life.rank(to) < life.rank(before) ? 'raise' : 'lower';
  const of = cause === 'described' ? 'completion' : byFacts ? 'correction' : direction;
  changeClocks(life, lineFor(life, of) ?? lineFor(life, direction) ?? FROM_OPEN, now);
  const event = direction === 'raise' ? 'raised' : 'lowered';
  return byFacts ? [event, 'corrected'] : [event];
}

/** Fires a rule where it is for the ticket: it acts, or asks the customer first. */
export function fire(
  life: TicketLife,
  rule: TicketRule<string>,
  stage: number,
  moment: Moment,
  cause: string,
): void {
  if (!life.isOf(rule.plan) || !life.holds(rule.when)) return;
  if (rule.consent === null) {
    act(life, rule, stage, moment, cause);
    return;
  }
  if (life.proposals.some((each) => each.rule === rule && each.stage === stage)) return;
  const consent = { rule: rule.name, asked: moment.now, answer: 'open' as const, at: null };
  life.consents.push(consent);
  life.proposals.push({ rule, stage, consent });
  life.notices.push({ at: moment.now, to: 'customer', by: rule.name, kind: 'consent' });
}

/** The customer answers what is open: all of it, or one question. */
export function answer(
  life: TicketLife,
  says: 'agreed' | 'refused',
  moment: Moment,
  only = life.proposals,
): void {
  const answered = life.proposals.filter((each) => only.includes(each));
  life.proposals = life.proposals.filter((each) => !answered.includes(each));
  for (const { rule, stage, consent } of answered) {
    consent.answer = says;
    consent.at = moment.now;
    if (says === 'agreed') act(life, rule, stage, moment, 'agreed');
  }
}

function act(life: TicketLife, rule: TicketRule<string>, stage: number, moment: Moment, cause: string): void {
  const { now, kinds } = moment;
  const actions = stage === 0 ? rule.actions : (rule.stages[stage - 1]?.actions ?? []);
  for (const action of actions) {
    const wanted = wantedBy(life, action);
    const byFacts = action.kind === 'severity by facts';
    if (wanted !== null) kinds.push(...setSeverity(life, wanted, now, cause, byFacts, rule.name));
    if (action.kind === 'tell') life.notices.push({ at: now, to: action.whom, by: rule.name, kind: 'rule' });
    if (action.kind === 'close' && life.closed === null && !kinds.includes('closed')) kinds.push('closed');
    if (action.kind === 'wait') moment.waits = true;
  }
}

/** The severity that an action would give the ticket; null for none. */
function wantedBy(life: TicketLife, action: RuleAction): string | null {
  const rank = life.rank(life.severity);
  switch (action.kind) {
    case 'set severity':
      return action.severity;
    case 'cap severity':
      return life.rank(action.severity) > rank ? action.severity : life.severity;
    case 'raise':
      return life.rank(action.severity) < rank ? action.severity : null;
    case 'lower':
      return life.rank(action.severity) > rank ? action.severity : null;
    case 'raise by steps':
    case 'lower by steps':
      return action.steps.find(({ from }) => from === life.severity)?.to ?? null;
    case 'severity by facts':
      return bySaid(life);
    default:
      return null;
  }
}

/** Fires the rules of what happened, and of what they cause in turn. */
export function follow(life: TicketLife, moment: Moment): void {
  const { now, kinds } = moment;
  for (let i = 0; i < kinds.length; i += 1) {
    const kind = kinds[i] ?? '';
    life.happened.set(kind, now);
    if (kind === 'agreed' || kind === 'refused') answer(life, kind, moment);
    for (const rule of life.contract.conduct.rules) {
      if (rule.trigger?.kind === 'event' && rule.trigger.event === kind) fire(life, rule, 0, moment, kind);
    }
  }
}
