import type { ReadyState } from '../../state/state.ts';
import { countText } from '../../text/figures.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { cells, fitRow, highlight, run, spread } from '../../text/row.ts';
import type { Cell, Row } from '../../text/row.ts';
import { statusTone, verdictOf, shortVerdictText, verdictText } from '../../tickets/verdict.ts';
import { textWidth } from '../../text/width.ts';
import { planNames } from '../../tickets/ticket-index.ts';
import type { SortColumn, TicketSort } from '../../tickets/ticket-sort.ts';
import { listPosition } from '../../widgets/list/list.ts';
import { planWindow } from '../../widgets/plan-window/plan-window.ts';
import { emptyListRows } from './empty-list.ts';
import { regionName, severityName, shortTime, ticketId } from './ticket-cells.ts';
import { ticketsHeight } from './tickets-height.ts';
import type { TicketsState } from './tickets-state.ts';

/** The list of tickets: what it shows, the heads of its columns, and the rows in sight. Nothing else is made. */
export function ticketsRows(state: ReadyState, tickets: TicketsState, glyphs: Glyphs): readonly Row[] {
  const { outcome, summary, wallClock } = state.model;
  const { columns } = state.size;
  const height = ticketsHeight(state);
  const regions = outcome.plan.regions.length > 0;
  const widest = (names: readonly { readonly name: string }[], least: number, most: number): number =>
    Math.min(most, Math.max(least, ...names.map(({ name }) => textWidth(name))));
  const wide = columns >= 120;
  const fixed = {
    opened: 12,
    id: wide ? 18 : 11,
    severity: widest(outcome.plan.severities, 8, wide ? 16 : 10),
    region: regions ? widest(outcome.plan.regions, 6, wide ? 16 : 8) : 0,
  };
  const used = fixed.opened + fixed.id + fixed.severity + fixed.region + (regions ? 4 : 3);
  const shown = planWindow(outcome.plans.length, tickets.plan, columns - used, 12);
  const { sort } = tickets.query;
  const arrow = sort.descending ? 'v' : '^';
  const sorted = (by: SortColumn, text: string): string => (sort.by === by ? `${text} ${arrow}` : text);
  const head = cells([
    { text: sorted('opened', ' opened'), width: fixed.opened, tone: 'dim' },
    { text: sorted('id', 'ticket'), width: fixed.id, tone: 'dim' },
    { text: sorted('severity', 'severity'), width: fixed.severity, tone: 'dim' },
    { text: sorted('region', 'region'), width: fixed.region, tone: 'dim' },
    ...shown.plans.map((plan): Cell => ({
      text: `${summary.plans[plan]?.name ?? ''}${sort.plan === plan ? ` ${sort.by} ${arrow}` : ''}`,
      width: shown.width - 1,
      tone: 'strong',
    })),
  ]);
  const body = Array.from(
    tickets.rows.subarray(tickets.list.top, tickets.list.top + height),
    (ticket, place) => {
      const current = tickets.list.top + place === tickets.list.at;
      const row = cells([
        {
          text: `${current ? glyphs.cursor : ' '}${shortTime(wallClock, outcome.tickets.opened[ticket] ?? 0)}`,
          width: fixed.opened,
        },
        { text: ticketId(outcome, ticket), width: fixed.id },
        { text: severityName(outcome, ticket), width: fixed.severity },
        { text: regionName(outcome, ticket), width: fixed.region },
        ...shown.plans.map((plan): Cell => {
          const verdict = verdictOf(outcome, plan, tickets.query.metric, ticket);
          return {
            text: shown.width >= 24 ? verdictText(verdict) : shortVerdictText(verdict, glyphs),
            width: shown.width - 1,
            tone: statusTone(verdict?.status ?? null),
          };
        }),
      ]);
      return current ? highlight(fitRow(row, columns)) : row;
    },
  );
  const { query } = tickets;
  const title: Row = [
    run(` ${query.metric}`, 'accent'),
    run(`, ${sortWords(state, sort)}`),
    run(tickets.search === '' ? '' : `, n finds \`${tickets.search}\``, 'dim'),
  ];
  const right = [run(`${listPosition(tickets.list, tickets.rows.length, height)} `, 'dim')];
  const listed = tickets.rows.length > 0 ? body : emptyListRows(state, tickets).slice(0, height);
  return [spread(title, right, columns), filterRow(state, tickets), head, ...listed].map((row) =>
    fitRow(row, columns),
  );
}

/** The stack of filters, the last of them first to go: `severity:S1 | missed:Premium`. */
function filterRow(state: ReadyState, { query, draft }: TicketsState): Row {
  const filters = [...query.filters, ...(draft === null || draft.trim() === '' ? [] : [draft])];
  const { count } = state.model.outcome.tickets;
  if (filters.length === 0) return [run(` all ${countText(count)} tickets`, 'dim')];
  return [
    run(' filter ', 'dim'),
    ...filters.map((text, place) => run(place === 0 ? text : ` | ${text}`, 'strong')),
  ];
}

/** `by opening`, `longest wait first`, `by lateness under Premium`. */
function sortWords(state: ReadyState, { by, plan, descending }: TicketSort): string {
  const under = plan === null ? '' : ` under ${planNames(state.model.outcome)[plan] ?? ''}`;
  switch (by) {
    case 'wait':
      return `${descending ? 'longest' : 'shortest'} wait first${under}`;
    case 'late':
      return `${descending ? 'latest' : 'earliest'} against the deadline first${under}`;
    case 'opened':
    case 'id':
    case 'severity':
    case 'region':
      return `by ${by}${descending ? ', last first' : ''}`;
  }
}

/** How many tickets a list holds of how many there are, for the prompt of its filter. */
export function foundText(state: ReadyState): string {
  return `${countText(state.tickets?.rows.length ?? 0)} of ${countText(state.model.outcome.tickets.count)} tickets`;
}
