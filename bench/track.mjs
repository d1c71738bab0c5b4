/**
 * How many tickets a second the ticket machine judges, how `track` compares with a loop that only parses the same lines,
 * and how much memory it takes. Run from the root of the repository, after `node build.mjs --if-stale`.
 *
 *   node bench/track.mjs                  the speeds
 *   node bench/track.mjs --memory         the memory of 10,000 and of 5,000,000 tickets too, which takes minutes
 *   node bench/track.mjs --write N        N histories of ten events each, a line an event, grouped by ticket
 *   node bench/track.mjs --write N --by-time   the same in the order of time, a ticket opened each minute
 *
 * Times are CPU time, the median of the rounds; what is compared is measured in turns.
 */
import { build } from 'esbuild';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const CONTRACT = 'bench/track.plan';
const ROUNDS = 7;
const MINUTE = 60_000;
const PARSE_ALONE = `let rest = '', sum = 0;
for await (const chunk of process.stdin.setEncoding('utf8')) {
  const lines = (rest + chunk).split('\\n');
  rest = lines.pop();
  for (const line of lines) sum += Date.parse(JSON.parse(line).at);
}
console.log(sum);
`;

const [flag, count, order] = process.argv.slice(2);
if (flag === '--write')
  await (order === '--by-time' ? writeByTime(Number(count)) : writeHistories(Number(count)));
else {
  await measureMachine(20_000);
  await measureVerb(200_000);
  if (flag === '--memory') {
    for (const tickets of [10_000, 5_000_000]) await measureMemory(tickets);
    for (const tickets of [10_000, 5_000_000]) await measureMemory(tickets, '--by-time');
  }
}

/** Ten events of one ticket; which severity and which waits hang on its number alone. One in twenty is raised. */
function historyOf(number, openedAt = null) {
  const draw = (purpose) => ((number * 2_654_435_761 + purpose * 40_503) % 4_294_967_296) / 4_294_967_296;
  const opened = openedAt ?? Date.UTC(2026, 0, 5) + Math.floor(draw(1) * 300 * 24 * 60) * MINUTE;
  const severity = 1 + Math.floor(draw(2) * 4);
  const raised = draw(3) < 0.05 ? Math.max(1, severity - 1) : severity;
  const steps = [
    ['opened', { severity: `P${severity}` }],
    ['reply'],
    ['waiting for customer'],
    ['resumed'],
    ['note'],
    [severity === raised ? 'note' : 'raised', severity === raised ? {} : { severity: `P${raised}` }],
    ['waiting for customer'],
    ['resumed'],
    ['resolved'],
    ['closed'],
  ];
  let at = opened;
  return steps.map(([event, says = {}], i) => {
    if (i > 0) at += (1 + Math.floor(draw(10 + i) * 600)) * MINUTE;
    return { ticket: `T${number}`, at: new Date(at).toISOString(), event, ...says };
  });
}

function linesOf(from, to) {
  let text = '';
  for (let number = from; number < to; number += 1) {
    for (const event of historyOf(number)) text += `${JSON.stringify(event)}\n`;
  }
  return text;
}

async function writeHistories(tickets) {
  for (let from = 0; from < tickets; from += 1000) {
    if (!process.stdout.write(linesOf(from, Math.min(tickets, from + 1000))))
      await once(process.stdout, 'drain');
  }
}

/** Some five thousand tickets are open at any time, however many there are. */
async function writeByTime(tickets) {
  const start = Date.UTC(2026, 0, 5);
  const minutes = new Map();
  let text = '';
  for (let minute = 0; minute < tickets || minutes.size > 0; minute += 1) {
    const now = start + minute * MINUTE;
    if (minute < tickets) {
      for (const event of historyOf(minute, now)) {
        minutes.set(event.at, `${minutes.get(event.at) ?? ''}${JSON.stringify(event)}\n`);
      }
    }
    const at = new Date(now).toISOString();
    text += minutes.get(at) ?? '';
    minutes.delete(at);
    if (text.length < 1 << 20) continue;
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    text = '';
  }
  process.stdout.write(text);
}

