import { STATUSES, type Outcome, type Status } from '../../../simulate/outcome.ts';
import type { ReadyState } from '../../state/state.ts';
import { countText } from '../../text/figures.ts';
import { line, run } from '../../text/row.ts';
import type { Row } from '../../text/row.ts';
import { wrap } from '../../text/width.ts';
import { missedFilter, selectTickets } from '../../tickets/query.ts';
import type { TicketQuery } from '../../tickets/query.ts';
import { planNames } from '../../tickets/ticket-index.ts';
import { metricOf } from '../../tickets/verdict.ts';
import type { TicketsState } from './tickets-state.ts';

/** Why a list is empty, which is often the best that can be said of a plan; and which keys lead on from there. */
export function emptyListRows(state: ReadyState, tickets: TicketsState): readonly Row[] {
  const { outcome } = state.model;
  if (outcome.tickets.count === 0) return paragraph(state, ['There are no tickets in this stream.']);
  const { draft, query, given } = tickets;
  if (draft !== null && draft.trim() !== '')
    return paragraph(state, [`No ticket matches \`${draft.trim()}\`.`]);
  const closest = closestQuery(state, tickets);
  const keys: readonly (readonly [key: string, does: string] | null)[] = [
    closest === null
      ? null
      : ['Enter', 'shows the tightest ones: those that came nearest to their deadlines'],
    query.filters.length > given ? ['Esc', 'takes off the last filter'] : ['Esc', 'goes back'],
    ['a', 'shows all tickets'],
  ];
  return [
    ...paragraph(state, reasons(outcome, state, query)),
    line(''),
    ...keys.flatMap((one) => (one === null ? [] : [[run(`   ${one[0].padEnd(6)}`, 'accent'), run(one[1])]])),
  ];
}

/**
 * In place of a list of misses without one: the same tickets without that filter, those nearest to their deadlines first;
 * null where the list is empty for another reason, or where no deadline was kept either.
 */
export function closestQuery(state: ReadyState, { query, rows }: TicketsState): TicketQuery | null {
  const { outcome, wallClock } = state.model;
  const verdict = missedFilterOf(outcome, query);
  if (rows.length > 0 || verdict === null) return null;
  const filters = query.filters.filter((filter) => filter !== verdict.filter);
  const sort = { by: 'late', plan: verdict.plan, descending: true } as const;
  const closest: TicketQuery = { ...query, filters, sort };
  const met = STATUSES.indexOf('met');
  const plans = verdict.plan === null ? outcome.plans.map((_, plan) => plan) : [verdict.plan];
  const columns = plans.flatMap((plan) => metricOf(outcome, plan, query.metric)?.status ?? []);
  const isKept = (ticket: number): boolean => columns.some((statuses) => statuses[ticket] === met);
  return selectTickets(outcome, closest, wallClock).some(isKept) ? closest : null;
}

/** The filter that asks for misses, and the place of its plan; null for any plan. */
function missedFilterOf(
  outcome: Outcome,
  query: TicketQuery,
): { readonly filter: string; readonly plan: number | null } | null {
  for (const filter of query.filters) {
    if (filter === 'missed') return { filter, plan: null };
    const plan = outcome.plans.findIndex((_, place) => missedFilter(outcome, place) === filter);
    if (plan !== -1) return { filter, plan };
  }
  return null;
}

function reasons(outcome: Outcome, state: ReadyState, query: TicketQuery): readonly string[] {
  const verdict = missedFilterOf(outcome, query);
  const without = (filter: string): Int32Array => {
    const filters = query.filters.filter((one) => one !== filter);
    return selectTickets(outcome, { ...query, filters }, state.model.wallClock);
  };
  const names = planNames(outcome);
  if (verdict !== null) {
    const rest = without(verdict.filter);
    if (rest.length > 0) {
      const plans = verdict.plan === null ? outcome.plans.map((_, place) => place) : [verdict.plan];
      return plans.map((plan) => keptSentence(outcome, plan, names[plan] ?? '', query.metric, rest));
    }
  } else if (query.filters.includes('differ') && without('differ').length > 0) {
    return [
      `The plans do not differ in ${query.metric} on any of these tickets: none is kept under one plan and missed under another.`,
    ];
  }
  return [
    query.filters.length === 1
      ? `No ticket passes the filter \`${query.filters[0] ?? ''}\`.`
      : 'No ticket passes all of these filters.',
  ];
}

/** `Gold kept respond for all 312 tickets`, and what became of those that are not judged. */
function keptSentence(
  outcome: Outcome,
  plan: number,
  name: string,
  metric: string,
  rows: Int32Array,
): string {
  const statuses = metricOf(outcome, plan, metric)?.status;
  if (statuses === undefined) return `${name} promises no ${metric}, so that none can be missed.`;
  const counts = new Map<Status, number>();
  for (const row of rows) {
    const status = STATUSES[statuses[row] ?? -1] ?? 'unmeasured';
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const met = counts.get('met') ?? 0;
  const others = [...counts]
    .filter(([status]) => status !== 'met')
    .sort(([, one], [, other]) => other - one)
    .map(([status, count]) => `${countText(count)} ${status}`);
  const many = rows.length === 1 ? 'the one ticket' : `all ${ofTickets(rows.length)}`;
  if (met === rows.length) return `${name} missed none: it kept ${metric} for ${many}.`;
  if (met === 0) return `${name} missed none, since nothing is judged: ${others.join(', ')}.`;
  return `${name} missed none: it kept ${metric} for ${countText(met)} of ${ofTickets(rows.length)}; the others: ${others.join(', ')}.`;
}

function ofTickets(count: number): string {
  return `${countText(count)} ${count === 1 ? 'ticket' : 'tickets'}`;
}

function paragraph({ size }: ReadyState, sentences: readonly string[]): readonly Row[] {
  return [
    line(''),
    ...sentences.flatMap((sentence) =>
      wrap(sentence, size.columns - 4).map((part) => line(`   ${part}`, 'strong')),
    ),
  ];
}
