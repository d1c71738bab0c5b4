// What checking a long contract costs: as a whole process, held against Node doing nothing in the same run, and stage by
// stage inside one process, held against cutting the same text into tokens. Absolute figures differ from machine to
// machine, ratios much less. Aims for 10,000 lines: the whole process under a second, an edit under 150 ms.
//
//   node bench/check.mjs [lines] [rounds]

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { build } from 'esbuild';
import { generateContract } from './generate-contract.mjs';

const LINES = Number(process.argv[2] ?? 10_000);
const ROUNDS = Number(process.argv[3] ?? 7);

const folder = mkdtempSync(join(tmpdir(), 'surety-check-'));
try {
  const text = generateContract(LINES);
  const path = join(folder, 'long.plan');
  writeFileSync(path, text);
  const lines = text.split('\n').length - 1;
  console.log(`node ${process.version}, a contract of ${lines} lines, best of ${ROUNDS}`);
  wholeProcess(path);
  await stages(text);
} finally {
  rmSync(folder, { recursive: true });
}

function wholeProcess(path) {
  const idle = fastest(() => call(['-e', '0']));
  const check = fastest(() => call(['dist/surety.js', 'check', path]));
  show('the whole process', check, check / idle, 'node -e 0');
}

function fastest(work) {
  return Math.min(
    ...Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

function call(argv) {
  const { status, stdout } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${status}\n${stdout}`);
}

async function stages(text) {
  const {
    Collector,
    checkContract,
    createSourceFile,
    lint,
    lower,
    openContract,
    promisesOutOfOrder,
    parseFile,
    readOutline,
    tokenize,
  } = await load(folder);
  const results = {};
  const source = createSourceFile('long.plan', text);
  const stage = {
    tokens: () => tokenize(text),
    outline: () => readOutline(text),
    parse: () => (results.file = parseFile(source, new Collector())),
    check: () => (results.contract = checkContract([results.file], new Collector()).contract),
    lint: () => lint(results.contract, [results.file], new Collector()),
    promises: () => promisesOutOfOrder({ ...results.contract }),
    lower: () => lower(results.contract),
  };
  // What a process does once, before the machine has learnt the code.
  const cold = Object.entries(stage).map(([what, work]) => [what, once(work)]);
  const warm = Object.entries(stage).map(([what, work]) => [what, best(work)]);
  const unit = warm[0][1];
  for (const [i, [what, ms]] of warm.entries()) {
    show(`${what} (cold ${cold[i][1].toFixed(0)} ms)`, ms, ms / unit, 'tokens');
  }
  const session = await openContract('long.plan', { 'long.plan': text });
  // Another time in one cell of a plan in the middle: of the same width, so that nothing moves, and of another.
  const cell = text.indexOf('15 min', text.length / 2);
  const edits = {
    'an edit of one declaration': ['16 min', '17 min'],
    'an edit that moves half': ['120 min', '7 min'],
  };
  for (const [what, words] of Object.entries(edits)) {
    const times = [];
    for (let round = 0; round < ROUNDS; round++) {
      const start = cpuMs();
      const { contract } = await session.edit(
        'long.plan',
        text.slice(0, cell) + words[round % 2] + text.slice(cell + '15 min'.length),
      );
      times.push(cpuMs() - start);
      if (contract === null) throw new Error('the edited contract has errors');
    }
    const ms = Math.min(...times);
    show(what, ms, ms / unit, 'tokens');
  }
}

function once(work) {
  const start = cpuMs();
  work();
  return cpuMs() - start;
}

/** Inside the process its own time is taken: on a shared machine the clock on the wall measures the neighbours. */
function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The fastest of many is what the machine can do; the rest is what else it did. */
function best(work) {
  return Math.min(...Array.from({ length: ROUNDS }, () => once(work)));
}

function show(what, ms, ratio, unit) {
  console.log(`${what.padEnd(32)} ${ms.toFixed(0).padStart(6)} ms ${ratio.toFixed(1).padStart(7)} x ${unit}`);
}

/** The sources as they stand. */
async function load(into) {
  const outfile = join(into, 'stages.mjs');
  await build({
    stdin: {
      contents: `
        export { tokenize, readOutline } from './grammar/outline.ts';
        export { Collector } from './src/diagnostics/collector.ts';
        export { checkContract } from './src/check/check-contract.ts';
        export { lint } from './src/lint/lint.ts';
        export { lower } from './src/plan/lower.ts';
        export { parseFile } from './src/syntax/parse.ts';
        export { createSourceFile } from './src/text/source.ts';
        export { openContract } from './src/workspace/contract-session.ts';
        export { promisesOutOfOrder } from './src/workspace/promises-out-of-order.ts';
      `,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  return import(outfile);
}
