// Every IANA zone that this runtime knows, every change of its offset from 1970 to 2040, random calendars around each,
// each operation of the engine against the reference; and the zone tables against a search of their own. Prints the
// size and the differences, and ends with 1 where there are any. The zone files as moment-timezone packs them are a third
// witness of the changes; they may be of another version than this runtime's data, so what they have else is only shown.
//
//   node bench/zones.mjs [--seed 1] [--calendars 1] [--questions 200] [--workers 2] [--zone Europe/Dublin]

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

if (isMainThread) await judgeAll();
else await judgeShare(workerData);

async function judgeAll() {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      calendars: { type: 'string', default: '1' },
      questions: { type: 'string', default: '200' },
      workers: { type: 'string', default: '2' },
      zone: { type: 'string' },
    },
  });
  const zones = values.zone === undefined ? Intl.supportedValuesOf('timeZone') : [values.zone];
  const judging = {
    seed: Number(values.seed),
    calendars: Number(values.calendars),
    questions: Number(values.questions),
  };
  const outfile = await bundle();
  const { PACKED_VERSION: packedVersion } = await import(pathToFileURL(outfile).href);
  const started = Date.now();
  const total = {
    zones: 0,
    transitions: 0,
    calendars: 0,
    agreed: 0,
    givenUp: 0,
    agreedOn: {},
    unwalkable: [],
    differences: [],
    packed: { same: 0, other: [], missing: [] },
  };
  try {
    // Zones are dealt out one at a time: some have two hundred changes, some none.
    const waiting = [...zones];
    await Promise.all(
      Array.from({ length: Math.min(Number(values.workers), zones.length) }, () =>
        runWorker({ outfile, judging }, waiting, (verdict) => {
          total.zones += 1;
          for (const count of ['transitions', 'calendars', 'agreed', 'givenUp'])
            total[count] += verdict[count];
          for (const [op, count] of Object.entries(verdict.agreedOn))
            total.agreedOn[op] = (total.agreedOn[op] ?? 0) + count;
          total.unwalkable.push(...verdict.unwalkable);
          if (verdict.unlikePacked === null) total.packed.missing.push(verdict.zone);
          else if (verdict.unlikePacked.length === 0) total.packed.same += 1;
          else total.packed.other.push(`${verdict.zone} ${verdict.unlikePacked.join(', ')}`);
          total.differences.push(...verdict.differences);
          for (const difference of verdict.differences.slice(0, 5)) console.log(difference);
          if (total.zones % 20 === 0) console.error(`${total.zones} of ${zones.length} zones`);
        }),
      ),
    );
  } finally {
    rmSync(outfile, { force: true });
  }
  const n = (number) => number.toLocaleString('en-US');
  console.log(`node ${process.version}, tz ${process.versions.tz}, seed ${judging.seed}`);
  console.log(`${n(total.zones)} zones, ${n(total.transitions)} changes of offset from 1970 to 2040`);
  console.log(`${n(total.calendars)} random calendars around them, ${judging.questions} questions of each`);
  console.log(
    `${n(total.agreed)} questions answered alike by engine and reference; by operation, and by row of columns:`,
  );
  for (const [op, count] of Object.entries(total.agreedOn)) console.log(`${n(count).padStart(12)} ${op}`);
  console.log(`${n(total.givenUp)} on which the reference gave up, the engine's answer being as far away`);
  if (total.unwalkable.length > 0)
    console.log(`not walked, since an offset has a part of a minute: ${total.unwalkable.join('; ')}`);
  console.log(
    `${n(total.packed.same)} zones with the changes that tz ${packedVersion} has, as moment-timezone packs it`,
  );
  for (const other of total.packed.other) console.log(`  other there: ${other}`);
  if (total.packed.missing.length > 0) console.log(`  not there: ${total.packed.missing.join(', ')}`);
  console.log(`${n(total.differences.length)} differences`);
  console.log(`${Math.round((Date.now() - started) / 1000)} s, ${values.workers} workers`);
  process.exitCode = total.differences.length > 0 ? 1 : 0;
}

function runWorker(data, waiting, onVerdict) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: data });
    const next = () => worker.postMessage(waiting.shift() ?? null);
    worker.on('message', (verdict) => {
      onVerdict(verdict);
      next();
    });
    worker.on('error', reject);
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
    next();
  });
}

async function judgeShare({ outfile, judging }) {
  const { judgeZone } = await import(pathToFileURL(outfile).href);
  parentPort.on('message', (zone) => {
    if (zone === null) parentPort.close();
    else parentPort.postMessage(judgeZone(zone, judging));
  });
}

/** The sources as they stand, in a file beside the libraries that they load. */
async function bundle() {
  const { build } = await import('esbuild');
  const folder = join(process.cwd(), 'node_modules', '.cache');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `zones-${process.pid}.mjs`);
  await build({
    stdin: {
      contents: `
        export { judgeZone } from './test/zones/judge-zone.ts';
        export { PACKED_VERSION } from './test/zones/packed-transitions.ts';
      `,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}
