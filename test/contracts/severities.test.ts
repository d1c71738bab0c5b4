import { describe, expect, test } from 'vitest';
import type { CheckedCondition, CheckedFact, CheckedSeverity } from '../../src/check/model.ts';
import { contractNamed, NAMES } from './shipped.ts';

type Case = Readonly<Record<string, string | boolean>>;

/** The facts that a predicate speaks of. */
function factsIn(condition: CheckedCondition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(factsIn);
    case 'not':
      return factsIn(condition.of);
    case 'compare':
      return [condition.fact];
    case 'otherwise':
    case 'unstated':
      return [];
  }
}

/** Every case that the facts can make: all words of each fact, crossed with all of the others. */
function casesOf(facts: readonly CheckedFact[]): readonly Case[] {
  return facts.reduce<readonly Case[]>(
    (cases, { name, type }) => {
      const values: readonly (string | boolean)[] =
        type.kind === 'words' ? type.words : type.kind === 'truth' ? [true, false] : [];
      if (values.length === 0) throw new Error(`the fact ${name} has no end of values`);
      return cases.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
    },
    [{}],
  );
}

function holds(condition: CheckedCondition, facts: Case): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => holds(part, facts));
    case 'any':
      return condition.of.some((part) => holds(part, facts));
    case 'not':
      return !holds(condition.of, facts);
    case 'compare':
      if (condition.operator === '=') return facts[condition.fact] === condition.value;
      if (condition.operator === '!=') return facts[condition.fact] !== condition.value;
      throw new Error('none of these facts is a number');
    case 'otherwise':
    case 'unstated':
      return false;
  }
}

function matching(severities: readonly CheckedSeverity[], facts: Case): readonly string[] {
  return severities.filter(({ when }) => holds(when, facts)).map(({ name }) => name);
}

describe.each(NAMES)('the severities of %s.plan', (name) => {
  const { facts, severities } = contractNamed(name).contract;
  // Other facts speak of who may ask, and of price; no severity hangs on them.
  const grading = new Set(severities.flatMap(({ when }) => factsIn(when)));
  const cases = casesOf(facts.filter((fact) => grading.has(fact.name)));

  test('never claim a case for two', () => {
    const claimedTwice = cases.filter((one) => matching(severities, one).length > 1);
    expect(claimedTwice).toEqual([]);
  });

  test('leave the rest to the last, which has a case of its own as each of them has', () => {
    expect(severities.at(-1)?.when).toEqual({ kind: 'otherwise' });
    const reached = new Set(cases.map((one) => matching(severities, one)[0] ?? severities.at(-1)?.name));
    expect(reached).toEqual(new Set(severities.map((severity) => severity.name)));
  });
});

describe('a case is graded as its page grades it', () => {
  test.each<[string, string, Case]>([
    ['mst', 'S1', { effect: 'stopped', environment: 'production', alternative: false }],
    ['mst', 'S3', { effect: 'stopped', environment: 'implementation', alternative: false }],
    ['mst', 'S2', { effect: 'important', environment: 'production', alternative: false }],
    ['mst', 'S3', { effect: 'important', environment: 'production', alternative: true }],
    ['mst', 'S3', { effect: 'lesser', environment: 'production', alternative: false }],
    ['helpdesk', 'Down', { logons: 'nobody', planned_event: 'nothing' }],
    ['helpdesk', 'Request', { logons: 'nobody', planned_event: 'software' }],
    ['gold', 'S2', { affected: 'majority', visible: true, workaround: true, business: false, revenue: true }],
    ['gold', 'S3', { affected: 'majority', visible: true, workaround: true, business: true, revenue: false }],
    ['gold', 'S4', { affected: 'one_user', visible: true, workaround: false, business: true, revenue: true }],
    [
      'mattermost',
      'L4',
      { production: false, loss: 'operations_stopped', users: 'many', workaround: false, escalating: true },
    ],
    [
      'mattermost',
      'L2',
      { production: true, loss: 'partial', users: 'some', workaround: false, escalating: true },
    ],
    [
      'express',
      'P4',
      { works: 'nothing', reach: 'all', workaround: false, restorable: false, detailed: false },
    ],
    [
      'express',
      'P1',
      { works: 'nothing', reach: 'all', workaround: false, restorable: false, detailed: true },
    ],
    [
      'express',
      'P4',
      { works: 'nothing', reach: 'single_users', workaround: false, restorable: false, detailed: true },
    ],
  ])('%s: %s', (name, severity, facts) => {
    const { severities } = contractNamed(name).contract;
    expect(matching(severities, facts)[0] ?? severities.at(-1)?.name).toBe(severity);
  });
});
