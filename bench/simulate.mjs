/**
 * How many tickets a second the simulator works, beside other simulators. Run from the root of the repository:
 *
 *   node bench/simulate.mjs              the speeds
 *   node bench/simulate.mjs --runs 1000  so many runs of a year of 10,000 tickets under three plans, on two cores, too: the
 *                                        runs alone, and the whole command from its start to the printed answer
 *
 * Times are CPU time of this process with all its threads (other users of the machine do not count), the median of fifteen
 * rounds after ten in which the code is compiled and compiled again, as in the runs behind the first of a simulation. Figures move from machine to machine: compare what was measured in one go. simjs is installed into bench/peers
 * on first use; SimPy is measured where Python finds it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadSources } from './load-sources.mjs';

const {
  loadPlan,
  createDraws,
  PLAIN_RULES,
  runDesk,
  createTickets,
  drawDurations,
  prepareSimulation,
  simulate,
  simulateRun,
  summarize,
  loadSimulation,
  openContract,
  checkMapping,
  openLog,
  readHistory,
  replayHistory,
  urgencyOf,
  teamsIn,
  assignTeams,
  promisesOf,
} = await loadSources(`
  export { loadPlan } from './src/engine/index.ts';
  export { createDraws } from './src/simulate/random/draws.ts';
  export { PLAIN_RULES } from './src/simulate/desk/desk-model.ts';
  export { runDesk } from './src/simulate/desk/run-desk.ts';
  export { createTickets } from './src/simulate/arrivals/tickets.ts';
  export { drawDurations } from './src/simulate/desk/durations.ts';
  export { assignTeams } from './src/simulate/desk/skills.ts';
  export { teamsIn, urgencyOf } from './src/simulate/desk/prepare-desk.ts';
  export { prepareSimulation } from './src/simulate/prepare.ts';
  export { promisesOf } from './src/simulate/promises.ts';
  export { simulate, simulateRun } from './src/simulate/run.ts';
  export { summarize } from './src/simulate/summarize.ts';
  export { loadSimulation } from './src/workspace/load.ts';
  export { openContract } from './src/workspace/contract-session.ts';
  export { openLog } from './src/workspace/open-log.ts';
  export { checkMapping } from './src/simulate/history/check-mapping.ts';
  export { readHistory } from './src/simulate/history/read-history.ts';
  export { replayHistory } from './src/simulate/history/replay-history.ts';
`);

const CORES = 2;
const WARM_UP = 10;
const ROUNDS = 15;
const YEAR = 'bench/simulate-year.sim';
const LOG = '../shared/data/uci-incident/incident_event_log.official-header.csv.gz';

const SIMJS = `
  import { simulateQueue } from ${JSON.stringify(new URL('simulators/simjs.mjs', import.meta.url).href)};
  const before = process.cpuUsage();
  const stayed = simulateQueue(100000);
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1e6, stayed);
`;

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '0' }, part: { type: 'string' } },
});

if (values.part === undefined) await main();
else workPart(await yearOf(Number(values.runs)), Number(values.part));

async function main() {
  const [desk, calendars, changes] = await Promise.all([
    open('simulations/service-desk.sim'),
    open('bench/simulate.sim'),
    open('bench/simulate-changes.sim'),
  ]);
  measure('draws by address', 2_000_000, 'draws', () => drawMany(2_000_000));
  const own = measure('M/M/10 at 0.9, two draws a ticket', 300_000, 'tickets', () => manyServers(300_000));
  measurePeers(own);
  const count = ticketsOf(calendars.prepared).count;
  measure('two lines, shifts, a wait: six events, six draws', count, 'tickets', () =>
    workShifts(calendars.prepared),
  );
  measure('the same, judged, and the desk accounted for', count, 'tickets', () =>
    simulateRun(calendars.prepared, 0),
  );
  measure('with calendars, pauses and severity changes', count, 'tickets', () =>
    simulateRun(changes.prepared, 0),
  );
  const year = await yearOf(1);
  const yearly = ticketsOf(year).count;
  measure(`a year of ${yearly} tickets, shifts, ${year.plans.length} plans`, yearly, 'tickets', () =>
    simulateRun(year, 0),
  );
  const { simulation, plan, engine } = desk;
  const outcome = simulate(simulation, plan, engine);
  const all = outcome.tickets.count;
  measure(`service-desk.sim, ${simulation.runs} runs, ${simulation.plans.length} plans`, all, 'tickets', () =>
    simulate(simulation, plan, engine),
  );
  measure('its summary', all, 'tickets', () => summarize(outcome));
  await measureReplay();
  if (Number(values.runs) > 0) await overCores(Number(values.runs));
  if (Number(values.runs) > 0) asItsUserWaits(Number(values.runs));
}

async function open(file) {
  const loaded = await loadSimulation(file);
  if (loaded.simulation === null) throw new Error(`${file} has errors`);
  const plan = loaded.plan();
  const engine = loadPlan(plan);
  return {
    simulation: loaded.simulation,
    plan,
    engine,
    prepared: prepareSimulation(loaded.simulation, plan, engine),
  };
}

/** Ten thousand tickets in a year, under the three plans of the service desk. */
async function yearOf(runs) {
  const { simulation, plan, engine } = await open(YEAR);
  return prepareSimulation({ ...simulation, runs }, plan, engine);
}

