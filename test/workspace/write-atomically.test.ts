import { execFileSync } from 'node:child_process';
import { lstat, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asUnreadable } from '../../src/workspace/unreadable.ts';
import { writeAtomically } from '../../src/workspace/write-atomically.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surety-write-'));
});

afterAll(() => rm(folder, { recursive: true }));

test('a file is replaced whole, and nothing is left beside it', async () => {
  const path = join(folder, 'sub', 'plan.json');
  await writeAtomically(path, 'old');
  await writeAtomically(path, 'new');
  expect(await readFile(path, 'utf8')).toBe('new');
  expect(await readdir(join(folder, 'sub'))).toEqual(['plan.json']);
});

test.skipIf(process.platform === 'win32')('a named pipe is written to, and stays a pipe', async () => {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const [read] = await Promise.all([readFile(path, 'utf8'), writeAtomically(path, 'through')]);
  expect(read).toBe('through');
  expect((await lstat(path)).isFIFO()).toBe(true);
});

test('a folder is no file to write', async () => {
  await expect(writeAtomically(folder, 'x')).rejects.toThrow('is a folder, not a file');
});

test('what the system refuses for a reason without words of ours is told in its own', () => {
  const failed = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' });
  expect(asUnreadable('desk.plan', failed).message).toBe('desk.plan: i/o error');
});
