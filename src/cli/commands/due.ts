import type { CompiledPlan } from '../../plan/model.ts';
import { EXIT } from '../exit-code.ts';
import { findPlans } from '../find-plan.ts';
import type { Surroundings } from '../io.ts';
import { loadPlanFile } from '../load-plan-file.ts';
import { answerDue } from '../ticket/due-answer.ts';
import { dueToJson } from '../ticket/due-json.ts';
import { renderDue } from '../ticket/due-text.ts';
import { widthOf } from '../width-of.ts';
import { loadEngineFor } from '../customer-engine.ts';
import { inNearYears } from '../ticket/near-years.ts';
import { findMetric } from '../ticket/find-metric.ts';
import { readTicket } from '../ticket/read-ticket.ts';
import { addTicketFlags, type TicketFlags } from '../ticket/ticket-flags.ts';
import { examples, type Verb } from '../verb.ts';

interface DueOptions extends TicketFlags {
  readonly target?: string;
  readonly json?: true;
}

const AS_IT_IS_OPENED = `The ticket is taken as it is opened. What else may move its deadlines then, or take them away, stands behind \`but\`.
What happens to it later (answers, pauses, another severity), and what that costs, is for \`surety track\`.
`;

export const due: Verb = (command, act) => {
  addTicketFlags(command.argument('<file>', 'the contract, or its compiled plan'))
    .option('--plan <name>', 'the plan; every plan in turn when left out')
    .option('--target <metric>', 'one target alone, such as respond')
    .option('--json', 'one object a line and plan, in the shape of `track`')
    .addHelpText(
      'after',
      `\n${AS_IT_IS_OPENED}${examples([
        [
          'surety due contracts/mst.plan --plan Premium --severity S1 --region EMEA --opened 2026-06-12T23:00',
          'in local time',
        ],
        ['surety due desk.plan --severity P1 --opened 2026-06-12T23:00+03:00 --json', 'all plans, as JSON'],
      ])}`,
    )
    .action(
      act(async (around, file: string, options: DueOptions) => {
        const plan = await loadPlanFile(file, around);
        if (plan === null) return EXIT.findings;
        const texts = await inNearYears(plan, options.opened, (near) => textsOf(near, file, options, around));
        around.out.write(texts.join(''));
        return EXIT.fine;
      }),
    );
};

/** An answer for each plan that is asked about, then what is said of all of them. */
async function textsOf(
  plan: CompiledPlan,
  file: string,
  options: DueOptions,
  { out, outPalette }: Surroundings,
): Promise<readonly string[]> {
  const ticket = readTicket(plan, options);
  const metric = options.target === undefined ? null : findMetric(plan, options.target);
  const indexes = findPlans(plan, options.plan);
  const engine = await loadEngineFor(plan, file, ticket.terms);
  const answers = indexes.map((index) => answerDue(engine, index, ticket, metric));
  if (options.json === true) return answers.map((answer) => `${JSON.stringify(dueToJson(plan, answer))}\n`);
  return [
    ...answers.map((answer) => renderDue(plan, answer, outPalette, widthOf(out))),
    `${outPalette.faint(`time-zone data ${plan.tzdata}`)}\n`,
  ];
}
