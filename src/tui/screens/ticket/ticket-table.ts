import { formatInstantUtc } from '../../../time/iso-instant.ts';
import type { Value, ViewTable } from '../../export/view-table.ts';
import { isPending } from '../../is-pending.ts';
import type { ReadyState } from '../../state/state.ts';
import { verdictOf } from '../../tickets/verdict.ts';
import { accountingOf, happeningsOf } from './ticket-answers.ts';

/**
 * The ticket under every plan, a row each stretch of its account and each thing that happened; instants in UTC. Null until
 * all of it is worked out.
 */
export function ticketTable({ model, ticket: shown }: ReadyState): ViewTable | null {
  if (shown === null) return null;
  const { ticket, metric } = shown;
  const isThere = model.summary.plans.every(
    (_, plan) =>
      !isPending(accountingOf(model, plan, metric, ticket)) && !isPending(happeningsOf(model, plan, ticket)),
  );
  if (!isThere) return null;
  const rows = model.summary.plans.flatMap(({ name }, plan): readonly (readonly Value[])[] => {
    const accounting = accountingOf(model, plan, metric, ticket);
    const verdict = verdictOf(model.outcome, plan, metric, ticket);
    const ends = [verdict?.due ?? null, verdict?.stopped ?? null].map((at) =>
      at === null ? null : formatInstantUtc(at),
    );
    const said = accounting.kind === 'accounted' ? accounting : null;
    const happenings = happeningsOf(model, plan, ticket);
    return [
      [
        name,
        'promise',
        ...ends,
        said?.promise ?? (accounting.kind === 'unaccounted' ? accounting.reason : null),
        null,
        null,
        said?.place ?? null,
      ],
      ...(said?.stretches ?? []).map(({ from, to, counted, amount, sum, reason, place }) => [
        name,
        counted ? 'counts' : 'does not count',
        formatInstantUtc(from),
        formatInstantUtc(to),
        reason,
        counted ? amount : null,
        sum,
        place,
      ]),
      ...(isPending(happenings) ? [] : happenings).map(({ at, words }) => [
        name,
        'happened',
        formatInstantUtc(at),
        null,
        words,
        null,
        null,
        null,
      ]),
    ];
  });
  return {
    name: `ticket ${model.outcome.tickets.id(ticket)}, ${metric}`,
    columns: [
      'plan',
      'what',
      'from (of the promise: due)',
      'to (of the promise: stopped)',
      'words',
      'amount',
      'sum',
      'clause',
    ],
    rows,
  };
}
