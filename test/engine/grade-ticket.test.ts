import { describe, expect, test } from 'vitest';
import { answerOf, type FactOf, gradeTicket, holdsFor } from '../../src/engine/grade-ticket.ts';
import type { PlanCondition } from '../../src/plan/entitlement-model.ts';
import { lower } from '../../src/plan/lower.ts';
import { checkText } from '../check/findings.ts';

const gradeBy = (rows: string, facts: Readonly<Record<string, string | number | boolean>>) => {
  const { contract } = checkText(`contract "Desk" { zone UTC }
facts { impact one of all, some; workaround yes or no; users number; product text }
severities {
${rows}
}
`);
  const factOf: FactOf = (name) => facts[name];
  return gradeTicket(lower(contract), factOf);
};

const ROWS = `P1 "a" when impact = all and not workaround
P2 "b" when users > 10 or (impact = all and workaround)
P3 "c" otherwise`;

describe('what its facts make a ticket', () => {
  test.each([
    [{ impact: 'all', workaround: false }, 0],
    [{ impact: 'all', workaround: true }, 1],
    [{ impact: 'some', users: 11 }, 1],
    [{ impact: 'some', users: 10 }, 2],
  ])('%j is the most severe whose condition holds', (facts, severity) => {
    expect(gradeBy(ROWS, facts)).toEqual({ kind: 'severity', severity });
  });

  test('hangs on no fact that could not change it', () => {
    expect(gradeBy(ROWS, { impact: 'some', users: 11 })).toEqual({ kind: 'severity', severity: 1 });
    expect(gradeBy(ROWS, { workaround: true, users: 11 })).toEqual({ kind: 'severity', severity: 1 });
  });

  test('names the fact that decides and is not said, and never guesses it', () => {
    expect(gradeBy(ROWS, { impact: 'all' })).toEqual({
      kind: 'fact missing',
      fact: 'workaround',
      severity: 0,
    });
    expect(gradeBy(ROWS, { impact: 'some' })).toEqual({ kind: 'fact missing', fact: 'users', severity: 1 });
  });

  test('is nothing where no condition holds, and where none is stated', () => {
    expect(gradeBy('P1 "a" when impact = all\nP2 "b" when users > 10', { impact: 'some', users: 1 })).toEqual(
      {
        kind: 'none',
      },
    );
    expect(gradeBy('P1 "a"\nP2 "b"', { impact: 'all' })).toEqual({ kind: 'none' });
  });

  test('may follow from the channel', () => {
    const rows = 'P1 "a" when impact = all and channel = phone\nP2 "b" otherwise';
    expect(gradeBy(rows, { impact: 'all', channel: 'phone' })).toEqual({ kind: 'severity', severity: 0 });
    expect(gradeBy(rows, { impact: 'all', channel: 'email' })).toEqual({ kind: 'severity', severity: 1 });
  });
});

describe('a condition', () => {
  type Operator = Extract<PlanCondition, { kind: 'compare' }>['operator'];
  const users = (operator: Operator, value: number): PlanCondition => ({
    kind: 'compare',
    fact: 'users',
    operator,
    value,
  });
  const many: FactOf = (name) => (name === 'users' ? 10 : undefined);
  const nothing: FactOf = () => undefined;

  test.each([
    ['=', [false, true, false]],
    ['!=', [true, false, true]],
    ['<', [false, false, true]],
    ['<=', [false, true, true]],
    ['>', [true, false, false]],
    ['>=', [true, true, false]],
  ] as const)('that ten is %s nine, ten or eleven holds as in arithmetic', (operator, expected) => {
    expect([9, 10, 11].map((value) => answerOf(users(operator, value), many))).toEqual(expected);
    expect([9, 10, 11].map((value) => holdsFor(users(operator, value), many))).toEqual(expected);
  });

  test('that hangs on what is not said names it, and does not hold', () => {
    expect(answerOf(users('=', 10), nothing)).toEqual({ missing: 'users' });
    expect(answerOf({ kind: 'not', of: users('=', 10) }, nothing)).toEqual({ missing: 'users' });
    expect(holdsFor(users('=', 10), nothing)).toBe(false);
    expect(holdsFor({ kind: 'not', of: users('=', 10) }, nothing)).toBe(false);
  });

  test('of the rest holds for every ticket, though it has no answer of its own, and one that is not stated for none', () => {
    expect(holdsFor({ kind: 'otherwise' }, nothing)).toBe(true);
    expect(answerOf({ kind: 'otherwise' }, nothing)).toBe(false);
    expect(holdsFor({ kind: 'unstated' }, nothing)).toBe(false);
  });
});
