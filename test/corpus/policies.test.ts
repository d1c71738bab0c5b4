/**
 * Policies that real providers publish, in the language. They were not written for it: what they ask is the measure
 * of what it can say. A number is the policy's in the list that the corpus was chosen from; those without one are after
 * terms of which the figures are commonly known.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { format } from '../../src/format/format.ts';
import { runScenarios } from '../../src/verify/run-scenarios.ts';
import { passes } from '../../src/verify/scenario-result.ts';
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

  it('has scenarios that pass, where it has any', async () => {
    const { contract, plan } = await loadContract(path);
    if (contract === null) throw new Error(`${path} has errors`);
    const results = runScenarios(contract, loadPlan(plan()));
    expect(results.filter((result) => !passes(result))).toEqual([]);
  });

  it('makes a promise under every plan', async () => {
    const { plans } = (await loadContract(path)).plan();
    expect(plans).not.toHaveLength(0);
    expect(plans.filter(({ targets, coverage }) => targets.length + coverage.length === 0)).toEqual([]);
  });
});
