// Many slips of the hand, one a contract: a token dropped, doubled, swapped with its neighbour or misspelt, in each of the
// contracts of test/corpus/good, test/corpus/policies and contracts in turn. What may not happen is a crash, an answer that
// takes a second, more than 1.5 findings a slip, more than 3 in one file, and a slip of which nothing is said, although
// the contract neither means something else nor is laid out as before. Ends with 1 where one of these happens.
//
//   node bench/mutants.mjs [--count 20000] [--seed 1] [--show 10]

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '10' },
  },
});
const show = Number(values.show);
const { judgeMutants, written } = await load();

const files = new Map();
const tally = { mutants: 0, added: 0, errors: 0, caught: 0 };
const silent = new Map();
const crashes = [];
const slow = [];
const lost = [];
const worst = [];

for await (const mutant of judgeMutants(Number(values.count), Number(values.seed))) {
  const { name, added, errors, ms } = mutant;
  tally.mutants += 1;
  tally.added += added;
  tally.errors += errors;
  if (errors > 0) tally.caught += 1;
  const file = files.get(name) ?? { mutants: 0, added: 0 };
  files.set(name, { mutants: file.mutants + 1, added: file.added + added });
  silent.set(mutant.silent, (silent.get(mutant.silent) ?? 0) + 1);
  if (mutant.crash !== null) crashes.push(mutant);
  if (ms > 1000) slow.push(mutant);
  if (mutant.silent === 'lost') lost.push(mutant);
  if (added > 3) worst.push(mutant);
}

const perFile = [...files].map(([name, { mutants, added }]) => ({ name, mean: added / mutants }));
perFile.sort((a, b) => b.mean - a.mean);
worst.sort((a, b) => b.added - a.added);
const mean = tally.added / tally.mutants;

console.log(`${tally.mutants} mutants of ${files.size} contracts, seed ${values.seed}`);
console.log(`${mean.toFixed(3)} findings a mutant; ${tally.errors} errors in ${tally.caught} mutants`);
for (const [what, count] of [...silent].sort()) console.log(`${String(count).padStart(7)} ${what}`);
console.log('most findings a mutant, by file');
for (const file of perFile.slice(0, 5)) console.log(`${file.mean.toFixed(2).padStart(7)} ${file.name}`);
report('crashes', crashes, ({ crash }) => crash);
report('slower than a second', slow, ({ ms }) => `${ms.toFixed(0)} ms`);
report('said nothing of', lost, () => '');
report('more than three findings', worst, ({ findings }) => written(findings));

const fails = crashes.length > 0 || slow.length > 0 || lost.length > 0 || mean > 1.5 || perFile[0].mean > 3;
process.exitCode = fails ? 1 : 0;

function report(title, mutants, more) {
  console.log(`${title}: ${mutants.length}`);
  for (const mutant of mutants.slice(0, show)) {
    console.log(`  ${mutant.name}: ${mutant.slip}`);
    const lines = more(mutant)
      .split('\n')
      .filter((line) => line !== '');
    for (const line of lines.slice(0, 40)) console.log(`      ${line}`);
  }
}

/** The sources as they stand. The bundle lies in the corpus's folder, since the corpus is found beside the code. */
async function load() {
  const outfile = join(process.cwd(), 'test', 'corpus', `.mutants-${process.pid}.mjs`);
  try {
    await build({
      stdin: {
        contents: `
          export { judgeMutants } from './test/corpus/judge-mutants.ts';
          export { written } from './test/corpus/load-corpus.ts';
        `,
        resolveDir: process.cwd(),
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      outfile,
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
