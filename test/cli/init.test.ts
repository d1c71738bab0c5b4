import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call } from './call.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surety-init-'));
  file = join(folder, 'contracts', 'desk.plan');
});

afterEach(() => rm(folder, { recursive: true }));

describe('init', () => {
  test('writes a contract without a finding, an assumption or a line out of place', async () => {
    expect(await call(['init', file])).toMatchObject({ code: 0, err: '' });
    expect(await call(['check', '--strict', '--max-warnings', '0', file])).toMatchObject({
      code: 0,
      out: '1 file checked: no findings\n',
    });
    expect(await call(['fmt', '--check', file])).toMatchObject({ code: 0, out: '' });
  });

  test('writes scenarios that pass', async () => {
    await call(['init', file]);
    const { code, out } = await call(['test', file]);
    expect(code).toBe(0);
    expect(out).toMatch(/\n[1-9] passed, 0 failed\n$/);
  });

  test('says what to try next, and each of it works', async () => {
    const { out } = await call(['init', file]);
    const commands = [...out.matchAll(/^ {2}surety (.*)$/gm)].map(([, line]) => (line ?? '').split(' '));
    expect(commands.map(([verb]) => verb)).toEqual(['check', 'test', 'due']);
    for (const argv of commands) expect(await call(argv), argv.join(' ')).toMatchObject({ code: 0 });
  });

  test('says them for a name with blanks as a shell takes it', async () => {
    expect((await call(['init', join(folder, "our desk's.plan")])).out).toContain(
      `surety check '${folder}/our desk'\\''s.plan'\n`,
    );
  });

  test('never writes over a file', async () => {
    await call(['init', file]);
    await writeFile(file, 'mine');
    expect(await call(['init', file])).toEqual({
      code: 2,
      out: '',
      err: `surety: ${file}: there is such a file already, and it is left as it is\n  name one that is not there\n`,
    });
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  test('wants a name that the other commands find', async () => {
    expect(await call(['init', join(folder, 'desk')])).toMatchObject({
      code: 2,
      err: expect.stringContaining(`surety init ${folder}/desk.plan`) as string,
    });
  });
});
