import type { Stretch } from '../../model.ts';
import type { ReadyState } from '../../state/state.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { cells, fitRow, line, run, spread } from '../../text/row.ts';
import type { Row } from '../../text/row.ts';
import { fit } from '../../text/width.ts';
import { statusTone, verdictOf, verdictText } from '../../tickets/verdict.ts';
import { timelineRow } from '../../widgets/timeline/timeline.ts';
import { longTime, regionName, severityName, shortTime, ticketId } from '../tickets/ticket-cells.ts';
import { accountingHeight, accountingOf, rowsPerStretch } from './ticket-state.ts';
import type { TicketState } from './ticket-state.ts';

/** One ticket: who it is, its promise on a timeline under each plan, and how the chosen plan's deadline came about. */
export function ticketScreenRows(state: ReadyState, ticket: TicketState, glyphs: Glyphs): readonly Row[] {
  const { columns } = state.size;
  const rows = [
    ...headRows(state, ticket),
    ...timelineRows(state, ticket, glyphs),
    legendRow(glyphs),
    line(glyphs.rule.repeat(columns), 'dim'),
    ...accountingRows(state, ticket, glyphs),
  ];
  return rows.map((row) => fitRow(row, columns));
}

function headRows(state: ReadyState, { ticket, metric }: TicketState): readonly Row[] {
  const { outcome, wallClock } = state.model;
  const { plan, tickets } = outcome;
  const severity = plan.severities[tickets.severity[ticket] ?? -1];
  const facts = [
    severityName(outcome, ticket),
    regionName(outcome, ticket),
    plan.channels[tickets.channel[ticket] ?? -1]?.name ?? '',
    plan.types[tickets.type[ticket] ?? -1]?.name ?? '',
  ].filter((fact) => fact !== '');
  const title = spread(
    [run(` ${ticketId(outcome, ticket)}`, 'strong'), run(`  ${facts.join(', ')}`)],
    severity === undefined || severity.text === '' ? [] : [run(`${severity.text} `, 'dim')],
    state.size.columns,
  );
  const opened = longTime(wallClock, tickets.opened[ticket] ?? 0);
  return [title, [run(` ${metric}`, 'accent'), run(`: opened ${opened} ${wallClock.zone}`)]];
}

function timelineRows(
  state: ReadyState,
  { ticket, metric, plan: chosen }: TicketState,
  glyphs: Glyphs,
): readonly Row[] {
  const { model, size } = state;
  const { outcome, wallClock } = model;
  const verdicts = outcome.plans.map((_, plan) => verdictOf(outcome, plan, metric, ticket));
  const from = outcome.tickets.opened[ticket] ?? 0;
  const to = Math.max(from + 1, ...verdicts.flatMap((one) => [one?.due ?? from, one?.stopped ?? from]));
  const nameWidth = size.columns >= 120 ? 18 : 13;
  const verdictWidth = size.columns >= 80 ? 28 : 22;
  const width = Math.max(1, size.columns - nameWidth - verdictWidth - 2);
  const timeOf = (at: number): string => (width >= 40 ? longTime(wallClock, at) : shortTime(wallClock, at));
  const axis = spread(
    [run(`${' '.repeat(nameWidth)}${timeOf(from)}`, 'dim')],
    [run(`${timeOf(to)}${' '.repeat(verdictWidth + 2)}`, 'dim')],
    size.columns,
  );
  const rows = verdicts.map((verdict, plan): Row => {
    const current = plan === chosen;
    const accounting = accountingOf(model, plan, metric, ticket);
    const name = `${current ? glyphs.cursor : ' '}${model.summary.plans[plan]?.name ?? ''}`;
    const met = verdict?.status === 'met';
    const stopped = verdict?.stopped ?? null;
    return [
      run(`${fit(name, nameWidth - 1)} `, current ? 'strong' : 'plain'),
      ...timelineRow(
        {
          from,
          to,
          due: verdict?.due ?? null,
          stopped: stopped === null ? null : { at: stopped, met },
          stretches: accounting.kind === 'accounted' ? accounting.stretches : [],
        },
        width,
        glyphs,
      ),
      run(`  ${fit(verdictText(verdict), verdictWidth)}`, statusTone(verdict?.status ?? null)),
    ];
  });
  return [axis, ...rows];
}

