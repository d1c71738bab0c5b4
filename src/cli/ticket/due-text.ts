import type { Palette } from '../../diagnostics/palette.ts';
import { clockOf } from '../../plan/clock-of.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { formatForPeople } from '../local-time.ts';
import { aboutTicket, UTC } from './about-ticket.ts';
import type { Ticket } from './read-ticket.ts';
import { type DueAnswer, type DueClock, wordsOfDeadline } from './due-answer.ts';

/**
 * The deadlines of one plan for people: a line a target, with the cell that promises it and where it stands.
 *
 *     Gold, S2, EMEA, opened Fri 2026-06-12 23:00 +02:00 (Europe/Berlin)
 *       respond  by Mon 2026-06-15 10:00 +02:00  1 h in Office  desk.plan:21:14
 */
export function renderDue(plan: CompiledPlan, answer: DueAnswer, palette: Palette): string {
  const { ticket, clocks } = answer;
  const zone = ticket.zone ?? clocks.find((clock) => clock.zone !== null)?.zone ?? UTC;
  const { names, opened } = aboutTicket(plan, answer.plan, ticket, zone);
  const title = `${palette.strong(names)}, ${opened}\n${gradeInWords(plan, ticket)}`;
  if (clocks.length === 0) return `${title}  the plan promises nothing for this ticket\n`;

  const rows = clocks.map((clock) => ({
    metric: clock.target.metric,
    end: endInWords(clock),
    words: clock.target.words,
    place: `${clock.target.origin.file}:${clock.target.origin.line}:${clock.target.origin.column}`,
  }));
  const width = (column: 'metric' | 'end' | 'words') => Math.max(...rows.map((row) => row[column].length));
  const [metrics, ends, words] = [width('metric'), width('end'), width('words')];
  const lines = rows.map(
    (row) =>
      `  ${row.metric.padEnd(metrics)}  ${palette.strong(row.end.padEnd(ends))}  ` +
      `${row.words.padEnd(words)}  ${palette.faint(row.place)}\n`,
  );
  const elsewhere = clocks.flatMap(({ target }) => {
    const events = startEvents(plan, answer.plan, target.metric);
    const isOpening = events.length === 1 && events[0] === 'opened';
    return isOpening
      ? []
      : [`  ${target.metric}: \`--opened\` is taken as the time of its start, ${events.join(' or ')}\n`];
  });
  return title + lines.join('') + [...new Set(elsewhere)].join('');
}

/** The events that start a metric's clock under a plan. */
export function startEvents(compiled: CompiledPlan, plan: number, metric: string): readonly string[] {
  return clockOf(compiled, compiled.plans[plan]?.name ?? null, metric)?.startsOn ?? ['opened'];
}

function endInWords({ deadline, zone }: DueClock): string {
  if (deadline.kind !== 'due') return wordsOfDeadline(deadline);
  const table = zone ?? UTC;
  const aim = deadline.soft === null ? '' : `, aimed at ${formatForPeople(table, deadline.soft)}`;
  return `by ${formatForPeople(table, deadline.due)}${aim}`;
}

/** That the severity stated is not the one that the facts make it, where that is so. */
function gradeInWords(plan: CompiledPlan, { key, severityByFacts }: Ticket): string {
  if (severityByFacts === null || severityByFacts === key.severity) return '';
  const [stated, graded] = [key.severity, severityByFacts].map((index) => plan.severities[index]?.name ?? '');
  return `  its facts make it ${graded}, and it is stated as ${stated}: these are the deadlines of ${stated}\n`;
}
