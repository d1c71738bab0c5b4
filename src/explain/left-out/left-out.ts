import { selects } from '../../engine/index.ts';
import type { CompiledPlan, PlanPlan } from '../../plan/model.ts';
import { epochDayOfDate } from '../../time/civil-date.ts';
import { localToInstant } from '../../time/zone-arithmetic.ts';
import { ofCell, unreckonedOfCell } from './of-cell.ts';
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

/** The same of a ticket whose history is gone through: what its rules and clocks do is carried out, and not left out. */
export function leftOutOfHistory(contract: CompiledPlan, ticket: OpenedTicket): readonly string[] {
  const plan = contract.plans[ticket.plan];
  if (plan === undefined) return [];
  const sentences = [
    ...outsideItsTime(contract, ticket),
    ...ofProvisions(contract, plan, ticket, true),
    ...ticket.targets.flatMap((target) => unreckonedOfCell(contract, plan, target)),
    ...options(plan, ticket),
  ];
  return [...new Set(sentences)];
}

/** Whether anything can be left out of a history of a contract that is opened while it is in force. */
export function mayLeaveOut(contract: CompiledPlan): boolean {
  return contract.plans.some(
    (plan) =>
      plan.eligibility.length + plan.provisions.length + plan.quotas.length + plan.options.length > 0 ||
      plan.availableIn !== null ||
      plan.versions !== null ||
      plan.targets.some((target) => unreckonedOfCell(contract, plan, target).length > 0),
  );
}

/** The instants at which a contract begins and ends; infinite where it does not say. */
export function inForce({ effective, zones }: CompiledPlan): readonly [from: number, to: number] {
  const table = effective === null ? undefined : zones[effective.zone];
  if (effective === null || table === undefined) return [-Infinity, Infinity];
  const midnight = (date: string, days: number): number =>
    localToInstant(table, epochDayOfDate(date) + days, 0, 0);
  return [midnight(effective.from, 0), effective.to === null ? Infinity : midnight(effective.to, 1)];
}

/** A ticket from before the contract, or from after it. */
function outsideItsTime(contract: CompiledPlan, { opened }: OpenedTicket): readonly string[] {
  const { effective } = contract;
  const [from, to] = inForce(contract);
  if (effective === null || (opened >= from && opened < to)) return [];
  return opened < from
    ? [`it is opened before ${effective.from}, when the contract takes effect`]
    : [`it is opened after ${effective.to ?? ''}, when the contract ends`];
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
