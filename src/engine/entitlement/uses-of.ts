import type { PlanQuota } from '../../plan/entitlement-model.ts';
import type { PlanPlan } from '../../plan/model.ts';
import { selects } from '../select-target.ts';
import type { Use } from './ledger-model.ts';

/** Something that happens to a ticket, by the contract's name for it, with the work that it ends, where it ends any. */
export interface Happening extends Omit<Use, 'kind' | 'name'> {
  /** `opened`, `reply`, `closed`, `work ended`, or an event that the contract declares. */
  readonly event: string;
  /** What the work was: an activity, or a charge by its name; null where nothing says. */
  readonly activity: string | null;
}

/** Of what happens to a ticket at one instant, work comes before the event on which it is charged. */
export function rankOf({ event }: Pick<Happening, 'event'>): number {
  return event === 'work ended' ? 0 : 1;
}

/** The events at which units of a quota are used. */
export const USED_AT: Readonly<Record<NonNullable<PlanQuota['usedWhen']>, string>> = {
  opened: 'opened',
  answered: 'reply',
  closed: 'closed',
  'work ends': 'work ended',
};

/**
 * What a plan counts of a happening: charges that are made at it, and units of quotas on which no charge of the plan
 * draws for the ticket. A charge by time is for work of its own name, a visit for work of that name.
 */
export function usesOf(plan: PlanPlan, { event, activity, ...happening }: Happening): readonly Use[] {
  const charges = plan.charges.filter(({ when }) => selects(when, happening.key));
  const names = charges.flatMap(({ name, on, rate }) => {
    if (on !== event || (activity !== null && activity !== name)) return [];
    return rate.of.kind === 'work' || happening.work.length > 0 ? [name] : [];
  });
  const charged = new Set(
    charges.flatMap(({ rate: { quantity } }) => (quantity.kind === 'units' ? [quantity.thing] : [])),
  );
  const things = plan.quotas.flatMap((quota) => {
    const { thing, usedWhen } = quota;
    if (usedWhen === null || USED_AT[usedWhen] !== event || charged.has(thing)) return [];
    return selects(quota.when, happening.key) && isOf(quota, activity) ? [thing] : [];
  });
  return [...new Set([...names, ...things])].map((name) => ({ ...happening, kind: 'use', name }));
}

/** Of what other than work is counted, such as the opening of a ticket, nothing says what activity it was. */
function isOf({ thing, activity: paysFor, usedWhen }: PlanQuota, activity: string | null): boolean {
  if (thing === 'visits') return activity === 'visit';
  const isOfWork = thing === 'hours' || usedWhen === 'work ends';
  return !isOfWork || paysFor === null || paysFor === activity;
}
