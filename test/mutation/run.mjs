// Changes the sources of `src/time` and `src/engine` in small ways, one at a time, and says which changes no test notices.
// What was found is kept, so that the next run tries again only what has changed in a file and its tests since; `--anew`
// forgets it, which is wanted after changes elsewhere.
//
//   npm run mutation                                 every file in turn
//   npm run mutation -- src/time src/engine/win      those whose names begin so
//
// Ends with 1 where less than 90 % are noticed of a file, or where one that is not has no reason in test/mutation/accepted.json.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { judgeReport, LEAST } from './judge-report.mjs';
import { TARGETS } from './targets.mjs';

const CACHE = 'node_modules/.cache/stryker';
const asked = process.argv.slice(2).filter((name) => name !== '--anew');
const files = Object.keys(TARGETS).filter(
  (file) => asked.length === 0 || asked.some((name) => file.startsWith(name)),
);
const unknown = asked.filter((name) => !files.some((file) => file.startsWith(name)));
if (unknown.length > 0) {
  console.error(`nothing in test/mutation/targets.mjs begins with ${unknown.join(', ')}`);
  process.exit(2);
}

if (process.argv.includes('--anew')) rmSync(CACHE, { recursive: true, force: true });
mkdirSync(CACHE, { recursive: true });
const accepted = JSON.parse(readFileSync('test/mutation/accepted.json', 'utf8'));
const all = { noticed: 0, total: 0, explained: 0, unexplained: 0 };
const begun = performance.now();
for (const file of files) {
  const report = `${CACHE}/${file.replaceAll('/', '.')}.json`;
  const start = performance.now();
  const { status } = spawnSync('npx', ['stryker', 'run', 'test/mutation/stryker.config.mjs'], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, SURETY_MUTATED: file, SURETY_MUTATION_REPORT: report },
  });
  if (status === 0) show(JSON.parse(readFileSync(report, 'utf8')), performance.now() - start);
  else process.exitCode = 1;
}
if (files.length > 1) console.log(scoreLine('all', all, performance.now() - begun));

function show(report, ms) {
  const { perFile, unexplained, outdated } = judgeReport(report, accepted);
  for (const file of perFile) {
    console.log(scoreLine(file.name, file, ms));
    for (const key of Object.keys(all)) all[key] += file[key];
    if (file.noticed < LEAST * file.total) process.exitCode = 1;
  }
  for (const { place, mutator, was, is } of unexplained)
    console.log(`  not noticed: ${place} ${mutator}\n      ${was}\n      ${is}`);
  for (const { file, line } of outdated) console.log(`  accepted, and noticed or gone: ${file}: ${line}`);
  if (unexplained.length > 0 || outdated.length > 0) process.exitCode = 1;
}

function scoreLine(name, { noticed, total, explained, unexplained }, ms) {
  const share = `${((100 * noticed) / total).toFixed(1)} %`.padStart(7);
  const rest = `${explained} with a reason, ${unexplained} without`;
  return `${share} of ${String(total).padStart(4)}  ${name}; ${rest}; ${Math.round(ms / 1000)} s`;
}
