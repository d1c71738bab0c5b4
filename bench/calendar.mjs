// What an answer of the calendar engine costs, one by one and in columns: in units of one random read a row from a table as
// large as the engine's, of a plain copy, and of the naive way with luxon, all measured in turns in one run. Ends with 1 where
// a claim is not kept.
//
//   node bench/calendar.mjs [--rounds 21]

import { parseArgs } from 'node:util';
import { loadSources } from './load-sources.mjs';
import { FROM, HOLIDAYS, HOUR, officeContract, randomInstants, TO } from './office.mjs';
import { create as createByHand } from './peers/adapters/luxon-by-hand.mjs';
import { holdTo, measureInTurns, ratioOf, showSpread, spreadOf } from './rounds.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '21' } } });
const rounds = Number(values.rounds);

const { buildOpenTable, columnSpace, columnWorkers, expandCalendar, fastColumns, loadPlan, openContract } =
  await loadSources(`
  export { columnSpace, columnWorkers, fastColumns } from './src/columns.ts';
  export { buildOpenTable } from './src/engine/build-open-table.ts';
  export { expandCalendar, loadPlan } from './src/engine/index.ts';
  export { openContract } from './src/workspace/contract-session.ts';
`);

const COUNT = 1_000_000;
const { loaded } = await openContract('office.plan', { 'office.plan': officeContract() });
const plan = loaded.plan();
const index = plan.calendars.findIndex(({ name }) => name === 'Office');
const calendar = loadPlan(plan).calendar(index);
const edges = expandCalendar(plan.calendars[index].body, plan.zones, FROM / 1000, TO / 1000);
const bytes = buildOpenTable(edges, FROM / 1000, TO / 1000).data.byteLength;

const starts = randomInstants(1, COUNT, FROM, TO);
const ends = randomInstants(2, COUNT, 0, 30 * 24 * HOUR).map((ms, i) => starts[i] + ms);
const byTime = Array.from(starts.keys()).sort((a, b) => starts[a] - starts[b]);
const sortedStarts = Float64Array.from(byTime, (i) => starts[i]);
const sortedEnds = Float64Array.from(byTime, (i) => ends[i]);
const out = new Float64Array(COUNT);
const flags = new Uint8Array(COUNT);

const table = new Float64Array(bytes / 8);
const places = Int32Array.from(randomInstants(3, COUNT, 0, table.length));

/** What would be answered by what is not known, behind the table or before it, is not asked. */
const asked = starts.map((t) => Math.min(t, TO - 700 * 24 * HOUR));
const later = starts.map((t) => Math.max(t, FROM + 30 * 24 * HOUR));
const sortedAsked = Float64Array.from(byTime, (i) => asked[i]);

/** The naive way is asked less: a round of it takes as long as one of the others. */
const FEW = 200;
const byHand = createByHand({
  zone: 'America/New_York',
  week: [null, ...Array.from({ length: 5 }, () => ['09:00', '17:00']), null, null],
  holidays: HOLIDAYS,
});
let next = 0;
const few = (ask) => ({
  count: FEW,
  run: () => {
    for (let i = 0; i < FEW; i += 1) ask((next = (next + 1) % COUNT));
  },
});
for (let i = 0; i < 500; i += 1) {
  const right = calendar.add(asked[i], 16 * HOUR) === byHand.add(asked[i], 16 * HOUR);
  if (!right || calendar.between(starts[i], ends[i]) !== byHand.between(starts[i], ends[i]))
    throw new Error(`the engine and luxon by hand differ at ${new Date(asked[i]).toISOString()}`);
}

/** The same by WebAssembly, of columns that lie anywhere and of such as lie in its memory. */
const byKernel = loadPlan(plan, {}, fastColumns('webassembly')).calendar(index);
const space = columnSpace();
const placed = (column) => {
  const place = space.float64(COUNT);
  place.set(column);
  return place;
};
const inPlace = {
  asked: placed(asked),
  starts: placed(starts),
  ends: placed(ends),
  out: space.float64(COUNT),
};
const placedFlags = space.uint8(COUNT);
const workers = [1, 2].map((threads) => columnWorkers(space, threads));

