/**
 * What it takes to compare two plans over all openings of ten years, to the millisecond: the two highest of each of the
 * five contracts that restate published pages, their lines drawn afresh each time. Figures move from machine to machine,
 * so each stands beside a scan, in the same round, of the same promises hour by hour: what an answer would cost that
 * misses all that lies between two hours. Then what the linter asks of the contract. Aim: under 100 ms a comparison.
 *
 *   node bench/analyze.mjs [rounds]
 */
import { loadSources } from './load-sources.mjs';
import { cpuMs, holdTo, measureInTurns, ratioOf, showSpread, spreadOf } from './rounds.mjs';

const ROUNDS = Number(process.argv[2] ?? 15);
const DAY = 86_400_000;
const YEARS_MS = 522 * 7 * DAY;

const { answerable, askedToCompare, comparePlans, firstDay, loadPlan, loadContract, promisesOutOfOrder } =
  await loadSources(`
    export { askedToCompare, comparePlans } from './src/analyze/compare-plans.ts';
    export { answerable, firstDay } from './src/analyze/span.ts';
    export { loadPlan } from './src/engine/index.ts';
    export { loadContract } from './src/workspace/load.ts';
    export { promisesOutOfOrder } from './src/workspace/promises-out-of-order.ts';
  `);

const NAMES = ['mst', 'gold', 'mattermost', 'express', 'helpdesk'];
const cases = {};
const about = {};
for (const name of NAMES) {
  const { contract, plan } = await loadContract(`contracts/${name}.plan`);
  const compiled = plan();
  const engine = loadPlan(compiled);
  const two = compiled.plans.map((_, index) => index).slice(-2);
  const span = spanOf(engine, two);
  const compare = () => {
    // A calendar's table is made once for all who ask; lines are kept as long as their engine, so each round has its own.
    const fresh = Object.create(engine);
    return comparePlans(
      two.map((index) => ({ engine: fresh, plan: index })),
      span,
    );
  };
  const first = cpuMs(compare);
  const { promises } = compare();
  const years = ((span.to - span.from) / (365.25 * DAY)).toFixed(1);
  about[name] =
    `${promises.length} promises of ${two.length === 2 ? 'two plans' : 'one plan'}, ${years} years; the first took ${first.toFixed(0)} ms, with the tables`;
  cases[name] = { count: 1, run: compare };
  cases[`${name} by the hour`] = { count: 1, run: hourly(engine, compare(), span) };
  cases[`${name} linted`] = { count: 1, run: () => promisesOutOfOrder({ ...contract }) };
}

const measured = measureInTurns(cases, { rounds: ROUNDS });
const ms = (name) => measured[name].map((ns) => ns / 1e6);
console.log(`node ${process.version}, ${ROUNDS} rounds in turns: median (a tenth below, a tenth above)`);
const claims = [];
for (const name of NAMES) {
  const ratio = ratioOf(measured[name], measured[`${name} by the hour`]);
  console.log(`\n${name}: ${about[name]}`);
  console.log(`  a comparison         ${showSpread(spreadOf(ms(name)))} ms`);
  console.log(`  the hour by hour scan${showSpread(spreadOf(ms(`${name} by the hour`)))} ms`);
  console.log(`  in units of that     ${showSpread(ratio, 2)}`);
  console.log(`  check's question     ${showSpread(spreadOf(ms(`${name} linted`)))} ms`);
  claims.push({ what: `${name}, ms a comparison`, ratio: spreadOf(ms(name)).median, atMost: 100 });
}
holdTo(claims);

/** Ten years of openings, or as many as all deadlines are known for. */
function spanOf(engine, plans) {
  const from = firstDay(engine);
  const asked = askedToCompare(plans.map((plan) => ({ engine, plan })));
  return answerable({ from, to: from + YEARS_MS }, asked);
}

/** The deadlines of all promises of a comparison for every hour of its span, asked of the engine. */
function hourly(engine, { promises }, { from, to }) {
  const hours = Math.floor((to - from) / 3_600_000);
  const starts = Float64Array.from({ length: hours }, (_, i) => from + i * 3_600_000);
  const out = new Float64Array(hours);
  const cells = promises.flatMap(({ figures }) => figures.flatMap((each) => each.cells.slice(0, 1)));
  return () => {
    for (const { promise } of cells) engine.deadlines(promise, starts, out);
  };
}
