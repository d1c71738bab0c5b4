// What it saves that a compiled plan carries its tables: a program starts, reads the plan and asks each calendar about its first
// and its last instant in ten years, once from a plan without tables, once from one with them, and once from the contract.
// Processes take turns, and the fastest of each counts: what else the machine does only adds. Ends with 1 where a claim is not kept.
//
//   node build.mjs && node bench/carried.mjs [--rounds 15] [--contract contracts/mst.plan]

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { holdTo } from './rounds.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    contract: { type: 'string', default: 'contracts/mst.plan' },
  },
});
const [from, to] = [2026, 2035];
const folder = mkdtempSync(join(tmpdir(), 'surety-'));
const [plain, carrying] = ['plain.json', 'carrying.json'].map((name) => join(folder, name));

const ASK = `
const engine = loadPlan(plan);
const years = [Date.UTC(${from}, 0, 1), Date.UTC(${to}, 11, 31)];
let sum = 0;
const before = process.cpuUsage();
for (const i of plan.calendars.keys()) {
  if (plan.calendars[i].hangsOn.length > 0) continue;
  const calendar = engine.calendar(i);
  const [first, last] = [Math.max(years[0], calendar.horizon.from), Math.min(years[1], calendar.horizon.to - 1)];
  sum += calendar.between(first, last);
}
const tables = process.cpuUsage(before);
const whole = process.cpuUsage(begun);
const ms = ({ user, system }) => (user + system) / 1000;
console.log(JSON.stringify({ sum, tables: ms(tables), whole: ms(whole) }));
`;
const BEGIN = 'const begun = process.cpuUsage();';
const fromPlan = (path) => `${BEGIN}
const { readFileSync } = await import('node:fs');
const { loadPlan, readPlan } = await import('./dist/engine.js');
const { plan } = readPlan(readFileSync(${JSON.stringify(path)}, 'utf8'));
${ASK}`;
const programs = {
  'from the contract': `${BEGIN}
const { loadContract, loadPlan } = await import('./dist/index.js');
const plan = (await loadContract(${JSON.stringify(values.contract)})).plan();
${ASK}`,
  'from a plan without tables': fromPlan(plain),
  'from a plan with its tables': fromPlan(carrying),
};

try {
  run(['dist/surety.js', 'compile', values.contract, '--out', plain]);
  run(['dist/surety.js', 'compile', values.contract, '--out', carrying, '--tables', `${from}..${to}`]);
  const answers = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [name, text] of Object.entries(programs)) {
      answers[name].push(JSON.parse(run(['--input-type=module', '--eval', text])));
    }
  }
  const sums = new Set(Object.values(answers).flatMap((all) => all.map(({ sum }) => sum)));
  if (sums.size !== 1) throw new Error('the ways do not agree');

  const best = (name, part) => Math.min(...answers[name].map((answer) => answer[part]));
  console.log(
    `node ${process.version}; ${values.contract}, ${from} to ${to}; CPU time in ms, fastest of ${values.rounds}\n`,
  );
  console.log(`${''.padEnd(30)}${'tables'.padStart(10)}${'from its start'.padStart(18)}${'MB'.padStart(8)}`);
  const sizes = { 'from a plan without tables': plain, 'from a plan with its tables': carrying };
  for (const name of Object.keys(programs)) {
    const size = sizes[name] === undefined ? '' : (statSync(sizes[name]).size / 1e6).toFixed(2);
    console.log(
      `${name.padEnd(30)}${best(name, 'tables').toFixed(1).padStart(10)}${best(name, 'whole').toFixed(1).padStart(18)}${size.padStart(8)}`,
    );
  }
  holdTo([
    {
      what: 'tables made to tables carried',
      ratio: best('from a plan without tables', 'tables') / best('from a plan with its tables', 'tables'),
      atLeast: 2,
    },
    {
      what: 'from the contract to from the plan with its tables',
      ratio: best('from the contract', 'whole') / best('from a plan with its tables', 'whole'),
      atLeast: 2,
    },
  ]);
} finally {
  rmSync(folder, { recursive: true });
}

function run(argv) {
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.slice(0, 2000));
  return stdout;
}
