import type { TicketProgram } from '../../engine/ticket/index.ts';
import { statementToJson } from '../../report/statement-json.ts';
import { readTrackState } from '../../workspace/track-state.ts';
import { EXIT } from '../exit-code.ts';
import { wholeLineBytesOf } from '../lines.ts';
import { loadProgram } from '../load-program.ts';
import { readAt } from '../read-at.ts';
import { PeriodBook } from '../track/period-book.ts';
import { leftOutLines } from '../left-out-lines.ts';
import { LineTracker } from '../track/track-lines.ts';
import { UsageError } from '../usage-error.ts';
import { examples, type Verb } from '../verb.ts';

interface TrackOptions {
  readonly at?: string;
  readonly grouped?: true;
  readonly keepGoing?: true;
  readonly state?: string;
  readonly periods?: true;
}

export const track: Verb = (command, act) => {
  command
    .argument(
      '<file...>',
      'the contract, or its versions, oldest first; or their compiled plans. The history is read from standard input',
    )
    .option(
      '--at <time>',
      'the now against which running clocks are judged; the last event of each ticket when left out',
    )
    .option('--grouped', 'all lines of a ticket stand together, one ticket after the other')
    .option(
      '--state <file>',
      'go on from what an earlier run left here, and leave the lines of tickets that are still open for the next',
    )
    .option(
      '--periods',
      'after the verdicts, a line for each period: attainment, quotas, availability, credits, invoices',
    )
    .option('--keep-going', 'skip bad lines; each is reported with its number in any case')
    .addHelpText(
      'after',
      [
        '',
        'A line is an event: {"ticket":"A1","at":"2026-06-12T18:00Z","event":"opened","plan":"Gold","severity":"P1"}. `opened`',
        'says what the ticket is: plan, severity, region, channel, type and facts; later events may change them. Lines come in',
        'the order of time, or with --grouped ticket by ticket; lines of one instant in any order. A verdict is written as soon as',
        'its ticket is over, those of open tickets at the end, so that memory grows with the tickets that are open. Where a plan',
        'counts what tickets use, `charges` are the movements of the customer’s ledger, which is kept as well; with --grouped',
        'verdicts then come at the end, since a ticket further down may have used something before. They are null where several',
        'versions of a contract are named.',
        '`notApplied` says what of the contract was not applied to the ticket, as `surety due` does.',
        '',
        'A line of a ticket may also say its `customer`, a `cause`, and the `work` that it ends, with its `activity`:',
        '{"ticket":"A1","at":"…","event":"work ended","activity":"repair","work":[{"from":"…","to":"…"}]}. Where use is counted,',
        'and with --periods, a line without a ticket is of a customer: `starts` with plan and size ({"customer":"Acme","at":"…",',
        '"event":"starts","plan":"Gold","users":40}), `bought`, `outage` with `until`, `uptime` with a `share`, `claimed`, `ends`.',
        examples([
          ['surety track desk.plan < events.jsonl', 'a verdict a ticket'],
          [
            'surety track desk.plan --grouped --at 2026-07-01T00:00Z < events.jsonl',
            'ticket by ticket, those still open judged as of July',
          ],
          [
            'surety track desk.plan --periods < 2026.jsonl',
            'quotas, credits and invoices of the year as well',
          ],
          [
            'surety track desk.plan --state open.jsonl < today.jsonl',
            'day by day: what is still open goes over into tomorrow',
          ],
        ]),
      ].join('\n'),
    )
    .action(
      act(async (around, files: readonly string[], options: TrackOptions) => {
        const at = readAt(options.at);
        refuseTogether(files, options);
        const program = await loadProgram(files, around);
        if (program === null) return EXIT.findings;
        const plans = program.versions.map(({ plan }) => plan);
        around.err.write(leftOutLines(plans, 'surety: '));
        const book = options.periods === true ? new PeriodBook(program) : null;
        const { out, err, stdin } = around;
        let bad = 0;
        const tracker = new LineTracker(program, {
          at,
          isGrouped: options.grouped === true,
          keepsLines: options.state !== undefined,
          book,
          complain: (place, problem) => {
            bad += 1;
            err.write(`surety: ${place}: ${problem}\n`);
          },
        });
        const stops = () => bad > 0 && options.keepGoing !== true;
        const state = options.state === undefined ? null : await readTrackState(options.state);
        for (const [i, text] of (state?.lines ?? []).entries()) {
          tracker.carry(text, `${options.state} line ${i + 1}`);
        }
        if (stops()) return EXIT.usage;
        let number = 0;
        for await (const bytes of wholeLineBytesOf(stdin)) {
          for (let from = 0; from < bytes.length && !stops();) {
            number += 1;
            from = tracker.take(bytes, from, number);
          }
          out.writeBytes(tracker.takeWritten());
          if (stops()) return EXIT.usage;
          await out.drained();
        }
        tracker.end();
        out.writeBytes(tracker.takeWritten());
        if (book !== null && !stops()) out.write(periodLines(book, program, at));
        if (stops()) return EXIT.usage;
        await state?.leave(tracker.openLines);
        return bad > 0 ? EXIT.findings : EXIT.fine;
      }),
    );
};

/** What `--periods` cannot be asked together with. */
function refuseTogether(files: readonly string[], { periods, state }: TrackOptions): void {
  if (periods !== true) return;
  if (state !== undefined)
    throw new UsageError('--periods and --state are not for one run', 'give --periods the whole history');
  if (files.length > 1)
    throw new UsageError('--periods reads one version of a contract', 'give it the one that is in force');
}

function periodLines(book: PeriodBook, { versions }: TicketProgram, at: number): string {
  const severityOf = (index: number) => versions[0]?.plan.severities[index]?.name ?? null;
  return book
    .statements(at)
    .flatMap(({ customer, statement }) => statementToJson(customer, statement, severityOf))
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}
