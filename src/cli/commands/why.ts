import { account } from '../../explain/account.ts';
import { EXIT } from '../exit-code.ts';
import { findPlan } from '../find-plan.ts';
import { loadPlanFile } from '../load-plan-file.ts';
import { aboutTicket, UTC } from '../ticket/about-ticket.ts';
import { answerDue } from '../ticket/due-answer.ts';
import { loadEngineFor } from '../customer-engine.ts';
import { findMetric } from '../ticket/find-metric.ts';
import { readTicket } from '../ticket/read-ticket.ts';
import { addTicketFlags, type TicketFlags } from '../ticket/ticket-flags.ts';
import { examples, type Verb } from '../verb.ts';
import { accountToJson } from '../why/account-json.ts';
import { renderAccount } from '../why/account-text.ts';

interface WhyOptions extends TicketFlags {
  readonly plan?: string;
  readonly target?: string;
  readonly json?: true;
}

export const why: Verb = (command, act) => {
  addTicketFlags(command.argument('<file>', 'the contract, or its compiled plan'))
    .option('--plan <name>', 'the plan; may be left out where there is one alone')
    .option('--target <metric>', 'the target to account for, such as respond; all of them when left out')
    .option('--json', 'an object a target, one a line')
    .addHelpText(
      'after',
      examples([
        [
          'surety why contracts/mst.plan --plan Standard --severity S1 --region EMEA --opened 2026-06-12T16:00',
          'which hours count, and by which clause',
        ],
      ]),
    )
    .action(
      act(async (around, file: string, options: WhyOptions) => {
        const { out, err, outPalette } = around;
        const plan = await loadPlanFile(file, around);
        if (plan === null) return EXIT.findings;
        const ticket = readTicket(plan, options);
        const metric = options.target === undefined ? null : findMetric(plan, options.target);
        const index = findPlan(plan, options.plan ?? null);
        const engine = await loadEngineFor(plan, file, ticket.terms);
        const { clocks } = answerDue(engine, index, ticket, metric);
        const zone = ticket.zone ?? clocks.find((clock) => clock.zone !== null)?.zone ?? UTC;
        const { names, opened } = aboutTicket(plan, index, ticket, zone);
        if (clocks.length === 0) {
          err.write(
            `surety: ${names}: the plan promises nothing${metric === null ? '' : ` about ${metric}`}\n`,
          );
          return EXIT.findings;
        }
        if (options.json !== true) out.write(`${outPalette.strong(names)}, ${opened}\n`);
        for (const { target } of clocks) {
          const accounted = account(engine, target, ticket.opened);
          const { contractVersion, tzdata } = plan;
          out.write(
            options.json === true
              ? `${JSON.stringify({ ...accountToJson(accounted, zone), contractVersion, tzdata })}\n`
              : renderAccount(accounted, zone, outPalette, '  '),
          );
        }
        if (options.json !== true) out.write(`${outPalette.faint(`time-zone data ${plan.tzdata}`)}\n`);
        return EXIT.fine;
      }),
    );
};
