import { loadPlan } from '../../engine/index.ts';
import { countOf } from '../../verify/coverage/coverage-model.ts';
import { measureCoverage } from '../../verify/coverage/measure-coverage.ts';
import { runScenarios } from '../../verify/run-scenarios.ts';
import { passes, type ScenarioResult } from '../../verify/scenario-result.ts';
import { findFiles } from '../../workspace/find-files.ts';
import { loadContract } from '../../workspace/load.ts';
import { RUNTIME_ZONES } from '../../workspace/runtime-zones.ts';
import { EXIT } from '../exit-code.ts';
import { reportErrors } from '../load-plan-file.ts';
import { parseCount } from '../parse-count.ts';
import { coverageToJson } from '../scenarios/coverage-json.ts';
import { renderCoverage } from '../scenarios/coverage-text.ts';
import { renderScenario } from '../scenarios/scenario-text.ts';
import { scenarioToJson } from '../scenarios/scenario-json.ts';
import { examples, type Verb } from '../verb.ts';
import { widthOf } from '../width-of.ts';

interface TestOptions {
  readonly json?: true;
  readonly coverage?: true;
  readonly min?: number;
}

export const test: Verb = (command, act) => {
  command
    .argument('[paths...]', 'contracts, or folders of them; the folder you are in when left out')
    .option('--json', 'a line of JSON for each scenario')
    .option('--coverage', 'how much of rules, cells, edges and entitlements the scenarios hold to')
    .option('--min <percent>', 'fail where that is less; with it comes --coverage', parseCount('--min', 0))
    .addHelpText(
      'after',
      examples([
        ['surety test contracts', 'every scenario of every contract'],
        ['surety test desk.plan --json', 'the outcome for a program'],
        ['surety test desk.plan --coverage', 'and what no scenario would notice if it were otherwise'],
        ['surety test contracts --min 100', 'fail unless they would notice all of it'],
      ]),
    )
    .action(
      act(async (around, paths: string[], { json, coverage, min }: TestOptions) => {
        const { out, outPalette } = around;
        const asksCoverage = coverage === true || min !== undefined;
        const results: ScenarioResult[] = [];
        let refused = 0;
        const short: string[] = [];
        for (const file of await findFiles(paths.length === 0 ? ['.'] : paths, ['.plan'])) {
          const loaded = await loadContract(file);
          if (reportErrors(loaded, around) || loaded.contract === null) {
            refused += 1;
            continue;
          }
          if (loaded.contract.scenarios.length === 0 && !asksCoverage) continue;
          const engine = loadPlan(loaded.plan(), RUNTIME_ZONES);
          const ran = runScenarios(loaded.contract, engine);
          results.push(...ran);
          if (json === true) {
            out.write(ran.map((result) => `${JSON.stringify(scenarioToJson(result, engine))}\n`).join(''));
          } else {
            out.write(`${outPalette.strong(file)}\n`);
            out.write(ran.map((result) => renderScenario(result, engine, outPalette)).join(''));
          }
          if (!asksCoverage) continue;
          const measured = measureCoverage(loaded.contract, engine, ran, (plan) =>
            loadPlan(plan, RUNTIME_ZONES),
          );
          const { percent } = countOf(measured, null);
          if (min !== undefined && percent < min)
            short.push(`${file}: ${percent} % covered, less than ${min} %`);
          if (json === true) out.write(`${JSON.stringify(coverageToJson(file, measured))}\n`);
          else out.write(renderCoverage(measured, outPalette, widthOf(out)));
        }
        const failed = results.filter((result) => !passes(result)).length;
        if (json !== true) {
          const contracts = refused === 0 ? '' : `, ${refused} with errors not run`;
          out.write(`${results.length - failed} passed, ${failed} failed${contracts}\n`);
        }
        for (const line of short) around.err.write(`surety: ${line}\n`);
        return short.length > 0 || failed > 0 || refused > 0 ? EXIT.findings : EXIT.fine;
      }),
    );
};
