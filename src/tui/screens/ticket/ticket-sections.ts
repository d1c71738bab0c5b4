import { isPending } from '../../is-pending.ts';
import type { Sentence, Stretch } from '../../model.ts';
import type { ReadyState } from '../../state/state.ts';
import { wholeSeconds } from '../../text/figures.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { cells, line, rowWidth, run, spread, spreadKeeping } from '../../text/row.ts';
import type { Row } from '../../text/row.ts';
import { textWidth, wrap } from '../../text/width.ts';
import { verdictOf } from '../../tickets/verdict.ts';
import { longTime, shortTime } from '../tickets/ticket-cells.ts';
import { WORKED_OUT } from '../worked-out.ts';
import { accountingOf, differenceOf, happeningsOf } from './ticket-answers.ts';
import type { TicketState } from './ticket-state.ts';

/** What is said of a ticket below its timelines, in parts that follow each other in one page. */
export interface TicketSection {
  readonly name: 'why' | 'differ' | 'happened';
  readonly rows: readonly Row[];
}

export function ticketSections(
  state: ReadyState,
  ticket: TicketState,
  glyphs: Glyphs,
): readonly TicketSection[] {
  return [
    { name: 'why', rows: whyRows(state, ticket, glyphs) },
    { name: 'differ', rows: differRows(state, ticket) },
    { name: 'happened', rows: happenedRows(state, ticket, glyphs) },
  ];
}

function whyRows(state: ReadyState, ticket: TicketState, glyphs: Glyphs): readonly Row[] {
  const { model, size } = state;
  const { outcome, wallClock } = model;
  const accounting = accountingOf(model, ticket.plan, ticket.metric, ticket.ticket);
  const title = run(` ${planName(state, ticket.plan)}, ${ticket.metric}: `, 'strong');
  if (isPending(accounting)) return [[title, run(WORKED_OUT, 'dim')]];
  if (accounting.kind === 'unaccounted') return [[title], ...sentence(accounting.reason, size.columns)];
  const verdict = verdictOf(outcome, ticket.plan, ticket.metric, ticket.ticket);
  const dueAt = verdict?.due ?? null;
  const due = dueAt === null ? '' : `, due ${longTime(wallClock, dueAt)}`;
  const promise = accounting.promise.replace(/\s+/g, ' ');
  const place = [run(`${accounting.place} `, 'dim')];
  // The clause is what is asked for: the year, which stands above, gives way to it, and a long name has a row of its own.
  const said = [promise + due, promise + due.replace(/\d{4}-/, '')].map((text) => run(text));
  const fitting = said.find((one) => rowWidth([title, one, ...place]) < size.columns);
  return [
    ...(fitting === undefined
      ? [[title], spreadKeeping([run('   '), ...said.slice(0, 1)], place, size.columns)]
      : [spread([title, fitting], place, size.columns)]),
    ...accounting.stretches.flatMap((stretch) => stretchRows(state, stretch, glyphs)),
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

/** A stretch of an accounting. */
export function stretchRows(state: ReadyState, stretch: Stretch, glyphs: Glyphs): readonly Row[] {
  const { columns } = state.size;
  const widths = stretchWidths(columns);
  const tone = stretch.counted ? 'plain' : 'dim';
  const mark = stretch.counted ? glyphs.counted : glyphs.notCounted;
  const figures = cells([
    { text: ` ${mark} ${timeIn(state, stretch.from, widths.from - 3)}`, width: widths.from, tone },
    { text: `to ${timeIn(state, stretch.to, widths.to - 3)}`, width: widths.to, tone },
    {
      text: stretch.counted ? `+ ${wholeSeconds(stretch.amount)}` : 'not counted',
      width: widths.amount,
      align: 'right',
      tone,
    },
  ]);
  const sum = cells([
    {
      text: stretch.counted ? `= ${wholeSeconds(stretch.sum)}` : '',
      width: widths.amount,
      align: 'right',
      tone: 'strong',
    },
  ]);
  const place = stretch.place ?? '';
  if (rowsPerStretch(columns) === 1) {
    return [spread([...figures, ...sum, run(stretch.reason, tone)], [run(`${place} `, 'dim')], columns)];
  }
  const reason: Row = [
    run(`     ${stretch.reason}`, tone),
    ...(place === '' ? [] : [run(`  ${place}`, 'dim')]),
  ];
  return [[...figures, ...sum], reason];
}

/** A stretch takes one row where its reason and its clause have room beside its times, else two. */
export function rowsPerStretch(columns: number): 1 | 2 {
  return columns >= 140 ? 1 : 2;
}

/** From `Mon 2016-03-14 10:42:05` down to `03-14 10:42`: the year stands above, the day of the end tells itself. */
function timeIn({ model: { wallClock } }: ReadyState, at: number, width: number): string {
  const long = longTime(wallClock, at);
  if (width >= 23) return long;
  if (width >= 18) return long.replace(/\d{4}-/, '');
  return width >= 14 ? long.replace(/^\w+ \d{4}-/, '') : shortTime(wallClock, at);
}

/** The chosen plan against each other one. */
function differRows(state: ReadyState, ticket: TicketState): readonly Row[] {
  const { model, size } = state;
  return model.outcome.plans.flatMap((_, other) => {
    if (other === ticket.plan) return [];
    const said = differenceOf(model, [ticket.plan, other], ticket.metric, ticket.ticket);
    const sentences = isPending(said) ? [{ words: [WORKED_OUT], place: null }] : said;
    return [
      line(''),
      ...wrap(
        `Why ${planName(state, ticket.plan)} and ${planName(state, other)} differ`,
        size.columns - 2,
      ).map((part) => line(` ${part}`, 'strong')),
      ...sentences.flatMap((one) => sentenceRows(state, one, size.columns)),
    ];
  });
}

function sentenceRows(state: ReadyState, { words, place }: Sentence, width: number): readonly Row[] {
  const { wallClock } = state.model;
  const text = words.map((part) => (typeof part === 'string' ? part : longTime(wallClock, part))).join('');
  const rows = sentence(wholeSeconds(text), width);
  const last = rows.at(-1) ?? [];
  if (place === null) return rows;
  const beside = rowWidth(last) + textWidth(place) + 3 <= width;
  return beside
    ? [...rows.slice(0, -1), [...last, run(`  ${place}`, 'dim')]]
    : [...rows, line(`     ${place}`, 'dim')];
}

function sentence(text: string, width: number): readonly Row[] {
  return wrap(text, width - 6).map((part, place) => line(`${place === 0 ? '   - ' : '     '}${part}`));
}

function happenedRows(state: ReadyState, ticket: TicketState, glyphs: Glyphs): readonly Row[] {
  const { model, size } = state;
  const marks = { worked: glyphs.worked, waiting: glyphs.held, idle: glyphs.inLine, event: glyphs.opened };
  const title = [line(''), line(` What happened under ${planName(state, ticket.plan)}`, 'strong')];
  const happenings = happeningsOf(model, ticket.plan, ticket.ticket);
  if (isPending(happenings)) return [...title, line(`   ${WORKED_OUT}`, 'dim')];
  const rows = happenings.map(({ at, kind, words }) =>
    cells([
      { text: `   ${marks[kind]} ${longTime(model.wallClock, at)}`, width: 29 },
      { text: words, width: size.columns - 31, tone: kind === 'event' ? 'strong' : 'plain' },
    ]),
  );
  return [...title, ...rows];
}

function planName(state: ReadyState, plan: number): string {
  return state.model.summary.plans[plan]?.name ?? '';
}
