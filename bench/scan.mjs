// Pairs of random promises, over calendars with holidays, part-days, nights and clocks that change. `prove` decides whether
// one is ever later than the other, and `compare` works out worst, best and mean waits, both without sampling; a scan puts
// every minute of three years to the engine. Prints its size and the differences, and ends with 1 where there are any.
//
//   node bench/scan.mjs [--pairs 100] [--seed 20260612] [--first 0]

import { parseArgs } from 'node:util';
import { loadSources } from './load-sources.mjs';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '100' },
    seed: { type: 'string', default: '20260612' },
    first: { type: 'string', default: '0' },
  },
});
const { scanPairs, MINUTES } = await loadSources("export * from './test/analyze/scan-pairs.ts';");
const started = Date.now();
const { pairs, proved, refuted, betweenMinutes, deadlines, kinds, differences } = scanPairs(
  Number(values.seed),
  Number(values.pairs),
  Number(values.first),
);
const n = (number) => number.toLocaleString('en-US');
const ofKinds = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ');
console.log(`seed ${values.seed}, ${n(pairs)} pairs of promises (${ofKinds})`);
console.log(`${n(MINUTES)} minutes from 2025-12-01 on, ${n(deadlines)} deadlines asked of the engine`);
console.log(
  `${n(proved)} claims proved, ${n(refuted)} refuted, of these ${n(betweenMinutes)} between two minutes`,
);
for (const difference of differences.slice(0, 20)) console.log(difference);
console.log(`${n(differences.length)} differences`);
console.log(`${Math.round((Date.now() - started) / 1000)} s`);
process.exitCode = differences.length > 0 ? 1 : 0;
