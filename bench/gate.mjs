// Whether the engine has become slower: what its answers cost in units of a read from a table as large as its own,
// held against what was recorded. Ratios of one run differ little from machine to machine, and the least of many short
// turns little with what else a machine does. A ratio that is too high is measured again before it is believed, in the
// same process and then in fresh ones: how the compiler of the runtime happened to inline is settled once a process.
//
//   node bench/gate.mjs            one line, and 1 where something is slower than it was, with what
//   node bench/gate.mjs --record   writes bench/gate/recorded.json anew

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { slowerThanItWas } from './gate/slower-than-it-was.mjs';
import { loadSources } from './load-sources.mjs';
import { FROM, HOUR, officeContract, randomInstants, TO } from './office.mjs';

const RECORD = new URL('gate/recorded.json', import.meta.url);
const ROWS = 200_000;
const TURNS = 20;
const MOST_PASSES = 5;
/** Fresh processes that are asked before something is held to be slower; the first says so of itself by `--again`. */
const MOST_PROCESSES = 3;

const { columnSpace, fastColumns, openContract, loadPlan } = await loadSources(`
  export { columnSpace, fastColumns } from './src/columns.ts';
  export { openContract } from './src/workspace/contract-session.ts';
  export { loadPlan } from './src/engine/index.ts';
`);
const { loaded } = await openContract('office.plan', { 'office.plan': officeContract() });
const plan = loaded.plan();
const office = plan.calendars.findIndex(({ name }) => name === 'Office');

/** A fresh engine, and the whole of its calendar's table. */
function compile() {
  const calendar = loadPlan(plan).calendar(office);
  calendar.between(FROM, TO);
  return calendar;
}

const calendar = compile();
/** Counting back from the first of them stays within the years. */
const MONTH = 31 * 24 * HOUR;
const starts = randomInstants(1, ROWS, FROM + MONTH, TO);
const ends = randomInstants(2, ROWS, 0, MONTH).map((ms, i) => starts[i] + ms);
const out = new Float64Array(ROWS);
/** The same by the kernel of WebAssembly, in its own memory. */
const byKernel = loadPlan(plan, {}, fastColumns('webassembly')).calendar(office);
const space = columnSpace();
const inPlace = { starts: space.float64(ROWS), ends: space.float64(ROWS), out: space.float64(ROWS) };
inPlace.starts.set(starts);
inPlace.ends.set(ends);
/**
 * The floor: reads from a table of 256 KB, about the size of the engine's, each at a place that the one before it tells, so
 * that they cannot overlap. Reads that can differ by a factor with what else the memory has to do.
 */
const table = Int32Array.from(randomInstants(3, 1 << 16, 0, 1 << 16));

function eachRow(ask) {
  return { rows: ROWS, run: ask };
}

const FLOOR = eachRow(() => {
  let place = 0;
  for (let i = 0; i < ROWS; i += 1) place = table[(place + i) & 0xffff];
  return place;
});

const SUBJECTS = {
  add: eachRow(() => {
    for (let i = 0; i < ROWS; i += 1) out[i] = calendar.add(starts[i], 16 * HOUR);
  }),
  subtract: eachRow(() => {
    for (let i = 0; i < ROWS; i += 1) out[i] = calendar.subtract(starts[i], 16 * HOUR);
  }),
  between: eachRow(() => {
    for (let i = 0; i < ROWS; i += 1) out[i] = calendar.between(starts[i], ends[i]);
  }),
  isOpen: eachRow(() => {
    for (let i = 0; i < ROWS; i += 1) out[i] = calendar.isOpen(starts[i]) ? 1 : 0;
  }),
  nextOpen: eachRow(() => {
    for (let i = 0; i < ROWS; i += 1) out[i] = calendar.nextOpen(starts[i]);
  }),
  nextClose: eachRow(() => {
    for (let i = 0; i < ROWS; i += 1) out[i] = calendar.nextClose(starts[i]);
  }),
  addDays: eachRow(() => {
    for (let i = 0; i < ROWS; i += 1) out[i] = calendar.addDays(starts[i], 3);
  }),
  addEach: eachRow(() => calendar.addEach(starts, 16 * HOUR, out)),
  betweenEach: eachRow(() => calendar.betweenEach(starts, ends, out)),
  addEachInPlace: eachRow(() => byKernel.addEach(inPlace.starts, 16 * HOUR, inPlace.out)),
  betweenEachInPlace: eachRow(() => byKernel.betweenEach(inPlace.starts, inPlace.ends, inPlace.out)),
  compile: { rows: 1, run: compile },
};

/** CPU time in nanoseconds: on a shared machine the clock on the wall measures the neighbours. */
function nsOf({ rows, run }) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1000) / rows;
}

const least = new Map();

function take(subject) {
  least.set(subject, Math.min(least.get(subject) ?? Infinity, nsOf(subject)));
}

/** In turns, so that a busy moment meets all alike, and with the floor at each, since all hangs on that. */
function pass() {
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const subject of Object.values(SUBJECTS)) {
      take(FLOOR);
      take(subject);
    }
  }
  const floor = least.get(FLOOR);
  return Object.fromEntries(Object.entries(SUBJECTS).map(([name, each]) => [name, least.get(each) / floor]));
}

const recorded = JSON.parse(readFileSync(RECORD, 'utf8'));
let measured = pass();
if (process.argv.includes('--record')) {
  for (let passes = 1; passes < MOST_PASSES; passes += 1) measured = pass();
  const rounded = Object.entries(measured).map(([name, reads]) => [name, Number(reads.toPrecision(3))]);
  writeFileSync(RECORD, `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`);
} else {
  let verdict = slowerThanItWas(measured, recorded);
  for (let passes = 1; passes < MOST_PASSES && verdict.slower.length > 0; passes += 1) {
    measured = pass();
    verdict = slowerThanItWas(measured, recorded);
  }
  for (const line of verdict.slower) console.error(line);
  for (const line of verdict.stale) console.log(`${line}; node bench/gate.mjs --record`);
  if (verdict.slower.length > 0) process.exitCode = isSlowerAfresh() ? 1 : 0;
}
const shown = Object.entries(measured).map(([name, reads]) => `${name} ${reads.toPrecision(3)}`);
console.log(`in reads of ${least.get(FLOOR).toFixed(2)} ns: ${shown.join(', ')}`);

/** Whether fresh processes find something slower too, every one of them. */
function isSlowerAfresh() {
  if (process.argv.includes('--again')) return true;
  for (let processes = 1; processes < MOST_PROCESSES; processes += 1) {
    const afresh = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--again'], {
      stdio: 'inherit',
    });
    if (afresh.status === 0) return false;
  }
  return true;
}
