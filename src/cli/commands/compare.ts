import { askedToCompare, comparePlans } from '../../analyze/compare-plans.ts';
import { loadPlan } from '../../engine/index.ts';
import { comparisonToJson } from '../analysis/compare-json.ts';
import { type Compared, compareText } from '../analysis/compare-text.ts';
import { addSpanFlags, readSpan, SPAN_HELP, type SpanFlags } from '../analysis/span-flags.ts';
import { textWidth } from '../analysis/text-width.ts';
import { EXIT } from '../exit-code.ts';
import { findNamed } from '../find-named.ts';
import { loadPlanFile } from '../load-plan-file.ts';
import { findMetric } from '../ticket/find-metric.ts';
import { UsageError } from '../usage-error.ts';
import { examples, type Verb } from '../verb.ts';

interface CompareOptions extends SpanFlags {
  readonly plan: readonly string[];
  readonly target?: string;
  readonly json?: true;
}

export const compare: Verb = (command, act) => {
  addSpanFlags(command.argument('<files...>', 'contracts, or their compiled plans'))
    .option(
      '--plan <name>',
      'a plan to compare; may be given several times, all of them when left out',
      (value: string, earlier: readonly string[]) => [...earlier, value],
      [],
    )
    .option('--target <metric>', 'one target alone, such as respond')
    .option('--json', 'every figure, as JSON')
    .addHelpText(
      'after',
      [
        '',
        ...SPAN_HELP,
        'Waits are elapsed time from opening to deadline. The last line of a ticket says where a plan is later or',
        'earlier than the one to its left. Severities of several contracts are the same where a name is.',
        examples([
          ['surety compare contracts/mst.plan', 'all plans of a contract'],
          [
            'surety compare contracts/gold.plan --target resolve --plan Silver --plan Gold',
            'two plans, one promise',
          ],
          [
            'surety compare contracts/gold.plan contracts/mattermost.plan --json',
            'two contracts, for a program',
          ],
        ]),
      ].join('\n'),
    )
    .action(
      act(async (around, files: readonly string[], options: CompareOptions) => {
        const compared: Compared[] = [];
        for (const file of files) {
          const plan = await loadPlanFile(file, around);
          if (plan === null) return EXIT.findings;
          const engine = loadPlan(plan);
          const names = options.plan.filter((name) => files.length === 1 || hasPlan(plan.plans, name));
          const indexes =
            options.plan.length === 0
              ? plan.plans.map((_, index) => index)
              : names.map((name) => findNamed(plan.plans, name, '--plan', 'plan'));
          compared.push(...indexes.map((index) => ({ file, engine, plan: index })));
        }
        const [first] = compared;
        if (first === undefined) throw new UsageError(`no plan to compare in ${files.join(', ')}`);
        const metric = options.target === undefined ? null : metricIn(compared, options.target);
        const span = readSpan(first.engine, options, askedToCompare(compared, metric));
        const comparison = comparePlans(compared, span, metric);
        around.out.write(
          options.json === true
            ? `${JSON.stringify(comparisonToJson(compared, comparison), null, 2)}\n`
            : compareText(compared, comparison, textWidth(around.out.columns), around.outPalette),
        );
        return EXIT.fine;
      }),
    );
};

/** The first contract that has the metric knows how it is written; one that none has is corrected by the first. */
function metricIn(compared: readonly Compared[], text: string): string {
  const known = compared.find(({ engine }) =>
    engine.plan.metrics.some((metric) => metric.toLowerCase() === text.toLowerCase()),
  );
  const contract = known ?? compared[0];
  return contract === undefined ? text : findMetric(contract.engine.plan, text);
}

function hasPlan(plans: Parameters<typeof findNamed>[0], name: string): boolean {
  const lower = name.toLowerCase();
  return plans.some((plan) => [plan.name, ...plan.aliases].some((word) => word.toLowerCase() === lower));
}
