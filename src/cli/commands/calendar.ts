import { formatCivilDate, weekdayOf } from '../../time/civil-date.ts';
import { formatInstantUtc } from '../../time/iso-instant.ts';
import type { EpochDay } from '../../time/types.ts';
import { wallClockAt } from '../../time/zone-arithmetic.ts';
import { answerQuery, QUERY_OPERATIONS } from '../calendar/answer-query.ts';
import { findCalendar } from '../calendar/find-calendar.ts';
import { icsOf } from '../calendar/ics.ts';
import { saidOfTicket } from '../calendar/said-of-ticket.ts';
import { calendarDays } from '../calendar/week.ts';
import { durationInWords, renderDays } from '../calendar/week-text.ts';
import { loadEngineFor } from '../customer-engine.ts';
import { readTerms } from '../ticket/read-ticket.ts';
import { EXIT } from '../exit-code.ts';
import type { Surroundings } from '../io.ts';
import { linesOf } from '../lines.ts';
import { parseDate } from '../parse-date.ts';
import { loadPlanFile } from '../load-plan-file.ts';
import { UsageError } from '../usage-error.ts';
import { examples, type Verb } from '../verb.ts';
import { zoneTable } from '../zone-table.ts';

interface CalendarOptions {
  readonly region?: string;
  readonly severity?: string;
  readonly channel?: string;
  readonly type?: string;
  readonly fact: readonly string[];
  readonly ics?: true;
  readonly zone?: string;
  readonly holidays: readonly string[];
  readonly from?: EpochDay;
  readonly weeks: number;
  readonly json?: true;
  readonly batch?: true;
}

export const calendar: Verb = (command, act) => {
  command
    .argument('<file>', 'the contract, or its compiled plan')
    .argument('[name]', 'the calendar, as the contract names it; may be left out where there is one alone')
    .option('--region <name>', 'region, where the hours depend on it')
    .option('--severity <name>', 'severity of the ticket, where the hours depend on it')
    .option('--channel <name>', 'channel that it came by')
    .option('--type <name>', 'its type')
    .option(
      '--fact <name=value>',
      'what else the hours depend on, such as language=German; may be given several times',
      (value: string, earlier: readonly string[]) => [...earlier, value],
      [],
    )
    .option('--from <date>', 'a date of the first week shown; today when left out', parseDate('--from'))
    .option('--weeks <n>', 'weeks to show', parseWeeks, 1)
    .option(
      '--zone <zone>',
      "time zone of the customer, and to show the hours in; the calendar's own when left out",
    )
    .option(
      '--holidays <set>',
      'holidays of the customer, where the hours hang on them; may be given several times',
      (value: string, earlier: readonly string[]) => [...earlier, value],
      [],
    )
    .option('--json', 'the dates as JSON, one a line')
    .option('--ics', 'the open hours as an iCalendar file, an event a stretch')
    .option('--batch', 'read queries from standard input, one JSON object a line, and answer each in a line')
    .addHelpText(
      'after',
      [
        '',
        `Queries: {"id","op","from" or "at","to","seconds","days","count"}, op one of`,
        `  ${QUERY_OPERATIONS.join(', ')};`,
        '  answers: {"id","result"} or {"id","error"}, in the order of the queries; the command ends with 1 where there is an error.',
        examples([
          [
            'surety calendar contracts/mst.plan Standard --region ANZ --from 2026-04-03',
            'a week, clocks and holidays',
          ],
          [
            'surety calendar contracts/mst.plan Standard --region EMEA --batch < queries.jsonl',
            'answers in bulk',
          ],
          [
            'surety calendar desk.plan Office --from 2027-01-01 --weeks 53 --ics > office.ics',
            'a year for other calendars',
          ],
        ]),
      ].join('\n'),
    )
    .action(
      act(async (around, file: string, name: string | undefined, options: CalendarOptions) => {
        const plan = await loadPlanFile(file, around);
        if (plan === null) return EXIT.findings;
        const index = findCalendar(plan, name ?? null, options.region ?? null, saidOfTicket(plan, options));
        // The zone is found first, so that one that is none is said as such.
        if (options.zone !== undefined) zoneTable(plan, options.zone);
        const engine = await loadEngineFor(plan, file, readTerms(options));
        const entry = engine.plan.calendars[index];
        if (entry === undefined) throw new Error(`no calendar ${index}`);
        const found = engine.calendar(index);
        const zone = zoneTable(plan, options.zone ?? entry.zone ?? plan.zone ?? 'UTC');
        if (options.batch === true) {
          // A local time is read in the calendar's own zone or the one asked for; with neither it is an error.
          const stated = options.zone ?? entry.zone;
          let refused = 0;
          const refuse = () => {
            refused += 1;
          };
          const readIn = stated === null ? null : zone;
          await answerQueries((line) => answerQuery(found, readIn, line, refuse), around);
          if (refused === 0) return EXIT.fine;
          const queries = refused === 1 ? 'query is' : 'queries are';
          around.err.write(`surety: ${refused} ${queries} answered by an error\n`);
          return EXIT.findings;
        }
        const from = options.from ?? wallClockAt(zone, around.now()).epochDay;
        const monday = from - (weekdayOf(from) - 1);
        const days = calendarDays(found, entry.body, zone, monday, 7 * options.weeks);
        if (options.ics === true) {
          around.out.write(icsOf(entry.name, days));
          return EXIT.fine;
        }
        if (options.json === true) {
          for (const { date, open, openMs, notes } of days) {
            const stretches = open.map((stretch) => [
              formatInstantUtc(stretch.from),
              formatInstantUtc(stretch.to),
            ]);
            around.out.write(
              `${JSON.stringify({ date, zone: zone.zone, open: stretches, openSeconds: openMs / 1000, notes })}\n`,
            );
          }
          return EXIT.fine;
        }
        const { outPalette } = around;
        around.out.write(
          `${outPalette.strong(entry.name)}  ${zone.zone}, from Mon ${formatCivilDate(monday)}\n`,
        );
        for (let week = 0; week < options.weeks; week++) {
          around.out.write(renderDays(days.slice(7 * week, 7 * week + 7), zone, outPalette));
        }
        const total = days.reduce((sum, { openMs }) => sum + openMs, 0);
        around.out.write(
          `  open ${total === 0 ? 'never' : durationInWords(total)}; time-zone data ${plan.tzdata}\n`,
        );
        return EXIT.fine;
      }),
    );
};

/** Streams: an answer a line, in order, with no more in memory than a chunk of the input. */
async function answerQueries(answer: (line: string) => string, { stdin, out }: Surroundings): Promise<void> {
  for await (const lines of linesOf(stdin)) {
    let answers = '';
    for (const line of lines) {
      if (line.trim() !== '') answers += `${answer(line)}\n`;
    }
    out.write(answers);
    await out.drained();
  }
}

function parseWeeks(text: string): number {
  const weeks = Number(text);
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > 520) {
    throw new UsageError(`--weeks \`${text}\` is not a whole number from 1 to 520`);
  }
  return weeks;
}
