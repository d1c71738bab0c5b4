/**
 * Policies that real providers publish, in the language. They were not written for it: what they ask is the measure
 * of what it can say. A number is the policy's in the list that the corpus was chosen from.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { format } from '../../src/format/format.ts';
import { loadContract } from '../../src/workspace/load.ts';
import { corpusFiles, findingsIn, written } from './load-corpus.ts';

const policies = corpusFiles('policies').map((path) => [basename(path, '.plan'), path] as const);

describe.each(policies)('policy %s', (_, path) => {
  it('has no error and no warning', async () => {
    expect(written((await findingsIn(path)).filter(({ level }) => level !== 'assumption'))).toBe('');
  });

  it('is laid out in the canonical form', () => {
    const text = readFileSync(path, 'utf8');
    expect(format(text)).toEqual({ kind: 'formatted', text });
  });

  it('makes a promise under every plan', async () => {
    const { plans } = (await loadContract(path)).plan();
    expect(plans).not.toHaveLength(0);
    expect(plans.filter(({ targets, coverage }) => targets.length + coverage.length === 0)).toEqual([]);
  });
});
