import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLog } from '../../src/workspace/open-log.ts';
import { Unreadable } from '../../src/workspace/unreadable.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-log-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Text without an end in sight for one piece: 1.2 MB that does not pack away to nothing. */
const TEXT = Array.from({ length: 100_000 }, (_, i) => `${String((i * 7919) % 100_003)},line`).join('\n');

function write(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function readAll(path: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of await openLog(path)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function messageOf(path: string): Promise<string> {
  try {
    await readAll(path);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return error.message.replace(path, 'PATH');
  }
  return 'none';
}

describe('a log that is opened', () => {
  it('is unpacked by its first bytes, whatever its name', async () => {
    expect(await readAll(write('plain.csv.gz', TEXT))).toBe(TEXT);
    expect(await readAll(write('packed.csv', gzipSync(TEXT)))).toBe(TEXT);
    expect(await readAll(write('short', 'x'))).toBe('x');
  });

  it('may be packed in several members, one after another', async () => {
    expect(await readAll(write('two.gz', Buffer.concat([gzipSync('a\n'), gzipSync('b\n')])))).toBe('a\nb\n');
  });

  it('can be left before its end', async () => {
    for await (const piece of await openLog(write('left.gz', gzipSync(TEXT)))) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
  });
});

describe('a log that cannot be read', () => {
  it('is one message that begins with its path', async () => {
    expect(await messageOf(join(folder, 'missing.csv'))).toBe('PATH: no such file or folder');
    expect(await messageOf(folder)).toBe('PATH: is a folder, not a log');
    expect(await messageOf(write('empty.csv', ''))).toBe('PATH: the file is empty');
    const packed = gzipSync(TEXT);
    expect(await messageOf(write('cut.gz', packed.subarray(0, packed.length - 2000)))).toBe(
      'PATH: the packed log is cut off',
    );
    const damaged = Uint8Array.from(packed);
    damaged.fill(0xaa, 5000, 5200);
    expect(await messageOf(write('damaged.gz', damaged))).toBe('PATH: the packed log is damaged');
  });
});

it.each([
  ['as it is', TEXT],
  ['packed', gzipSync(TEXT)],
])('tells how much of a log has been read, %s, up to the whole', async (_, content) => {
  const shares: number[] = [];
  let length = 0;
  for await (const piece of await openLog(write('told.csv', content), (share) => shares.push(share)))
    length += piece.length;
  expect(length).toBe(TEXT.length);
  expect(shares.length).toBeGreaterThan(2);
  expect(shares[0]).toBeGreaterThan(0);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});
