/**
 * Contracts with one mistake each, and contracts without any. What is said about a mistake stands beside it in an
 * `.expected` file; after a change, `npx vitest run test/corpus -u` writes these anew, to be read as a diff.
 */
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REGISTRY } from '../../src/diagnostics/registry.ts';
import { loadContract } from '../../src/workspace/load.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { corpusFiles, findingsIn as readFindings, written } from './load-corpus.ts';
import { readingOf } from './reading.ts';

const good = corpusFiles('good');
const bad = corpusFiles('bad');

/** Each contract is read once, for all that is asked of it. */
const found = new Map<string, Promise<readonly Diagnostic[]>>();
function findingsIn(path: string): Promise<readonly Diagnostic[]> {
  const reading = found.get(path) ?? readFindings(path);
  found.set(path, reading);
  return reading;
}

describe('a contract with one mistake', () => {
  it.each(bad.map((path) => [basename(path), path]))('%s is told what it is, once', async (_, path) => {
    const findings = await findingsIn(path);
    expect(findings).toHaveLength(1);
    await expect(written(findings)).toMatchFileSnapshot(`${path.replace(/\.(plan|sim)$/, '')}.expected`);
  });

  it.each(bad.map((path) => [basename(path), path]))('%s is told a way out', async (_, path) => {
    for (const { code, help, place } of await findingsIn(path)) {
      expect(help ?? '').not.toBe('');
      if (code !== 'syntax/empty-file') expect(place.span.start).toBeLessThan(place.span.end);
    }
  });

  it('is there for every error and warning', async () => {
    const shown = new Set((await Promise.all(bad.map(findingsIn))).flat().map((finding) => finding.code));
    const all = Object.entries(REGISTRY).filter(([, { level }]) => level !== 'assumption');
    expect(all.map(([code]) => code).filter((code) => !shown.has(code))).toEqual([]);
  }, 60_000);
});

describe('a contract without a mistake', () => {
  // Several say odd things on purpose, such as a cell of every kind; what the linter thinks of them is not the point.
  it.each(good.map((path) => [basename(path), path]))('%s is clean', async (_, path) => {
    const findings = await findingsIn(path);
    expect(written(findings.filter(({ code }) => !code.startsWith('lint/')))).toBe('');
  });

  it.each(good.filter((path) => /(worldwide|every-cell)\.plan$/.test(path)).map((path) => [basename(path), path]))(
    '%s is read as it says',
    async (_, path) => {
      const { contract } = await loadContract(path);
      if (contract === null) throw new Error(`${path} has errors`);
      await expect(readingOf(contract)).toMatchFileSnapshot(path.replace(/\.plan$/, '.expected'));
    },
  );
});
