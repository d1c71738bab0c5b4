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

/** One ticket for each kind that the selectors of some lines tell apart. */
export function ticketsToldApart(plan: CompiledPlan, whens: readonly PlanSelector[]): readonly TicketKey[] {
  const allOf = (named: readonly unknown[]) => (named.length === 0 ? [-1] : named.map((_, i) => i));
  const severities = allOf(plan.severities);
  const regions = whens.some((when) => when.regions !== null) ? allOf(plan.regions) : [0];
  // A ticket may have no channel or type, and those that no line names are alike.
  const channels = [...new Set([...whens.flatMap((when) => when.channels ?? []), -1])];
  const types = [...new Set([...whens.flatMap((when) => when.types ?? []), -1])];
  const narrowed = new Set(whens.flatMap((when) => when.facts.map(({ fact }) => fact)));
  const facts = plan.facts.reduce<readonly (readonly number[])[]>(
    (rows, { type }, i) => {
      const values = narrowed.has(i) ? (type.kind === 'words' ? allOf(type.words) : [0, 1]) : [-1];
      return rows.flatMap((row) => values.map((value) => [...row, value]));
    },
    [[]],
  );
  return severities.flatMap((severity) =>
    regions.flatMap((region) =>
      channels.flatMap((channel) =>
        types.flatMap((type) => facts.map((said) => ({ severity, region, channel, type, facts: said }))),
      ),
    ),
  );
}
