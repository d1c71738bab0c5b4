import type { CompiledPlan, PlanPlan } from '../../plan/model.ts';
import { leftOutOfHistories } from './of-histories.ts';

/** What a simulation or a replay knows of its tickets. */
export interface Known {
  /** Whether tickets say any facts. */
  readonly facts: boolean;
  /** Whether it is known who the customer is, so that what is used and what it costs is reckoned. */
  readonly customer: boolean;
}

/** What the contract says and a run of some of its plans does not reckon with, a sentence each. */
export function leftOutOfRuns(
  contract: CompiledPlan,
  /** Indexes of the plans that are compared. */
  compared: readonly number[],
  known: Known,
): readonly string[] {
  const plans = compared.flatMap((index) => contract.plans[index] ?? []);
  const chains = new Set(plans.flatMap((plan) => chainOf(contract, plan)));
  const clocks = contract.clocks.filter(({ plan }) => plan === null || chains.has(plan));
  const { bindsBy, inFlight } = contract.binding;
  const sentences = [
    ...leftOutOfHistories({ ...contract, plans, clocks }),
    ...(known.facts ? [] : ofUnsaid(plans)),
    ...(known.customer ? [] : ofUncounted(plans)),
    ...of(plans, 'availability', (plan) => plan.availability.length > 0, 'no outage is known'),
    ...of(plans, 'versions in scope', (plan) => plan.versions !== null, 'every ticket is of one of them'),
    ...of(
      plans,
      'where it can be bought',
      (plan) => plan.availableIn !== null,
      'every ticket is from one of these regions',
    ),
    ...(bindsBy === null && inFlight === null
      ? []
      : ['what binds a ticket to another version of the contract: every ticket is read by this one']),
  ];
  return [...new Set(sentences)].map((sentence) => `Not applied: ${sentence}.`);
}

/** A plan and those that it extends. */
function chainOf({ plans }: CompiledPlan, plan: PlanPlan): readonly string[] {
  const names: string[] = [];
  for (let next: PlanPlan | undefined = plan; next !== undefined;) {
    names.push(next.name);
    const parent: string | null = next.extends;
    next = parent === null ? undefined : plans.find(({ name }) => name === parent);
  }
  return names;
}

/** What only facts can tell. */
function ofUnsaid(plans: readonly PlanPlan[]): readonly string[] {
  const unsaid = 'no ticket says a fact, so none is refused';
  return [
    ...of(plans, 'who is eligible', (plan) => plan.eligibility.length > 0, unsaid),
    ...of(
      plans,
      'what is excluded',
      (plan) => plan.provisions.some(({ says }) => says === 'exclude'),
      'no ticket says a fact, so none is excluded',
    ),
  ];
}

/** What only a customer's account can tell. */
function ofUncounted(plans: readonly PlanPlan[]): readonly string[] {
  const things = new Set(
    plans.flatMap(({ quotas }) =>
      quotas.flatMap(({ thing, usedWhen }) => (usedWhen === null ? [] : [thing])),
    ),
  );
  return [
    ...(things.size === 0
      ? []
      : [`quotas of ${[...things].join(', ')}: nothing says whose tickets they are, so all are within them`]),
    ...of(
      plans,
      'charges and credits',
      ({ charges, rates, surcharges, credits }) =>
        charges.length + rates.length + surcharges.length + credits.length > 0,
      'nothing says whose tickets they are',
    ),
  ];
}

function of(
  plans: readonly PlanPlan[],
  what: string,
  isSaid: (plan: PlanPlan) => boolean,
  because: string,
): readonly string[] {
  const names = plans.filter(isSaid).map(({ name }) => name);
  return names.length === 0 ? [] : [`${what}, of ${names.join(', ')}: ${because}`];
}
