import type { InstantMs } from '../../../time/types.ts';
import { isPending } from '../../is-pending.ts';
import type { CoverageDay, CoverageHours, Happening, HourCell } from '../../model.ts';
import type { ReadyState } from '../../state/state.ts';
import { countUpTo } from '../../tape/count-up-to.ts';
import { verdictInstant } from '../../tape/tape.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { run } from '../../text/row.ts';
import type { Row, Tone } from '../../text/row.ts';
import { fit } from '../../text/width.ts';
import { hasDesk } from '../../tickets/has-desk.ts';
import { metricOf } from '../../tickets/verdict.ts';
import { heatRow, hourRuler } from '../../widgets/heat-row/heat-row.ts';
import { laneRow } from '../../widgets/lane/lane.ts';
import { answer } from '../remembered-answers.ts';
import { happeningsOf } from '../ticket/ticket-answers.ts';
import { severityName, ticketId } from '../tickets/ticket-cells.ts';
import { hourLanes } from './hour-lanes.ts';
import { streamLayout } from './stream-layout.ts';
import type { StreamState } from './stream-state.ts';

const HOURS = 24;

/**
 * The date of the moment, hour by hour: when each plan counts, and below it the tickets that are about, each with what the desk
 * did with it up to now and when it is due. Empty where there is no room.
 */
export function dayRows(
  state: ReadyState,
  stream: StreamState,
  labelWidth: number,
  glyphs: Glyphs,
): readonly Row[] {
  const layout = streamLayout(state);
  if (layout.hours === 0) return [];
  const perHour = Math.max(1, Math.floor((state.size.columns - labelWidth - 1) / HOURS));
  const { wallClock } = state.model;
  const { date, weekday, time } = wallClock.read(stream.now);
  const ruler: Row = [
    run(fit(` ${weekday} ${date}`, labelWidth), 'strong'),
    run(hourRuler(perHour), 'dim'),
    run(` ${time.slice(0, 5)} `, 'accent'),
  ];
  const hours = hourLanes(state, stream)
    .slice(0, layout.hours)
    .map(({ label, hours: of, isOfFocus }): Row => [
      run(`${fit(` ${label}`, labelWidth - 1)} `, isOfFocus ? 'plain' : 'dim'),
      ...hoursRow(state, stream, of, date, perHour, glyphs),
    ]);
  if (layout.tickets === 0) return [ruler, ...hours];
  const about = ticketsAbout(state, stream, date).slice(0, layout.tickets);
  const rows = about.map((ticket) => ticketRow(state, stream, ticket, date, labelWidth, perHour, glyphs));
  return [
    ruler,
    ...hours,
    ...rows,
    ...Array.from({ length: layout.tickets - rows.length }, (): Row => []),
    legend(labelWidth, hasDesk(state.model), glyphs),
  ];
}

function legend(labelWidth: number, atDesk: boolean, glyphs: Glyphs): Row {
  const { opened, inLine, worked, held, due, met, missed } = glyphs;
  const words = [
    [opened, 'opened'],
    ...(atDesk
      ? [
          [inLine, 'in line'],
          [worked, 'worked on'],
          [held, 'waits'],
        ]
      : [[inLine, 'not stopped yet']]),
    [due, 'due'],
    [met, 'met'],
    [missed, 'missed'],
  ];
  return [run(`${' '.repeat(labelWidth)}${words.map((pair) => pair.join(' ')).join('   ')}`, 'dim')];
}

/** The hours of the date in which it counts. */
function hoursRow(
  { model }: ReadyState,
  stream: StreamState,
  counted: CoverageHours,
  date: string,
  perHour: number,
  glyphs: Glyphs,
): Row {
  const { coverage, wallClock } = model;
  if (counted.kind === 'round the clock') {
    return heatRow(
      Array.from({ length: HOURS }, () => OPEN),
      perHour,
      glyphs,
    );
  }
  if (counted.kind !== 'calendar') return [run(counted.words, 'dim')];
  const { calendar } = counted;
  const { zone } = wallClock;
  const monday = coverage.mondayOf(stream.now, zone);
  const week = answer(model, `week ${String(calendar)} ${zone} ${monday}`, () =>
    coverage.week(calendar, zone, monday),
  );
  if (typeof week === 'string') return [run(week, 'dim')];
  const day = week.find((each: CoverageDay) => each.date === date);
  return day === undefined ? [] : heatRow(day.hours, perHour, glyphs);
}

const OPEN: HourCell = { open: 'open', limited: false, clock: 'usual' };

