import type { Palette } from '../../diagnostics/palette.ts';
import { clockOf } from '../../plan/clock-of.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { wrap } from '../../text/wrap.ts';
import { formatForPeople } from '../local-time.ts';
import { aboutTicket, UTC } from './about-ticket.ts';
import type { Ticket } from './read-ticket.ts';
import { type DueAnswer, type DueClock, wordsOfDeadline } from './due-answer.ts';

/**
 * The deadlines of one plan for people: a line a target, with the cell that promises it and where it stands; where that is
 * wider than the terminal, the cell stands below its deadline. What else may move them follows.
 *
 *     Gold, S2, EMEA, opened Fri 2026-06-12 23:00 +02:00 (Europe/Berlin)
 *       respond  by Mon 2026-06-15 10:00 +02:00  1 h in Office  desk.plan:21:14
 *       but: beyond 4 incidents per month it is refused
 */
export function renderDue(
  plan: CompiledPlan,
  answer: DueAnswer,
  palette: Palette,
  width = Number.POSITIVE_INFINITY,
): string {
  const { ticket, clocks, leftOut } = answer;
  const zone = ticket.zone ?? clocks.find((clock) => clock.zone !== null)?.zone ?? UTC;
  const { names, opened } = aboutTicket(plan, answer.plan, ticket, zone);
  const gap = names.length + 2 + opened.length <= width ? ' ' : '\n  ';
  const title = `${palette.strong(names)},${gap}${opened}\n${gradeInWords(plan, ticket)}`;
  const but = leftOut.map(
    (sentence) => `${hanging(`but: ${sentence}`, width).map(palette.faint).join('\n')}\n`,
  );
  if (clocks.length === 0) return `${title}  the plan promises nothing for this ticket\n${but.join('')}`;

  const rows = clocks.map((clock) => ({
    metric: clock.target.metric,
    ends: endInWords(clock),
    words: clock.target.words.replace(/\s+/g, ' '),
    place: `${clock.target.origin.file}:${clock.target.origin.line}:${clock.target.origin.column}`,
  }));
  const elsewhere = clocks.flatMap(({ target }) => {
    const events = startEvents(plan, answer.plan, target.metric);
    const isOpening = events.length === 1 && events[0] === 'opened';
    const sentence = `${target.metric}: \`--opened\` is taken as the time of its start, ${events.join(' or ')}`;
    return isOpening ? [] : [`${hanging(sentence, width).join('\n')}\n`];
  });
  return title + renderRows(rows, palette, width) + [...new Set(elsewhere)].join('') + but.join('');
}

interface Row {
  readonly metric: string;
  /** The deadline, and what is aimed at where the promise is a range. */
  readonly ends: readonly string[];
  readonly words: string;
  readonly place: string;
}

function renderRows(rows: readonly Row[], palette: Palette, width: number): string {
  const widest = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));
  const metrics = widest(rows.map(({ metric }) => metric));
  const ends = widest(rows.map((row) => row.ends.join(', ')));
  const words = widest(rows.map((row) => row.words));
  const places = widest(rows.map(({ place }) => place));
  const margin = ' '.repeat(metrics + 4);
  if (metrics + ends + words + places + 8 <= width) {
    return rows
      .map(
        (row) =>
          `  ${row.metric.padEnd(metrics)}  ${palette.strong(row.ends.join(', ').padEnd(ends))}  ` +
          `${row.words.padEnd(words)}  ${palette.faint(row.place)}\n`,
      )
      .join('');
  }
  return rows
    .flatMap((row) => {
      const [end = '', ...others] = row.ends;
      const cell = wrap(row.words, width - margin.length);
      const last = cell[cell.length - 1] ?? '';
      const fits = margin.length + last.length + 2 + row.place.length <= width;
      return [
        `  ${row.metric.padEnd(metrics)}  ${palette.strong(end)}`,
        ...others.map((other) => `${margin}${other}`),
        ...cell.slice(0, fits ? -1 : undefined).map((line) => `${margin}${line}`),
        fits ? `${margin}${last}  ${palette.faint(row.place)}` : `${margin}${palette.faint(row.place)}`,
      ];
    })
    .map((line) => `${line}\n`)
    .join('');
}

/** A sentence under the ticket, its further lines set in. */
function hanging(sentence: string, width: number): readonly string[] {
  return wrap(sentence, width - 4).map((line, index) => `${index === 0 ? '  ' : '    '}${line}`);
}

/** The events that start a metric's clock under a plan. */
export function startEvents(compiled: CompiledPlan, plan: number, metric: string): readonly string[] {
  return clockOf(compiled, compiled.plans[plan]?.name ?? null, metric)?.startsOn ?? ['opened'];
}

function endInWords({ deadline, zone }: DueClock): readonly string[] {
  if (deadline.kind !== 'due') return [wordsOfDeadline(deadline)];
  const table = zone ?? UTC;
  const end = `by ${formatForPeople(table, deadline.due)}`;
  return deadline.soft === null ? [end] : [end, `aimed at ${formatForPeople(table, deadline.soft)}`];
}

/** That the severity stated is not the one that the facts make it, where that is so. */
function gradeInWords(plan: CompiledPlan, { key, severityByFacts }: Ticket): string {
  if (severityByFacts === null || severityByFacts === key.severity) return '';
  const [stated, graded] = [key.severity, severityByFacts].map((index) => plan.severities[index]?.name ?? '');
  return `  its facts make it ${graded}, and it is stated as ${stated}: these are the deadlines of ${stated}\n`;
}
