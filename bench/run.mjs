// Runs measurements one after another, each as a program of its own, and ends with 1 where one of them fails.
//
//   node bench/run.mjs                 all of them
//   node bench/run.mjs startup check   some, by name
//   node bench/run.mjs --list          what there is

import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));

const BENCHES = {
  screen: 'the first frame, the answer to a key, bytes and memory of the terminal UI, in a terminal',
  startup: 'how long the command takes to start, in units of Node doing nothing',
  check: 'checking a contract of 10,000 lines: as a process, stage by stage, after an edit',
  calendar:
    'an answer of the calendar engine, one by one and in columns, in units of a random read from memory',
  deadlines: 'the deadlines of a table of tickets of several plans, and of the same tickets one by one',
  tables: 'what it takes to make the tables of calendars, and how large they are',
  carried: 'what it saves a program that a compiled plan carries its tables',
  analyze: 'a comparison of two plans over ten years, in units of looking at every hour of them',
  track: 'tickets a second that the ticket machine judges, and how `track` compares with parsing alone',
  peers: 'agreement and speed beside other libraries, which are installed on first use',
  simulate: 'tickets a second that the simulator works, beside simjs and, where it is there, SimPy',
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => name !== '--list' && !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(
    `no measurement is called ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`,
  );
  process.exit(2);
}
if (asked.includes('--list')) {
  for (const [name, what] of Object.entries(BENCHES)) console.log(`${name.padEnd(10)}${what}`);
  process.exit(0);
}

const root = dirname(folder);
// What is measured is what stands in src now, not what was built some time ago.
run('build', [join(root, 'build.mjs'), '--if-stale']);
for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
  console.log(`\n${name}: ${BENCHES[name]}`);
  run(name, [join(folder, `${name}.mjs`)]);
}

function run(name, argv) {
  const { status } = spawnSync(process.execPath, argv, { cwd: root, stdio: 'inherit' });
  if (status === 0) return;
  console.error(`${name} failed`);
  process.exitCode = 1;
}
