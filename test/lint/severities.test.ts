import { expect, test } from 'vitest';
import { lintText } from '../check/findings.ts';

/** What is found where P1 and P2 are graded by two predicates. */
function graded(first: string, second: string): readonly string[] {
  const text = `contract "Desk" {
  zone  Europe/Berlin
}

facts {
  impact      one of all, many, some
  workaround  yes or no
  users       number
  product     text
}

severities {
  P1  "nobody can work"  ${first}
  P2  "anything else"    ${second}
}

# Facts that a test does not use are used here.
rule "all facts" on opened when impact = all or workaround or users = 1 or product = "A" then severity P1

clock respond { starts on opened; stops on reply }

plan Basic {
  targets {
         respond
    all  4 h
  }
}
`;
  return lintText(text)
    .filter(({ code }) => code.startsWith('lint/severity'))
    .map(({ message }) => message);
}

test('a case that falls through is shown by the facts that matter alone', () => {
  expect(graded('when impact = all', 'when impact = many and not workaround')).toEqual([
    'no severity takes the case `impact = many and workaround`',
  ]);
});

test('numbers are told apart by the thresholds, and between them', () => {
  expect(graded('when users > 10', 'when users < 10')).toEqual(['no severity takes the case `users = 10`']);
  expect(graded('when users > 20', 'when users <= 10')).toEqual([
    'no severity takes the case `users > 10 and users < 20`',
  ]);
  expect(graded('when users > 10', 'when users <= 10')).toEqual([]);
});

test('a text that no predicate names is a case of its own', () => {
  expect(graded('when product = "A"', 'when product = "B"')).toEqual([
    'no severity takes the case `product != "A" and product != "B"`',
  ]);
  expect(graded('when product = "A"', 'when product != "A"')).toEqual([]);
});

test('`otherwise` takes what is left, and severities without predicates are graded by people', () => {
  expect(graded('when impact = all', 'otherwise')).toEqual([]);
  expect(graded('', '')).toEqual([]);
  expect(graded('when impact = all', '')).toEqual([]);
});

test('a case that two claim is shown', () => {
  expect(graded('when impact = all or workaround', 'when impact != all')).toEqual([
    '`P1` and `P2` both take the case `impact = many and workaround`',
  ]);
});