async function measureMachine(tickets) {
  const { loadContract, loadPlan, prepareProgram, readEvent, ticketMachine } = await load();
  const contract = await loadContract(CONTRACT);
  const program = prepareProgram([loadPlan(contract.plan())]);
  const machine = ticketMachine(program);
  const histories = [];
  for (let number = 0; number < tickets; number += 1) {
    histories.push(
      historyOf(number).map(({ at, event, ...says }) =>
        readEvent(program, { at: Date.parse(at), event, says }),
      ),
    );
  }
  const judge = () => {
    let missed = 0;
    for (const history of histories) {
      for (const { status } of machine.judge(history, NaN).clocks) if (status === 'missed') missed += 1;
    }
    return missed;
  };
  const missed = judge();
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.cpuUsage();
    if (judge() !== missed) throw new Error('the machine says something else of the same tickets');
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1e6);
  }
  const middle = median(times);
  console.log(
    `the ticket machine: ${perSecond(tickets, middle)} tickets a second of ten events each ` +
      `(${spread(times.map((time) => tickets / time))}), ${missed} promises missed of ${2 * tickets}`,
  );
}

/** `track` and a loop that only parses the same lines, each as a process that reads the same file, in turns. */
async function measureVerb(tickets) {
  await inFolder((folder) => {
    const input = join(folder, 'events.jsonl');
    writeFileSync(input, linesOf(0, tickets));
    const parse = join(folder, 'parse.mjs');
    writeFileSync(parse, PARSE_ALONE);
    const probe = writeProbe(folder);
    const ratios = [];
    const seconds = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const alone = usageOf(probe, [parse], input).seconds;
      const tracked = usageOf(probe, ['dist/surety.js', 'track', CONTRACT, '--grouped'], input).seconds;
      ratios.push(alone / tracked);
      seconds.push(tracked);
    }
    console.log(
      `track --grouped: ${median(ratios).toFixed(2)} times the speed of a loop that only parses ` +
        `(${spread(ratios, 2)}), ${perSecond(tickets, median(seconds))} tickets a second, start of the process included`,
    );
  });
}

/** The most memory that `track` held, of histories that are written as it reads them. */
async function measureMemory(tickets, ...flags) {
  await inFolder(async (folder) => {
    const probe = writeProbe(folder);
    const writer = spawn(process.execPath, ['bench/track.mjs', '--write', String(tickets), ...flags], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const argv = ['--import', probe, 'dist/surety.js', 'track', CONTRACT];
    const reader = spawn(process.execPath, flags.length > 0 ? argv : [...argv, '--grouped'], {
      stdio: [writer.stdout, 'ignore', 'pipe'],
    });
    let said = '';
    reader.stderr.on('data', (chunk) => (said += chunk));
    await once(reader, 'close');
    const { megabytes } = readProbe(said);
    console.log(
      `track${flags.length > 0 ? ', by time,' : ' --grouped'} of ${tickets.toLocaleString('en')} tickets: at most ${megabytes.toFixed(0)} MB`,
    );
  });
}

async function inFolder(does) {
  const folder = mkdtempSync(join(tmpdir(), 'surety-track-'));
  try {
    await does(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a process says of itself as it ends. */
function writeProbe(folder) {
  const path = join(folder, 'probe.mjs');
  writeFileSync(
    path,
    `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write('\\nprobe ' + JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024]) + '\\n');
});
`,
  );
  return pathToFileURL(path).href;
}

function readProbe(stderr) {
  const said = /^probe (.*)$/m.exec(stderr);
  if (said === null) throw new Error(stderr);
  const [seconds, megabytes] = JSON.parse(said[1]);
  return { seconds, megabytes };
}

function usageOf(probe, argv, input) {
  const stdin = openSync(input, 'r');
  const { status, stderr } = spawnSync(process.execPath, ['--import', probe, ...argv], {
    stdio: [stdin, 'ignore', 'pipe'],
  });
  closeSync(stdin);
  if (status !== 0) throw new Error(String(stderr));
  return readProbe(String(stderr));
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function spread(values, digits = 0) {
  const show = (value) => (digits === 0 ? Math.round(value).toLocaleString('en') : value.toFixed(digits));
  return `${show(Math.min(...values))} to ${show(Math.max(...values))}`;
}

function perSecond(count, seconds) {
  return Math.round(count / seconds).toLocaleString('en');
}

/** The sources as they are now, bundled as the command is. */
async function load() {
  const outfile = join('node_modules', `.bench-track-${process.pid}.mjs`);
  await build({
    stdin: {
      contents: `
export { loadPlan } from './src/engine/index.ts';
export { prepareProgram, readEvent, ticketMachine } from './src/engine/ticket/index.ts';
export { loadContract } from './src/workspace/load.ts';
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
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile);
  }
}
