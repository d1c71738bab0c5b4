import { expect, test } from 'vitest';
import { lintText } from '../check/findings.ts';

/** The circles found in rules over three severities and two facts. */
function circlesIn(rules: string, severities = 'P1\n  P2\n  P3'): readonly string[] {
  const text = `contract "Desk" {
  zone  Europe/Berlin
}

facts {
  environment  one of production, test
  described    yes or no
}

severities {
  ${severities}
}

on raise  count from the change
on lower  keep old

${rules}
`;
  return lintText(text)
    .filter(({ code }) => !/^(lint\/unused-|assume\/)/.test(code))
    .map(({ code, message }) => (code === 'lint/rules-loop' ? message : code));
}

const DOWN = 'rule "down"  on raised then lower to P3\n';
const UP = 'rule "up"  on lowered then raise to P1\n';

/** What is said of the two. */
const ROUND = ['`down` and `up` set each other off for ever: from `P1` to `P3` to `P1`'];

test('two rules that undo each other go round, and the circle is told from the first of them', () => {
  expect(circlesIn(DOWN + UP)).toEqual(ROUND);
});

test('steps that lead one way end by themselves', () => {
  expect(circlesIn('rule "up"  on raised then raise P3 to P2 or P2 to P1')).toEqual([]);
  expect(
    circlesIn(`rule "up"  on lowered then raise P3 to P2\nrule "more"  on raised then raise P2 to P1`),
  ).toEqual([]);
});

test('steps of which none undoes the other end by themselves', () => {
  expect(
    circlesIn('rule "down"  on raised then lower P1 to P2\nrule "up"  on lowered then raise P3 to P2'),
  ).toEqual([]);
});

test('steps that meet only through a third rule are a circle of three', () => {
  const rules = `rule "down"  on raised then lower P1 to P2
rule "further"  on lowered then lower P2 to P3
rule "up"  on lowered then raise P3 to P1
`;
  expect(circlesIn(rules)).toEqual([
    '`down`, `further` and `up` set each other off for ever: from `P1` to `P2` to `P3` to `P1`',
  ]);
});

test('rules whose conditions no ticket meets together do not follow each other', () => {
  const up = (when: string) => `rule "up"  on lowered when ${when} then raise to P1\n`;
  const down = 'rule "down"  on raised when environment = test then lower to P3\n';
  expect(circlesIn(down + up('environment = production'))).toEqual([]);
  expect(circlesIn(down + up('not described'))).toEqual([
    '`down` and `up` set each other off for ever where environment = test, not described: from `P1` to `P3` to `P1`',
  ]);
});

test('a condition on the severity is held against the severity of that moment', () => {
  expect(circlesIn(`rule "down"  on raised when severity = P2 then lower to P3\n${UP}`)).toEqual([]);
  expect(circlesIn(`rule "down"  on raised when severity != P2 then lower to P3\n${UP}`)).toEqual(ROUND);
});

test('a cap that keeps the severity down cuts a circle', () => {
  expect(circlesIn(`${DOWN}${UP}rule "cap"  then severity at most P3\n`)).toEqual([]);
  expect(circlesIn(`${DOWN}${UP}rule "cap"  when environment = test then severity at most P3\n`)).toEqual([
    '`down` and `up` set each other off for ever where environment = production: from `P1` to `P3` to `P1`',
  ]);
});

test('what the customer must agree to does not go round by itself, but silence that agrees does', () => {
  const consent = (silence: string) =>
    `rule "down"  on raised then lower to P3, if customer agrees, silence ${silence}\n`;
  expect(circlesIn(consent('refuses') + UP)).toEqual([]);
  expect(circlesIn(consent('agrees after 24 h') + UP)).toEqual(ROUND);
});

test('grading by facts leads back only for tickets whose facts are of the other severity', () => {
  const graded =
    'P1 "a"  when environment = production\n  P2 "b"  when environment = test and described\n  P3 "c"  otherwise';
  const rules =
    'rule "graded"  on lowered then severity by facts\nrule "down"  on corrected then lower to P3\n';
  expect(circlesIn(rules, graded)).toEqual([
    '`graded` and `down` set each other off for ever where environment = production: from `P3` to `P1` to `P3`',
  ]);
  expect(circlesIn(rules.replace('lower to P3', 'raise to P1'), graded)).toEqual([]);
});

test('closing, waiting and telling close no circle', () => {
  expect(circlesIn('rule "a"  on closed then lower to P3\nrule "b"  on lowered then close\n')).toEqual([]);
  expect(circlesIn('rule "a"  on raised then wait\nrule "b"  on lowered then tell customer\n')).toEqual([]);
});

test('a rule of one plan does not follow a rule of another', () => {
  const plan = (name: string, rule: string) => `plan ${name} {\n  ${rule}}\n`;
  expect(circlesIn(plan('Basic', DOWN) + plan('Better', UP))).toEqual([]);
  expect(circlesIn(plan('Basic', DOWN) + UP)).toEqual(ROUND);
});

test('of circles that share a rule one is told', () => {
  expect(circlesIn(`${DOWN}${UP}rule "up again"  on lowered then raise to P1\n`)).toEqual(ROUND);
});
