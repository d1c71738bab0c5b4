import type { CompiledPlan, PlanCalendar } from '../../plan/model.ts';
import { findNamed } from '../find-named.ts';
import { readFacts } from '../ticket/read-facts.ts';
import type { TicketFlags } from '../ticket/ticket-flags.ts';

/** What a ticket is, in the words by which calendars are told apart. */
export type Said = PlanCalendar['tickets'][number];

/**
 * What flags say of a ticket, by the names of the contract.
 * @throws {UsageError} for names that the contract does not have.
 */
export function saidOfTicket(
  plan: CompiledPlan,
  flags: Pick<TicketFlags, 'severity' | 'region' | 'channel' | 'type' | 'fact'>,
): readonly Said[] {
  const named = (['severity', 'region', 'channel', 'type'] as const).flatMap((by): readonly Said[] => {
    const text = flags[by];
    if (text === undefined) return [];
    const entries = {
      severity: plan.severities,
      region: plan.regions,
      channel: plan.channels,
      type: plan.types,
    }[by];
    const name = entries[findNamed(entries, text, `--${by}`, by)]?.name;
    return name === undefined ? [] : [{ by, name }];
  });
  const facts = [...readFacts(plan, flags.fact)].flatMap(([index, value]): readonly Said[] => {
    const fact = plan.facts[index]?.name;
    const name = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
    return fact === undefined ? [] : [{ by: 'fact', fact, name }];
  });
  return [...named, ...facts];
}

/** Whether a ticket of which this is said is one of those for which a calendar is. */
export function isFor({ tickets }: PlanCalendar, said: readonly Said[]): boolean {
  return tickets.every((kind) => said.some((each) => isSame(kind, each)));
}

function isSame(a: Said, b: Said): boolean {
  return a.by === b.by && a.name === b.name && (a.by !== 'fact' || b.by !== 'fact' || a.fact === b.fact);
}

/** The flag that says it, as one types it. */
export function flagOf(kind: Said): string {
  const text = kind.by === 'fact' ? `${kind.fact}=${kind.name}` : kind.name;
  return `--${kind.by} ${/\s/.test(text) ? `"${text}"` : text}`;
}
