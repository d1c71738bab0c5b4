/** Every file with one mistake that a machine may mend, mended as `check --fix` does it. */
import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixFor, type FixMode } from '../../src/diagnostics/apply-fixes.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { fixFile } from '../../src/workspace/fix-file.ts';
import { corpusFiles, findingsIn } from './load-corpus.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'surety-fixes-'));
  const corpus = dirname(dirname(corpusFiles('bad')[0] ?? ''));
  cpSync(corpus, folder, { recursive: true });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const bad = corpusFiles('bad');
const found = await Promise.all(bad.map(async (path) => ({ path, findings: await findingsIn(path) })));
/** A fix of the contract itself; one of a file beside it is left to a person. */
const isFixable =
  (mode: FixMode) =>
  ({ path, findings }: { readonly path: string; readonly findings: readonly Diagnostic[] }): boolean =>
    findings.some((each) => fixFor(each, mode)?.edits.every(({ place }) => place.source.name === path) === true);
const safe = found.filter(isFixable('safe'));
const some = found.filter(isFixable('suggested'));

/** A copy that may be written to, in a copy of the corpus. */
function copyOf(path: string): string {
  const copy = join(folder, 'bad', basename(path));
  copyFileSync(path, copy);
  return copy;
}

const named = (files: typeof found) => files.map(({ path }) => [basename(path), path] as const);

/** What the linter and the assumptions say of a contract once its errors are gone is no matter of the fix. */
const afterwards = /^(lint|assume)\//;

describe('what is plainly meant', () => {
  it('is known of a good part of the mistakes', () => {
    expect(safe.length).toBeGreaterThan(35);
    expect(some.length).toBeGreaterThan(70);
  });

  it.each(named(safe))('%s is mended, and nothing is left', async (_, path) => {
    const copy = copyOf(path);
    const once = await fixFile(copy, 'safe');
    expect(once.applied).toHaveLength(1);
    expect(once.refused).toEqual([]);
    writeFileSync(copy, once.after);
    const left = (await findingsIn(copy)).filter(({ code }) => !afterwards.test(code));
    expect(left.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    const twice = await fixFile(copy, 'safe');
    expect(twice.after).toBe(once.after);
    expect(twice.applied).toEqual([]);
  });
});

describe('a suggestion', () => {
  it.each(named(some))('%s takes its finding away, and no error is added', async (_, path) => {
    const copy = copyOf(path);
    const [finding] = await findingsIn(copy);
    const once = await fixFile(copy, 'suggested');
    writeFileSync(copy, once.after);
    const after = await findingsIn(copy);
    expect(after.map(({ code }) => code)).not.toContain(finding?.code);
    expect(after.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([]);
    expect((await fixFile(copy, 'suggested')).after).toBe(once.after);
  });
});
