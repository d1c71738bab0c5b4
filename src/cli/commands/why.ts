import { account } from '../../explain/account.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { findPlan } from '../find-plan.ts';
import type { Surroundings } from '../io.ts';
import { loadPlanFile } from '../load-plan-file.ts';
import { aboutTicket, UTC } from '../ticket/about-ticket.ts';
import { answerDue } from '../ticket/due-answer.ts';
import { loadEngineFor } from '../customer-engine.ts';
import { findMetric } from '../ticket/find-metric.ts';
import { readTicket } from '../ticket/read-ticket.ts';
import { addTicketFlags, type TicketFlags } from '../ticket/ticket-flags.ts';
import { UsageError } from '../usage-error.ts';
import { examples, type Verb } from '../verb.ts';
import { widthOf } from '../width-of.ts';
import { accountToJson } from '../why/account-json.ts';
import { renderAccount } from '../why/account-text.ts';

interface WhyOptions extends Omit<TicketFlags, 'opened'> {
  readonly opened?: string;
  readonly history?: string;
  readonly ticket?: string;
  readonly at?: string;
  readonly plan?: string;
  readonly target?: string;
  readonly json?: true;
}

export const why: Verb = (command, act) => {
  addTicketFlags(
    command.argument(
      '<file...>',
      'the contract, or its compiled plan; with --history its versions, oldest first',
    ),
    false,
  )
    .option('--plan <name>', 'the plan; may be left out where there is one alone')
    .option('--target <metric>', 'the target to account for, such as respond; all of them when left out')
    .option(
      '--history <file>',
      'the whole history of a ticket instead of its opening: the lines of `surety track`, gzip too, `-` for standard input',
    )
    .option('--ticket <name>', 'the ticket of the history; may be left out where there is one alone')
    .option(
      '--at <time>',
      'with --history: the now against which running clocks are judged; its last event when left out',
    )
    .option('--json', 'an object a target, one a line; with --history each says `about` what it is')
    .addHelpText(
      'after',
      [
        '',
        'With --history: the time of each clock of a ticket, cut by what happened to it, each stretch with what it counts, the',
        'sum so far and the clause; how it came by its severity; which rules fired, which did not, and why; what it used, what it',
        'costs and what it is credited; and what would have become of it under each other plan.',
        examples([
          [
            'surety why contracts/mst.plan --plan Standard --severity S1 --region EMEA --opened 2026-06-12T16:00',
            'which hours count, and by which clause',
          ],
          ['surety why desk.plan --history events.jsonl --ticket A1', 'why a ticket came out as it did'],
        ]),
      ].join('\n'),
    )
    .action(
      act(async (around, files: readonly string[], options: WhyOptions) => {
        if (options.history !== undefined) {
          const { whyOfHistory } = await import('../why/history/why-of-history.ts');
          return whyOfHistory(files, options.history, options, around);
        }
        return whyOfOpening(files, options, around);
      }),
    );
};

/** What is promised to a ticket as it is opened. */
async function whyOfOpening(
  [file = '', ...more]: readonly string[],
  { opened: at, ...options }: WhyOptions,
  around: Surroundings,
): Promise<ExitCode> {
  if (at === undefined) {
    throw new UsageError(
      'say which ticket is meant',
      'when it was opened, `--opened 2026-06-12T23:00`, or its history, `--history events.jsonl --ticket A1`',
    );
  }
  if (more.length > 0) throw new UsageError('several versions are for --history', 'name one contract');
  const { out, err, outPalette } = around;
  const plan = await loadPlanFile(file, around);
  if (plan === null) return EXIT.findings;
  const ticket = readTicket(plan, { ...options, opened: at });
  const metric = options.target === undefined ? null : findMetric(plan, options.target);
  const index = findPlan(plan, options.plan ?? null);
  const engine = await loadEngineFor(plan, file, ticket.terms);
  const { clocks } = answerDue(engine, index, ticket, metric);
  const zone = ticket.zone ?? clocks.find((clock) => clock.zone !== null)?.zone ?? UTC;
  const { names, opened } = aboutTicket(plan, index, ticket, zone);
  if (clocks.length === 0) {
    err.write(`surety: ${names}: the plan promises nothing${metric === null ? '' : ` about ${metric}`}\n`);
    return EXIT.findings;
  }
  if (options.json !== true) out.write(`${outPalette.strong(names)}, ${opened}\n`);
  for (const { target } of clocks) {
    const accounted = account(engine, target, ticket.opened);
    const { contractVersion, tzdata } = plan;
    out.write(
      options.json === true
        ? `${JSON.stringify({ ...accountToJson(accounted, zone), contractVersion, tzdata })}\n`
        : renderAccount(accounted, zone, outPalette, '  ', widthOf(out)),
    );
  }
  if (options.json !== true) out.write(`${outPalette.faint(`time-zone data ${plan.tzdata}`)}\n`);
  return EXIT.fine;
}
