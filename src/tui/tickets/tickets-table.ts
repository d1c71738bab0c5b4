import type { Outcome } from '../../simulate/outcome.ts';
import { formatInstantUtc } from '../../time/iso-instant.ts';
import type { ViewTable } from '../export/view-table.ts';
import { planNames } from './ticket-index.ts';
import { verdictOf } from './verdict.ts';

/** Tickets in rows: who they are, and of each plan the verdict, the deadline, the stop, and by how much it was missed. */
export function ticketsTable(outcome: Outcome, metric: string, rows: Int32Array): ViewTable {
  const { tickets, plan } = outcome;
  const names = planNames(outcome);
  return {
    name: 'tickets',
    columns: [
      'ticket',
      'opened',
      'severity',
      'region',
      ...names.flatMap((name) => [
        `${name} ${metric}`,
        `${name} due`,
        `${name} stopped`,
        `${name} late seconds`,
      ]),
    ],
    rows: Array.from(rows, (ticket) => [
      tickets.id(ticket),
      instant(tickets.opened[ticket] ?? NaN),
      plan.severities[tickets.severity[ticket] ?? -1]?.name ?? null,
      plan.regions[tickets.region[ticket] ?? -1]?.name ?? null,
      ...names.flatMap((_, place) => {
        const verdict = verdictOf(outcome, place, metric, ticket);
        const late = verdict?.spareMs ?? null;
        return [
          verdict?.status ?? null,
          instant(verdict?.due ?? NaN),
          instant(verdict?.stopped ?? NaN),
          late === null ? null : -late / 1000,
        ];
      }),
    ]),
  };
}

function instant(at: number): string | null {
  return Number.isFinite(at) ? formatInstantUtc(at) : null;
}
