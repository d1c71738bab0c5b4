import { isPending } from '../../is-pending.ts';
import type { ReadyState } from '../../state/state.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { fitRow, line, run, spread } from '../../text/row.ts';
import type { Row, Tone } from '../../text/row.ts';
import { fit } from '../../text/width.ts';
import { hasDesk } from '../../tickets/has-desk.ts';
import { statusTone, verdictOf, verdictText } from '../../tickets/verdict.ts';
import { laneRow } from '../../widgets/lane/lane.ts';
import { listPosition } from '../../widgets/list/list.ts';
import { plansWords } from '../../widgets/plan-window/plan-window.ts';
import { timelineRow } from '../../widgets/timeline/timeline.ts';
import { longTime, regionName, severityName, shortTime, ticketId } from '../tickets/ticket-cells.ts';
import { WORKED_OUT } from '../worked-out.ts';
import { accountingOf, happeningsOf } from './ticket-answers.ts';
import { ticketSections } from './ticket-sections.ts';
import { pageHeight, plansInSight } from './ticket-state.ts';
import type { TicketState } from './ticket-state.ts';

/** One ticket: who it is, its promise on a timeline under each plan, and how the chosen plan's deadline came about. */
export function ticketScreenRows(state: ReadyState, ticket: TicketState, glyphs: Glyphs): readonly Row[] {
  const { columns } = state.size;
  const page = ticketSections(state, ticket, glyphs).flatMap((section) => section.rows);
  const height = pageHeight(state);
  const position =
    page.length > height ? listPosition({ at: ticket.top, top: ticket.top }, page.length, height) : '';
  const rows = [
    ...headRows(state, ticket),
    ...timelineRows(state, ticket, glyphs),
    legendRow(columns, hasDesk(state.model), glyphs),
    ruleRow(columns, position, glyphs),
    ...page.slice(ticket.top, ticket.top + height),
  ];
  return rows.map((row) => fitRow(row, columns));
}

function headRows(state: ReadyState, { ticket, metric, plan: chosen }: TicketState): readonly Row[] {
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
  return [
    title,
    spread(
      [run(` ${metric}`, 'accent'), run(`: opened ${opened} ${wallClock.zone}`)],
      [run(plansWords(plansInSight(state, chosen), outcome.plans.length, 'short'), 'accent')],
      state.size.columns,
    ),
  ];
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
  const rows = plansInSight(state, chosen).map((plan): Row => {
    const verdict = verdicts[plan] ?? null;
    const current = plan === chosen;
    const accounting = accountingOf(model, plan, metric, ticket);
    const name = `${current ? glyphs.cursor : ' '}${model.summary.plans[plan]?.name ?? ''}`;
    const met = verdict?.status === 'met' ? true : verdict?.status === 'missed' ? false : null;
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
  if (!hasDesk(model)) return [axis, ...rows];
  const happened = [
    run(fit('  the desk', nameWidth), 'dim'),
    ...happenedRow(state, { ticket, plan: chosen }, { from, to }, width, glyphs),
  ];
  return [axis, ...rows, happened];
}

function legendRow(columns: number, atDesk: boolean, glyphs: Glyphs): Row {
  const { opened, counted, notCounted, due, met, missed, worked, held, inLine } = glyphs;
  const clock = ` ${opened} opened  ${counted} counts  ${notCounted} does not  ${due} due  ${met} in time  ${missed} late`;
  const desk = `  ${worked} worked on  ${held} waits for somebody  ${inLine} nobody`;
  return line(columns >= 120 && atDesk ? clock + desk : clock, 'dim');
}

function ruleRow(columns: number, position: string, glyphs: Glyphs): Row {
  const said = position === '' ? '' : ` ${position} `;
  return line(
    glyphs.rule.repeat(Math.max(0, columns - said.length - 2)) + said + glyphs.rule.repeat(2),
    'dim',
  );
}

/** What was done with the ticket meanwhile, on the axis of its promises. */
function happenedRow(
  state: ReadyState,
  { ticket, plan }: Pick<TicketState, 'ticket' | 'plan'>,
  axis: { readonly from: number; readonly to: number },
  width: number,
  glyphs: Glyphs,
): Row {
  const happenings = happeningsOf(state.model, plan, ticket);
  if (isPending(happenings)) return [run(fit(WORKED_OUT, width), 'dim')];
  const happened = happenings.filter(({ kind }) => kind !== 'event');
  const at = (instant: number): { readonly glyph: string; readonly tone: Tone } => {
    const kind = happened.findLast((each) => each.at <= instant)?.kind ?? 'idle';
    if (kind === 'worked') return { glyph: glyphs.worked, tone: 'good' };
    return { glyph: kind === 'waiting' ? glyphs.held : glyphs.inLine, tone: 'dim' };
  };
  return laneRow({ ...axis, at, marks: [] }, width);
}
