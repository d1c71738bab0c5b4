import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call, DESK } from './call.ts';

let folder: string;
let lock: string;

const HOLIDAYS = `holidays Berlin {
  covers  2026..2030
  2026-05-01  "May Day"
}
`;

/** The desk, and beside it another contract that uses a holiday file. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surety-'));
  lock = join(folder, 'surety.lock');
  // Nothing above the folder counts.
  await mkdir(join(folder, '.git'));
  await mkdir(join(folder, 'holidays'));
  await writeFile(join(folder, 'holidays', 'Berlin.plan'), HOLIDAYS);
  await cp(DESK, join(folder, 'desk.plan'));
  const desk = await readFile(DESK, 'utf8');
  await writeFile(join(folder, 'other.plan'), desk.replace('holidays  none', 'holidays  Berlin'));
});

afterEach(() => rm(folder, { recursive: true }));

const edit = async (path: string, change: (text: string) => string): Promise<void> => {
  const text = await readFile(path, 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  await writeFile(path, changed);
};

/** The lock as a machine would have written it whose data know no summer time after 2029 in Berlin. */
const withoutSummer = (text: string): string =>
  text.replace(/"tzdata": "[^"]*"/, '"tzdata": "2019a"').replace(/,\s*"20[3-9]\d-[^"]*"/g, '');

async function codes(...flags: readonly string[]): Promise<readonly string[]> {
  const { out } = await call(['check', folder, '--json', ...flags]);
  const { diagnostics } = JSON.parse(out) as { diagnostics: readonly { code: string }[] };
  return diagnostics.map(({ code }) => code).filter((code) => code.startsWith('lock/'));
}

describe('lock', () => {
  test('is of a folder, and says so to whom names a file', async () => {
    const { code, err } = await call(['lock', join(folder, 'desk.plan')]);
    expect(code).toBe(2);
    expect(err).toContain('is a file, and a lock is of all contracts of a folder');
    expect(err).toContain(`surety lock ${folder}`);
  });

  test('pins the holiday files and the clocks in use, in the same bytes each time', async () => {
    const { code, out, err } = await call(['lock', folder]);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/surety\.lock: 1 holiday file and 1 zone of time-zone data \d{4}[a-z]\n$/);
    const first = await readFile(lock, 'utf8');
    expect(JSON.parse(first)).toMatchObject({
      version: 1,
      holidays: { 'holidays/Berlin.plan': expect.stringMatching(/^sha256-.{44}$/) },
      zones: {
        'Europe/Berlin': {
          offset: '+01:00',
          changes: expect.arrayContaining(['2026-03-29T01:00:00Z +02:00']),
        },
      },
    });
    expect(first).not.toContain(folder);
    await call(['lock', folder]);
    expect(await readFile(lock, 'utf8')).toBe(first);
  });

  test('is not written over contracts with errors, and what was there is left', async () => {
    await call(['lock', folder]);
    const before = await readFile(lock, 'utf8');
    await edit(join(folder, 'desk.plan'), (text) => text.replace('8 h in Office', '8 h in Ofice'));
    const { code, err } = await call(['lock', folder]);
    expect(code).toBe(1);
    expect(err).toContain('`Ofice`');
    expect(err).toContain('surety.lock is not written');
    expect(await readFile(lock, 'utf8')).toBe(before);
    expect((await readdir(folder)).sort()).toEqual([
      '.git',
      'desk.plan',
      'holidays',
      'other.plan',
      'surety.lock',
    ]);
  });
});

