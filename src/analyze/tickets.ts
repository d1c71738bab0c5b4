import { selects, type TicketKey } from '../engine/index.ts';
import type { CompiledPlan, PlanSelector } from '../plan/model.ts';

/** The lines that may hold for a ticket, by the hour; the first that speaks of every hour ends them. */
export function linesFor<T extends { readonly when: PlanSelector }>(
  lines: readonly T[],
  ticket: TicketKey,
): readonly T[] {
  const speaking = lines.filter(({ when }) => selects(when, ticket));
  const last = speaking.findIndex(({ when }) => when.opened.length === 0);
  return last === -1 ? speaking : speaking.slice(0, last + 1);
}

/** The values of a dimension by index; -1 stands for a ticket that has none, and for all that are alike in it. */
interface ValuesToldApart {
  readonly severities: readonly number[];
  readonly regions: readonly number[];
  readonly channels: readonly number[];
  readonly types: readonly number[];
  /** By index of the plan's facts. */
  readonly facts: readonly (readonly number[])[];
}

function valuesToldApart(plan: CompiledPlan, whens: readonly PlanSelector[]): ValuesToldApart {
  const allOf = (named: readonly unknown[]) => (named.length === 0 ? [-1] : named.map((_, i) => i));
  const narrowed = new Set(whens.flatMap((when) => when.facts.map(({ fact }) => fact)));
  return {
    severities: allOf(plan.severities),
    regions: whens.some((when) => when.regions !== null) ? allOf(plan.regions) : [0],
    // A ticket may have no channel or type, and those that no line names are alike.
    channels: [...new Set([...whens.flatMap((when) => when.channels ?? []), -1])],
    types: [...new Set([...whens.flatMap((when) => when.types ?? []), -1])],
    facts: plan.facts.map(({ type }, i) => {
      if (!narrowed.has(i)) return [-1];
      return type.kind === 'words' ? allOf(type.words) : [0, 1];
    }),
  };
}

/** How many kinds of tickets of one severity the selectors of some lines tell apart. */
export function countToldApart(plan: CompiledPlan, whens: readonly PlanSelector[]): number {
  const { regions, channels, types, facts } = valuesToldApart(plan, whens);
  return [regions, channels, types, ...facts].reduce((count, values) => count * values.length, 1);
}

/** One ticket for each kind that the selectors of some lines tell apart; of one severity, where that is given. */
export function ticketsToldApart(
  plan: CompiledPlan,
  whens: readonly PlanSelector[],
  severity: number | null = null,
): readonly TicketKey[] {
  const values = valuesToldApart(plan, whens);
  const severities = severity === null ? values.severities : [severity];
  const facts = values.facts.reduce<readonly (readonly number[])[]>(
    (rows, own) => rows.flatMap((row) => own.map((value) => [...row, value])),
    [[]],
  );
  return severities.flatMap((own) =>
    values.regions.flatMap((region) =>
      values.channels.flatMap((channel) =>
        values.types.flatMap((type) =>
          facts.map((said) => ({ severity: own, region, channel, type, facts: said })),
        ),
      ),
    ),
  );
}
