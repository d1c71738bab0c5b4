/** The scenarios of the five seeds, and of the service desk, hold to everything that a ticket can show of them. */
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractFiles } from '../corpus/load-corpus.ts';
import { call } from '../cli/call.ts';

const COVERED = ['express', 'gold', 'helpdesk', 'mattermost', 'mst', 'uci-service-desk'] as const;

const files = new Map(
  contractFiles().map((file) => [file.replace(/^.*\//, '').replace(/\.plan$/, ''), file] as const),
);

function fileOf(name: string): string {
  const file = files.get(name);
  if (file === undefined) throw new Error(`no contract ${name}`);
  return file;
}

describe.each(COVERED)('%s', { timeout: 120_000 }, (name) => {
  test('is covered whole by scenarios that people have read', async () => {
    const { code, out, err } = await call(['test', fileOf(name), '--min', '100']);
    expect(err).toBe('');
    expect(out).toMatch(/\n {4}all +(\d+) of \1 +100 %\n/);
    expect(out).toMatch(/\n\d+ passed, 0 failed\n$/);
    expect(code).toBe(0);
  });
});

describe('a contract that is covered whole', { timeout: 120_000 }, () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'surety-'));
    await mkdir(join(folder, 'contracts'));
    await symlink(join(fileOf('express'), '..', 'holidays'), join(folder, 'contracts', 'holidays'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  async function changed(from: RegExp, to: string) {
    const text = await readFile(fileOf('express'), 'utf8');
    expect(text).toMatch(from);
    const path = join(folder, 'contracts', 'express.plan');
    await writeFile(path, text.replace(from, to));
    return call(['test', path, '--min', '100']);
  }

  test('is not any more without one of its scenarios', async () => {
    const { code, out, err } = await changed(/scenario "Unity Day in the middle of a week" \{[^}]*\}/, '');
    expect(out).toMatch(/edges +10 of 11 +90 %/);
    expect(out).toContain('`WorkingHours` is shut on Unity Day');
    expect(err).toMatch(/98 % covered, less than 100 %/);
    expect(code).toBe(1);
  });

  test('nor with one of them unreviewed', async () => {
    const { code, out } = await changed(
      /scenario ("Unity Day in the middle of a week")/,
      'unreviewed scenario $1',
    );
    expect(out).toMatch(/edges +10 of 11 +90 %/);
    expect(out).toContain('0 failed, 1 unreviewed');
    expect(code).toBe(1);
  });

  test('nor with one rule more', async () => {
    const { code, out } = await changed(
      /^# §46$/m,
      'rule "the manager knows"  on restored partly then tell manager\n# §46',
    );
    expect(out).toContain('rule "the manager knows": tell manager');
    expect(code).toBe(1);
  });

  test('and fails with a promise of an hour more', async () => {
    const { code, out } = await changed(
      /P2 {2}1 h in WorkingHours \| 8 h in WorkingHours/,
      'P2  1 h in WorkingHours | 9 h in WorkingHours',
    );
    expect(out).toContain('FAIL');
    expect(code).toBe(1);
  });
});
