import { describe, expect, test } from 'vitest';
import { file, formatted } from './formatted.ts';

describe('a comment', () => {
  test('on a line of its own stands at the margin of its block', () => {
    expect(formatted('# a\nplan A {\n# b\nprice on request\n        # c\n}\n   # d')).toBe(
      file('# a', 'plan A {', '  # b', '  price on request', '  # c', '}', '# d'),
    );
  });

  test('behind a clause, a semicolon or a brace stays behind it, two blanks away', () => {
    expect(formatted('plan A {# a\na;# b\nb# c\n}# d')).toBe(
      file('plan A {  # a', '  a  # b', '  b  # c', '}  # d'),
    );
  });

  test('between a head and its brace moves behind the brace, and those after it into the block', () => {
    expect(formatted('plan A # a\n  # b\n{ # c\n\n  x\n}')).toBe(
      file('plan A {  # a', '  # b', '  # c', '', '  x', '}'),
    );
  });

  test('inside a clause ends its line, and the clause goes on', () => {
    expect(formatted('plan A {\nzone UTC\ncoverage receive, # at once\n # and\nresolve in Office\n}')).toBe(
      file(
        'plan A {',
        '  zone      UTC',
        '  coverage  receive,  # at once',
        '            # and',
        '            resolve in Office',
        '}',
      ),
    );
  });

  test('inside the head of a block keeps the head open', () => {
    expect(formatted('plan A also called B, # once\nC { x }')).toBe(
      file('plan A also called B,  # once', '    C {', '  x', '}'),
    );
  });

  test('inside a row of a table leaves the other rows aligned', () => {
    const text = file(
      'targets respond by plan {',
      '         Basic | Gold',
      '  P1     1 h   | 2 h',
      '  P2, 3 h # a',
      '      | 4 h',
      '  lowest 1 h   | 2 h',
      '}',
    );
    expect(formatted(text)).toBe(
      file(
        'targets respond by plan {',
        '          Basic | Gold',
        '  P1      1 h   | 2 h',
        '  P2, 3 h  # a',
        '      | 4 h',
        '  lowest  1 h   | 2 h',
        '}',
      ),
    );
  });

  test('below a clause that waits for more stands in the block, since nothing more came', () => {
    const text = file('plan A {', '  coverage resolve,', '  # more to come', '}');
    expect(formatted(text)).toBe(text);
  });

  test('is kept as it is written, without the blanks behind it', () => {
    expect(formatted('#no blank,  two\t tab  \n#\n##\n')).toBe(file('#no blank,  two\t tab', '#', '##'));
  });
});

describe('comments behind neighbouring lines', () => {
  test('begin in one column', () => {
    expect(formatted('plan A {\na # one\nbbb # two\ncc # three\n}')).toBe(
      file('plan A {', '  a    # one', '  bbb  # two', '  cc   # three', '}'),
    );
  });

  test('are not aligned over a line without one, or over the edge of a block', () => {
    expect(formatted('plan A { # zero\nbbb # one\ncc\nd # two\n} # three')).toBe(
      file('plan A {  # zero', '  bbb  # one', '  cc', '  d  # two', '}  # three'),
    );
  });

  test('are not aligned between the braces of a block', () => {
    expect(formatted('facts { # one\n} # two\n')).toBe(file('facts {  # one', '}  # two'));
  });

  test('are not aligned where one of the lines is much longer', () => {
    const long = 'x'.repeat(50);
    expect(formatted(`a # one\n${long} # two\n`)).toBe(file('a  # one', `${long}  # two`));
  });

  test('count what a reader sees: marks that combine and wide characters', () => {
    expect(formatted('a "日本" # wide\nb "e\u0301" # narrow\nc abcd # plain\n')).toBe(
      file('a "日本"  # wide', 'b "e\u0301"     # narrow', 'c abcd    # plain'),
    );
  });
});
