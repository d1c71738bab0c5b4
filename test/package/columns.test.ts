import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'surety-columns-'));
  execFileSync(process.execPath, [
    'dist/surety.js',
    ...['compile', 'test/cli/fixtures/desk.plan', '--out', join(folder, 'desk.json')],
  ]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Asks a long column by threads, which it does not end, and by plain JavaScript. */
const PROGRAM = `
import { readFileSync } from 'node:fs';
import { loadPlan, readPlan } from 'SURETY/engine.js';
import { columnSpace, columnWorkers, fastColumns } from 'SURETY/columns.js';
const { plan } = readPlan(readFileSync('desk.json', 'utf8'));
const hours = plan.calendars.findIndex(({ body }) => body.kind !== 'always');
const from = Date.UTC(2026, 2, 1);
const space = columnSpace();
const [starts, out] = [space.float64(50_000), space.float64(50_000)];
starts.forEach((_, i) => (starts[i] = from + i * 100_000));
const calendar = loadPlan(plan, {}, fastColumns('webassembly')).calendar(hours);
const workers = columnWorkers(space, 2);
await workers.addEach(calendar, starts, 7_200_000, out);
const expected = new Float64Array(50_000);
loadPlan(plan).calendar(hours).addEach(starts, 7_200_000, expected);
const alone = new Float64Array(50_000);
calendar.addEach(starts, 7_200_000, alone);
const differ = (column) => expected.filter((due, i) => due !== column[i]).length;
console.log(workers.threads(), differ(out), differ(alone));
`;

function run(file: string): string {
  return execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8', timeout: 30_000 });
}

test('threads answer columns for the built package, and a program ends that did not end them', () => {
  writeFileSync(join(folder, 'ask.mjs'), PROGRAM.replaceAll('SURETY', resolve('dist')));
  expect(run('ask.mjs')).toBe('2 0 0\n');
});

test("threads answer columns out of a program's own bundle", async () => {
  writeFileSync(join(folder, 'source.mjs'), PROGRAM.replaceAll('SURETY', resolve('dist')));
  const outfile = join(folder, 'bundle.mjs');
  const entryPoints = [join(folder, 'source.mjs')];
  await build({ entryPoints, bundle: true, minify: true, format: 'esm', platform: 'node', outfile });
  expect(run('bundle.mjs')).toBe('2 0 0\n');
});
