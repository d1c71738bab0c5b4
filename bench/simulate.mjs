/**
 * How many tickets a second the simulator works. Run from the root of the repository: `node bench/simulate.mjs`.
 * Times are CPU time of this process (other users of the machine do not count), the median of seven runs after a
 * warm-up. Figures move from machine to machine: compare what was measured in one go.
 */
import { build } from 'esbuild';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const SOURCE = `
export { loadPlan } from './src/engine/index.ts';
export { createDraws } from './src/simulate/random/draws.ts';
export { PLAIN_RULES } from './src/simulate/desk/desk-model.ts';
export { runDesk } from './src/simulate/desk/run-desk.ts';
export { simulate } from './src/simulate/run.ts';
export { summarize } from './src/simulate/summarize.ts';
export { loadSimulation } from './src/workspace/load.ts';
`;

const { loadPlan, createDraws, PLAIN_RULES, runDesk, simulate, summarize, loadSimulation } = await load();

const desk = await loadSimulation('simulations/service-desk.sim');
const { simulation } = desk;
if (simulation === null) throw new Error('simulations/service-desk.sim has errors');
const plan = desk.plan();
const engine = loadPlan(plan);
const plans = simulation.plans.length;

measure('draws by address', 2_000_000, 'draws', () => drawMany(2_000_000));
measure('M/M/10 at 0.9, no calendars, two draws a ticket', 300_000, 'tickets', () => manyServers(300_000));
const year = {
  ...simulation,
  span: { ...simulation.span, from: '2016-01-01', to: '2016-12-31' },
  runs: 1,
  warmUpDays: 0,
  arrivals: simulation.arrivals.map((stream) => ({ ...stream, perWeek: 10_000 / 52.18 })),
};
const yearly = simulate(year, plan, engine).tickets.count;
measure(`a year of ${yearly} tickets, shifts, ${plans} plans`, yearly, 'tickets', () =>
  simulate(year, plan, engine),
);
const outcome = simulate(simulation, plan, engine);
const all = outcome.tickets.count;
measure(`service-desk.sim, ${simulation.runs} runs, ${plans} plans`, all, 'tickets', () =>
  simulate(simulation, plan, engine),
);
measure('its summary', all, 'tickets', () => summarize(outcome));

function drawMany(count) {
  const draws = createDraws(1, 0);
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += draws.uniform(1, i, 2, 0);
  return sum;
}

function manyServers(count) {
  const draws = createDraws(1, 0);
  const opened = new Float64Array(count);
  const durations = new Float64Array(count);
  let clock = 0;
  for (let i = 0; i < count; i += 1) {
    clock -= Math.log1p(-draws.uniform(1, i, 2, 0)) * 1000;
    opened[i] = Math.round(clock);
    durations[i] = Math.round(-Math.log1p(-draws.uniform(1, i, 3, 0)) * 9000);
  }
  const calendar = {
    add: (at, ms) => at + ms,
    between: (from, to) => to - from,
    isOpen: () => true,
    nextOpen: (at) => at,
    closeAfter: () => Infinity,
  };
  const none = new Float64Array(count);
  return runDesk({
    teams: [{ agents: 10, calendar, atClose: 'resume', presence: null }],
    steps: [{ kind: 'work', clock: 0, at: 'end' }],
    opened,
    durations,
    groups: [[0]],
    groupOf: () => 0,
    successorsOf: () => -1,
    urgency: [{ first: none, second: none }],
    clocks: 1,
    rules: PLAIN_RULES,
  });
}

function measure(what, count, unit, work) {
  work();
  const times = Array.from({ length: 7 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  const median = times[3];
  const rate = Math.round((count / median) * 1000).toLocaleString('en');
  console.log(`${what.padEnd(52)} ${median.toFixed(0).padStart(6)} ms  ${rate.padStart(12)} ${unit}/s`);
}

/** The sources as they stand, bundled to a file that is gone again when it has been loaded. */
async function load() {
  const outfile = join('node_modules', `.bench-simulate-${process.pid}.mjs`);
  await build({
    stdin: { contents: SOURCE, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile);
  }
}
