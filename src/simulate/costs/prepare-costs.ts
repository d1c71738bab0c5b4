import type { CheckedSimulation, Customer } from '../../check/simulation-model.ts';
import type { Engine } from '../../engine/index.ts';
import { exactNumber, type MoneyAmount, type QuoteRequest } from '../../engine/money/index.ts';
import { factIndex } from '../../plan/fact-index.ts';
import type { CompiledPlan, PlanPlan } from '../../plan/model.ts';
import { indexOfName } from '../arrivals/prepare-streams.ts';

/** What of a simulation its costs follow from. */
export interface PreparedCosts {
  /** The customer as a quote takes it; null where nothing says who it is. */
  readonly size: CustomerSize | null;
  /** By step, what the work is of; null where nothing says. */
  readonly activities: readonly (string | null)[];
  /** By plan compared, whether anything that happens to a ticket may cost or give back anything. */
  readonly counts: readonly boolean[];
  /** Whether somebody is paid who stays behind the end of a shift. */
  readonly hasOvertime: boolean;
}

export type CustomerSize = Omit<QuoteRequest, 'term'>;

/** @param plans indexes into `plan.plans` */
export function prepareCosts(
  { customer, desk, work }: CheckedSimulation,
  { plan }: Engine,
  plans: readonly number[],
): PreparedCosts {
  return {
    size: customer === null ? null : sizeOf(customer, plan),
    activities: work.map(({ activity }) => activity),
    counts: plans.map((index) => customer !== null && hangsOnTickets(plan.plans[index] as PlanPlan)),
    hasOvertime: desk.teams.some(({ atClose, pay }) => atClose.kind === 'finish' && pay !== null),
  };
}

function hangsOnTickets({ quotas, charges, rates, surcharges, credits, attainment }: PlanPlan): boolean {
  return (
    quotas.some(({ usedWhen }) => usedWhen !== null) ||
    [charges, rates, surcharges, credits, attainment].some((clauses) => clauses.length > 0)
  );
}

function sizeOf(customer: Customer, plan: CompiledPlan): CustomerSize {
  const facts = new Map<string, string | number | boolean>(
    customer.facts.map(({ fact, value }) => [fact, value]),
  );
  if (customer.region !== null) facts.set('region', customer.region);
  return {
    sizes: new Map(customer.sizes.map(({ unit, count }) => [unit, exact(count)])),
    sums: new Map(
      customer.sums.map(({ of, currency, amount }): [string, MoneyAmount] => [
        of,
        { currency, amount: exact(amount) },
      ]),
    ),
    factOf: (name) => facts.get(name),
    key: {
      severity: -1,
      region: customer.region === null ? -1 : indexOfName(plan.regions, customer.region),
      channel: -1,
      type: -1,
      facts: plan.facts.map((fact) => {
        const value = facts.get(fact.name);
        return value === undefined ? -1 : factIndex(fact, value);
      }),
    },
    options: customer.options,
    packs: new Map(customer.packs.map(({ text, count }) => [text, count])),
  };
}

/** Digits that the grammar has read, so that anything else is our bug. */
export function exact(digits: string): MoneyAmount['amount'] {
  const number = exactNumber(digits);
  if (number === null) throw new Error(`\`${digits}\` is no number`);
  return number;
}