function ticketsOf({ streams, simulation }) {
  return createTickets(streams, createDraws(simulation.seed, 0));
}

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

/** Everything of a run but its judgement: draws, deadlines, the desk. */
function workShifts({ simulation, streams, times, desk, engine, plans, metrics }) {
  const draws = createDraws(simulation.seed, 0);
  const tickets = createTickets(streams, draws);
  const dues = metrics.map((metric) => promisesOf(engine, plans[0], metric, tickets).due);
  return runDesk({
    teams: teamsIn(desk, draws),
    steps: desk.steps,
    opened: tickets.opened,
    durations: drawDurations(times, tickets, streams, draws),
    ...assignTeams(desk.skills, tickets),
    urgency: urgencyOf(desk, tickets, dues),
    clocks: metrics.length,
    rules: PLAIN_RULES,
  });
}

/** A log of a real desk, which is no part of the project, against the three plans and seven copies of the dearest. */
async function measureReplay() {
  if (!existsSync(LOG)) return;
  const copies = Array.from({ length: 7 }, (_, i) => `plan "Premium ${i + 2}" extends Premium {\n}\n`);
  const contract = `${readFileSync('contracts/mst.plan', 'utf8')}\n${copies.join('')}`;
  const { loaded } = await openContract('contract.plan', { 'contract.plan': contract });
  const engine = loadPlan(loaded.plan());
  const { mapping } = checkMapping(readFileSync('simulations/uci.map.json', 'utf8'), 'uci.map.json');
  const { history } = await readHistory(await openLog(LOG), mapping);
  const replay = () => replayHistory({ history, engine, plans: [], log: LOG }).outcome;
  const { tickets, plans } = replay();
  measure(`a log against ${plans.length} plans`, tickets.count, 'tickets', replay);
}

/** Runs over processes, each of which works every other one, as `simulate` does over cores and machines. */
async function overCores(runs) {
  const before = performance.now();
  const parts = await Promise.all(Array.from({ length: CORES }, (_, part) => partOf(runs, part)));
  const wall = (performance.now() - before) / 1000;
  const tickets = parts.reduce((sum, part) => sum + part.tickets, 0).toLocaleString('en');
  const cpu = parts.reduce((sum, part) => sum + part.cpuMs, 0) / 1000;
  const seconds = `${wall.toFixed(1)} s on ${CORES} cores, ${cpu.toFixed(1)} s of CPU`;
  console.log(`${runs} runs of a year under three plans, ${tickets} tickets: ${seconds}`);
}

async function partOf(runs, part) {
  const child = spawn(process.execPath, [process.argv[1], '--runs', `${runs}`, '--part', `${part}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`part ${part} ended with ${status}`);
  return JSON.parse(said);
}

/** `surety simulate` from its start to the last line of the answer. */
function asItsUserWaits(runs) {
  if (spawnSync(process.execPath, ['build.mjs', '--if-stale']).status !== 0)
    throw new Error('it does not build');
  const command = [
    'dist/surety.js',
    'simulate',
    YEAR,
    '--plain',
    '--runs',
    `${runs}`,
    '--workers',
    `${CORES}`,
  ];
  const before = performance.now();
  const { status } = spawnSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`it ended with ${status}`);
  const wall = ((performance.now() - before) / 1000).toFixed(1);
  console.log(`the same by the command, with the answer: ${wall} s on ${CORES} cores`);
}

function workPart(prepared, part) {
  let tickets = 0;
  for (let run = part; run < prepared.simulation.runs; run += CORES) {
    tickets += simulateRun(prepared, run).tickets.count;
  }
  const { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ tickets, cpuMs: (user + system) / 1000 }));
}

/** The same queue in other simulators, in the units of this one. */
function measurePeers(own) {
  const folder = fileURLToPath(new URL('peers', import.meta.url));
  if (!existsSync(`${folder}/node_modules/simjs`)) {
    console.error('installing the simulator to compare with');
    spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--silent'], { cwd: folder, stdio: 'inherit' });
  }
  const [python, script] = ['python3', fileURLToPath(new URL('simulators/simpy_queue.py', import.meta.url))];
  const peers = [
    ['simjs', () => spawnSync(process.execPath, ['--input-type=module', '-e', SIMJS], { encoding: 'utf8' })],
    ['SimPy', () => spawnSync(python, [script, '100000'], { encoding: 'utf8' })],
  ];
  for (const [name, run] of peers) {
    const { status, stdout } = run();
    if (status !== 0) console.log(`  in ${name}: not there`);
    else show(`  in ${name}`, 100_000, 'tickets', Number(stdout.split(' ')[0]) * 1000, own);
  }
}

function measure(what, count, unit, work) {
  for (let round = 0; round < WARM_UP; round += 1) work();
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  return show(what, count, unit, times[(ROUNDS - 1) / 2]);
}

/** Gives how many a second; `own` is how many the simulator makes of what a peer is shown with. */
function show(what, count, unit, ms, own = null) {
  const rate = (count / ms) * 1000;
  const shown = Math.round(rate).toLocaleString('en');
  const beside = own === null ? '' : `  1/${Math.round(own / rate)} as fast`;
  console.log(`${what.padEnd(52)} ${ms.toFixed(0).padStart(6)} ms  ${shown.padStart(12)} ${unit}/s${beside}`);
  return rate;
}