describe('check, beside a lock', () => {
  beforeEach(() => call(['lock', folder]));

  test('says nothing while all is as it was', async () => {
    expect(await codes('--locked')).toEqual([]);
    const { code } = await call(['check', '--locked', folder]);
    expect(code).toBe(0);
  });

  test('says which promises other clocks move, each with a ticket', async () => {
    await edit(lock, withoutSummer);
    const { code, out } = await call(['check', join(folder, 'desk.plan')]);
    expect(code).toBe(0);
    // In 2030 clocks go forward on Sun 31 March. From 16:15 on, Friday has less than an hour left.
    expect(out.replace(/\s+/g, ' ')).toContain(
      '`1 h in Office` to respond moves with the time-zone data: opened Fri 2030-03-29 16:15 +01:00, ' +
        'a ticket is due Mon 2030-04-01 09:15 +02:00 by data',
    );
    expect(out.replace(/\s+/g, ' ')).toContain('and was due Mon 2030-04-01 10:15 +02:00 by data 2019a');
    expect(out).toContain('surety lock');
    // Three cells count hours; `15 min` and `best effort` do not. The other contract says the same ones.
    expect(await codes()).toEqual(Array.from({ length: 6 }, () => 'lock/promise-moved'));
  });

  test('fails on it when asked to, and is content after the lock is written again', async () => {
    await edit(lock, withoutSummer);
    expect((await call(['check', '--locked', folder])).code).toBe(1);
    expect((await call(['check', '--strict', join(folder, 'desk.plan')])).code).toBe(1);
    await call(['lock', folder]);
    expect((await call(['check', '--locked', folder])).code).toBe(0);
  });

  test('says so when a holiday file has changed, but not when its line ends have', async () => {
    const file = join(folder, 'holidays', 'Berlin.plan');
    await writeFile(file, HOLIDAYS.replaceAll('\n', '\r\n'));
    expect(await codes()).toEqual([]);
    await writeFile(file, HOLIDAYS.replace('}', '  2026-12-25  "Christmas Day"\n}'));
    expect(await codes()).toEqual(['lock/holidays-changed']);
    const { out } = await call(['check', folder]);
    expect(out).toContain('`holidays/Berlin.plan` is not the file that `surety.lock` pins');
  });

  test('says what the lock does not pin', async () => {
    await edit(join(folder, 'desk.plan'), (text) =>
      text.replace('zone      Europe/Berlin', 'zone      Asia/Tokyo'),
    );
    expect(await codes()).toEqual(['lock/not-pinned']);
    const { out } = await call(['check', folder]);
    expect(out).toContain('`surety.lock` does not pin `Asia/Tokyo`, on which this contract rests');
  });

  test('holds a contract against the nearest lock above it', async () => {
    await mkdir(join(folder, 'below'));
    await cp(join(folder, 'desk.plan'), join(folder, 'below', 'desk.plan'));
    await edit(lock, withoutSummer);
    expect(await codes()).toHaveLength(9);
    await call(['lock', join(folder, 'below')]);
    expect(await codes()).toHaveLength(6);
  });
});

describe('check --locked', () => {
  test('fails where there is no lock, and says how to come by one', async () => {
    const { code, err } = await call(['check', '--locked', join(folder, 'desk.plan')]);
    expect(code).toBe(2);
    expect(err).toBe(
      `surety: ${join(folder, 'desk.plan')}: there is no surety.lock for it\n  write one: surety lock\n`,
    );
  });
});

describe('a lock that cannot be read', () => {
  const broken: readonly (readonly [string, (text: string) => string, string])[] = [
    ['cut short', (text) => text.slice(0, 400), 'it is not JSON, or only a part of it'],
    ['of another tool', () => '{"name": "desk"}', 'other JSON than a lock of Surety'],
    ['a list', () => '[1]', 'other JSON than a lock of Surety'],
    [
      'of a later Surety',
      (text) => text.replace('"version": 1', '"version": 2'),
      'a lock of version 2; this Surety reads version 1',
    ],
    [
      'without its data',
      (text) => text.replace(/"tzdata": "[^"]*"/, '"tzdata": 3'),
      'it does not name its time-zone data',
    ],
    ['without its zones', (text) => text.replace('"zones"', '"zone"'), 'it lacks its holidays or its zones'],
    [
      'with a hash that is none',
      (text) => text.replace(/"sha256[^"]*"/, 'null'),
      'the hash of holidays/Berlin.plan is none',
    ],
    [
      'with a date that is none',
      (text) => text.replace('2026-03-29T', '2026-02-30T'),
      'the clock of Europe/Berlin cannot be read',
    ],
    [
      'with an offset that is none',
      (text) => text.replace('29T01:00:00Z +02:00', '29T01:00:00Z 2'),
      'the clock of Europe/Berlin cannot be read',
    ],
    [
      'with changes out of order',
      (text) => text.replace('2026-03-29T', '2036-03-29T'),
      'the clock of Europe/Berlin cannot be read',
    ],
  ];

  test.each(broken)('%s is one message, for all its contracts', async (_, damage, message) => {
    await call(['lock', folder]);
    await edit(lock, damage);
    const { code, err } = await call(['check', folder]);
    expect(code).toBe(2);
    expect(err.match(/surety\.lock/g)).toHaveLength(1);
    expect(err).toContain(message);
    expect(err).toContain('write it again: surety lock');
  });

  test('is written anew by lock', async () => {
    await writeFile(lock, '{');
    expect((await call(['lock', folder])).code).toBe(0);
    expect(await codes('--locked')).toEqual([]);
  });
});
