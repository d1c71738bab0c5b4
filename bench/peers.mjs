// The engine beside the libraries that people take for the same questions. First who answers rightly: random questions of
// five calendars, by the reference interpreter, with the wrong answers shown. Then what an answer costs, in CPU time and as
// ratios of the same run. Ends with 1 where the engine is wrong, or not as much faster as it claims to be.
//
//   node bench/peers.mjs [--questions 100] [--show 3] [--peer luxon]
//
// The libraries are installed into bench/peers on first use.

import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadSources } from './load-sources.mjs';
import { askAll, isEngineRight, showAgreement } from './peers/agreement.mjs';
import { CALENDARS, contractOf, FIRST_YEAR, LAST_YEAR } from './peers/calendars.mjs';
import { PEERS } from './peers/peers.mjs';
import { ask, questionsFor } from './peers/questions.mjs';
import { areClaimsKept, measureSpeeds, showSpeeds } from './peers/speeds.mjs';

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '100' },
    show: { type: 'string', default: '3' },
    peer: { type: 'string', default: '' },
  },
});
const count = Number(values.questions);
const peers = PEERS.filter(({ name }) => name.includes(values.peer));
if (peers.length === 0 || !(count >= 1)) {
  console.error(`needed: at least one question, and of ${PEERS.map(({ name }) => name).join('; ')}`);
  process.exit(2);
}

install(fileURLToPath(new URL('peers', import.meta.url)));
const { openContract, loadPlan, readCalendar, lookUpZone, NO_FACTS } = await loadSources(`
  export { openContract } from './src/workspace/contract-session.ts';
  export { loadPlan } from './src/engine/index.ts';
  export { readCalendar } from './src/reference/index.ts';
  export { lookUpZone } from './src/time/zone-lookup.ts';
  export { NO_FACTS } from './test/engine/lower-calendar.ts';
`);

const asked = await Promise.all(CALENDARS.map(prepare));
const rows = await askAll(asked, peers);
showAgreement(asked, rows, Number(values.show));
const speeds = await measureSpeeds(asked[0], peers);
showSpeeds(speeds);
const isKept = areClaimsKept(speeds);
if (!isEngineRight(asked, rows) || !isKept) process.exitCode = 1;

/** Left alone when it is there, and from this lock file. */
function install(folder) {
  const time = (path) => statSync(join(folder, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (time('node_modules/.package-lock.json') >= time('package-lock.json')) return;
  console.error('installing the libraries to compare with');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--silent'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error('they cannot be installed; is there a network?');
    process.exit(1);
  }
}

/** A calendar, its questions, and what is right. */
async function prepare(calendar) {
  const name = `${calendar.short}.plan`;
  const { loaded } = await openContract(name, { [name]: contractOf(calendar) });
  const errors = loaded.diagnostics.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '));
  const { transitions } = lookUpZone(calendar.zone, FIRST_YEAR, LAST_YEAR);
  const plan = loaded.plan();
  const engine = loadPlan(plan).calendar(plan.calendars.findIndex((each) => each.name === 'C'));
  const reference = readCalendar(loaded.contract, 'C', NO_FACTS);
  const questions = questionsFor(calendar, transitions, count);
  return {
    calendar,
    questions: questions.map((question) => ({ ...question, right: rightOf(reference, question) })),
    engine,
  };
}

/**
 * Where a budget runs out as the hours end, libraries answer the end of the hours or the next opening: both are right, since
 * as much time was open until either.
 */
function rightOf(reference, question) {
  const answer = ask(reference, question);
  return question.operation === 'add' ? [answer, reference.nextOpen(answer)] : [answer];
}
