import { STATUSES } from '../../../simulate/outcome.ts';
import type { ReadyState } from '../../state/state.ts';
import { countPerPart, countUpTo } from '../../tape/count-up-to.ts';
import { tallyAt, verdictInstant } from '../../tape/tape.ts';
import { countText, shareText } from '../../text/figures.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { cells, fitRow, highlight, line, run, spread } from '../../text/row.ts';
import type { Cell, Row, Tone } from '../../text/row.ts';
import { fit } from '../../text/width.ts';
import { metricOf, statusTone } from '../../tickets/verdict.ts';
import { bar } from '../../widgets/bar/bar.ts';
import { planWindow } from '../../widgets/plan-window/plan-window.ts';
import { sparkline } from '../../widgets/sparkline/sparkline.ts';
import { longTime, regionName, severityName, shortTime, ticketId } from '../tickets/ticket-cells.ts';
import { streamRows } from './stream-layout.ts';
import { focusOf } from './stream-state.ts';
import type { StreamState } from './stream-state.ts';
import { speeds } from './speeds.ts';

const labelWidth = 17;

/** The stream at a moment: clock, axis, what each plan has kept and missed so far, and the tickets around the focus. */
export function streamScreenRows(state: ReadyState, stream: StreamState, glyphs: Glyphs): readonly Row[] {
  const { columns } = state.size;
  return [
    clockRow(state, stream, glyphs),
    ...axisRows(state, stream, glyphs),
    ...counterRows(state, stream, glyphs),
    ...ticketRows(state, stream, glyphs),
  ].map((row) => fitRow(row, columns));
}

function clockRow(state: ReadyState, stream: StreamState, glyphs: Glyphs): Row {
  const { wallClock, summary } = state.model;
  const mark = stream.playing ? glyphs.playing : glyphs.paused;
  const speed = speeds[stream.speed]?.words ?? '';
  const clock = run(
    ` ${longTime(wallClock, Math.floor(stream.now / 1000) * 1000).slice(0, 20)} ${wallClock.zone}`,
    'strong',
  );
  const runs = summary.runs > 1 ? `run ${String(stream.tape.run + 1)} of ${String(summary.runs)}` : '';
  const doing = run(
    `  ${mark} ${stream.playing ? 'playing' : 'paused'}, ${speed}`,
    stream.playing ? 'good' : 'warn',
  );
  return spread([clock, doing], [run(`${runs} `, 'dim')], state.size.columns);
}

/** The span of the run with the moment on it, when tickets arrived, and when each plan missed. */
function axisRows(state: ReadyState, stream: StreamState, glyphs: Glyphs): readonly Row[] {
  const { tape, now } = stream;
  const end = dateOf(state, tape.to);
  const width = Math.max(1, state.size.columns - labelWidth - end.length - 2);
  const span = tape.to - tape.from;
  const at = span <= 0 ? 0 : Math.min(width - 1, Math.floor(((now - tape.from) / span) * width));
  const axis: Row = [
    run(fit(` ${dateOf(state, tape.from)}`, labelWidth), 'dim'),
    run(glyphs.passed.repeat(at), 'accent'),
    run(glyphs.playhead, 'strong'),
    run(glyphs.ahead.repeat(width - at - 1), 'dim'),
    run(` ${end}`, 'dim'),
  ];
  const arrivals: Row = [
    run(fit(' arrivals', labelWidth), 'dim'),
    run(sparkline(countPerPart(tape.opened, tape.from, tape.to, width), glyphs), 'accent'),
  ];
  const misses = tape.plans.map((plan) => countPerPart(plan.missed, tape.from, tape.to, width));
  // One scale for all plans, so that the lines compare; what has not come yet is not told.
  const largest = Math.max(1, ...misses.flat());
  const missRows = misses.map((counts, plan): Row => [
    run(`${fit(` missed ${state.model.summary.plans[plan]?.name ?? ''}`, labelWidth - 1)} `, 'dim'),
    run(sparkline(counts.slice(0, at + 1), glyphs, largest), 'bad'),
  ]);
  return [axis, arrivals, ...missRows];
}

function dateOf(state: ReadyState, at: number): string {
  return state.model.wallClock.read(at).date;
}

function counterRows(state: ReadyState, stream: StreamState, glyphs: Glyphs): readonly Row[] {
  const { tape, now } = stream;
  const arrived = countUpTo(tape.opened, now);
  const barWidth = Math.max(3, Math.min(40, state.size.columns - labelWidth - 40));
  const head = cells([
    { text: ` ${tape.metric} so far`, width: labelWidth - 1, tone: 'strong' },
    { text: `${countText(arrived)} of ${countText(tape.order.length)} tickets arrived`, width: 50 },
  ]);
  const rows = tape.plans.map((plan, place) => {
    const { met, missed } = tallyAt(plan, now);
    const judged = met + missed;
    return cells([
      { text: ` ${state.model.summary.plans[place]?.name ?? ''}`, width: labelWidth - 1 },
      { text: judged === 0 ? 'none yet' : shareText(met, judged), width: 8, align: 'right' },
      { text: judged === 0 ? '' : bar(met / judged, barWidth, glyphs), width: barWidth, tone: 'good' },
      { text: `${countText(met)} met`, width: 13, align: 'right' },
      { text: `${countText(missed)} missed`, width: 14, align: 'right', tone: missed > 0 ? 'bad' : 'plain' },
    ]);
  });
  return [head, ...rows];
}

/** Tickets in the order of opening, those that have arrived; each with what is known of it now under each plan. */
function ticketRows(state: ReadyState, stream: StreamState, glyphs: Glyphs): readonly Row[] {
  const { outcome, summary, wallClock } = state.model;
  const { columns } = state.size;
  const { tape } = stream;
  const height = streamRows(state);
  const focus = focusOf(stream);
  const arrived = countUpTo(tape.opened, stream.now);
  // Followed, the focus is the last row; pointed at, it stands in the middle with its neighbours around it.
  const last = stream.focus === null ? focus : Math.min(arrived - 1, focus + Math.floor(height / 2));
  const first = Math.max(0, Math.min(last - height + 1, arrived - height));
  const idWidth = columns >= 120 ? 16 : 11;
  const severityWidth = columns >= 80 ? 9 : 6;
  const shown = planWindow(
    outcome.plans.length,
    stream.plan,
    columns - 12 - idWidth - severityWidth - 12,
    14,
  );
  const head = cells([
    { text: ' opened', width: 12, tone: 'dim' },
    { text: 'ticket', width: idWidth, tone: 'dim' },
    { text: 'severity', width: severityWidth, tone: 'dim' },
    { text: 'region', width: 7, tone: 'dim' },
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
        width: 12,
      },
      { text: ticketId(outcome, ticket), width: idWidth },
      { text: severityName(outcome, ticket), width: severityWidth },
      { text: regionName(outcome, ticket), width: 7 },
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
