import type { TicketRule } from '../check/conduct-model.ts';
import type { InstantMs } from '../time/types.ts';
import { dueOf } from './due-of.ts';
import { endOfStretch, startOfStretch } from './end-of-stretch.ts';
import { stillness } from './stillness.ts';
import type { Proposal, TicketLife } from './ticket-life.ts';

/** Something that time alone brings. */
export interface Brought {
  readonly at: InstantMs;
  /** What it is, so that it comes once. */
  readonly key: string;
  readonly does:
    | { readonly kind: 'rule'; readonly rule: TicketRule<string>; readonly stage: number }
    | { readonly kind: 'agree'; readonly proposal: Proposal }
    | { readonly kind: 'close' }
    | { readonly kind: 'remind' | 'escalate'; readonly metric: string; readonly to: string };
}

/** The first thing that time will bring to a ticket as it stands; of one instant what stands first here. */
export function nextBrought(life: TicketLife): Brought | null {
  const all = [
    ...byStates(life),
    ...byClosing(life),
    ...byDeadlines(life),
    ...byShares(life),
    ...bySilence(life),
  ];
  return all
    .filter(({ key }) => !life.brought.has(key))
    .reduce<Brought | null>((first, each) => (first === null || each.at < first.at ? each : first), null);
}

/** Since when a ticket has been in a state; null where it is not. A closed ticket is in no state but that. */
function since(life: TicketLife, state: string): InstantMs | null {
  if (life.closed !== null) return state === 'closed' ? life.closed : null;
  return state === 'silence' ? life.last : (life.states.get(state) ?? null);
}

function byStates(life: TicketLife): readonly Brought[] {
  const found: Brought[] = [];
  for (const [index, rule] of life.contract.conduct.rules.entries()) {
    if (rule.trigger?.kind !== 'state' || !life.isOf(rule.plan)) continue;
    const began = since(life, rule.trigger.state);
    if (began === null) continue;
    const from = rule.resetBy.reduce(
      (latest, event) => Math.max(latest, life.lastOf(event) ?? -Infinity),
      began,
    );
    let at = from;
    for (const [stage, after] of [rule.trigger.after, ...rule.stages.map((each) => each.after)].entries()) {
      at = endOfStretch(life, after, at);
      found.push({ at, key: `state ${index} ${stage} ${from}`, does: { kind: 'rule', rule, stage } });
    }
  }
  return found;
}

function byClosing(life: TicketLife): readonly Brought[] {
  return life.runs.flatMap(({ metric }): readonly Brought[] => {
    const closes = life.clockOf(metric)?.terms.closes ?? null;
    const from = closes === null ? null : since(life, closes.state);
    if (closes === null || from === null) return [];
    const end = endOfStretch(life, closes.after, from);
    const reminders = closes.reminders.map(({ by, side }, i): Brought => {
      const at = side === 'after' ? endOfStretch(life, by, from) : startOfStretch(life, by, end);
      return { at, key: `remind ${metric} ${i} ${from}`, does: { kind: 'remind', metric, to: 'customer' } };
    });
    return [
      ...reminders.filter(({ at }) => at >= from),
      { at: end, key: `close ${metric} ${from}`, does: { kind: 'close' } },
    ];
  });
}

function byDeadlines(life: TicketLife): readonly Brought[] {
  return life.contract.conduct.rules.flatMap((rule, index): readonly Brought[] => {
    const { trigger } = rule;
    if (trigger?.kind !== 'due' || !life.isOf(rule.plan)) return [];
    const run = life.runs.find(({ metric }) => metric === trigger.metric);
    if (run === undefined || !run.isActive || run.stopped !== null) return [];
    const due = dueOf(life, run);
    if (due === null) return [];
    const at =
      trigger.side === 'after' ? endOfStretch(life, trigger.by, due) : startOfStretch(life, trigger.by, due);
    return [{ at, key: `due ${index} ${run.occurrence}`, does: { kind: 'rule', rule, stage: 0 } }];
  });
}

/** Escalation by the share of the promise that is used up; the ladder is that of the nearest plan that has one. */
function byShares(life: TicketLife): readonly Brought[] {
  return life.runs.flatMap((run): readonly Brought[] => {
    const { metric, counting, isActive, stopped, occurrence } = run;
    const ladder = life.nearest(life.contract.conduct.escalations.filter((each) => each.metric === metric));
    if (ladder === undefined || counting === null || !isActive || stopped !== null) return [];
    return ladder.steps.flatMap(({ share, to }, step): readonly Brought[] => {
      const at = counting.dueOfShare(share.numerator, share.denominator, stillness(life, run));
      if (at === null) return [];
      return [
        { at, key: `escalate ${metric} ${step} ${occurrence}`, does: { kind: 'escalate', metric, to } },
      ];
    });
  });
}

function bySilence(life: TicketLife): readonly Brought[] {
  return life.proposals.flatMap((proposal): readonly Brought[] => {
    const { consent } = proposal.rule;
    if (consent?.silence !== 'agrees') return [];
    const at = endOfStretch(life, consent.after, proposal.consent.asked);
    return [
      { at, key: `consent ${life.consents.indexOf(proposal.consent)}`, does: { kind: 'agree', proposal } },
    ];
  });
}
