import { resolve } from 'node:path';
import { withTables } from '../../engine/index.ts';
import { writePlan } from '../../plan/write-plan.ts';
import { writeAtomically } from '../../workspace/write-atomically.ts';
import { EXIT } from '../exit-code.ts';
import { loadPlanFile } from '../load-plan-file.ts';
import { parseYears, type Years } from '../parse-years.ts';
import { UsageError } from '../usage-error.ts';
import { examples, type Verb } from '../verb.ts';

interface CompileOptions {
  readonly out?: string;
  readonly tables?: Years;
}

export const compile: Verb = (command, act) => {
  command
    .argument('<file>', 'the contract')
    .option('--out <file>', 'where to write; standard output when left out')
    .option('--tables <from..to>', 'add the open time of every calendar in these years', parseYears)
    .addHelpText(
      'after',
      [
        '',
        'The plan holds all that due, why, calendar and replay need: they take it in place of the contract.',
        'Its form is docs/compiled-plan.schema.json. The same contract gives the same bytes wherever it lies.',
        '',
        'With --tables it also holds the tables by which the engine answers, for the years named, and a program that',
        'loads it makes none. A table is a copy of what the plan says anyway: one that was made by another layout,',
        'from other hours, holidays or offsets of zones, or is damaged, is left aside and made anew.',
        examples([
          ['surety compile contracts/mst.plan --out mst.json', 'what a build keeps'],
          ['surety compile contracts/mst.plan --out mst.json --tables 2026..2030', 'with its tables'],
          [
            'surety due mst.json --severity S1 --region EMEA --opened 2026-06-12T23:00',
            'without the compiler',
          ],
        ]),
      ].join('\n'),
    )
    .action(
      act(async (around, file: string, { out: path, tables }: CompileOptions) => {
        if (path !== undefined) refuseContract(path, file);
        const plan = await loadPlanFile(file, around);
        if (plan === null) return EXIT.findings;
        const text = writePlan(tables === undefined ? plan : withTables(plan, tables.from, tables.to), file);
        if (path === undefined) around.out.write(text);
        else await writeAtomically(path, text);
        return EXIT.fine;
      }),
    );
};

/** What is compiled must never end up over what it was compiled from. */
function refuseContract(path: string, file: string): void {
  if (/\.(plan|sim)$/.test(path) || resolve(path) === resolve(file)) {
    throw new UsageError(
      `--out ${path}: a contract would be written over, or mistaken for one`,
      'name a .json file',
    );
  }
}
