import { selects } from '../../engine/index.ts';
import type { CompiledPlan, PlanPlan } from '../../plan/model.ts';
import { epochDayOfDate } from '../../time/civil-date.ts';
import { localToInstant } from '../../time/zone-arithmetic.ts';
import { ofCell } from './of-cell.ts';
import { ofProvisions } from './of-provisions.ts';
import { ofRule } from './of-rule.ts';
import type { OpenedTicket } from './opened-ticket.ts';

/**
 * What else the contract says that may move the deadlines of a ticket at its opening, or take them away, a sentence each.
 * What a ticket's facts rule out is left out, and so is what can only follow from what happens later, or touches the
 * invoice alone.
 */
export function leftOut(contract: CompiledPlan, ticket: OpenedTicket): readonly string[] {
  const plan = contract.plans[ticket.plan];
  if (plan === undefined) return [];
  const sentences = [
    ...outsideItsTime(contract, ticket),
    ...ofProvisions(contract, plan, ticket),
    ...contract.conduct.rules.flatMap((rule) => ofRule(contract, plan, rule, ticket)),
    ...ticket.targets.flatMap((target) => ofCell(contract, plan, target, ticket)),
    ...options(plan, ticket),
  ];
  return [...new Set(sentences)];
}

/** A ticket from before the contract, or from after it. */
function outsideItsTime({ effective, zones }: CompiledPlan, { opened }: OpenedTicket): readonly string[] {
  const table = effective === null ? undefined : zones[effective.zone];
  if (effective === null || table === undefined) return [];
  const midnight = (date: string, days: number): number =>
    localToInstant(table, epochDayOfDate(date) + days, 0, 0);
  if (opened < midnight(effective.from, 0)) {
    return [`it is opened before ${effective.from}, when the contract takes effect`];
  }
  return effective.to !== null && opened >= midnight(effective.to, 1)
    ? [`it is opened after ${effective.to}, when the contract ends`]
    : [];
}

/** Options that put other cells in place of those that hold. */
function options(plan: PlanPlan, { key, targets }: OpenedTicket): readonly string[] {
  return plan.options.flatMap(({ text, gives }) =>
    gives.flatMap(({ metric, when, words }) =>
      targets.some((target) => target.metric === metric) && selects(when, key)
        ? [`with the option "${text}" \`${metric}\` is \`${words}\``]
        : [],
    ),
  );
}
