/**
 * What an answer of the calendar engine costs, held against one random read from a table of the engine's size in
 * the same run: absolute figures differ from machine to machine, ratios much less. Prints lines for people, or JSON
 * with `--json`.
 */
import { build } from 'esbuild';

const { loadPlan, lookUpZone } = await bundle(`
  export { loadPlan } from './src/engine/index.ts';
  export { lookUpZone } from './src/time/zone-lookup.ts';
`);

const COUNT = 1_000_000;
const ROUNDS = 7;
const HOUR = 3_600_000;
const FROM = Date.UTC(2000, 0, 1);
const TO = Date.UTC(2060, 0, 1);

/** Weekdays 09:00-17:00 in New York with ten fixed holidays a year. */
function officePlan() {
  const origin = { file: 'bench.plan', line: 1, column: 1, path: [] };
  const day = [{ from: 9 * 3600, to: 17 * 3600 }];
  const fixed = ['01-01', '01-15', '02-15', '05-25', '06-19', '07-04', '09-07', '10-12', '11-11', '12-25'];
  const days = Array.from({ length: 130 }, (_, i) => 1970 + i).flatMap((year) =>
    fixed.map((date) => ({ date: `${year}-${date}`, name: 'holiday', closed: { from: 0, to: 86_400 } })),
  );
  const zone = 'America/New_York';
  const body = {
    kind: 'civil',
    zone,
    week: [day, day, day, day, day, [], []],
    weekOrigin: [],
    seasons: [],
    holidays: { fromYear: 1970, toYear: 2099, days, origin },
    dated: [],
  };
  return {
    zones: { [zone]: lookUpZone(zone, 1970, 2100) },
    calendars: [{ name: 'Office', zone, body, origin }],
    plans: [],
  };
}

/** A fixed sequence (Mulberry32), so that every run asks the same. */
function randomInstants(seed, from, to) {
  let state = seed;
  return Float64Array.from({ length: COUNT }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return from + Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * (to - from));
  });
}

/** CPU time in nanoseconds: on a shared machine the clock on the wall measures the neighbours. */
function cpuNow() {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

/** Nanoseconds a row: the median of the rounds after one to warm up. */
function time(run) {
  const rounds = Array.from({ length: ROUNDS + 1 }, () => {
    const start = cpuNow();
    run();
    return (cpuNow() - start) / COUNT;
  });
  return rounds.slice(1).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
}

async function bundle(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: new URL('..', import.meta.url).pathname, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** Milliseconds to load a plan and build a table of all its years: in a process that never did, and after. */
function compile(plan) {
  const start = cpuNow();
  const calendar = loadPlan(plan).calendar(0);
  calendar.between(Date.UTC(1970, 0, 2), Date.UTC(2099, 11, 30));
  return { calendar, ms: (cpuNow() - start) / 1e6 };
}

const plan = officePlan();
const { calendar, ms: coldMs } = compile(plan);
for (let i = 0; i < 10; i += 1) compile(plan);
const warmMs = compile(plan).ms;

const starts = randomInstants(1, FROM, TO);
const ends = randomInstants(2, 0, 30 * 24 * HOUR).map((ms, i) => starts[i] + ms);
const out = new Float64Array(COUNT);

/** As many numbers as the engine has for these years: three a working day. */
const table = new Float64Array(60 * 251 * 3);
const places = Int32Array.from(starts, (t) => Math.floor(((t - FROM) / (TO - FROM)) * table.length));

const measured = {
  'random read': time(() => {
    for (let i = 0; i < COUNT; i += 1) out[i] = table[places[i]];
  }),
  'add 16 h': time(() => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.add(starts[i], 16 * HOUR);
  }),
  'add 16 h, column': time(() => calendar.addEach(starts, 16 * HOUR, out)),
  between: time(() => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.between(starts[i], ends[i]);
  }),
  'between, column': time(() => calendar.betweenEach(starts, ends, out)),
  isOpen: time(() => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.isOpen(starts[i]) ? 1 : 0;
  }),
  nextOpen: time(() => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.nextOpen(starts[i]);
  }),
  'add 3 business days': time(() => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.addDays(starts[i], 3);
  }),
};

const floor = measured['random read'];
const rows = Object.entries(measured).map(([what, ns]) => ({ what, ns, ratio: ns / floor }));
if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ node: process.version, coldMs, warmMs, rows })}\n`);
} else {
  process.stdout.write(
    `node ${process.version}; 130 years built in ${coldMs.toFixed(1)} ms, again in ${warmMs.toFixed(1)} ms\n`,
  );
  for (const { what, ns, ratio } of rows) {
    const figures = `${ns.toFixed(1).padStart(8)} ns ${ratio.toFixed(1).padStart(7)} x`;
    process.stdout.write(`${what.padEnd(20)} ${figures}\n`);
  }
}
