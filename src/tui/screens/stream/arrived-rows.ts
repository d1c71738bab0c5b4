import { STATUSES } from '../../../simulate/outcome.ts';
import type { ReadyState } from '../../state/state.ts';
import { countUpTo } from '../../tape/count-up-to.ts';
import { verdictInstant } from '../../tape/tape.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { cells, fitRow, highlight, line } from '../../text/row.ts';
import type { Cell, Row, Tone } from '../../text/row.ts';
import { metricOf, statusTone } from '../../tickets/verdict.ts';
import { planWindow } from '../../widgets/plan-window/plan-window.ts';
import { regionName, severityName, shortTime, ticketId } from '../tickets/ticket-cells.ts';
import { focusOf } from './focus-of.ts';
import { streamLayout } from './stream-layout.ts';
import type { StreamState } from './stream-state.ts';

const regionWidth = 7;
const leastPlan = 14;

/** Tickets in the order of opening, those that have arrived; each with what is known of it now under each plan. */
export function arrivedRows(state: ReadyState, stream: StreamState, glyphs: Glyphs): readonly Row[] {
  const { outcome, summary, wallClock } = state.model;
  const { columns } = state.size;
  const { tape } = stream;
  const height = streamLayout(state).list;
  const focus = focusOf(stream);
  const arrived = countUpTo(tape.opened, stream.now);
  // Followed, the focus is the last row; pointed at, it stands in the middle with its neighbours around it.
  const last = stream.focus === null ? focus : Math.min(arrived - 1, focus + Math.floor(height / 2));
  const first = Math.max(0, Math.min(last - height + 1, arrived - height));
  const widths = { opened: 12, id: columns >= 120 ? 16 : 11, severity: columns >= 80 ? 9 : 6 };
  const used = widths.opened + widths.id + widths.severity + 3;
  const beside = planWindow(outcome.plans.length, stream.plan, columns - used - regionWidth - 1, leastPlan);
  // The region gives way to a plan that would not fit.
  const hasRegions = outcome.plan.regions.length > 0;
  const region = hasRegions && beside.plans.length === outcome.plans.length ? regionWidth : 0;
  const shown =
    region > 0 ? beside : planWindow(outcome.plans.length, stream.plan, columns - used, leastPlan);
  const head = cells([
    { text: ' opened', width: widths.opened, tone: 'dim' },
    { text: 'ticket', width: widths.id, tone: 'dim' },
    { text: 'severity', width: widths.severity, tone: 'dim' },
    { text: 'region', width: region, tone: 'dim' },
    ...shown.plans.map((plan): Cell => ({
      text: summary.plans[plan]?.name ?? '',
      width: shown.width - 1,
      tone: 'strong',
    })),
  ]);
  if (arrived === 0) return [head, line(' no ticket has arrived')];
  const rows = Array.from(tape.order.subarray(first, first + height), (ticket, place) => {
    const current = first + place === focus;
    const row = cells([
      {
        text: `${current ? glyphs.cursor : ' '}${shortTime(wallClock, tape.opened[first + place] ?? 0)}`,
        width: widths.opened,
      },
      { text: ticketId(outcome, ticket), width: widths.id },
      { text: severityName(outcome, ticket), width: widths.severity },
      { text: regionName(outcome, ticket), width: region },
      ...shown.plans.map((plan): Cell => ({
        ...nowCell(state, stream, plan, ticket, shown.width - 1, glyphs),
        width: shown.width - 1,
      })),
    ]);
    return current ? highlight(fitRow(row, columns)) : row;
  }).slice(0, Math.max(0, arrived - first));
  return [head, ...rows];
}

/** `~ due 03-15 14:00` while it waits for that deadline, then what became of it; the word only where it has room. */
function nowCell(
  state: ReadyState,
  stream: StreamState,
  plan: number,
  ticket: number,
  width: number,
  glyphs: Glyphs,
): { readonly text: string; readonly tone: Tone } {
  const { outcome, wallClock } = state.model;
  const figures = metricOf(outcome, plan, stream.tape.metric);
  const status = STATUSES[figures?.status[ticket] ?? -1] ?? null;
  if (figures === null || status === null) return { text: 'not promised', tone: 'dim' };
  const marked = (mark: string, word: string, instant: number): string =>
    `${mark} ${width >= 20 ? `${word} ` : ''}${shortTime(wallClock, instant)}`;
  const at = verdictInstant(figures, ticket);
  const due = figures.due[ticket] ?? NaN;
  if (at <= stream.now) {
    const mark = status === 'met' ? glyphs.met : glyphs.missed;
    return { text: marked(mark, status, at), tone: statusTone(status) };
  }
  if (Number.isNaN(due)) return { text: status, tone: 'dim' };
  return { text: marked(glyphs.waiting, 'due', due), tone: 'warn' };
}
