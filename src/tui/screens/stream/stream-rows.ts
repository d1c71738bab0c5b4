import { isPending } from '../../is-pending.ts';
import type { ReadyState } from '../../state/state.ts';
import { countPerPart, countUpTo } from '../../tape/count-up-to.ts';
import { tallyAt } from '../../tape/tape.ts';
import { countText, shareText } from '../../text/figures.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { cells, fitRow, line, run, spread } from '../../text/row.ts';
import type { Row } from '../../text/row.ts';
import { fit } from '../../text/width.ts';
import { hasDesk } from '../../tickets/has-desk.ts';
import { bar } from '../../widgets/bar/bar.ts';
import { plansWords } from '../../widgets/plan-window/plan-window.ts';
import { sparkline } from '../../widgets/sparkline/sparkline.ts';
import { longTime } from '../tickets/ticket-cells.ts';
import { WORKED_OUT } from '../worked-out.ts';
import type { StreamState } from './stream-state.ts';
import { arrivedRows } from './arrived-rows.ts';
import { dayRows } from './day-rows.ts';
import { speeds } from './speeds.ts';
import { plansInSight } from './stream-layout.ts';

const NONE = new Float64Array(0);

/** Cells of the first column: a plan's name and a word before it. */
function labelWidthOf(columns: number): number {
  return columns >= 120 ? 24 : 17;
}

/** The stream at a moment: clock, axis, what each plan has kept and missed so far, and the tickets around the focus. */
export function streamScreenRows(state: ReadyState, stream: StreamState, glyphs: Glyphs): readonly Row[] {
  const { columns } = state.size;
  if (stream.tape.order.length === 0) return emptyRows(state, stream).map((row) => fitRow(row, columns));
  return [
    clockRow(state, stream, glyphs),
    ...axisRows(state, stream, glyphs),
    ...counterRows(state, stream, glyphs),
    ...(hasDesk(state.model) ? [deskRow(state, stream)] : []),
    ...dayRows(state, stream, labelWidthOf(columns), glyphs),
    ...arrivedRows(state, stream, glyphs),
  ].map((row) => fitRow(row, columns));
}

/** A run in which nothing happens has no time either. */
function emptyRows({ model: { outcome, summary } }: ReadyState, { tape }: StreamState): readonly Row[] {
  const isOneOfMany = summary.runs > 1 && outcome.tickets.count > 0;
  const said = isOneOfMany
    ? `No ticket came in run ${String(tape.run + 1)} of ${String(summary.runs)}: ] goes to the next one.`
    : 'There are no tickets in this stream.';
  return [line(''), line(`   ${said}`, 'strong')];
}

function clockRow(state: ReadyState, stream: StreamState, glyphs: Glyphs): Row {
  const { wallClock, summary } = state.model;
  const mark = stream.playing ? glyphs.playing : glyphs.paused;
  const speed = speeds[stream.speed]?.words ?? '';
  const time = ` ${longTime(wallClock, Math.floor(stream.now / 1000) * 1000).slice(0, 20)}`;
  const runs = summary.runs > 1 ? `run ${String(stream.tape.run + 1)} of ${String(summary.runs)}` : '';
  const doing = run(
    `  ${mark} ${stream.playing ? 'playing' : 'paused'}, ${speed}`,
    stream.playing ? 'good' : 'warn',
  );
  const zone = ` ${wallClock.zone}`;
  // Where there is no room the zone is what can be done without: it stands in the head too.
  const left =
    state.size.columns < 80
      ? [run(time, 'strong'), doing, run(`  ${zone}`, 'dim')]
      : [run(time + zone, 'strong'), doing];
  return spread(left, [run(`${runs} `, 'dim')], state.size.columns);
}

/** The span of the run with the moment on it, when tickets arrived, and when each plan missed. */
function axisRows(state: ReadyState, stream: StreamState, glyphs: Glyphs): readonly Row[] {
  const { tape, now } = stream;
  const labelWidth = labelWidthOf(state.size.columns);
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
  const shown = plansInSight(state);
  const misses = shown.map((plan) =>
    countPerPart(tape.plans[plan]?.missed ?? NONE, tape.from, tape.to, width),
  );
  // One scale for all plans, so that the lines compare; what has not come yet is not told.
  const largest = Math.max(1, ...misses.flat());
  const missRows = misses.map((counts, place): Row => [
    run(
      `${fit(` missed ${state.model.summary.plans[shown[place] ?? 0]?.name ?? ''}`, labelWidth - 1)} `,
      'dim',
    ),
    run(sparkline(counts.slice(0, at + 1), glyphs, largest), 'bad'),
  ]);
  return [axis, arrivals, ...missRows];
}

function dateOf(state: ReadyState, at: number): string {
  return state.model.wallClock.read(at).date;
}

function counterRows(state: ReadyState, stream: StreamState, glyphs: Glyphs): readonly Row[] {
  const { tape, now } = stream;
  const labelWidth = labelWidthOf(state.size.columns);
  const arrived = countUpTo(tape.opened, now);
  const barWidth = Math.max(3, Math.min(40, state.size.columns - labelWidth - 40));
  const head = cells([
    { text: ` ${tape.metric} so far`, width: labelWidth - 1, tone: 'strong' },
    { text: `${countText(arrived)} of ${countText(tape.order.length)} tickets arrived`, width: 36 },
  ]);
  const shown = plansInSight(state);
  const rows = shown.flatMap((place) => {
    const plan = tape.plans[place];
    if (plan === undefined) return [];
    const { met, missed } = tallyAt(plan, now);
    const judged = met + missed;
    return [
      cells([
        {
          text: `${place === stream.plan ? glyphs.cursor : ' '}${state.model.summary.plans[place]?.name ?? ''}`,
          width: labelWidth - 1,
        },
        { text: judged === 0 ? 'none yet' : shareText(met, judged), width: 8, align: 'right' },
        { text: judged === 0 ? '' : bar(met / judged, barWidth, glyphs), width: barWidth, tone: 'good' },
        { text: `${countText(met)} met`, width: 13, align: 'right' },
        {
          text: `${countText(missed)} missed`,
          width: 14,
          align: 'right',
          tone: missed > 0 ? 'bad' : 'plain',
        },
      ]),
    ];
  });
  const out = [run(plansWords(shown, tape.plans.length, 'short'), 'accent')];
  return [spread(head, out, state.size.columns), ...rows];
}

/** Who is busy at the desk now, under the chosen plan, and how many tickets wait for it and for the customer. */
function deskRow({ model, size }: ReadyState, { tape, now, plan }: StreamState): Row {
  const moment = model.arriving === null ? model.desk(plan, tape.run, now) : null;
  if (moment === null) return [];
  const head = run(
    `${fit(` desk, ${model.summary.plans[plan]?.name ?? ''}`, labelWidthOf(size.columns) - 1)} `,
    'dim',
  );
  if (isPending(moment)) return [head, run(WORKED_OUT, 'dim')];
  const teams = moment.teams.map(
    ({ name, agents, busy, isOpen }) =>
      `${name} ${countText(busy)}/${countText(agents)}${isOpen ? '' : ' (off)'}`,
  );
  const tickets = `${countText(moment.inLine)} in line, ${countText(moment.waiting)} wait`;
  return [head, run(fit(`${tickets}; busy ${teams.join(', ')}`, size.columns - labelWidthOf(size.columns)))];
}
