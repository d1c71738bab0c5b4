import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findFiles } from '../../src/workspace/find-files.ts';
import { findHolidayFile } from '../../src/workspace/find-holidays.ts';
import { writeAtomically } from '../../src/workspace/write-atomically.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surety-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function place(...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), 'x');
  }
}

describe('findFiles', () => {
  test('takes what lies in a folder and below, sorted, and leaves the rest', async () => {
    await place('b.plan', 'a/z.sim', 'a/c.plan', 'node_modules/x/y.plan', '.git/h.plan', 'readme.md');
    const found = await findFiles([folder], ['.plan', '.sim']);
    expect(found).toEqual(['a/c.plan', 'a/z.sim', 'b.plan'].map((name) => join(folder, name)));
  });

  test('takes a file that is named, whatever its name, and none twice', async () => {
    await place('terms.txt', 'b.plan');
    const [terms, plan] = [join(folder, 'terms.txt'), join(folder, 'b.plan')];
    expect(await findFiles([plan, terms, folder], ['.plan'])).toEqual([plan, terms]);
  });

  test('an empty folder is a mistake, not a success', async () => {
    await expect(findFiles([folder], ['.plan', '.sim'])).rejects.toThrow('no .plan or .sim file');
  });
});

describe('findHolidayFile', () => {
  test('the one beside the contract comes before those above', async () => {
    await place('a/b/desk.plan', 'a/b/holidays/US.plan', 'a/holidays/US.plan', 'a/holidays/DE.plan');
    const contract = join(folder, 'a/b/desk.plan');
    expect(await findHolidayFile(contract, 'US')).toBe(join(folder, 'a/b/holidays/US.plan'));
    expect(await findHolidayFile(contract, 'DE')).toBe(join(folder, 'a/holidays/DE.plan'));
    expect(await findHolidayFile(contract, 'FR')).toBeNull();
  });

  test('does not look beyond the root of the repository', async () => {
    await place('holidays/US.plan', 'repo/.git/HEAD', 'repo/contracts/desk.plan');
    expect(await findHolidayFile(join(folder, 'repo/contracts/desk.plan'), 'US')).toBeNull();
  });

  test('does not look higher than five folders', async () => {
    await place('holidays/US.plan', '1/2/3/4/desk.plan', '1/2/3/4/5/desk.plan');
    expect(await findHolidayFile(join(folder, '1/2/3/4/desk.plan'), 'US')).not.toBeNull();
    expect(await findHolidayFile(join(folder, '1/2/3/4/5/desk.plan'), 'US')).toBeNull();
  });
});

describe('writeAtomically', () => {
  test('replaces a file, keeps its mode and leaves nothing beside it', async () => {
    const path = join(folder, 'new/US.plan');
    await writeAtomically(path, 'one');
    await writeFile(path, 'two', { mode: 0o600 });
    const { mode } = await stat(path);
    await writeAtomically(path, 'three');
    expect(await readFile(path, 'utf8')).toBe('three');
    expect((await stat(path)).mode).toBe(mode);
    expect(await readdir(dirname(path))).toEqual(['US.plan']);
  });

  test('writes through a link', async () => {
    await place('real.plan');
    await symlink(join(folder, 'real.plan'), join(folder, 'link.plan'));
    await writeAtomically(join(folder, 'link.plan'), 'new');
    expect(await readFile(join(folder, 'real.plan'), 'utf8')).toBe('new');
  });

  test('says so when it cannot, and leaves nothing behind', async () => {
    await place('taken/file');
    await expect(writeAtomically(join(folder, 'taken'), 'x')).rejects.toThrow('is a folder');
    expect(await readdir(folder)).toEqual(['taken']);
  });
});