/** What is answered in several ways, before any of them is measured. */
const ways = {
  add: [
    () => calendar.addEach(asked, 16 * HOUR, out),
    () => byKernel.addEach(asked, 16 * HOUR, out),
    () => byKernel.addEach(inPlace.asked, 16 * HOUR, inPlace.out),
    ...workers.map((each) => () => each.addEach(byKernel, inPlace.asked, 16 * HOUR, inPlace.out)),
  ],
  between: [
    () => calendar.betweenEach(starts, ends, out),
    () => byKernel.betweenEach(starts, ends, out),
    () => byKernel.betweenEach(inPlace.starts, inPlace.ends, inPlace.out),
    ...workers.map((each) => () => each.betweenEach(byKernel, inPlace.starts, inPlace.ends, inPlace.out)),
  ],
};
for (const [name, asks] of Object.entries(ways)) {
  let expected = null;
  let differ = 0;
  for (const ask of asks) {
    for (const column of [out, inPlace.out]) column.fill(NaN);
    await ask();
    const answers = Number.isNaN(out[0]) ? inPlace.out : out;
    expected ??= Float64Array.from(answers);
    for (let i = 0; i < COUNT; i += 1) if (!Object.is(answers[i], expected[i])) differ += 1;
  }
  const which = 'JavaScript, WebAssembly, the same in place, one thread, two';
  console.log(`a column of ${name} in ${asks.length} ways (${which}): ${differ} of ${COUNT} answers differ`);
  if (differ > 0) process.exitCode = 1;
}

/** Each loop is a function of its own: compiled code learns from what it is asked. */
const rows = {
  'random read': () => {
    for (let i = 0; i < COUNT; i += 1) out[i] = table[places[i]];
  },
  copy: () => out.set(starts),
  add: () => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.add(asked[i], 16 * HOUR);
  },
  between: () => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.between(starts[i], ends[i]);
  },
  'add 1 h': () => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.add(asked[i], HOUR);
  },
  'add 3,000 h': () => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.add(asked[i], 3000 * HOUR);
  },
  subtract: () => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.subtract(later[i], 16 * HOUR);
  },
  isOpen: () => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.isOpen(starts[i]) ? 1 : 0;
  },
  nextOpen: () => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.nextOpen(asked[i]);
  },
  prevOpen: () => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.prevOpen(later[i]);
  },
  nextClose: () => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.nextClose(asked[i]);
  },
  'add 3 business days': () => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.addDays(asked[i], 3);
  },
  'column of add': () => calendar.addEach(asked, 16 * HOUR, out),
  'column of between': () => calendar.betweenEach(starts, ends, out),
  'column of add, sorted': () => calendar.addEach(sortedAsked, 16 * HOUR, out),
  'column of between, sorted': () => calendar.betweenEach(sortedStarts, sortedEnds, out),
  'column of subtract': () => calendar.subtractEach(later, 16 * HOUR, out),
  'column of isOpen': () => calendar.isOpenEach(starts, flags),
  'column of nextOpen': () => calendar.nextOpenEach(asked, out),
  'column of add 3 business days': () => calendar.addDaysEach(asked, 3, out),
  'column of add, WebAssembly': () => byKernel.addEach(asked, 16 * HOUR, out),
  'column of between, WebAssembly': () => byKernel.betweenEach(starts, ends, out),
  'column of isOpen, WebAssembly': () => byKernel.isOpenEach(starts, flags),
  'column of add, in place': () => byKernel.addEach(inPlace.asked, 16 * HOUR, inPlace.out),
  'column of between, in place': () => byKernel.betweenEach(inPlace.starts, inPlace.ends, inPlace.out),
  'column of isOpen, in place': () => byKernel.isOpenEach(inPlace.starts, placedFlags),
};

const measured = measureInTurns(
  {
    ...Object.fromEntries(Object.entries(rows).map(([name, run]) => [name, { count: COUNT, run }])),
    'luxon by hand: add': few((i) => byHand.add(asked[i], 16 * HOUR)),
    'luxon by hand: between': few((i) => byHand.between(starts[i], ends[i])),
  },
  { rounds },
);
const floor = measured['random read'];

