import { quoteOf } from '../../engine/money/index.ts';
import { EXIT } from '../exit-code.ts';
import { findPlans } from '../find-plan.ts';
import { loadPlanFile } from '../load-plan-file.ts';
import { readRequest, type RequestFlags } from '../quote/read-request.ts';
import { readTerm } from '../quote/read-term.ts';
import { quotedJson, quotedText, sideBySide } from '../quote/quoted.ts';
import { requireFigures } from '../quote/refusal.ts';
import { readSizes, splitWords } from '../quote/sizes.ts';
import { UsageError } from '../usage-error.ts';
import { examples, type Verb } from '../verb.ts';

interface QuoteOptions extends RequestFlags {
  readonly plan?: string;
  readonly term: string;
  readonly from?: string;
  readonly json?: true;
}

const several = (value: string, earlier: readonly string[] = []) => [...earlier, value];

export const quote: Verb = (command, act) => {
  command
    .argument('<file>', 'the contract, or its compiled plan')
    .usage('[options] <file> [--users 40 …]')
    .allowUnknownOption()
    .allowExcessArguments()
    .option('--plan <name>', 'the plan; every plan in turn when left out')
    .option('--option <text>', 'what is booked beside it; may be given several times', several)
    .option(
      '--pack <text>',
      'a pack of units, or "text=2" for two of them; may be given several times',
      several,
    )
    .option('--sum <words=amount>', 'what a sum comes to of which a price is a share, by its words', several)
    .option('--fact <name=value>', 'what else a price hangs on, such as clustered', several)
    .option('--region <name>', 'region of the customer, where a surcharge depends on it')
    .option('--term <length>', 'over what it is added up: month, year, "18 months"', 'year')
    .option('--from <date>', 'the day from which on it is paid, for invoices with their dates')
    .option('--json', 'one object a line and plan, every amount as digits')
    .addHelpText(
      'after',
      [
        '',
        'How many there are of what a price is for is said by its own name: `--users 40 --servers 3` for prices per',
        'user and per server. Amounts are exact; each line of an invoice is rounded to the smallest coin, halves away',
        'from zero.',
        examples([
          ['surety quote contracts/gold.plan', 'what each plan costs in a year'],
          [
            'surety quote seats.plan --plan Team --users 40 --option nights --term month',
            'a size and an option',
          ],
          ['surety quote seats.plan --users 40 --from 2026-03-15 --json', 'every invoice with its dates'],
        ]),
      ].join('\n'),
    )
    .action(
      act(async (around, _file: string, options: QuoteOptions) => {
        // Commander takes a flag that it does not know for the file, where that comes later.
        const { typed, alone } = splitWords(command.args);
        const [file, second] = alone;
        if (file === undefined) throw new UsageError("missing required argument 'file'");
        if (second !== undefined)
          throw new UsageError(`\`${second}\` is one word too many`, 'sizes are said as --users 40');
        const plan = await loadPlanFile(file, around);
        if (plan === null) return EXIT.findings;
        const size = readSizes(plan, typed);
        const term = readTerm(plan, options.term, options.from);
        const request = readRequest(plan, options, size, term);
        const indexes = findPlans(plan, options.plan);
        const quoted = indexes.map((index) => ({ index, answer: quoteOf(plan, index, request) }));
        requireFigures(plan, quoted);
        for (const each of quoted) {
          around.out.write(
            options.json === true
              ? `${JSON.stringify(quotedJson(plan, each, term))}\n`
              : quotedText(plan, each, request, term, around.out.columns, around.outPalette),
          );
        }
        if (options.json !== true) around.out.write(sideBySide(plan, quoted, term));
        return EXIT.fine;
      }),
    );
};
