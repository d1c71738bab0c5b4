import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTrackState } from '../../src/workspace/track-state.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surety-state-'));
  path = join(folder, 'open.jsonl');
});

afterEach(() => rm(folder, { recursive: true }));

test('a run finds what the run before it left', async () => {
  const first = await readTrackState(path);
  expect(first.lines).toEqual([]);
  await first.leave(['{"ticket":"A"}']);
  const second = await readTrackState(path);
  expect(second.lines).toEqual(['{"ticket":"A"}']);
  await second.leave([]);
  expect((await readTrackState(path)).lines).toEqual([]);
});

test.each([
  ['where there was none', null],
  ['where there was one', '{"ticket":"A"}\n'],
])('of two runs at a time the second to end loses nothing of the first, %s', async (_, before) => {
  if (before !== null) await writeFile(path, before);
  const [one, other] = [await readTrackState(path), await readTrackState(path)];
  await one.leave(['{"ticket":"B"}']);
  await expect(other.leave(['{"ticket":"C"}'])).rejects.toThrow('another run has written it in the meantime');
  expect(await readFile(path, 'utf8')).toBe('{"ticket":"B"}\n');
});
