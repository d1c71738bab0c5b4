import { loadPlan } from '../../engine/index.ts';
import { runScenarios } from '../../verify/run-scenarios.ts';
import { passes, type ScenarioResult } from '../../verify/scenario-result.ts';
import { findFiles } from '../../workspace/find-files.ts';
import { loadContract } from '../../workspace/load.ts';
import { RUNTIME_ZONES } from '../../workspace/runtime-zones.ts';
import { EXIT } from '../exit-code.ts';
import { reportErrors } from '../load-plan-file.ts';
import { renderScenario } from '../scenarios/scenario-text.ts';
import { scenarioToJson } from '../scenarios/scenario-json.ts';
import { examples, type Verb } from '../verb.ts';

interface TestOptions {
  readonly json?: true;
}

export const test: Verb = (command, act) => {
  command
    .argument('[paths...]', 'contracts, or folders of them; the folder you are in when left out')
    .option('--json', 'a line of JSON for each scenario')
    .addHelpText(
      'after',
      examples([
        ['surety test contracts', 'every scenario of every contract'],
        ['surety test desk.plan --json', 'the outcome for a program'],
      ]),
    )
    .action(
      act(async (around, paths: string[], { json }: TestOptions) => {
        const { out, outPalette } = around;
        const results: ScenarioResult[] = [];
        let refused = 0;
        for (const file of await findFiles(paths.length === 0 ? ['.'] : paths, ['.plan'])) {
          const loaded = await loadContract(file);
          if (reportErrors(loaded, around) || loaded.contract === null) {
            refused += 1;
            continue;
          }
          if (loaded.contract.scenarios.length === 0) continue;
          const engine = loadPlan(loaded.plan(), RUNTIME_ZONES);
          const ran = runScenarios(loaded.contract, engine);
          results.push(...ran);
          if (json === true) {
            out.write(ran.map((result) => `${JSON.stringify(scenarioToJson(result, engine))}\n`).join(''));
          } else {
            out.write(`${outPalette.strong(file)}\n`);
            out.write(ran.map((result) => renderScenario(result, engine, outPalette)).join(''));
          }
        }
        const failed = results.filter((result) => !passes(result)).length;
        if (json !== true) {
          const contracts = refused === 0 ? '' : `, ${refused} with errors not run`;
          out.write(`${results.length - failed} passed, ${failed} failed${contracts}\n`);
        }
        return failed > 0 || refused > 0 ? EXIT.findings : EXIT.fine;
      }),
    );
};
