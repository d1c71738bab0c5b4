// How fast the terminal UI is, as somebody at a terminal has it: the bundle in a terminal of its own (by python3's pty),
// with three plans on some 100,000 tickets at 120x40. Prints each figure beside what is asked of it, and ends with 1 where
// one is missed.
//
//   node bench/screen.mjs              starts it five times, presses 160 keys, plays for eight seconds
//   node bench/screen.mjs FILE.sim     the same for another simulation
//
// It needs dist/ (`node build.mjs`), python3, and nothing else that runs: a busy machine is slow everywhere.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import xterm from '@xterm/headless';

const COLUMNS = 120;
const ROWS = 40;
const STARTS = 5;
const KEYS = 40;
const PLAY_MS = 8000;
const PATIENCE_MS = 30_000;
const file = process.argv[2] ?? 'simulations/service-desk.sim';

/** The program in a terminal, what it shows and when it last wrote. */
async function start() {
  const env = { ...process.env, TERM: 'xterm-256color' };
  delete env.CI;
  const child = spawn(
    'python3',
    ['bench/screen/in-terminal.py', COLUMNS, ROWS, process.execPath, 'dist/surety.js', 'simulate', file],
    { env, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const screen = new xterm.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
  let bytes = 0;
  const listeners = new Set();
  const [pid] = await once(child.stderr, 'data');
  const began = performance.now();
  child.stdout.on('data', (chunk) => {
    const at = performance.now();
    bytes += chunk.length;
    screen.write(chunk, () => {
      for (const listener of [...listeners]) listener(at);
    });
  });
  const text = () =>
    Array.from(
      { length: ROWS },
      (_, row) => screen.buffer.active.getLine(row)?.translateToString() ?? '',
    ).join('\n');
  /** When the bytes came that made the screen look so. */
  const shows = (wanted) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`never showed ${wanted}:\n${text()}`)), PATIENCE_MS);
      const look = (at) => {
        if (!wanted(text())) return;
        clearTimeout(timer);
        listeners.delete(look);
        resolve(at);
      };
      listeners.add(look);
      look(performance.now());
    });
  return {
    began,
    text,
    shows,
    type: (keys) => child.stdin.write(keys),
    bytes: () => bytes,
    /** Resident memory in MB: now, and at most. */
    memory: () => {
      const status = readFileSync(`/proc/${Number(String(pid))}/status`, 'utf8');
      const of = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN) / 1024;
      return { now: of('VmRSS'), most: of('VmHWM') };
    },
    /** Processor time of all its threads so far, in ms: what the time would be if nothing else ran, or less. */
    cpu: () => {
      const stat = readFileSync(`/proc/${Number(String(pid))}/stat`, 'utf8');
      const [user, system] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13);
      return (Number(user) + Number(system)) * 10;
    },
    end: async () => {
      child.stdin.write('q');
      await once(child, 'exit');
    },
  };
}

const whole = (text) => /tickets, seed \d+, [\d,]+ runs? /.test(text) && text.includes('q quit');
/** Every plan's name, and how far it is. */
const first = (text) => /comparing/.test(text) || whole(text);

const firsts = [];
const wholes = [];
const cpu = { first: [], whole: [] };
for (let i = 0; i < STARTS; i += 1) {
  const program = await start();
  firsts.push((await program.shows(first)) - program.began);
  cpu.first.push(program.cpu());
  wholes.push((await program.shows(whole)) - program.began);
  cpu.whole.push(program.cpu());
  await program.end();
}

const program = await start();
await program.shows(whole);
const keys = {
  overview: await answers(program, ['j', 'k', '\t']),
  list: await answers(await on(program, '3', /by opened/), ['j', 'k', 'G', '\x1b[H']),
  ticket: await answers(await on(program, '\r', /opened .* counts/), [']', '[', '\t']),
};
await on(program, '2', /paused/);
for (const key of ['+', '+', '+']) program.type(key);
await on(program, ' ', /playing/);
const before = program.bytes();
await sleep(PLAY_MS);
const perSecond = (program.bytes() - before) / (PLAY_MS / 1000);
keys.playing = await answers(program, ['i', '\x1b'], /What the figures rest on/);
const memory = program.memory();
await program.end();

async function on(shown, key, wanted) {
  await sleep(100);
  shown.type(key);
  await shown.shows((text) => wanted.test(text));
  return shown;
}

/**
 * Times from a key to the first change that it makes. While something else changes by itself, the keys go to and fro
 * between a screen that holds a text and one that does not.
 */
async function answers(shown, cycle, toAndFro = null) {
  const times = [];
  for (let i = 0; i < KEYS; i += 1) {
    // At no fixed time after the last frame.
    await sleep(60 + ((i * 37) % 80));
    const before = shown.text();
    const has = toAndFro?.test(before);
    const pressed = performance.now();
    shown.type(cycle[i % cycle.length]);
    times.push(
      (await shown.shows((text) => (toAndFro === null ? text !== before : toAndFro.test(text) !== has))) -
        pressed,
    );
  }
  return times;
}

const at = (values, share) => [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1];
const ms = (value) => `${value.toFixed(0)} ms`;
let missed = 0;
function line(what, value, most, shown = ms) {
  const kept = value <= most;
  if (!kept) missed += 1;
  console.log(`${kept ? ' ' : '!'} ${what.padEnd(58)} ${shown(value).padStart(9)}   at most ${shown(most)}`);
}

console.log(
  `${file}, ${/[\d,]+ tickets/.exec(program.text())?.[0] ?? ''}, ${COLUMNS}x${ROWS}, load ${loadavg()[0].toFixed(1)}`,
);
line(`first frame, median of ${STARTS} (${ms(at(cpu.first, 0.5))} of processor)`, at(firsts, 0.5), 600);
line(`whole overview, median of ${STARTS} (${ms(at(cpu.whole, 0.5))} of processor)`, at(wholes, 0.5), 2000);
for (const [where, times] of Object.entries(keys)) {
  line(`key to change, ${where}, median`, at(times, 0.5), 50);
  line(`key to change, ${where}, 95th percentile`, at(times, 0.95), 100);
}
line('bytes a second while the stream plays', perSecond / 1024, 60, (kb) => `${kb.toFixed(1)} KB`);
line('memory, at most', memory.most, 350, (mb) => `${mb.toFixed(0)} MB`);
process.exitCode = missed > 0 ? 1 : 0;
