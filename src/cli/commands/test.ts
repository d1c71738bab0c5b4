import { type Engine, loadPlan } from '../../engine/index.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { type Coverage, countOf } from '../../verify/coverage/coverage-model.ts';
import { measureCoverage } from '../../verify/coverage/measure-coverage.ts';
import { runScenarios } from '../../verify/run-scenarios.ts';
import { passes, type ScenarioResult } from '../../verify/scenario-result.ts';
import { suggestScenarios } from '../../verify/suggest/suggest.ts';
import { findFiles } from '../../workspace/find-files.ts';
import { loadToRun, type RunnableContract } from '../../workspace/load-to-run.ts';
import { readSource } from '../../workspace/read-source.ts';
import { RUNTIME_ZONES } from '../../workspace/runtime-zones.ts';
import { withLineEndsOf } from '../../text/line-ends.ts';
import { writeAtomically } from '../../workspace/write-atomically.ts';
import { EXIT } from '../exit-code.ts';
import type { Surroundings } from '../io.ts';
import { reportErrors } from '../load-plan-file.ts';
import { parseCount } from '../parse-count.ts';
import { coverageToJson } from '../scenarios/coverage-json.ts';
import { renderCoverage } from '../scenarios/coverage-text.ts';
import { renderScenario } from '../scenarios/scenario-text.ts';
import { scenarioToJson } from '../scenarios/scenario-json.ts';
import { suggestedText } from '../scenarios/suggested-text.ts';
import { leftOutLines } from '../left-out-lines.ts';
import { UsageError } from '../usage-error.ts';
import { examples, type Verb } from '../verb.ts';
import { widthOf } from '../width-of.ts';

interface TestOptions {
  readonly json?: true;
  readonly coverage?: true;
  readonly min?: number;
  readonly suggest?: true;
  readonly write?: true;
}

export const test: Verb = (command, act) => {
  command
    .argument('[paths...]', 'contracts, or folders of them; the folder you are in when left out')
    .option('--json', 'a line of JSON for each scenario')
    .option('--coverage', 'how much of rules, cells, edges and entitlements the scenarios hold to')
    .option(
      '--min <percent>',
      'fail where that is less; with it comes --coverage',
      parseCount('--min', 0, 100),
    )
    .option('--suggest', 'print the scenarios that would cover the rest, unreviewed, and nothing else')
    .option('--write', 'with --suggest: append them to the contract')
    .addHelpText(
      'after',
      examples([
        ['surety test contracts', 'every scenario of every contract'],
        ['surety test desk.plan --json', 'the outcome for a program'],
        ['surety test desk.plan --coverage', 'and what no scenario would notice if it were otherwise'],
        ['surety test contracts --min 100', 'fail unless they would notice all of it'],
        ['surety test desk.plan --suggest', 'scenarios for the rest, for you to work out and to keep'],
      ]),
    )
    .action(
      act(async (around, paths: string[], options: TestOptions) => {
        if (options.write === true && options.suggest !== true) {
          throw new UsageError('--write says what becomes of suggestions: ask for them with --suggest');
        }
        if (options.suggest === true && options.json === true) {
          throw new UsageError('--suggest prints text of the language, and no JSON');
        }
        const results: ScenarioResult[] = [];
        let refused = 0;
        const short: string[] = [];
        const asksCoverage =
          options.coverage === true || options.min !== undefined || options.suggest === true;
        for (const file of await findFiles(paths.length === 0 ? ['.'] : paths, ['.plan'])) {
          const loaded = await loadToRun(await readSource(file));
          if (reportErrors(loaded, around) || loaded.contract === null) {
            refused += 1;
            continue;
          }
          if (loaded.contract.scenarios.length === 0 && !asksCoverage) continue;
          const engine = load(loaded.plan());
          const ran = runScenarios(loaded.contract, engine);
          results.push(...ran);
          if (options.suggest !== true) showScenarios(file, ran, engine, options, around);
          if (ran.length > 0 && options.suggest !== true) showLeftOut(file, engine, options, around);
          if (!asksCoverage) continue;
          const coverage = measureCoverage(engine, ran, load);
          // A file of holidays, or of calendars for others, promises nothing.
          if (coverage.items.length === 0) continue;
          const { percent } = countOf(coverage, null);
          if (options.min !== undefined && percent < options.min) {
            short.push(`${file}: ${percent} % covered, less than ${options.min} %`);
          }
          if (options.suggest === true)
            await showSuggestions(file, loaded, ran, coverage, engine, options, around);
          else showCoverage(file, coverage, options, around);
        }
        const failed = results.filter((result) => !passes(result)).length;
        const out = options.suggest === true ? around.err : around.out;
        if (options.json !== true) out.write(`${countWords(results, failed, refused)}\n`);
        for (const line of short) around.err.write(`surety: ${line}\n`);
        return failed > 0 || refused > 0 || short.length > 0 ? EXIT.findings : EXIT.fine;
      }),
    );
};

