import { askedToProve, pairsOf, prove as decide, type Verdict } from '../../analyze/prove.ts';
import type { Span } from '../../analyze/piece.ts';
import { type Engine, loadPlan } from '../../engine/index.ts';
import { formatInstantUtc } from '../../time/iso-instant.ts';
import { kindsToJson, laterToJson } from '../analysis/compare-json.ts';
import { textWidth } from '../analysis/text-width.ts';
import { isProved, proofText } from '../analysis/prove-text.ts';
import { CLAIM_HELP, readClaim } from '../analysis/read-claim.ts';
import { addSpanFlags, readSpan, SPAN_HELP, type SpanFlags } from '../analysis/span-flags.ts';
import { EXIT } from '../exit-code.ts';
import { loadPlanFile } from '../load-plan-file.ts';
import { UsageError } from '../usage-error.ts';
import { examples, type Verb } from '../verb.ts';

interface ProveOptions extends SpanFlags {
  readonly json?: true;
}

export const prove: Verb = (command, act) => {
  addSpanFlags(
    command
      .argument('<file>', 'the contract, or its compiled plan')
      .argument('<claim>', 'such as "Premium >= Standard": Premium is never later than Standard'),
  )
    .option('--json', 'the verdict on each promise, as JSON')
    .addHelpText(
      'after',
      [
        '',
        ...CLAIM_HELP,
        '',
        ...SPAN_HELP,
        'Ends with 0 where the claim is proved, and with 1 where a ticket refutes it or it cannot be decided.',
        examples([
          ['surety prove contracts/mst.plan "Premium >= Standard"', 'every promise, every kind of ticket'],
          ['surety prove contracts/mattermost.plan "Premier L4 >= Enterprise"', 'the ticket that refutes it'],
          ['surety prove contracts/gold.plan "Gold respond S1 >= respond S2"', 'severities of one plan'],
          [
            'surety prove contracts/gold.plan "Gold respond >= Gold resolve"',
            'a response before the resolution',
          ],
        ]),
      ].join('\n'),
    )
    .action(
      act(async (around, file: string, claim: string, options: ProveOptions) => {
        const plan = await loadPlanFile(file, around);
        if (plan === null) return EXIT.findings;
        const engine = loadPlan(plan);
        const pairs = pairsOf(engine, readClaim(plan, claim));
        if (pairs.length === 0) {
          throw new UsageError(`the claim \`${claim}\` speaks of no promise: its right side says nothing`);
        }
        const span = readSpan(engine, options, askedToProve(engine, pairs));
        const verdicts = decide(engine, pairs, span);
        around.out.write(
          options.json === true
            ? `${JSON.stringify(proofToJson(engine, claim, span, verdicts), null, 2)}\n`
            : proofText(
                { claim, file, engine, span, verdicts },
                textWidth(around.out.columns),
                around.outPalette,
              ),
        );
        return isProved(verdicts) ? EXIT.fine : EXIT.findings;
      }),
    );
};

function proofToJson(engine: Engine, claim: string, span: Span, verdicts: readonly Verdict[]) {
  const name = (index: number) => engine.plan.plans[index]?.name ?? '';
  return {
    schemaVersion: 1,
    claim,
    proved: isProved(verdicts),
    openedFrom: formatInstantUtc(span.from),
    openedBefore: formatInstantUtc(span.to),
    promises: verdicts.map((verdict) => {
      const { better, other, kinds } = verdict.pair;
      const side = ({ plan, metric, cells }: typeof better) => ({
        plan: name(plan),
        metric,
        cells: cells.map(({ words, origin }) => ({ words, ...origin })),
      });
      return {
        verdict: verdict.kind,
        better: side(better),
        other: side(other),
        otherSeverity: verdict.pair.otherKind.named.severity,
        tickets: kindsToJson(kinds),
        later: verdict.kind === 'refuted' ? laterToJson(verdict.later, span.to - span.from) : null,
      };
    }),
    contractVersion: engine.plan.contractVersion,
    tzdata: engine.plan.tzdata,
  };
}
