import type { CheckedContract } from '../check/model.ts';
import { clockNotApplied } from './not-applied-clocks.ts';

/** What the compiled plan carries of rules, changes and clocks and no command carries out yet, a sentence each. */
export function conductNotApplied(contract: CheckedContract): readonly string[] {
  const { rules, changes, escalations } = contract.conduct;
  const { bindsBy, inFlight } = contract.binding;
  return [
    ...rules.map(
      ({ name }) => `The rule "${name}" is not carried out: the ticket keeps its severity and state.`,
    ),
    ...changes.map(
      ({ of, plan }) =>
        `\`on ${of}\`${ofPlan(plan)} is not carried out: a ticket keeps the deadlines it began with.`,
    ),
    ...escalations.map(
      ({ metric, plan }) => `The escalation of \`${metric}\`${ofPlan(plan)} is not carried out.`,
    ),
    ...contract.clocks.flatMap(clockNotApplied),
    ...(bindsBy === null && inFlight === null
      ? []
      : ['Every ticket is read by this version, whatever binds it to another.']),
  ];
}

function ofPlan(plan: string | null): string {
  return plan === null ? '' : ` of the plan ${plan}`;
}
