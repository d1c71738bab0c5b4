import { selects } from '../engine/index.ts';
import type { PlanTarget } from '../plan/model.ts';
import type { Outcome, TicketColumns } from '../simulate/outcome.ts';
import { factsOfTicket } from '../simulate/ticket-facts.ts';
import { countKinds } from '../simulate/ticket-kinds.ts';

/** More cells than this behind one figure are counted and not listed. */
const LISTED = 3;

/**
 * The cells of the contract behind one figure, in the contract's words (`16 h in Standard`): those that held for
 * the tickets, the most frequent first; where there are no tickets, those that could.
 *
 * @param plan index into `outcome.plan.plans`
 */
export function promiseWords(outcome: Outcome, plan: number, metric: string, severity: number): string {
  const targets = outcome.plan.plans[plan]?.targets.filter((target) => target.metric === metric) ?? [];
  const words = heldWords(targets, outcome.tickets, severity) ?? possibleWords(targets, severity);
  if (words.length === 0) return 'not offered';
  return words.length > LISTED ? `${String(words.length)} different promises` : words.join('; ');
}

function heldWords(
  targets: readonly PlanTarget[],
  tickets: TicketColumns,
  severity: number,
): readonly string[] | null {
  // Which of them held hangs on hours that the columns do not tell.
  if (targets.some(({ when }) => when.opened.length > 0)) return null;
  const counts = new Map<string, number>();
  for (const { first, count } of countKinds(tickets)) {
    if (tickets.severity[first] !== severity) continue;
    const key = {
      severity,
      region: tickets.region[first] ?? -1,
      channel: tickets.channel[first] ?? -1,
      type: tickets.type[first] ?? -1,
      facts: factsOfTicket(tickets.facts, first),
    };
    const words = targets.find((target) => selects(target.when, key))?.words ?? 'not offered';
    counts.set(words, (counts.get(words) ?? 0) + count);
  }
  return counts.size === 0 ? null : [...counts].sort((a, b) => b[1] - a[1]).map(([words]) => words);
}

function possibleWords(targets: readonly PlanTarget[], severity: number): readonly string[] {
  const speaking = targets.filter(({ when }) => when.severities?.includes(severity) ?? true);
  // The first cell that matches holds, so one behind a cell that speaks of every ticket is never reached.
  const last = speaking.findIndex(
    ({ when }) =>
      [when.regions, when.channels, when.types].every((names) => names === null) &&
      [when.facts, when.opened].every((narrowed) => narrowed.length === 0),
  );
  const possible = last === -1 ? speaking : speaking.slice(0, last + 1);
  return [...new Set(possible.map(({ words }) => words))];
}
