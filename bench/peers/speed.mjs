/**
 * A process of its own that measures one peer beside the engine and the floor, a random read from a table as large as the
 * engine's, in turns, so that whatever else the machine does meets all three. Sends CPU nanoseconds an answer, by
 * operation and round.
 */
import { loadSources } from '../load-sources.mjs';
import { FROM, HOUR, officeContract, randomInstants, TO } from '../office.mjs';
import { createPeer } from './peers.mjs';
import { ask } from './questions.mjs';

const ROUNDS = 9;
const COUNT = 1_000_000;
/** A round of a peer takes about as long, so that what the clock cannot see does not matter. */
const PEER_NS = 40e6;

const starts = randomInstants(1, COUNT, FROM, TO);
const ends = randomInstants(2, COUNT, 0, 30 * 24 * HOUR).map((ms, i) => starts[i] + ms);
const out = new Float64Array(COUNT);
const table = new Float64Array(60 * 251 * 3);
const places = Int32Array.from(starts, (t) => Math.floor(((t - FROM) / (TO - FROM)) * table.length));

function floor() {
  for (let i = 0; i < COUNT; i += 1) out[i] = table[places[i]];
}

const OURS = {
  add: (calendar) => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.add(starts[i], 16 * HOUR);
  },
  between: (calendar) => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.between(starts[i], ends[i]);
  },
  isOpen: (calendar) => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.isOpen(starts[i]) ? 1 : 0;
  },
  addDays: (calendar) => {
    for (let i = 0; i < COUNT; i += 1) out[i] = calendar.addDays(starts[i], 3);
  },
};

/** CPU time in nanoseconds: on a shared machine the clock on the wall measures the neighbours. */
function cpuNs(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) * 1000;
}

function measure(peer, calendar, questions, ours) {
  let next = 0;
  const theirs = (count) => {
    for (let i = 0; i < count; i += 1, next += 1) ask(peer, questions[next % questions.length]);
  };
  const each =
    Math.max(
      cpuNs(() => theirs(5)),
      1,
    ) / 5;
  const count = Math.max(3, Math.ceil(PEER_NS / each));
  theirs(Math.min(count, 2000));
  for (let i = 0; i < 2; i += 1) ours(calendar);
  return Array.from({ length: ROUNDS }, () => ({
    floor: cpuNs(floor) / COUNT,
    ours: cpuNs(() => ours(calendar)) / COUNT,
    theirs: cpuNs(() => theirs(count)) / count,
  }));
}

process.once('message', async ({ file, calendar, questions }) => {
  const { openContract, loadPlan } = await loadSources(`
    export { openContract } from './src/workspace/contract-session.ts';
    export { loadPlan } from './src/engine/index.ts';
  `);
  const { loaded } = await openContract('office.plan', { 'office.plan': officeContract() });
  const plan = loaded.plan();
  const ours = loadPlan(plan).calendar(plan.calendars.findIndex(({ name }) => name === 'Office'));
  const peer = await createPeer(file, calendar);
  const rounds = {};
  for (const [operation, asked] of Object.entries(questions)) {
    rounds[operation] = measure(peer, ours, asked, OURS[operation]);
  }
  process.send(rounds, () => process.disconnect());
});