function legendRow(glyphs: Glyphs): Row {
  const { opened, counted, notCounted, due, met, missed } = glyphs;
  return line(
    ` ${opened} opened  ${counted} counts  ${notCounted} does not  ${due} due  ${met} stopped in time  ${missed} too late`,
    'dim',
  );
}

function accountingRows(state: ReadyState, ticket: TicketState, glyphs: Glyphs): readonly Row[] {
  const { model, size } = state;
  const { outcome, summary, wallClock } = model;
  const accounting = accountingOf(model, ticket.plan, ticket.metric, ticket.ticket);
  const name = summary.plans[ticket.plan]?.name ?? '';
  if (accounting.kind === 'unaccounted') {
    return [[run(` ${name}, ${ticket.metric}`, 'strong')], line(`   ${accounting.reason}`)];
  }
  const height = accountingHeight(state);
  const rows = accounting.stretches.flatMap((stretch) => stretchRows(state, stretch, glyphs));
  const shown = rows.slice(ticket.top, ticket.top + height);
  const verdict = verdictOf(outcome, ticket.plan, ticket.metric, ticket.ticket);
  const dueAt = verdict?.due ?? null;
  const due = dueAt === null ? '' : `, due ${longTime(wallClock, dueAt)}`;
  const position =
    rows.length > height
      ? `${String(ticket.top + 1)}-${String(ticket.top + shown.length)} of ${String(rows.length)} `
      : '';
  return [
    spread(
      [
        run(` ${name}, ${ticket.metric}: `, 'strong'),
        run(`${accounting.promise}${due}`),
        run(`  ${accounting.place}`, 'dim'),
      ],
      [run(position, 'dim')],
      size.columns,
    ),
    ...shown,
  ];
}

/** Widths of a stretch's columns: the times as long as there is room, the amounts whole where they can be. */
function stretchWidths(columns: number): {
  readonly from: number;
  readonly to: number;
  readonly amount: number;
} {
  if (columns >= 140) return { from: 26, to: 21, amount: 18 };
  return columns >= 80 ? { from: 21, to: 17, amount: 18 } : { from: 14, to: 14, amount: 13 };
}

function stretchRows(state: ReadyState, stretch: Stretch, glyphs: Glyphs): readonly Row[] {
  const { wallClock } = state.model;
  const { columns } = state.size;
  const widths = stretchWidths(columns);
  const tone = stretch.counted ? 'plain' : 'dim';
  const mark = stretch.counted ? glyphs.counted : glyphs.notCounted;
  // From `Mon 2016-03-14 10:42:05` down to `03-14 10:42`: the year stands above, the day of the end tells itself.
  const timeIn = (at: number, width: number): string => {
    const long = longTime(wallClock, at);
    if (width >= 23) return long;
    if (width >= 18) return long.replace(/\d{4}-/, '');
    return width >= 14 ? long.replace(/^\w+ \d{4}-/, '') : shortTime(wallClock, at);
  };
  const figures = cells([
    { text: ` ${mark} ${timeIn(stretch.from, widths.from - 3)}`, width: widths.from, tone },
    { text: `to ${timeIn(stretch.to, widths.to - 3)}`, width: widths.to, tone },
    {
      text: stretch.counted ? `+ ${stretch.amount}` : 'not counted',
      width: widths.amount,
      align: 'right',
      tone,
    },
  ]);
  const sum = cells([
    { text: stretch.counted ? `= ${stretch.sum}` : '', width: widths.amount, align: 'right', tone: 'strong' },
  ]);
  const place = stretch.place ?? '';
  if (rowsPerStretch(state) === 1) {
    return [spread([...figures, ...sum, run(stretch.reason, tone)], [run(`${place} `, 'dim')], columns)];
  }
  const reason: Row = [
    run(`     ${stretch.reason}`, tone),
    ...(place === '' ? [] : [run(`  ${place}`, 'dim')]),
  ];
  return [[...figures, ...sum], reason];
}
