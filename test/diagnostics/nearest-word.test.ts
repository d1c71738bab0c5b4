import { expect, test } from 'vitest';
import { nearestWord } from '../../src/diagnostics/nearest-word.ts';

test.each([
  ['a letter left out', 'calender', 'calendar'],
  ['two letters swapped', 'sevreity', 'severity'],
  ['another case', 'SEVERITY', 'severity'],
  ['too far from everything', 'banana', null],
  ['a short word, one letter off', 'pla', 'plan'],
  ['a short word, two letters off', 'pl', null],
])('%s', (_, word, expected) => {
  expect(nearestWord(word, ['plan', 'calendar', 'severity'])).toBe(expected);
});

test('of equally near words none was likelier meant', () => {
  expect(nearestWord('P3', ['P1', 'P2'])).toBeNull();
});

test('a letter that looks like a digit was taken for it', () => {
  expect(nearestWord('PI', ['P1', 'P2'])).toBe('P1');
  expect(nearestWord('PO', ['P1', 'P0'])).toBe('P0');
});