const load = (plan: CompiledPlan): Engine => loadPlan(plan, RUNTIME_ZONES);

function countWords(results: readonly ScenarioResult[], failed: number, refused: number): string {
  const unreviewed = results.filter(({ scenario }) => !scenario.reviewed).length;
  return [
    `${results.length - failed} passed, ${failed} failed`,
    ...(unreviewed === 0 ? [] : [`${unreviewed} unreviewed`]),
    ...(refused === 0 ? [] : [`${refused} with errors not run`]),
  ].join(', ');
}

function showScenarios(
  file: string,
  ran: readonly ScenarioResult[],
  engine: Engine,
  { json }: TestOptions,
  { out, outPalette }: Surroundings,
): void {
  if (json === true) {
    out.write(ran.map((result) => `${JSON.stringify(scenarioToJson(result, engine))}\n`).join(''));
    return;
  }
  out.write(`${outPalette.strong(file)}\n`);
  out.write(ran.map((result) => renderScenario(result, engine, outPalette, widthOf(out))).join(''));
}

/** What the scenarios were judged without: beside the lines that programs read, under those that people do. */
function showLeftOut(
  file: string,
  { plan }: Engine,
  { json }: TestOptions,
  { out, err }: Surroundings,
): void {
  if (json === true) err.write(leftOutLines([plan], `surety: ${file}: `));
  else out.write(leftOutLines([plan], '  '));
}

function showCoverage(
  file: string,
  coverage: Coverage,
  { json }: TestOptions,
  { out, outPalette }: Surroundings,
): void {
  if (json === true) out.write(`${JSON.stringify(coverageToJson(file, coverage))}\n`);
  else out.write(renderCoverage(coverage, outPalette, widthOf(out)));
}

async function showSuggestions(
  file: string,
  { sources: [source] }: RunnableContract,
  ran: readonly ScenarioResult[],
  coverage: Coverage,
  engine: Engine,
  { write }: TestOptions,
  { out, err }: Surroundings,
): Promise<void> {
  const since = ran.length === 0 ? null : Math.min(...ran.map(({ opened }) => opened));
  const taken = new Set(ran.map(({ scenario }) => scenario.name));
  const suggestions = suggestScenarios(engine, coverage, load, since, taken);
  const before = source?.text ?? '';
  const { scenarios, count, rest } = await suggestedText(file, before, suggestions, coverage, engine.plan);
  if (write !== true) {
    out.write([scenarios, rest].filter((part) => part !== '').join('\n'));
    return;
  }
  if (count > 0) {
    await writeAtomically(file, before.trimEnd() + withLineEndsOf(before, `\n\n${scenarios}`));
  }
  err.write(rest);
  out.write(`${file}: ${count} unreviewed scenario${count === 1 ? '' : 's'} appended\n`);
}
