import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSource } from '../../src/workspace/read-source.ts';
import { Unreadable } from '../../src/workspace/unreadable.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surety-'));
  await writeFile(join(folder, 'gold.plan'), 'plan Gold {}\n');
});

afterAll(() => rm(folder, { recursive: true }));

async function refusal(name: string, content?: string | Buffer): Promise<Unreadable> {
  const path = join(folder, name);
  if (content !== undefined) await writeFile(path, content);
  const error: unknown = await readSource(path).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Unreadable)) throw new Error(`not refused: ${String(error)}`);
  expect(error.message.startsWith(`${path}: `)).toBe(true);
  return error;
}

describe('a file that cannot be read is refused with one message', () => {
  test('missing, with the neighbour that was meant', async () => {
    const error = await refusal('glod.plan');
    expect(error.message).toMatch(/: no such file$/);
    expect(error.help).toBe(`did you mean ${join(folder, 'gold.plan')}?`);
  });

  test('missing, in a folder that is missing too', async () => {
    expect(await refusal('no/such/thing.plan')).toMatchObject({ help: null });
  });

  test('a folder', async () => {
    expect((await refusal('.')).message).toMatch(/is a folder, not a file$/);
  });

  test('below a file', async () => {
    expect((await refusal('gold.plan/x.plan')).message).toContain('is a file, not a folder');
  });

  test.each([
    ['empty', Buffer.alloc(0), 'the file is empty'],
    ['binary', Buffer.from('PK\u0003\u0004\0\0'), 'a binary file, not a text'],
    ['UTF-16', Buffer.from('\uFEFFplan Gold {}', 'utf16le'), 'the text is in UTF-16'],
    ['Latin-1', Buffer.from('plan Gold {}\n# na\u00efve\n', 'latin1'), 'line 2 is not UTF-8'],
    ['Latin-1 on the last line', Buffer.from('plan Gold {}\n\u00e9', 'latin1'), 'line 2 is not UTF-8'],
    ['CR alone', Buffer.from('contract "A" {\r  zone UTC\r}\r'), 'its lines end in CR alone'],
    ['CR alone, without an end', Buffer.from('plan A {\r}'), 'its lines end in CR alone'],
    ['huge', Buffer.alloc(16 * 1024 * 1024 + 1, 0x20), 'larger than 16 MB'],
  ])('%s', async (_, content, message) => {
    expect((await refusal('bad.plan', content)).message).toContain(message);
  });

  test('but not for a CR among other line ends, or at the end of its one line', async () => {
    for (const text of ['plan A {\r\n}\r\n', 'plan A {}  # a\rb\n', 'plan A {}\r']) {
      await writeFile(join(folder, 'lines.plan'), text);
      expect((await readSource(join(folder, 'lines.plan'))).text).toBe(text);
    }
  });

  test('links that lead in a circle', async () => {
    await symlink(join(folder, 'loop.plan'), join(folder, 'loop.plan'));
    expect((await refusal('loop.plan')).message).toContain('links that lead in a circle');
  });

  test('a link that leads nowhere, which is not told that its own name was meant', async () => {
    await symlink(join(folder, 'gone.plan'), join(folder, 'link.plan'));
    const error = await refusal('link.plan');
    expect(error.message).toMatch(/: a link to a file that does not exist$/);
    expect(error.help).toBeNull();
  });

  test.skipIf(process.getuid?.() === 0)('without permission', async () => {
    await writeFile(join(folder, 'secret.plan'), 'x');
    await chmod(join(folder, 'secret.plan'), 0);
    expect((await refusal('secret.plan')).message).toContain('permission denied');
  });
});

test('a byte-order mark is dropped, so that columns count from the first letter', async () => {
  const path = join(folder, 'bom.plan');
  await writeFile(path, '\uFEFFplan Gold {}');
  expect(await readSource(path)).toMatchObject({ name: path, text: 'plan Gold {}' });
});
