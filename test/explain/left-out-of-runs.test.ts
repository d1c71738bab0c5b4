import { describe, expect, test } from 'vitest';
import { leftOutOfRuns } from '../../src/explain/left-out/of-runs.ts';
import { lower } from '../../src/plan/lower.ts';
import { contractWith } from '../check/contract-with.ts';

const KNOWN = { facts: true, customer: true };

function plan(clauses: string) {
  return lower(
    contractWith(`${clauses.includes('urgent') ? 'facts { urgent yes or no }\n' : ''}plan A { targets { respond | resolve; all | 1 h | 8 h in Office }
  ${clauses} }
plan B extends A { }`),
  );
}

describe('what a run does not reckon with', () => {
  test('is nothing of a contract that it plays whole', () => {
    expect(leftOutOfRuns(plan(''), [0, 1], { facts: false, customer: false })).toEqual([]);
  });

  test('are quotas, charges and credits where nothing says whose tickets they are', () => {
    const counted = plan(
      'incidents 4 per month, over best effort, used when opened, one incident per ticket\n  charge visit 2 incidents, on visited',
    );
    expect(leftOutOfRuns(counted, [0], { ...KNOWN, customer: false })).toEqual([
      'Not applied: quotas of incidents: nothing says whose tickets they are, so all are within them.',
      'Not applied: charges and credits, of A: nothing says whose tickets they are.',
    ]);
    expect(leftOutOfRuns(counted, [0], KNOWN)).toEqual([]);
  });

  test('are refusals by facts where no ticket says any', () => {
    const narrow = plan('exclude "what others did" when urgent');
    expect(leftOutOfRuns(narrow, [0], { ...KNOWN, facts: false })).toEqual([
      'Not applied: what is excluded, of A: no ticket says a fact, so none is excluded.',
    ]);
    expect(leftOutOfRuns(narrow, [0], KNOWN)).toEqual([]);
  });

  test('is said of the plans that are compared, and of no other', () => {
    const both = plan('').plans;
    const contract = {
      ...plan('versions "7", "8"'),
      plans: both.map((each, i) => (i === 1 ? { ...each, versions: ['7'] } : each)),
    };
    expect(leftOutOfRuns(contract, [0], KNOWN)).toEqual([]);
    expect(leftOutOfRuns(contract, [1], KNOWN)).toEqual([
      'Not applied: versions in scope, of B: every ticket is of one of them.',
    ]);
  });
});
