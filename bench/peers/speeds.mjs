import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { askPeer } from './ask-peer.mjs';
import { OPERATIONS } from './questions.mjs';

/** Of adding and measuring working hours: what the engine claims to be faster by, at the least. */
const CLAIMS = { byHandWithLuxon: 8000, fastest: 1500 };

/** Of the first calendar, which all can be asked about. Questions that do not come back are left out. */
export async function measureSpeeds({ calendar, questions }, peers) {
  const speeds = [];
  for (const peer of peers) {
    const sample = questions.filter(({ operation }, i) => i % 2 === 0 && peer.operations.includes(operation));
    const answers = await askPeer(peer, calendar, sample);
    const answered = sample.filter((_, i) => typeof answers[i] !== 'string');
    const byOperation = groupBy(answered);
    const rounds = await measure(
      { file: peer.file, calendar, questions: byOperation },
      peer.inProcessZone ? calendar.zone : 'UTC',
    );
    console.error(`measured ${peer.name}`);
    for (const [operation, each] of Object.entries(rounds))
      speeds.push({ peer: peer.name, operation, rounds: each });
  }
  return speeds;
}

function groupBy(questions) {
  const groups = {};
  for (const question of questions) (groups[question.operation] ??= []).push(question);
  return groups;
}

function measure(request, zone) {
  return new Promise((resolve, reject) => {
    const program = fileURLToPath(new URL('speed.mjs', import.meta.url));
    const child = fork(program, { env: { ...process.env, TZ: zone }, serialization: 'advanced' });
    child.once('message', resolve);
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? undefined : reject(new Error(`${request.file} ended with ${code}`)),
    );
    child.send(request);
  });
}

function spreadOf(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return { least: sorted[0], median: sorted[Math.floor(sorted.length / 2)], most: sorted.at(-1) };
}

export function showSpeeds(all) {
  console.log(
    '\nwhat an answer costs: medians of nine rounds, ratios of the same round from the least to the most',
  );
  for (const operation of OPERATIONS) {
    const own = all.filter((each) => each.operation === operation);
    if (own.length === 0) continue;
    const rounds = own.flatMap((each) => each.rounds);
    const ours = spreadOf(rounds.map((round) => round.ours));
    const toFloor = spreadOf(rounds.map((round) => round.ours / round.floor));
    console.log(
      `\n${operation}: ${ours.median.toFixed(1)} ns, ${times(toFloor)} times a random read of ${spreadOf(rounds.map(({ floor }) => floor)).median.toFixed(2)} ns`,
    );
    for (const { peer, rounds: each } of own) {
      const theirs = spreadOf(each.map((round) => round.theirs));
      const ratio = spreadOf(each.map((round) => round.theirs / round.ours));
      console.log(
        `  ${peer.padEnd(34)}${whole(theirs.median).padStart(12)} ns ${whole(ratio.median).padStart(9)} times ours (${whole(ratio.least)} to ${whole(ratio.most)})`,
      );
    }
  }
}

function whole(number) {
  return Math.round(number).toLocaleString('en-US');
}

function times({ least, median, most }) {
  return `${median.toFixed(1)} (${least.toFixed(1)} to ${most.toFixed(1)})`;
}

/** Whether each is; says so of each. */
export function areClaimsKept(all) {
  const kept = [];
  console.log('');
  for (const operation of ['add', 'between']) {
    const ratios = all
      .filter((each) => each.operation === operation)
      .map(({ peer, rounds }) => ({
        peer,
        ratio: spreadOf(rounds.map((round) => round.theirs / round.ours)).median,
      }))
      .sort((a, b) => a.ratio - b.ratio);
    const byHand = ratios.find(({ peer }) => peer === 'luxon, by hand');
    if (byHand !== undefined) kept.push(isClaimKept(operation, byHand, CLAIMS.byHandWithLuxon));
    if (ratios[0] !== undefined) kept.push(isClaimKept(operation, ratios[0], CLAIMS.fastest));
  }
  return kept.every((each) => each);
}

function isClaimKept(operation, { peer, ratio }, least) {
  const isKept = ratio >= least;
  console.log(
    `${isKept ? 'kept' : 'NOT KEPT'}: ${operation} at least ${whole(least)} times faster than ${peer}: ${whole(ratio)}`,
  );
  return isKept;
}
