// Changes the sources of `src/time` and `src/engine` in small ways, one at a time, and says which changes no test notices.
// It takes from minutes to hours; what was found is kept, so that the next run tries again only what has changed since.
//
//   npm run mutation                                        every part in turn
//   npm run mutation -- time deadline                       some
//   npm run mutation -- calendar src/engine/horizon.ts      some files of one
//
// Ends with 1 where less than 90 % are noticed, or where one that is not has no reason in test/mutation/accepted.json.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { judgeReport, LEAST } from './judge-report.mjs';
import { TARGETS } from './targets.mjs';

const CACHE = 'node_modules/.cache/stryker';
const asked = process.argv.slice(2);
const targets = asked.filter((name) => Object.hasOwn(TARGETS, name));
const files = asked.filter((name) => name.endsWith('.ts'));
const unknown = asked.filter((name) => !targets.includes(name) && !files.includes(name));
if (unknown.length > 0 || (files.length > 0 && targets.length !== 1)) {
  console.error(`needed: parts of ${Object.keys(TARGETS).join(', ')}; or one of them and files`);
  process.exit(2);
}

const accepted = JSON.parse(readFileSync('test/mutation/accepted.json', 'utf8'));
mkdirSync(CACHE, { recursive: true });
for (const target of targets.length > 0 ? targets : Object.keys(TARGETS)) {
  const { status } = spawnSync(
    'npx',
    [
      'stryker',
      'run',
      'test/mutation/stryker.config.mjs',
      ...(files.length > 0 ? ['--mutate', files.join(',')] : []),
    ],
    { stdio: ['ignore', 2, 2], env: { ...process.env, SURETY_MUTATED: target } },
  );
  if (status === 0) show(target, JSON.parse(readFileSync(`${CACHE}/${target}.json`, 'utf8')));
  else process.exitCode = 1;
}

function show(target, report) {
  const { perFile, noticed, total, unexplained, outdated } = judgeReport(report, accepted);
  console.log(`${target}: ${noticed} of ${total} changes are noticed, ${percent(noticed, total)}`);
  for (const file of perFile) {
    const rest = `${file.explained} with a reason, ${file.unexplained} without`;
    console.log(
      `  ${percent(file.noticed, file.total).padStart(7)} of ${String(file.total).padStart(4)}  ${file.name}; ${rest}`,
    );
  }
  for (const { place, mutator, was, is } of unexplained)
    console.log(`not noticed: ${place} ${mutator}\n    ${was}\n    ${is}`);
  for (const { file, line } of outdated) console.log(`accepted, and noticed or gone: ${file}: ${line}`);
  if (unexplained.length > 0 || noticed < LEAST * total) process.exitCode = 1;
}

function percent(part, whole) {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}
