// How long the command takes to start, as ratios to Node doing nothing, measured in turns in one run so that a busy
// machine slows all of them alike. Aims: --help under 2, check of one contract under 3.
//
//   node bench/startup.mjs [rounds]

import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

const rounds = Number(process.argv[2] ?? 15);
const calls = [
  ['node -e 0', ['-e', '0']],
  ['surety --help', ['dist/surety.js', '--help']],
  ['surety check contracts/mst.plan', ['dist/surety.js', 'check', 'contracts/mst.plan']],
  [
    'surety due contracts/mst.plan …',
    [
      'dist/surety.js',
      'due',
      'contracts/mst.plan',
      '--severity',
      'S1',
      '--region',
      'EMEA',
      '--opened',
      '2026-06-01T08:00',
    ],
  ],
];

const times = calls.map(() => []);
for (let round = 0; round < rounds; round++) {
  calls.forEach(([name, argv], index) => {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, argv, { stdio: 'ignore' });
    times[index].push(performance.now() - start);
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
  });
}

// The fastest of many is what the machine can do; the rest is what else it did.
const best = times.map((each) => Math.min(...each));
calls.forEach(([name], index) => {
  const ratio = (best[index] / best[0]).toFixed(2);
  console.log(`${best[index].toFixed(0).padStart(5)} ms  ${ratio.padStart(5)} x  ${name}`);
});
