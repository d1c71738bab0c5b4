import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CompiledPlan } from '../../src/plan/model.ts';
import { call, DESK } from './call.ts';

let folder: string;
let desk: string;
let compiled: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surety-'));
  desk = join(folder, 'desk.plan');
  compiled = join(folder, 'desk.json');
  await cp(DESK, desk);
});

afterEach(() => rm(folder, { recursive: true }));

describe('compile', () => {
  test('writes the same bytes to a file and to standard output, wherever the contract lies', async () => {
    const there = await call(['compile', desk, '--out', compiled]);
    expect(there).toEqual({ code: 0, out: '', err: '' });
    const elsewhere = join(folder, 'elsewhere');
    await mkdir(elsewhere);
    await cp(desk, join(elsewhere, 'desk.plan'));
    const { code, out } = await call(['compile', join(elsewhere, 'desk.plan')]);
    expect(code).toBe(0);
    expect(out).toBe(await readFile(compiled, 'utf8'));
    expect(out).not.toContain(folder);
  });

  test('refuses a contract with errors, and leaves what was there', async () => {
    await writeFile(compiled, 'of old');
    const text = await readFile(desk, 'utf8');
    await writeFile(desk, text.replace('8 h in Office', '8 h in Ofice'));
    const { code, out, err } = await call(['compile', desk, '--out', compiled]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('`Ofice`');
    expect(await readFile(compiled, 'utf8')).toBe('of old');
  });

  test('never writes over a contract', async () => {
    const before = await readFile(desk, 'utf8');
    for (const path of [desk, join(folder, 'other.plan')]) {
      expect(await call(['compile', desk, '--out', path])).toMatchObject({
        code: 2,
        err: expect.stringContaining('name a .json file') as string,
      });
    }
    expect(await readFile(desk, 'utf8')).toBe(before);
  });
});

describe('compile --tables', () => {
  test('adds the tables of the years and nothing else', async () => {
    await call(['compile', desk, '--out', compiled, '--tables', '2026..2027']);
    const carrying = JSON.parse(await readFile(compiled, 'utf8')) as CompiledPlan;
    expect(carrying.tables).toMatchObject({ fromYear: 2026, toYear: 2027, tzdata: carrying.tzdata });
    expect(carrying.tables?.tables.length).toBeGreaterThan(0);
    const { out } = await call(['compile', desk]);
    expect({ ...carrying, tables: null }).toEqual(JSON.parse(out));
  });

  test('adds them to a plan that was compiled before', async () => {
    await call(['compile', desk, '--out', compiled]);
    const { out } = await call(['compile', compiled, '--tables', '2026']);
    expect(out).toBe((await call(['compile', desk, '--tables', '2026'])).out);
  });

  test.each(['26', '2027..2026', '1950..2030', 'soon'])(
    'refuses %s, which is no span of years',
    async (years) => {
      const { code, out, err } = await call(['compile', desk, '--tables', years]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`\`${years}\` is no span of years`);
      expect(err).toContain('write 2024..2032 or 2026');
    },
  );
});

describe.each([
  ['a compiled plan', []],
  ['a compiled plan with its tables', ['--tables', '2025..2027']],
])('%s', (_, flags) => {
  const ticket = ['--severity', 'P1', '--opened', '2026-06-12T18:00'];

  beforeEach(() => call(['compile', desk, '--out', compiled, ...flags]));

  test.each([
    ['due', (file: string) => ['due', file, ...ticket, '--json']],
    ['due for people', (file: string) => ['due', file, ...ticket]],
    ['why', (file: string) => ['why', file, '--plan', 'Full', ...ticket, '--json']],
    ['calendar', (file: string) => ['calendar', file, 'Office', '--from', '2026-06-12', '--weeks', '2']],
  ])('answers %s as its contract does', async (_, argv) => {
    const fromContract = await call(argv(desk));
    const fromPlan = await call(argv(compiled));
    expect(fromContract).toMatchObject({ code: 0, err: '' });
    expect(fromPlan).toEqual({ ...fromContract, out: fromContract.out.replaceAll(desk, 'desk.plan') });
  });

  test('answers replay as its contract does', async () => {
    const log = join(folder, 'log.csv');
    const map = join(folder, 'log.map.json');
    await writeFile(log, 'id,at,step,level\na,2026-06-12T16:00:00Z,new,P1\na,2026-06-15T09:00:00Z,done,P1\n');
    const done = { event: 'first', where: { column: 'step', is: ['done'] }, absent: 'still running' };
    await writeFile(
      map,
      JSON.stringify({
        log: { format: 'csv' },
        times: { format: 'iso' },
        ticket: 'id',
        eventTime: 'at',
        opened: { event: 'first' },
        stops: { respond: done, resolve: done },
        severity: { column: 'level', take: 'last', values: { P1: 'P1' } },
      }),
    );
    const argv = (file: string) => ['replay', file, '--tickets', log, '--map', map, '--json'];
    const fromPlan = await call(argv(compiled));
    expect(fromPlan).toMatchObject({ code: 0, err: '' });
    expect(fromPlan.out).toContain('"Basic"');
    expect(fromPlan.out).toBe((await call(argv(desk))).out.replaceAll(desk, 'desk.plan'));
  });

  test.each([
    ['of another version', '"version":1,', '"version":7,', 'a compiled plan of version 7'],
    ['that is damaged', '"kind":"hours"', '"kind":"hrs"', 'damaged: plans/'],
    ['cut short', /.{40}\n$/, '', 'damaged: not whole, or not JSON'],
    ['of something else', '"surety-plan"', '"plan"', 'neither a contract nor a compiled plan'],
  ])('%s is told in one message', async (_, from, to, message) => {
    const text = await readFile(compiled, 'utf8');
    await writeFile(compiled, text.replace(from, to));
    const { code, out, err } = await call(['due', compiled, ...ticket]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`surety: ${compiled}: `);
    expect(err).toContain(message);
    expect(err.trimEnd().split('\n')).toHaveLength(2);
  });
});
