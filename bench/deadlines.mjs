// What the deadlines of a whole table of tickets cost, of four plans, three severities and a fact, by hours and by dates: one
// by one through the scalar functions, and as a table, by plain JavaScript and by WebAssembly. Agreement is counted first.
// Ends with 1 where a claim is not kept.
//
//   node bench/deadlines.mjs [--rounds 11]

import { parseArgs } from 'node:util';
import { loadSources } from './load-sources.mjs';
import { FIRST_YEAR, HOLIDAYS, LAST_YEAR, randomInstants } from './office.mjs';
import { holdTo, measureInTurns, ratioOf, showSpread, spreadOf } from './rounds.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '11' } } });
const rounds = Number(values.rounds);

const { fastColumns, loadPlan, openContract, ticketDeadlines } = await loadSources(`
  export { fastColumns, ticketDeadlines } from './src/columns.ts';
  export { loadPlan } from './src/engine/index.ts';
  export { openContract } from './src/workspace/contract-session.ts';
`);

const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
const plans = ['Basic', 'Plus', 'Premium', 'Elite'].map(
  (name, i) => `plan ${name} {
  business days in Office at close, received outside hours at next opening, day of receipt does not count
  business hours in Office
  targets for vip yes { respond; P1 ${i + 1} business hours; P2 ${i + 9} business hours; P3 ${i + 1} business days }
  targets for vip no { respond; P1 ${i + 2} business hours; P2 ${i + 1} business days; P3 ${i + 5} business days }
}`,
);
const contract = `contract "Desk" version "1" { effective 2026-01-01 in America/New_York }
facts { vip yes or no; customers one of all, some, none }
severities {
  P1 "nobody can work" when customers = all
  P2 "some cannot" when customers = some
  P3 "a question" otherwise
}
holidays Ten {
  source "ten dates a year"
  covers ${FIRST_YEAR}..${LAST_YEAR}
${years.flatMap((year) => HOLIDAYS.map((date) => `  ${year}-${date} "holiday"`)).join('\n')}
}
calendar Office { zone America/New_York; open Mon..Fri 09:00-17:00; holidays Ten }
clock respond { starts on opened; stops on reply; pauses never }
${plans.join('\n')}
on raise count from the change
on lower keep old
`;
const { loaded } = await openContract('desk.plan', { 'desk.plan': contract });
const plan = loaded.plan();

const COUNT = 300_000;
const none = new Int8Array(COUNT).fill(-1);
const columnOf = (seed, of) => Int8Array.from(randomInstants(seed, COUNT, 0, of));
const vip = columnOf(4, 2);
const tickets = {
  opened: randomInstants(1, COUNT, Date.UTC(2024, 0, 2), Date.UTC(2027, 0, 2)),
  plan: columnOf(2, plans.length),
  severity: columnOf(3, 3),
  region: none,
  channel: none,
  type: none,
  facts: plan.facts.map(({ name }) => (name === 'vip' ? vip : null)),
};
const out = new Float64Array(COUNT);
const [plain, fast] = [loadPlan(plan), loadPlan(plan, {}, fastColumns('webassembly'))];

function oneByOne() {
  const fact = plan.facts.findIndex(({ name }) => name === 'vip');
  for (let row = 0; row < COUNT; row += 1) {
    const facts = plan.facts.map((_, i) => (i === fact ? vip[row] : -1));
    const ticket = { severity: tickets.severity[row], region: -1, channel: -1, type: -1, facts };
    const target = plain.selectTarget(tickets.plan[row], 'respond', ticket, tickets.opened[row]);
    const deadline = target === null ? null : plain.deadline(target.promise, tickets.opened[row]);
    out[row] = deadline?.kind === 'due' ? deadline.due : NaN;
  }
}

const ways = {
  'one by one': oneByOne,
  'as a table': () => ticketDeadlines(plain, 'respond', tickets, out),
  'as a table, WebAssembly': () => ticketDeadlines(fast, 'respond', tickets, out),
};
oneByOne();
const expected = out.slice();
for (const [name, ask] of Object.entries(ways)) {
  out.fill(-1);
  ask();
  const differ = expected.filter((due, row) => !Object.is(due, out[row])).length;
  console.log(`${name}: ${differ} of ${COUNT.toLocaleString('en-US')} deadlines differ`);
  if (differ > 0) process.exitCode = 1;
}

const measured = measureInTurns(
  Object.fromEntries(Object.entries(ways).map(([name, run]) => [name, { count: COUNT, run }])),
  { rounds },
);
console.log(`\n${''.padEnd(32)}${'ns a ticket'.padStart(16)}${'one by one to this'.padStart(34)}`);
for (const [name, ns] of Object.entries(measured)) {
  console.log(
    `${name.padEnd(32)}${showSpread(spreadOf(ns))}   ${showSpread(ratioOf(measured['one by one'], ns))}`,
  );
}
holdTo([
  {
    what: 'tickets one by one to a table of them',
    ratio: ratioOf(measured['one by one'], measured['as a table']).median,
    atLeast: 3,
  },
]);