/** Tickets of which the date knows something: opened on it, decided on it, or not yet decided; the latest first. */
function ticketsAbout({ model }: ReadyState, stream: StreamState, date: string): readonly number[] {
  const { tape, now, plan } = stream;
  const figures = metricOf(model.outcome, plan, tape.metric);
  const about: number[] = [];
  for (let place = countUpTo(tape.opened, now) - 1; place >= 0 && about.length < MOST_LANES; place -= 1) {
    const ticket = tape.order[place] as number;
    const at = figures === null ? NaN : verdictInstant(figures, ticket);
    const isOpenedToday = model.wallClock.read(tape.opened[place] as number).date === date;
    const isDecidedToday = at <= now && model.wallClock.read(at).date === date;
    if (isOpenedToday || isDecidedToday || at > now) about.push(ticket);
    // What was decided long ago is behind it; nothing far back is looked through.
    if (tape.opened[place]! < now - LOOK_BACK_MS) break;
  }
  return about;
}

const MOST_LANES = 24;
const LOOK_BACK_MS = 14 * 86_400_000;

function ticketRow(
  { model }: ReadyState,
  stream: StreamState,
  ticket: number,
  date: string,
  labelWidth: number,
  perHour: number,
  glyphs: Glyphs,
): Row {
  const { outcome } = model;
  const { now, plan, tape } = stream;
  const figures = metricOf(outcome, plan, tape.metric);
  const at = figures === null ? NaN : verdictInstant(figures, ticket);
  const isMet = figures !== null && at === figures.stopped[ticket];
  const verdict: readonly [glyph: string, tone: Tone] = !(at <= now)
    ? [glyphs.waiting, 'warn']
    : isMet
      ? [glyphs.met, 'good']
      : [glyphs.missed, 'bad'];
  const told = hasDesk(model) ? happeningsOf(model, plan, ticket) : [];
  // Until it is told what the desk does with it, it stands in line.
  const happened = isPending(told) ? [] : told;
  const stopped = numberOr(figures?.stopped[ticket], Infinity);
  const opened = outcome.tickets.opened[ticket] as number;
  // Cells are by what the clock reads, as the hours above are: an hour that it reads twice is one.
  const width = HOURS * perHour;
  const instants = instantsOf(model.wallClock, date, width);
  const marks = [
    { at: opened, glyph: glyphs.opened, tone: 'strong' as Tone },
    { at: figures?.due[ticket] ?? NaN, glyph: glyphs.due, tone: 'warn' as Tone },
    ...(at <= now ? [{ at, glyph: verdict[0], tone: verdict[1] }] : []),
  ].flatMap((mark) => {
    const cell = cellOf(model.wallClock, date, mark.at, width);
    return cell === null ? [] : [{ ...mark, at: cell }];
  });
  const lane = laneRow(
    {
      from: 0,
      to: width,
      at: (cell) => {
        const instant = instants[Math.floor(cell)] ?? NaN;
        if (hasDesk(model)) return stateAt(happened, instant, opened, now, glyphs);
        // A history tells of no desk: all that is known is how long the promise was not met.
        const until = Math.min(now, stopped);
        return instant >= opened && instant <= until
          ? { glyph: glyphs.inLine, tone: 'dim' }
          : { glyph: ' ', tone: 'plain' };
      },
      marks,
    },
    width,
  );
  return [
    run(` ${verdict[0]}`, verdict[1]),
    run(fit(` ${ticketId(outcome, ticket)} ${severityName(outcome, ticket)}`, labelWidth - 2)),
    ...lane,
  ];
}

function numberOr(value: number | undefined, other: number): number {
  return value === undefined || Number.isNaN(value) ? other : value;
}

/** What the desk did with a ticket at an instant; nothing before its opening, and nothing of what is to come. */
function stateAt(
  happened: readonly Happening[],
  at: InstantMs,
  opened: InstantMs,
  now: InstantMs,
  glyphs: Glyphs,
): { readonly glyph: string; readonly tone: Tone } {
  if (!(at >= opened && at <= now)) return { glyph: ' ', tone: 'plain' };
  const states = happened.filter(({ kind }) => kind !== 'event');
  const last = states.findLast((each) => each.at <= at);
  const isOver = states.length > 0 && last === states.at(-1) && last?.kind === 'idle';
  if (isOver) return { glyph: ' ', tone: 'plain' };
  if (last?.kind === 'worked') return { glyph: glyphs.worked, tone: 'good' };
  if (last?.kind === 'waiting') return { glyph: glyphs.held, tone: 'accent' };
  return { glyph: glyphs.inLine, tone: 'dim' };
}

/** The instant in the middle of each cell; NaN for one that the clock skips. */
function instantsOf(
  { instantOf }: ReadyState['model']['wallClock'],
  date: string,
  width: number,
): readonly InstantMs[] {
  return Array.from(
    { length: width },
    (_, cell) => instantOf(date, Math.floor(((cell + 0.5) * 86_400) / width)) ?? NaN,
  );
}

/** The cell of an instant of the date; null for one of another date. */
function cellOf(
  { read }: ReadyState['model']['wallClock'],
  date: string,
  at: InstantMs,
  width: number,
): number | null {
  if (Number.isNaN(at)) return null;
  const reading = read(at);
  if (reading.date !== date) return null;
  const [hours = 0, minutes = 0] = reading.time.split(':').map(Number);
  return Math.floor(((hours * 60 + minutes) / 1440) * width);
}
