import type { InstantMs } from '../../time/types.ts';
import { dueOfCount, lengthTo, measureOf, standsStill, type Count } from './count.ts';
import type { ClockRun } from './clock-run.ts';
import { addOutside, NO_PAUSES, type Pauses } from './pauses.ts';
import { endOfTerm, startOfTerm, termOfStretch } from './find-stretch.ts';
import type { LiveTicket } from './live-ticket.ts';
import type { Rule } from './program.ts';
import { isOfPlan } from './set-ticket.ts';

/** Something that happens by the passing of time. */
export interface Timer {
  readonly at: InstantMs;
  /** By which it is known to have fired. */
  readonly key: string;
  readonly does:
    /** A rule that goes on in stages: 0 for what it does first. */
    | { readonly kind: 'rule'; readonly rule: Rule; readonly stage: number }
    | { readonly kind: 'agree'; readonly place: number }
    | { readonly kind: 'close' }
    | { readonly kind: 'remind'; readonly metric: string }
    | { readonly kind: 'escalate'; readonly metric: string; readonly to: string };
}

/** The first thing that time will bring to a ticket as it stands; of several at one instant, the first in the contract. */
export function nextTimer(ticket: LiveTicket): Timer | null {
  let first: Timer | null = null;
  const consider = (timer: Timer): void => {
    if (Number.isNaN(timer.at) || ticket.fired.has(timer.key)) return;
    if (first === null || timer.at < first.at) first = timer;
  };
  stateRules(ticket, consider);
  deadlineRules(ticket, consider);
  escalations(ticket, consider);
  for (const { rule, asked, version, place } of ticket.proposals) {
    const { consent } = rule.rule;
    if (consent?.silence !== 'agrees') continue;
    const at = endOfTerm(termOfStretch(version.engine, consent.after, ticket), asked);
    consider({ at, key: `consent ${place}`, does: { kind: 'agree', place } });
  }
  return first;
}

type Consider = (timer: Timer) => void;

/**
 * Since when a ticket has been in a state; silence begins anew with whatever happens. A ticket that is closed is in no
 * state but that.
 */
function since(ticket: LiveTicket, state: number): InstantMs {
  const name = ticket.program.stateNames[state];
  if (name === 'closed' && ticket.isClosed) return ticket.closed;
  if (ticket.isClosed) return NaN;
  return name === 'silence' ? ticket.last : (ticket.states[state] ?? NaN);
}

/** The same for a rule, which what its contract names has begin again. */
function sinceReset(ticket: LiveTicket, { of, resets }: Rule): InstantMs {
  const from = since(ticket, of);
  return resets.reduce((latest, event) => {
    const at = ticket.lastAt(event);
    return at > latest ? at : latest;
  }, from);
}

function stateRules(ticket: LiveTicket, consider: Consider): void {
  const { engine } = ticket.version;
  for (const rule of ticket.version.rules) {
    const { trigger, plan, stages } = rule.rule;
    if (trigger?.kind !== 'state' || !isOfPlan(ticket, plan)) continue;
    const from = sinceReset(ticket, rule);
    if (Number.isNaN(from)) continue;
    // Each stage is counted from the end of the one before.
    let at = from;
    for (const [stage, after] of [trigger.after, ...stages.map((each) => each.after)].entries()) {
      at = endOfTerm(termOfStretch(engine, after, ticket), at);
      consider({ at, key: `state ${rule.index} ${stage} ${from}`, does: { kind: 'rule', rule, stage } });
    }
  }
  for (const clock of ticket.clocks) {
    if (clock === null || clock.terms.closes === null) continue;
    const from = since(ticket, clock.closesIn);
    if (Number.isNaN(from)) continue;
    const { after, reminders } = clock.terms.closes;
    const closes = endOfTerm(termOfStretch(engine, after, ticket), from);
    const metric = ticket.program.metrics[clock.metric] as string;
    for (const [i, { by, side }] of reminders.entries()) {
      const term = termOfStretch(engine, by, ticket);
      const at = side === 'after' ? endOfTerm(term, from) : startOfTerm(term, closes);
      // There is nothing to be reminded of before the state has begun.
      if (at < from) continue;
      consider({ at, key: `remind ${clock.metric} ${i} ${from}`, does: { kind: 'remind', metric } });
    }
    consider({ at: closes, key: `close ${clock.metric} ${from}`, does: { kind: 'close' } });
  }
}

function deadlineRules(ticket: LiveTicket, consider: Consider): void {
  for (const rule of ticket.version.rules) {
    const { trigger, plan } = rule.rule;
    if (trigger?.kind !== 'due' || !isOfPlan(ticket, plan)) continue;
    const run = ticket.runs[rule.of];
    if (run === undefined || !isRunning(run)) continue;
    const due = run.due(ticket);
    if (Number.isNaN(due)) continue;
    const by = termOfStretch(ticket.version.engine, trigger.by, ticket);
    const at = trigger.side === 'before' ? startOfTerm(by, due) : endOfTerm(by, due);
    consider({ at, key: `due ${rule.index} ${run.occurrence}`, does: { kind: 'rule', rule, stage: 0 } });
  }
}

function isRunning(run: ClockRun): boolean {
  return run.isActive && Number.isNaN(run.stopped);
}

/** Steps of the nearest plan that has a ladder for the metric, or else of the contract. */
function escalations(ticket: LiveTicket, consider: Consider): void {
  const { version, program } = ticket;
  if (version.escalations.length === 0) return;
  for (const [index, run] of ticket.runs.entries()) {
    const metric = program.metrics[index] as string;
    const ladders = version.escalations.filter((each) => each.metric === metric);
    if (ladders.length === 0 || !isRunning(run)) continue;
    const chain = version.chains[ticket.plan] ?? [];
    const own = chain.flatMap((plan) => ladders.find((each) => each.plan === plan) ?? []);
    const ladder = own[0] ?? ladders.find(({ plan }) => plan === null);
    const count = run.count();
    if (ladder === undefined || count === null) continue;
    for (const [step, { share, to }] of ladder.steps.entries()) {
      const at = shareOfCount(count, share, run);
      consider({
        at,
        key: `escalate ${metric} ${step} ${run.occurrence}`,
        does: { kind: 'escalate', metric, to },
      });
    }
  }
}

/** When a share of what is promised is used up: of hours that share, of dates that share of the open time to their end. */
function shareOfCount(
  count: Count,
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
  pauses: Pauses,
): InstantMs {
  const { term } = count;
  const of = (whole: number) => Math.ceil((whole * numerator) / denominator);
  if (term.kind === 'hours') {
    return dueOfCount({ ...count, term: { ...term, budget: of(term.budget) } }, pauses);
  }
  const end = dueOfCount(count, pauses);
  if (Number.isNaN(end)) return NaN;
  const told = standsStill(term) ? pauses : NO_PAUSES;
  return addOutside(measureOf(term), count.from, of(lengthTo(count, end, pauses)), told);
}
