// Changes the sources of `src/time` and `src/engine` in small ways, one at a time, and says which changes no test notices.
// What was found is kept, so that the next run tries again only what has changed in a file and its tests since; `--anew`
// forgets it, which is wanted after changes elsewhere.
//
//   npm run mutation                                 every file in turn
//   npm run mutation -- src/time src/engine/win      those whose names begin so
//
// With `--record`, what they came to is written to test/mutation/scores.md.
// Ends with 1 where less than 90 % are noticed of all that is tried, or where one that is not has no reason in test/mutation/accepted.json.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { judgeReport, LEAST } from './judge-report.mjs';
import { shareOf, withScores } from './scores.mjs';
import { TARGETS } from './targets.mjs';

const CACHE = 'node_modules/.cache/stryker';
const SCORES = 'test/mutation/scores.md';
const asked = process.argv.slice(2).filter((name) => !['--anew', '--record'].includes(name));
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
for (const together of withTheSameTests(files)) {
  const report = `${CACHE}/${together
    .join('+')
    .replaceAll(/\+[^+]*\//g, '+')
    .replaceAll('/', '.')}.json`;
  const start = performance.now();
  const { status } = spawnSync('npx', ['stryker', 'run', 'test/mutation/stryker.config.mjs'], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, SURETY_MUTATED: together.join(), SURETY_MUTATION_REPORT: report },
  });
  if (status === 0) await show(together, JSON.parse(readFileSync(report, 'utf8')), performance.now() - start);
  else process.exitCode = 1;
}
if (files.length > 1) console.log(scoreLine('all', all, performance.now() - begun));
if (all.noticed < LEAST * all.total) process.exitCode = 1;

/** Files in the order in which they are listed; up to four that share one list of tests are taken at a time. */
function withTheSameTests(names) {
  const groups = [];
  for (const name of names) {
    const last = groups.at(-1);
    const shares = last !== undefined && last.length < 4 && TARGETS[last[0]] === TARGETS[name];
    if (shares) last.push(name);
    else groups.push([name]);
  }
  return groups;
}

async function show(names, { files: found, ...report }, ms) {
  // What is kept of earlier runs may tell of other files too.
  const asked = Object.fromEntries(Object.entries(found).filter(([name]) => names.includes(name)));
  const { perFile, unexplained, outdated } = judgeReport({ ...report, files: asked }, accepted);
  for (const file of perFile) {
    console.log(scoreLine(file.name, file, ms));
    for (const key of Object.keys(all)) all[key] += file[key];
    if (process.argv.includes('--record')) await record(file);
  }
  for (const { place, mutator, was, is } of unexplained)
    console.log(`  not noticed: ${place} ${mutator}\n      ${was}\n      ${is}`);
  for (const { file, line } of outdated) console.log(`  accepted, and noticed or gone: ${file}: ${line}`);
  if (unexplained.length > 0 || outdated.length > 0) process.exitCode = 1;
}

async function record(file) {
  const table = existsSync(SCORES) ? readFileSync(SCORES, 'utf8') : '';
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const scores = withScores(table, [file], { commit, date: new Date().toISOString().slice(0, 10) });
  writeFileSync(SCORES, await format(scores, { parser: 'markdown', ...(await resolveConfig(SCORES)) }));
}

function scoreLine(name, { noticed, total, explained, unexplained }, ms) {
  const share = shareOf(noticed, total).padStart(7);
  const rest = `${explained} with a reason, ${unexplained} without`;
  return `${share} of ${String(total).padStart(4)}  ${name}; ${rest}; ${Math.round(ms / 1000)} s`;
}
