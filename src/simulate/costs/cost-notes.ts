import type { CompiledPlan } from '../../plan/model.ts';
import type { SimulatedCosts } from './simulated-costs.ts';

/** How the costs of a simulation are reckoned and what they leave out, each a sentence. */
export function costNotes(costs: SimulatedCosts, { plans }: CompiledPlan): readonly string[] {
  const notes: string[] = [];
  if (costs.hasCustomer) {
    notes.push(
      'All tickets are of one customer, who holds the plan from the first day that counts. A ticket that is done is closed with its last work; what a ticket uses, costs or gives back counts whenever that is.',
    );
    const compared = costs.plans.map(({ plan }) => plans[plan]);
    if (compared.some((plan) => plan !== undefined && plan.credits.length > 0)) {
      notes.push(
        'Credits are claimed as soon as they can be; for a period that is not over when the last ticket is done there is none.',
      );
    }
    if (compared.some((plan) => plan !== undefined && plan.availability.length > 0)) {
      notes.push('Outages are not simulated, so nothing is credited for availability.');
    }
  }
  if (costs.teams.some(({ pay }) => pay !== null)) {
    notes.push(
      'The desk costs the hours of its shifts on the days that count, whether or not there is work and whoever is away, and the time of those who stay behind their end.',
    );
  }
  return notes;
}
