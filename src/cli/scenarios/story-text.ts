import type { ZoneTable } from '../../time/types.ts';
import type { ChargedEntry, TicketStep } from '../../verify/scenario-result.ts';
import { formatLocalTime } from '../local-time.ts';
import { ledgerLines, type Page } from '../why/history/ledger-lines.ts';

/** What happened to a ticket, a line an event. */
export function renderTicketSteps(
  steps: readonly TicketStep[],
  zone: ZoneTable,
  page: Page,
): readonly string[] {
  const rows = steps.map(({ at, what }) => ({
    figures: [formatLocalTime(zone, at)],
    words: what,
    origin: null,
    tone: 'not counted' as const,
  }));
  return ['what happened', ...ledgerLines(rows, 2, page)];
}

/** What a ticket is charged, a line an entry of the account, with the clause by which. */
export function renderCharges(
  entries: readonly ChargedEntry[],
  zone: ZoneTable,
  page: Page,
): readonly string[] {
  if (entries.length === 0) return ['nothing that the plan charges for has happened'];
  const rows = entries.map(({ at, kind, amount, thing, why, name, effect, origin }) => ({
    figures: [formatLocalTime(zone, at), `${kind} ${amount} ${thing}`],
    words: [name ?? '', effect === null ? why : `over quota: ${effect}`]
      .filter((part) => part !== '')
      .join(': '),
    origin,
    tone: 'counted' as const,
  }));
  return ledgerLines(rows, 0, page);
}