console.log(
  `node ${process.version}; a million random instants of 60 years; a table of ${(edges.length / 2).toLocaleString('en-US')} ` +
    `intervals, ${(bytes / (edges.length / 2)).toFixed(1)} bytes each`,
);
console.log(`medians of ${rounds} rounds, and what lies between the first and the last tenth of them\n`);
console.log(`${''.padEnd(32)}${'ns an answer'.padStart(16)}${'random reads of the same round'.padStart(42)}`);
for (const [name, ns] of Object.entries(measured)) {
  console.log(`${name.padEnd(32)}${showSpread(spreadOf(ns))}   ${showSpread(ratioOf(ns, floor))}`);
}

/**
 * By the clock on the wall, since threads are there to shorten that; so whatever else a machine does counts, and what counts is
 * the least of many short turns: those in which it left both cores to us.
 */
const split = { add: [[], []], between: [[], []] };
for (let turn = -8; turn < 20 * rounds; turn += 1) {
  for (const [name, took] of Object.entries(split)) {
    for (const threads of [0, 1]) {
      const start = performance.now();
      await ways[name][3 + threads]();
      if (turn >= 0) took[threads].push(((performance.now() - start) * 1e6) / COUNT);
    }
  }
}
const leastRatio = ([one, two]) => Math.min(...one) / Math.min(...two);
await Promise.all(workers.map((each) => each.end()));
console.log(
  `\n${'by the clock on the wall'.padEnd(32)}${'ns an answer'.padStart(16)}${'least'.padStart(20)}`,
);
for (const [name, took] of Object.entries(split)) {
  for (const [i, threads] of ['one thread', 'two threads'].entries()) {
    const least = Math.min(...took[i]).toFixed(1);
    console.log(
      `${`column of ${name}, ${threads}`.padEnd(32)}${showSpread(spreadOf(took[i]))}${least.padStart(10)}`,
    );
  }
  const turns = showSpread(ratioOf(...took), 2);
  console.log(
    `${'  one to two, turn by turn'.padEnd(32)}${turns}${leastRatio(took).toFixed(2).padStart(10)}`,
  );
}
console.log('');
for (const name of ['add', 'between', 'isOpen']) {
  for (const way of ['WebAssembly', 'in place']) {
    const ratio = ratioOf(measured[`column of ${name}`], measured[`column of ${name}, ${way}`]);
    console.log(`${`JavaScript to ${way}, ${name}`.padEnd(32)}${showSpread(ratio, 2)}`);
  }
}

const toFloor = (name) => ratioOf(measured[name], floor).median;
const times = (one, other) => ratioOf(measured[one], measured[other]).median;
holdTo([
  { what: 'add, in random reads', ratio: toFloor('add'), atMost: 16 },
  { what: 'between, in random reads', ratio: toFloor('between'), atMost: 12 },
  { what: 'a column of add, in random reads', ratio: toFloor('column of add'), atMost: 8 },
  { what: 'a column of between, in random reads', ratio: toFloor('column of between'), atMost: 7 },
  {
    what: 'a column of add, random to sorted',
    ratio: times('column of add', 'column of add, sorted'),
    atMost: 1.8,
  },
  {
    what: 'a column of between, random to sorted',
    ratio: times('column of between', 'column of between, sorted'),
    atMost: 1.8,
  },
  ...['add', 'between'].map((name) => ({
    what: `a column of ${name}, JavaScript to WebAssembly in place`,
    ratio: times(`column of ${name}`, `column of ${name}, in place`),
    atLeast: 2,
  })),
  ...Object.entries(split).map(([name, took]) => ({
    what: `a column of ${name}, one thread to two, the least of each`,
    ratio: leastRatio(took),
    atLeast: 1.5,
  })),
  { what: 'adding 3,000 hours to adding one', ratio: times('add 3,000 h', 'add 1 h'), atMost: 1.5 },
  { what: 'luxon by hand to the engine, add', ratio: times('luxon by hand: add', 'add'), atLeast: 8000 },
  {
    what: 'luxon by hand to the engine, between',
    ratio: times('luxon by hand: between', 'between'),
    atLeast: 8000,
  },
]);
