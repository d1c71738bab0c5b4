import { describe, expect, test } from 'vitest';
import { findDifference } from '../../src/format/same-contents.ts';

const text = '# one\nplan A { # two\n  price on request # three\n  attain 90 % of resolve\n}\n';

describe('what formatting must not change', () => {
  test('is not its white space', () => {
    const spaced = text.replaceAll(/ +/g, '  ').replaceAll('#  ', '# ').replaceAll('\n', ' \r\n');
    expect(findDifference(text, spaced.replace('90  %', '90%'))).toBe(null);
  });

  test.each([
    ['a token', 'request', 'demand', 'clause 2 was'],
    ['the kind of a token', 'resolve', '"resolve"', 'clause 3 was'],
    ['the blanks in a text', 'A', '"A  B"', 'clause 1 was'],
    ['the end of a clause', '# three\n', '# three\n,', 'clause 2 was'],
    ['a comment', '# one', '# 1', 'comment 1 was # one and became # 1'],
    ['the number of comments', ' # three', '', 'comment 3 was # three and became missing'],
    ['a block', '}\n', '', 'a problem of its own'],
  ])('%s', (_, from, to, difference) => {
    expect(findDifference(text, text.replace(from, to))).toContain(difference);
  });

  test('the block of a clause', () => {
    expect(findDifference('a { b\n c }', 'a { b }\nc')).toContain('clause 3 was 1 clause');
    expect(findDifference('a { b }', 'a\nb')).toContain('clause 1 was 0 block');
    expect(findDifference('a { }', 'a')).toContain('clause 1 was 0 block');
  });

  test('the order of comments', () => {
    expect(findDifference('# a\n# b\n', '# b\n# a\n')).toContain('comment 1');
  });
});
